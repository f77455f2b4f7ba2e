import { Fraction, printExact } from '../../../runtime/exact.ts';
import type { Exact } from '../../../runtime/value.ts';
import type { Given, Node, Num, Options, Table, Text, Truth } from '../nodes.ts';
import type { Algebra, Names, Open } from './open/parts.ts';
import { OpenTruths } from './open/truths.ts';
import { quoted, type Surround } from './scope.ts';

/**
 * Writes a node as an expression of JavaScript over values any of which may be unknown or absent: numbers are `Maybe<Exact>`,
 * texts `Maybe<string>`, by the runtime's own operations.
 */
export class OpenWriter implements Open {
  readonly around: Surround;
  readonly names: Names;
  readonly bits: boolean;
  readonly #truths: OpenTruths;

  constructor(around: Surround, algebra: Algebra, names: Names) {
    this.around = around;
    this.names = names;
    this.bits = algebra === 'bits';
    this.#truths = new OpenTruths(this);
  }

  truth(node: Truth): string {
    return this.#truths.truth(node);
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

  number(node: Num): string {
    // Names are for reasons.
    const at = this.bits ? "''" : quoted(node.at);
    switch (node.k) {
      case 'lit':
        return this.exact(node.value);
      case 'asOf':
        return 'asOf';
      case 'yearNow':
        return this.around.op('yearOf', 'asOf');
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
          return this.around.op('convert', this.number(node.a), this.exact(node.b.value));
        return this.around.op(node.k, this.number(node.a), this.number(node.b));
      case 'divide':
        return this.around.op('divide', this.number(node.a), this.number(node.b), at);
      case 'convert':
        return this.around.op('convert', this.number(node.a), this.exact(node.factor));
      case 'round':
        return this.around.op('round', this.number(node.a), quoted(node.mode), this.exact(node.to));
      case 'shift': {
        const parts = [this.number(node.date), this.number(node.n), at];
        if (node.by === 'workday') return this.around.op('addWorkdays', this.#calendar(), ...parts);
        return this.around.op(node.by === 'month' ? 'addMonths' : 'addDays', ...parts);
      }
      case 'calendar':
        return this.#calendarCall(node, at);
      case 'inYear':
        return this.around.op('dayInYear', this.number(node.year), this.text(node.day));
      case 'festival':
        return this.around.op(
          'festival',
          this.#calendar(),
          this.number(node.year),
          quoted(node.festival),
          at,
        );
      case 'rank':
        return this.around.op('rank', this.text(node.of), this.around.constant(JSON.stringify(node.order)));
      case 'bands': {
        const rows = node.rows.map(
          ({ to, rate }) => `{to:${to ? this.number(to) : 'null'},rate:${this.number(rate)}}`,
        );
        return this.around.op('bands', at, this.number(node.key), `[${rows.join(',')}]`);
      }
      default:
        return this.#anywhere(node);
    }
  }

  /** The table of holidays is large: only what counts working days, or names a festival, brings it along. */
  #calendar(): string {
    this.around.operations.add('chinaCalendar');
    return 'chinaCalendar';
  }

  #calendarCall(node: Extract<Num, { readonly k: 'calendar' }>, at: string): string {
    const args = node.args.map((arg) => this.number(arg));
    const [first = 'null'] = args;
    switch (node.fn) {
      case 'startOf':
        return this.around.op(node.ofMonth ? 'startOfMonth' : 'startOfYear', first);
      case 'endOf':
        return this.around.op(node.ofMonth ? 'endOfMonth' : 'endOfYear', first);
      case 'monthOf':
        return this.around.op('monthOf', first);
      case 'yearOf':
        return this.around.op(node.ofMonth ? 'yearOfMonth' : 'yearOf', first);
      case 'nextMonth':
        return this.around.op('nextMonth', node.ofMonth ? first : this.around.op('monthOf', first));
      case 'weekday':
        return this.around.op('weekday', first);
      case 'date':
        return this.around.op('dateOf', ...args, at);
      case 'month':
        return this.around.op('monthIn', ...args, at);
      case 'lunar':
        return this.around.op('lunarDate', this.#calendar(), ...args, at);
    }
  }

  text(node: Text): string {
    return node.k === 'lit' ? quoted(node.value) : this.#anywhere(node);
  }

  options(node: Options): string {
    if (node.k !== 'lit') return this.#anywhere(node);
    const items = node.values.map((one) => (typeof one === 'string' ? quoted(one) : this.exact(one)));
    return this.around.constant(`[${items.join(',')}]`);
  }

  /** An exact constant. */
  exact(value: Exact): string {
    if (!(value instanceof Fraction)) return `${value}`;
    return this.around.constant(this.around.op('exact', quoted(printExact(value))));
  }

  #anywhere(node: Exclude<Num | Text | Options, { readonly k: 'lit' }>): string {
    switch (node.k) {
      case 'fact':
        return this.names.fact(node.input, false);
      case 'bind':
        return this.around.bind(node.bind);
      case 'let':
        return this.names.local(node.local);
      case 'given':
        return this.names.given(node.given);
      case 'hole':
        return this.around.constant(this.around.op('unknownOf', `[${JSON.stringify(node.reason)}]`));
      case 'lookup':
        return this.lookup(node);
      case 'if': {
        const [c, a, b] = [this.truth(node.c), this.value(node.a), this.value(node.b)];
        return this.around.op(this.bits ? 'chooseB' : 'choose', c, a, b);
      }
      case 'table':
        return this.tableValue(node.table);
      default:
        throw new RangeError(`${node.k} is written elsewhere`);
    }
  }

  lookup(node: Extract<Node, { readonly k: 'lookup' }>): string {
    return node.keys.reduce(
      (value, key) => this.around.op('lookup', value, this.value(key)),
      this.#given(node.of),
    );
  }

  #given(given: Given): string {
    const name = this.names.given(given);
    return name === '' ? this.around.given(given) : name;
  }

  tableValue(table: Table<Node>): string {
    if (this.bits) return this.around.op('tableB', ...this.tableParts(table));
    return `${this.tableRead(table)}.value`;
  }

  /** The row that applies and the value, as `readRows` gives them (with reasons). */
  tableRead(table: Table<Node>): string {
    const { rows } = table;
    const keys = `()=>[${table.keys.map((key) => this.#keyValue(key)).join(',')}]`;
    const ids = this.around.constant(JSON.stringify(rows.map(({ id }) => id)));
    const tests = rows.flatMap(({ when }) => (when ? [this.truth(when)] : []));
    const values = rows.map(({ value }) => this.value(value));
    const mode = table.mode ? [quoted(table.mode)] : [];
    const rest = `${tests.length < rows.length}`;
    return this.around.op(
      'readRows',
      quoted(table.id),
      keys,
      ids,
      rest,
      byRow(tests),
      byRow(values),
      ...mode,
    );
  }

  /** Keys are looked at for what is unknown about them; truths are not. */
  #keyValue(key: Node): string {
    return key.holds === 'truth' ? 'null' : this.value(key);
  }

  /** Mode, whether the last row is `其余`, truths of the rows, values of the rows, keys where they matter. */
  tableParts(table: Table<Node>): readonly string[] {
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
    return this.around.op('rowB', ...this.#rowParts(table));
  }
}

/** The value of a row by its place: only what is asked for is worked out. */
export const byRow = (values: readonly string[]): string =>
  `(i)=>${values
    .slice(0, -1)
    .map((value, i) => `i===${i}?${value}:`)
    .join('')}${values.at(-1) ?? 'null'}`;
