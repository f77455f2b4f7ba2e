import { Fraction, printExact } from '../../../runtime/exact.ts';
import type { Exact } from '../../../runtime/value.ts';
import type { CutOff, Given, Node, Num, Options, Table, Text, Truth } from '../nodes.ts';
import { quoted, type Surround } from './scope.ts';

/**
 * How conditions are written: `bits` (0 no, 1 open, 3 yes) without what keeps them open, or the runtime's `Truth` with its
 * reasons.
 */
export type Algebra = 'bits' | 'reasons';

/** How the things that a record or a binding holds are called in the text. */
export interface Names {
  /** A fact as a value, or (a condition) as a truth of the algebra. */
  readonly fact: (input: number, raw: boolean) => string;
  readonly local: (local: number) => string;
  /** Empty for a keyed parameter that was bound. */
  readonly given: (given: Given) => string;
  /** Days that a date fact may be compared with a cut-off at. */
  readonly range: (input: number) => readonly [min: number, max: number] | undefined;
}

/**
 * Writes a node as an expression of JavaScript over values any of which may be unknown or absent: numbers are `Maybe<Exact>`,
 * texts `Maybe<string>`, by the runtime's own operations.
 */
export class OpenWriter {
  readonly #around: Surround;
  readonly #algebra: Algebra;
  readonly #names: Names;

  constructor(around: Surround, algebra: Algebra, names: Names) {
    this.#around = around;
    this.#algebra = algebra;
    this.#names = names;
  }

  get #bits(): boolean {
    return this.#algebra === 'bits';
  }

  #op(name: string, ...args: readonly string[]): string {
    return this.#around.op(name, ...args);
  }

  /** Any node: truths as the algebra has them. */
  value(node: Node): string {
    switch (node.holds) {
      case 'truth':
        return this.truth(node);
      case 'number':
        return this.number(node);
      case 'text':
        return this.text(node);
      case 'options':
        return this.options(node);
    }
  }

  truth(node: Truth): string {
    const at = quoted(node.at);
    /** The operation of the algebra; conditions with reasons have a name. */
    const named = (name: string, ...args: readonly string[]) =>
      this.#bits ? this.#op(`${name}B`, ...args) : this.#op(name, ...args, at);
    switch (node.k) {
      case 'lit':
        return this.#bits ? (node.value ? '3' : '0') : `${node.value}`;
      case 'hole':
        return this.#bits
          ? '1'
          : this.#around.constant(this.#op('doubt', at, `[${JSON.stringify(node.reason)}]`));
      case 'fact':
        return this.#names.fact(node.input, false);
      case 'bind':
        return this.#bits ? this.#around.bindBits(node.bind) : this.#boundTruth(node.bind);
      case 'let':
        return this.#names.local(node.local);
      case 'given':
        return this.#op('truthOf', this.#names.given(node.given), at);
      case 'lookup':
        return this.#asTruth(this.#op('truthOf', this.#lookup(node), at));
      case 'not':
        return this.#bits ? this.#op('notB', this.truth(node.a)) : this.#op('not', this.truth(node.a));
      case 'all':
      case 'any':
        return this.#joined(
          node.k,
          node.parts.map((part) => this.truth(part)),
        );
      case 'atLeast': {
        const parts = node.parts.map((part) => this.truth(part)).join(',');
        return this.#bits
          ? this.#op('atLeastB', `${node.n}`, `[${parts}]`)
          : this.#op('atLeast', `${node.n}`, parts);
      }
      case 'if': {
        const parts = [node.c, node.a, node.b].map((part) => this.truth(part));
        return this.#bits ? this.#op('ifB', ...parts) : this.#op('chooseTruth', ...parts);
      }
      case 'same': {
        const parts = [this.truth(node.a), this.truth(node.b)];
        return this.#bits ? this.#op('sameB', ...parts) : this.#op('sameTruth', ...parts);
      }
      case 'table':
        return this.#bits
          ? this.#op('truthTableB', ...this.#tableParts(node.table))
          : this.#op('truthOf', this.#tableValue(node.table), at);
      case 'compare': {
        const [a, b] = [this.number(node.a), this.number(node.b)];
        const open = this.#plainly('number', [a, b], `${a}${COMPARES[node.op]}${b}`, named(node.op, a, b));
        return node.cut ? this.#byCut([node.cut], open) : open;
      }
      case 'within':
        return this.#within(node, at);
      case 'sameText':
        return this.#sameText(node, at);
      case 'sameOptions': {
        const [a, b] = [this.options(node.a), this.options(node.b)];
        return this.#bits
          ? `(${this.#op('memberAllB', a, b)}&${this.#op('memberAllB', b, a)})`
          : this.#op('equal', a, b, at);
      }
      case 'memberIn':
        return this.#memberIn(node, at);
      case 'memberAny':
      case 'memberAll':
        return named(node.k, this.options(node.a), this.options(node.set));
      case 'present':
        return named('present', this.#raw(node.a));
    }
  }

  #sameText({ a, b }: Extract<Truth, { readonly k: 'sameText' }>, at: string): string {
    const [x, y] = [this.text(a), this.text(b)];
    if (this.#bits) return this.#op('sameTextB', x, y);
    return this.#plainly('string', [x, y], `${x}===${y}`, this.#op('eq', x, y, at));
  }

  /** By what JavaScript has where the values are settled, which they most often are: reasons cost a call. */
  #plainly(type: 'number' | 'string', values: readonly string[], plain: string, open: string): string {
    if (this.#bits || !values.every((value) => /^(?:[ub]\d+|-?\d+|'[^']*')$/.test(value))) return open;
    const tests = values.filter((value) => /^[ub]/.test(value)).map((value) => `typeof ${value}==='${type}'`);
    return tests.length === 0 ? open : `(${tests.join('&&')}?${plain}:${open})`;
  }

  /** What is read as it was given is open anew each time that it is read. */
  #boundTruth(index: number): string {
    const bind = this.#around.lowered.binds[index];
    const given = bind?.k === 'value' && bind.value.k === 'given' && bind.value.holds === 'truth';
    return given ? this.truth(bind.value) : this.#around.bind(index);
  }

  #asTruth(truth: string): string {
    return this.#bits ? this.#op('bitsOf', truth) : truth;
  }

  #joined(op: 'all' | 'any', parts: readonly string[]): string {
    if (!this.#bits) return this.#op(op, ...parts);
    if (parts.length === 0) return op === 'all' ? '3' : '0';
    return joinedBits(op, parts);
  }

  /** By days worked out when bound, where the fact and what the days hang on are known. */
  #byCut(cuts: readonly CutOff[], otherwise: string): string {
    const [first] = cuts;
    const range = first && this.#names.range(first.input);
    if (!first || !range) return otherwise;
    const name = this.#names.fact(first.input, false);
    const guard = `${name}!==null&&${name}>=${range[0]}&&${name}<=${range[1]}`;
    return this.#bits
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
        return this.#op('pickB', this.truth(than.c), test(than.a, sense), test(than.b, sense));
      const day = than.k === 'bind' ? this.#around.bind(than.bind) : 'null';
      days.add(day);
      return `(${name}${sense === 'upTo' ? '<=' : '>'}${day}?3:0)`;
    };
    const tests = cuts.map(({ than, sense }) => test(than, sense)).join('&');
    const there = [...days].map((day) => `&&${day}!==null`).join('');
    return `(${guard}${there}?${tests}:${otherwise})`;
  }

  #cutDay(than: Num): string {
    if (than.k === 'bind') return this.#around.bind(than.bind);
    if (than.k !== 'if') return 'null';
    const c = this.truth(than.c);
    return `(${c}===true?${this.#cutDay(than.a)}:${c}===false?${this.#cutDay(than.b)}:null)`;
  }

  #within(node: Extract<Truth, { readonly k: 'within' }>, at: string): string {
    const [a, lo, hi] = [
      this.number(node.a),
      node.lo ? this.number(node.lo) : 'null',
      node.hi ? this.number(node.hi) : 'null',
    ];
    const there = [a, lo, hi].filter((end) => end !== 'null');
    const plain = [
      ...(lo === 'null' ? [] : [`${lo}${node.loIn ? '<=' : '<'}${a}`]),
      ...(hi === 'null' ? [] : [`${a}${node.hiIn ? '<=' : '<'}${hi}`]),
    ];
    const open = this.#bits
      ? this.#op('withinB', a, lo, `${node.loIn}`, hi, `${node.hiIn}`)
      : this.#plainly(
          'number',
          there,
          plain.join('&&') || 'true',
          this.#op('within', a, `{lo:${lo},loIn:${node.loIn},hi:${hi},hiIn:${node.hiIn}}`, at),
        );
    const ends = [node.low, node.high].filter((end) => end !== undefined);
    const cuts = ends.flatMap((end) => (end.k === 'compare' && end.cut ? [end.cut] : []));
    // Ends that hang on facts of their own are not days of one fact.
    const isOne = cuts.every(({ input }) => input === cuts[0]?.input);
    return cuts.length > 0 && cuts.length === ends.length && isOne ? this.#byCut(cuts, open) : open;
  }

  #memberIn(node: Extract<Truth, { readonly k: 'memberIn' }>, at: string): string {
    const [a, { set }] = [this.value(node.a), node];
    if (set.k !== 'lit' || !set.list)
      return this.#bits
        ? this.#op('memberInB', a, this.options(set))
        : this.#op('memberIn', a, this.options(set), at);
    const items = this.options(set);
    if (this.#bits) return this.#op('memberOfB', a, items);
    return this.#op('memberOfList', a, this.#around.constant(`{items:${items},complete:true}`), at);
  }

  /** For asking whether it is there at all: conditions too as they are read. */
  #raw(node: Node): string {
    if (node.k === 'fact') return this.#names.fact(node.input, true);
    if (node.k === 'given') return this.#names.given(node.given);
    if (node.k === 'bind' && node.holds === 'truth') return this.#around.bind(node.bind);
    return node.holds === 'truth' ? 'true' : this.value(node);
  }

  number(node: Num): string {
    // Names are for reasons.
    const at = this.#bits ? "''" : quoted(node.at);
    switch (node.k) {
      case 'lit':
        return this.exact(node.value);
      case 'asOf':
        return 'asOf';
      case 'yearNow':
        return this.#op('yearOf', 'asOf');
      case 'add':
      case 'subtract':
      case 'multiply':
        // By a positive constant the ends of a range stay where they are.
        if (
          node.k === 'multiply' &&
          node.b.k === 'lit' &&
          typeof node.b.value === 'number' &&
          node.b.value > 0
        )
          return this.#op('convert', this.number(node.a), this.exact(node.b.value));
        return this.#op(node.k, this.number(node.a), this.number(node.b));
      case 'divide':
        return this.#op('divide', this.number(node.a), this.number(node.b), at);
      case 'convert':
        return this.#op('convert', this.number(node.a), this.exact(node.factor));
      case 'round':
        return this.#op('round', this.number(node.a), quoted(node.mode), this.exact(node.to));
      case 'shift': {
        const parts = [this.number(node.date), this.number(node.n), at];
        if (node.by === 'workday') return this.#op('addWorkdays', this.#calendar(), ...parts);
        return this.#op(node.by === 'month' ? 'addMonths' : 'addDays', ...parts);
      }
      case 'calendar':
        return this.#calendarCall(node, at);
      case 'inYear':
        return this.#op('dayInYear', this.number(node.year), this.text(node.day));
      case 'festival':
        return this.#op('festival', this.#calendar(), this.number(node.year), quoted(node.festival), at);
      case 'rank':
        return this.#op('rank', this.text(node.of), this.#around.constant(JSON.stringify(node.order)));
      case 'bands': {
        const rows = node.rows.map(
          ({ to, rate }) => `{to:${to ? this.number(to) : 'null'},rate:${this.number(rate)}}`,
        );
        return this.#op('bands', at, this.number(node.key), `[${rows.join(',')}]`);
      }
      default:
        return this.#anywhere(node);
    }
  }

  /** The table of holidays is large: only what counts working days, or names a festival, brings it along. */
  #calendar(): string {
    this.#around.operations.add('chinaCalendar');
    return 'chinaCalendar';
  }

  #calendarCall(node: Extract<Num, { readonly k: 'calendar' }>, at: string): string {
    const args = node.args.map((arg) => this.number(arg));
    const [first = 'null'] = args;
    switch (node.fn) {
      case 'startOf':
        return this.#op(node.ofMonth ? 'startOfMonth' : 'startOfYear', first);
      case 'endOf':
        return this.#op(node.ofMonth ? 'endOfMonth' : 'endOfYear', first);
      case 'monthOf':
        return this.#op('monthOf', first);
      case 'yearOf':
        return this.#op(node.ofMonth ? 'yearOfMonth' : 'yearOf', first);
      case 'nextMonth':
        return this.#op('nextMonth', node.ofMonth ? first : this.#op('monthOf', first));
      case 'weekday':
        return this.#op('weekday', first);
      case 'date':
        return this.#op('dateOf', ...args, at);
      case 'month':
        return this.#op('monthIn', ...args, at);
      case 'lunar':
        return this.#op('lunarDate', this.#calendar(), ...args, at);
    }
  }

  text(node: Text): string {
    return node.k === 'lit' ? quoted(node.value) : this.#anywhere(node);
  }

  options(node: Options): string {
    if (node.k !== 'lit') return this.#anywhere(node);
    const items = node.values.map((one) => (typeof one === 'string' ? quoted(one) : this.exact(one)));
    return this.#around.constant(`[${items.join(',')}]`);
  }

  /** An exact constant. */
  exact(value: Exact): string {
    if (!(value instanceof Fraction)) return `${value}`;
    return this.#around.constant(this.#op('exact', quoted(printExact(value))));
  }

  #anywhere(node: Exclude<Num | Text | Options, { readonly k: 'lit' }>): string {
    switch (node.k) {
      case 'fact':
        return this.#names.fact(node.input, false);
      case 'bind':
        return this.#around.bind(node.bind);
      case 'let':
        return this.#names.local(node.local);
      case 'given':
        return this.#names.given(node.given);
      case 'hole':
        return this.#around.constant(this.#op('unknownOf', `[${JSON.stringify(node.reason)}]`));
      case 'lookup':
        return this.#lookup(node);
      case 'if': {
        const [c, a, b] = [this.truth(node.c), this.value(node.a), this.value(node.b)];
        return this.#op(this.#bits ? 'chooseB' : 'choose', c, a, b);
      }
      case 'table':
        return this.#tableValue(node.table);
      default:
        throw new RangeError(`${node.k} is written elsewhere`);
    }
  }

  #lookup(node: Extract<Node, { readonly k: 'lookup' }>): string {
    return node.keys.reduce((value, key) => this.#op('lookup', value, this.value(key)), this.#given(node.of));
  }

  #given(given: Given): string {
    const name = this.#names.given(given);
    return name === '' ? this.#around.given(given) : name;
  }

  #tableValue(table: Table<Node>): string {
    if (this.#bits) return this.#op('tableB', ...this.#tableParts(table));
    return `${this.tableRead(table)}.value`;
  }

  /** The row that applies and the value, as `readRows` gives them (with reasons). */
  tableRead(table: Table<Node>): string {
    const { rows } = table;
    const keys = `()=>[${table.keys.map((key) => this.#keyValue(key)).join(',')}]`;
    const ids = this.#around.constant(JSON.stringify(rows.map(({ id }) => id)));
    const tests = rows.flatMap(({ when }) => (when ? [this.truth(when)] : []));
    const values = rows.map(({ value }) => this.value(value));
    const mode = table.mode ? [quoted(table.mode)] : [];
    const rest = `${tests.length < rows.length}`;
    return this.#op('readRows', quoted(table.id), keys, ids, rest, byRow(tests), byRow(values), ...mode);
  }

  /** Keys are looked at for what is unknown about them; truths are not. */
  #keyValue(key: Node): string {
    return key.holds === 'truth' ? 'null' : this.value(key);
  }

  /** Mode, whether the last row is `其余`, truths of the rows, values of the rows, keys where they matter. */
  #tableParts(table: Table<Node>): readonly string[] {
    const values = table.rows.map(({ value }) => this.value(value));
    return [
      ...this.#rowParts(table),
      byRow(values),
      `()=>[${table.keys.map((key) => this.#keyValue(key)).join(',')}]`,
    ];
  }

  #rowParts({ mode, rows }: Table<Node>): readonly string[] {
    const tests = rows.flatMap(({ when }) => (when ? [this.truth(when)] : []));
    return [quoted(mode ?? 'exclusive'), `${rows.some(({ when }) => when === null)}`, `[${tests.join(',')}]`];
  }

  /** The place of the row that surely applies alone, −1 where none does: for bits. */
  row(table: Table<Node>): string {
    return this.#op('rowB', ...this.#rowParts(table));
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

/** The value of a row by its place: only what is asked for is worked out. */
export const byRow = (values: readonly string[]): string =>
  `(i)=>${values
    .slice(0, -1)
    .map((value, i) => `i===${i}?${value}:`)
    .join('')}${values.at(-1) ?? 'null'}`;

const COMPARES = { eq: '===', lt: '<', le: '<=' } as const;
