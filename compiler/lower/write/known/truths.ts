import type { CutOff, Node, Num, Truth } from '../../nodes.ts';
import { absentOf, aligned } from '../ranges.ts';
import { quoted } from '../scope.ts';
import { bracketed, type Known, type KnownTruth } from './parts.ts';

/** Writes conditions over known facts: true and false where they are settled whatever the record, else bits. */
export class KnownTruths {
  readonly #of: Known;

  constructor(of: Known) {
    this.#of = of;
  }

  truth(node: Truth): KnownTruth {
    switch (node.k) {
      case 'lit':
        return { code: `${node.value}`, settled: true };
      case 'hole':
        return { code: '1', settled: false };
      case 'fact':
        return { code: this.#isTrue(node.input), settled: true };
      case 'bind':
        return this.#boundTruth(node.bind);
      case 'let': {
        const value = this.#of.subject.locals[node.local]?.value;
        const settled = value?.holds === 'truth' && this.truth(value).settled;
        return { code: this.#of.names.local(node.local), settled };
      }
      case 'not': {
        const a = this.truth(node.a);
        return a.settled
          ? { code: `!${a.code}`, settled: true }
          : { code: this.#of.around.op('notB', a.code), settled: false };
      }
      case 'all':
      case 'any':
        return this.#joined(
          node.k,
          node.parts.map((part) => this.truth(part)),
        );
      case 'atLeast':
        return this.#atLeast(
          node.n,
          node.parts.map((part) => this.truth(part)),
        );
      case 'if':
        return this.#chosen(node);
      case 'same': {
        const [a, b] = [this.truth(node.a), this.truth(node.b)];
        if (a.settled && b.settled) return { code: `(${a.code}===${b.code})`, settled: true };
        return {
          code: this.#of.around.op('sameB', this.#of.bits(node.a), this.#of.bits(node.b)),
          settled: false,
        };
      }
      case 'compare':
        return this.#compared(node);
      case 'within':
        return this.#within(node);
      case 'sameText':
        return this.#sameText(node);
      case 'memberIn':
        return this.#memberIn(node);
      case 'memberAny':
      case 'memberAll':
        return this.#members(node);
      case 'present':
        return this.#present(node.a);
      case 'table':
        return this.#truthTable(node);
      default:
        return { code: this.#of.open.truth(node), settled: false };
    }
  }

  #isTrue(input: number): string {
    const name = this.#of.names.fact(input);
    return this.#of.subject.inputs[input]?.optional ? `(${name}===true)` : name;
  }

  #boundTruth(bind: number): KnownTruth {
    if (this.#of.bounds.isOpen(bind)) return { code: this.#of.around.bindBits(bind), settled: false };
    this.#of.bounds.need(bind, 'truth');
    return { code: this.#of.around.bind(bind), settled: true };
  }

  /** What is settled is asked first, so that what is open is looked at only where it matters. */
  #joined(op: 'all' | 'any', parts: readonly KnownTruth[]): KnownTruth {
    const sure = parts.filter(({ settled }) => settled).map(({ code }) => code);
    const open = parts.filter(({ settled }) => !settled).map(({ code }) => code);
    const plain = sure.length === 1 ? (sure[0] ?? '') : `(${sure.join(op === 'all' ? '&&' : '||')})`;
    if (open.length === 0) return { code: sure.length === 0 ? `${op === 'all'}` : plain, settled: true };
    const rest = open.length === 1 ? (open[0] ?? '') : `(${open.join(op === 'all' ? '&' : '|')})`;
    if (sure.length === 0) return { code: rest, settled: false };
    return { code: op === 'all' ? `(${plain}?${rest}:0)` : `(${plain}?3:${rest})`, settled: false };
  }

  #atLeast(n: number, parts: readonly KnownTruth[]): KnownTruth {
    if (parts.every(({ settled }) => settled)) {
      const count = parts.map(({ code }) => `(${code}?1:0)`).join('+');
      return { code: `(${count || '0'}>=${n})`, settled: true };
    }
    const bits = parts.map(({ code, settled }) => (settled ? `${code}?3:0` : code)).join(',');
    return { code: this.#of.around.op('atLeastB', `${n}`, `[${bits}]`), settled: false };
  }

  #chosen(node: Extract<Truth, { readonly k: 'if' }>): KnownTruth {
    const [c, a, b] = [this.truth(node.c), this.truth(node.a), this.truth(node.b)];
    if (!c.settled)
      return {
        code: this.#of.around.op('ifB', c.code, this.#of.bits(node.a), this.#of.bits(node.b)),
        settled: false,
      };
    if (a.settled && b.settled) return { code: `(${c.code}?${a.code}:${b.code})`, settled: true };
    return { code: `(${c.code}?${this.#of.bits(node.a)}:${this.#of.bits(node.b)})`, settled: false };
  }

  #compared(node: Extract<Truth, { readonly k: 'compare' }>): KnownTruth {
    if (node.cut) return { code: this.#cut(node.cut), settled: true };
    const [a, b] = [this.#of.number(node.a), this.#of.number(node.b)];
    const pair = a.open || b.open ? null : aligned(a, b);
    if (!pair || a.open || b.open) {
      const code = this.#of.around.op(`${node.op}B`, this.#of.maybe(node.a), this.#of.maybe(node.b));
      return { code, settled: false };
    }
    const there = absentOf(a, b);
    const test = `${pair[0].code}${COMPARES[node.op]}${pair[1].code}`;
    return { code: there === null ? `(${test})` : `(!${bracketed(there)}&&${test})`, settled: true };
  }

  #cut({ input, sense, than }: CutOff): string {
    const name = this.#of.names.fact(input);
    const day = this.#of.number(than);
    const test = `${name}${sense === 'upTo' ? '<=' : '>'}${day.code}`;
    return this.#of.subject.inputs[input]?.optional ? `(${name}!==null&&${test})` : `(${test})`;
  }

  #within(node: Extract<Truth, { readonly k: 'within' }>): KnownTruth {
    const ends = [node.low, node.high].filter((end) => end !== undefined);
    const absentEnd = [node.lo, node.hi].some((end) => end !== undefined && !this.#isThere(end));
    if (absentEnd) return this.#withinAbsent(node);
    if (ends.length === 0) return this.#present(node.a);
    return this.#joined(
      'all',
      ends.map((end) => this.truth(end)),
    );
  }

  #isThere(end: Num): boolean {
    const number = this.#of.number(end);
    return !number.open && number.absent === null;
  }

  /** An end that is absent is open. */
  #withinAbsent(node: Extract<Truth, { readonly k: 'within' }>): KnownTruth {
    const settledEnds = [node.lo, node.hi].every((end) => end === undefined || !this.#of.number(end).open);
    if (!settledEnds || this.#of.number(node.a).open) {
      const code = this.#of.around.op(
        'withinB',
        this.#of.maybe(node.a),
        node.lo ? this.#of.maybe(node.lo) : 'null',
        `${node.loIn}`,
        node.hi ? this.#of.maybe(node.hi) : 'null',
        `${node.hiIn}`,
      );
      return { code, settled: false };
    }
    const end = (bound: Num | undefined, test: Truth | undefined): readonly KnownTruth[] => {
      if (!bound || !test) return [];
      const number = this.#of.number(bound);
      const absent = number.open ? null : number.absent;
      const inside = this.truth(test);
      return [
        { code: absent === null ? inside.code : `(${absent}||${inside.code})`, settled: inside.settled },
      ];
    };
    return this.#joined('all', [
      this.#present(node.a),
      ...end(node.lo, node.low),
      ...end(node.hi, node.high),
    ]);
  }

  #sameText(node: Extract<Truth, { readonly k: 'sameText' }>): KnownTruth {
    const [a, b] = [this.#of.text(node.a), this.#of.text(node.b)];
    if (a.open || b.open)
      return {
        code: this.#of.around.op('sameTextB', this.#of.maybe(node.a), this.#of.maybe(node.b)),
        settled: false,
      };
    // Two that are absent are not the same.
    const guard = a.absent !== null && b.absent !== null ? `!${bracketed(a.absent)}&&` : '';
    return { code: `(${guard}${this.#textOf(a)}===${this.#textOf(b)})`, settled: true };
  }

  #textOf({ code, absent }: { readonly code: string; readonly absent: string | null }): string {
    return absent === null || absent === `${code}===null` || absent === `(${code}===null)`
      ? code
      : `(${absent}?null:${code})`;
  }

  #memberIn(node: Extract<Truth, { readonly k: 'memberIn' }>): KnownTruth {
    const { a, set } = node;
    if (a.holds === 'text' && set.k === 'lit') {
      const text = this.#of.text(a);
      if (!text.open) return { code: this.#oneOf(this.#textOf(text), set.values.map(String)), settled: true };
    }
    if (set.k === 'lit' && set.list)
      return {
        code: this.#of.around.op('memberOfB', this.#of.maybe(a), this.#of.open.options(set)),
        settled: false,
      };
    return {
      code: this.#of.around.op('memberInB', this.#of.maybe(a), this.#of.options(set)),
      settled: false,
    };
  }

  #oneOf(code: string, values: readonly string[]): string {
    if (values.length > 8)
      return `${this.#of.around.constant(`new Set([${values.map(quoted).join(',')}])`)}.has(${code})`;
    return values.length === 0
      ? 'false'
      : `(${values.map((value) => `${code}===${quoted(value)}`).join('||')})`;
  }

  #members(node: Extract<Truth, { readonly k: 'memberAny' | 'memberAll' }>): KnownTruth {
    const { a, set, k } = node;
    if (a.k === 'fact' && set.k === 'lit') {
      const name = this.#of.names.fact(a.input);
      const tests = set.values.map((value) => `${name}.includes(${quoted(String(value))})`);
      const joined = tests.join(k === 'memberAny' ? '||' : '&&') || `${k === 'memberAll'}`;
      const there = this.#of.subject.inputs[a.input]?.optional ? `${name}!==null&&` : '';
      return { code: `(${there}(${joined}))`, settled: true };
    }
    return { code: this.#of.around.op(`${k}B`, this.#of.options(a), this.#of.options(set)), settled: false };
  }

  #present(node: Node): KnownTruth {
    if (node.holds === 'truth')
      return {
        code: node.k === 'fact' ? `(${this.#of.names.fact(node.input)}!==null)` : 'true',
        settled: true,
      };
    if (node.k === 'fact' && node.holds === 'options')
      return {
        code: `(${this.#of.names.fact(node.input)}!==null&&${this.#of.names.fact(node.input)}.length>0)`,
        settled: true,
      };
    if (node.holds !== 'options') {
      const value = node.holds === 'number' ? this.#of.number(node) : this.#of.text(node);
      if (!value.open)
        return { code: value.absent === null ? 'true' : `!${bracketed(value.absent)}`, settled: true };
    }
    return {
      code: this.#of.around.op(
        'presentB',
        node.holds === 'options' ? this.#of.options(node) : this.#of.maybe(node),
      ),
      settled: false,
    };
  }

  #truthTable(node: Extract<Truth, { readonly k: 'table' }>): KnownTruth {
    return {
      code: this.#of.around.op(
        'truthTableB',
        ...this.#of.tables.parts(node.table, (value) => this.#of.bits(value as Truth)),
      ),
      settled: false,
    };
  }
}

const COMPARES = { eq: '===', lt: '<', le: '<=' } as const;
