import type { CutOff, Node, Num, Truth } from '../../nodes.ts';
import { quoted } from '../scope.ts';
import type { Open } from './parts.ts';

/** Writes conditions any part of which may be unknown or absent, in bits or with reasons. */
export class OpenTruths {
  readonly #of: Open;

  constructor(of: Open) {
    this.#of = of;
  }

  truth(node: Truth): string {
    const at = quoted(node.at);
    /** The operation of the algebra; conditions with reasons have a name. */
    const named = (name: string, ...args: readonly string[]) =>
      this.#of.bits ? this.#of.around.op(`${name}B`, ...args) : this.#of.around.op(name, ...args, at);
    switch (node.k) {
      case 'lit':
        return this.#of.bits ? (node.value ? '3' : '0') : `${node.value}`;
      case 'hole':
        return this.#of.bits
          ? '1'
          : this.#of.around.constant(this.#of.around.op('doubt', at, `[${JSON.stringify(node.reason)}]`));
      case 'fact':
        return this.#of.names.fact(node.input, false);
      case 'bind':
        return this.#of.bits ? this.#of.around.bindBits(node.bind) : this.#boundTruth(node.bind);
      case 'let':
        return this.#of.names.local(node.local);
      case 'given':
        return this.#of.around.op('truthOf', this.#of.names.given(node.given), at);
      case 'lookup':
        return this.#asTruth(this.#of.around.op('truthOf', this.#of.lookup(node), at));
      case 'not':
        return this.#of.bits
          ? this.#of.around.op('notB', this.truth(node.a))
          : this.#of.around.op('not', this.truth(node.a));
      case 'all':
      case 'any':
        return this.#joined(
          node.k,
          node.parts.map((part) => this.truth(part)),
        );
      case 'atLeast': {
        const parts = node.parts.map((part) => this.truth(part)).join(',');
        return this.#of.bits
          ? this.#of.around.op('atLeastB', `${node.n}`, `[${parts}]`)
          : this.#of.around.op('atLeast', `${node.n}`, parts);
      }
      case 'if': {
        const parts = [node.c, node.a, node.b].map((part) => this.truth(part));
        return this.#of.bits
          ? this.#of.around.op('ifB', ...parts)
          : this.#of.around.op('chooseTruth', ...parts);
      }
      case 'same': {
        const parts = [this.truth(node.a), this.truth(node.b)];
        return this.#of.bits
          ? this.#of.around.op('sameB', ...parts)
          : this.#of.around.op('sameTruth', ...parts);
      }
      case 'table':
        return this.#of.bits
          ? this.#of.around.op('truthTableB', ...this.#of.tableParts(node.table))
          : this.#of.around.op('truthOf', this.#of.tableValue(node.table), at);
      case 'compare': {
        const [a, b] = [this.#of.number(node.a), this.#of.number(node.b)];
        const open = this.#plainly('number', [a, b], `${a}${COMPARES[node.op]}${b}`, named(node.op, a, b));
        return node.cut ? this.#byCut([node.cut], open) : open;
      }
      case 'within':
        return this.#within(node, at);
      case 'sameText':
        return this.#sameText(node, at);
      case 'sameOptions': {
        const [a, b] = [this.#of.options(node.a), this.#of.options(node.b)];
        return this.#of.bits
          ? `(${this.#of.around.op('memberAllB', a, b)}&${this.#of.around.op('memberAllB', b, a)})`
          : this.#of.around.op('equal', a, b, at);
      }
      case 'memberIn':
        return this.#memberIn(node, at);
      case 'memberAny':
      case 'memberAll':
        return named(node.k, this.#of.options(node.a), this.#of.options(node.set));
      case 'present':
        return named('present', this.#raw(node.a));
    }
  }

  /** What is read as it was given is open anew each time that it is read. */
  #boundTruth(index: number): string {
    const bind = this.#of.around.lowered.binds[index];
    const given = bind?.k === 'value' && bind.value.k === 'given' && bind.value.holds === 'truth';
    return given ? this.truth(bind.value) : this.#of.around.bind(index);
  }

  #sameText({ a, b }: Extract<Truth, { readonly k: 'sameText' }>, at: string): string {
    const [x, y] = [this.#of.text(a), this.#of.text(b)];
    if (this.#of.bits) return this.#of.around.op('sameTextB', x, y);
    return this.#plainly('string', [x, y], `${x}===${y}`, this.#of.around.op('eq', x, y, at));
  }

  /** By what JavaScript has where the values are settled, which they most often are: reasons cost a call. */
  #plainly(type: 'number' | 'string', values: readonly string[], plain: string, open: string): string {
    if (this.#of.bits || !values.every((value) => /^(?:[ub]\d+|-?\d+|'[^']*')$/.test(value))) return open;
    const tests = values.filter((value) => /^[ub]/.test(value)).map((value) => `typeof ${value}==='${type}'`);
    return tests.length === 0 ? open : `(${tests.join('&&')}?${plain}:${open})`;
  }

  #asTruth(truth: string): string {
    return this.#of.bits ? this.#of.around.op('bitsOf', truth) : truth;
  }

  #joined(op: 'all' | 'any', parts: readonly string[]): string {
    if (!this.#of.bits) return this.#of.around.op(op, ...parts);
    if (parts.length === 0) return op === 'all' ? '3' : '0';
    return joinedBits(op, parts);
  }

  /** By days worked out when bound, where the fact and what the days hang on are known. */
  #byCut(cuts: readonly CutOff[], otherwise: string): string {
    const [first] = cuts;
    const range = first && this.#of.names.range(first.input);
    if (!first || !range) return otherwise;
    const name = this.#of.names.fact(first.input, false);
    const guard = `${name}!==null&&${name}>=${range[0]}&&${name}<=${range[1]}`;
    return this.#of.bits
      ? this.#bitsByCut(cuts, name, guard, otherwise)
      : this.#truthByCut(cuts, name, guard, otherwise);
  }

  #truthByCut(cuts: readonly CutOff[], name: string, guard: string, otherwise: string): string {
    const days = cuts.map(({ than }) => this.#cutDay(than));
    const there = days.map((day) => `&&${day}!==null`).join('');
    const tests = cuts.map(({ sense }, i) => `${name}${sense === 'upTo' ? '<=' : '>'}${days[i]}`).join('&&');
    return `(${guard}${there}?${tests}:${otherwise})`;
  }

  /** While it is open which of two days counts, what comes out the same for both is settled. */
  #bitsByCut(cuts: readonly CutOff[], name: string, guard: string, otherwise: string): string {
    const days = new Set<string>();
    const test = (than: Num, sense: CutOff['sense']): string => {
      if (than.k === 'if')
        return this.#of.around.op('pickB', this.truth(than.c), test(than.a, sense), test(than.b, sense));
      const day = than.k === 'bind' ? this.#of.around.bind(than.bind) : 'null';
      days.add(day);
      return `(${name}${sense === 'upTo' ? '<=' : '>'}${day}?3:0)`;
    };
    const tests = cuts.map(({ than, sense }) => test(than, sense)).join('&');
    const there = [...days].map((day) => `&&${day}!==null`).join('');
    return `(${guard}${there}?${tests}:${otherwise})`;
  }

  #cutDay(than: Num): string {
    if (than.k === 'bind') return this.#of.around.bind(than.bind);
    if (than.k !== 'if') return 'null';
    const c = this.truth(than.c);
    return `(${c}===true?${this.#cutDay(than.a)}:${c}===false?${this.#cutDay(than.b)}:null)`;
  }

  #within(node: Extract<Truth, { readonly k: 'within' }>, at: string): string {
    const [a, lo, hi] = [
      this.#of.number(node.a),
      node.lo ? this.#of.number(node.lo) : 'null',
      node.hi ? this.#of.number(node.hi) : 'null',
    ];
    const there = [a, lo, hi].filter((end) => end !== 'null');
    const plain = [
      ...(lo === 'null' ? [] : [`${lo}${node.loIn ? '<=' : '<'}${a}`]),
      ...(hi === 'null' ? [] : [`${a}${node.hiIn ? '<=' : '<'}${hi}`]),
    ];
    const open = this.#of.bits
      ? this.#of.around.op('withinB', a, lo, `${node.loIn}`, hi, `${node.hiIn}`)
      : this.#plainly(
          'number',
          there,
          plain.join('&&') || 'true',
          this.#of.around.op('within', a, `{lo:${lo},loIn:${node.loIn},hi:${hi},hiIn:${node.hiIn}}`, at),
        );
    const ends = [node.low, node.high].filter((end) => end !== undefined);
    const cuts = ends.flatMap((end) => (end.k === 'compare' && end.cut ? [end.cut] : []));
    // Ends that hang on facts of their own are not days of one fact.
    const isOne = cuts.every(({ input }) => input === cuts[0]?.input);
    return cuts.length > 0 && cuts.length === ends.length && isOne ? this.#byCut(cuts, open) : open;
  }

  #memberIn(node: Extract<Truth, { readonly k: 'memberIn' }>, at: string): string {
    const [a, { set }] = [this.#of.value(node.a), node];
    if (set.k !== 'lit' || !set.list)
      return this.#of.bits
        ? this.#of.around.op('memberInB', a, this.#of.options(set))
        : this.#of.around.op('memberIn', a, this.#of.options(set), at);
    const items = this.#of.options(set);
    if (this.#of.bits) return this.#of.around.op('memberOfB', a, items);
    return this.#of.around.op(
      'memberOfList',
      a,
      this.#of.around.constant(`{items:${items},complete:true}`),
      at,
    );
  }

  /** For asking whether it is there at all: conditions too as they are read. */
  #raw(node: Node): string {
    if (node.k === 'fact') return this.#of.names.fact(node.input, true);
    if (node.k === 'given') return this.#of.names.given(node.given);
    if (node.k === 'bind' && node.holds === 'truth') return this.#of.around.bind(node.bind);
    return node.holds === 'truth' ? 'true' : this.#of.value(node);
  }
}

/** What costs nothing is asked first, and the rest only where it matters. */
function joinedBits(op: 'all' | 'any', parts: readonly string[]): string {
  const [sign, end] = op === 'all' ? ['&', '0'] : ['|', '3'];
  const isPlain = (part: string) => part.length < 20;
  const rest = parts.filter((part) => !isPlain(part)).join(sign);
  const plain = parts.filter(isPlain);
  if (rest === '') return `(${plain.join(sign)})`;
  return plain.reduceRight((inner, part) => `(${part}===${end}?${end}:${part}${sign}${inner})`, `(${rest})`);
}

const COMPARES = { eq: '===', lt: '<', le: '<=' } as const;
