import type { CutOff, Node, Table, Truth } from '../../nodes.ts';
import { byRow } from '../open.ts';
import { either, type Whole } from '../ranges.ts';
import { quoted } from '../scope.ts';
import type { Known, KnownRows } from './parts.ts';

/** Writes which row of a table applies over known facts, and what it comes to. */
export class KnownTables implements KnownRows {
  readonly #of: Known;

  constructor(of: Known) {
    this.#of = of;
  }

  /** The place of the row that applies: −1 where none does, or more than one. `null` while it can be open. */
  row(table: Table<Node>): string | null {
    const { by } = table;
    if (by) {
      const key = this.#of.number(by.key);
      if (!key.open && key.absent === null && key.den === 1) {
        return this.#of.names.row(table, () => this.#listedRow(by, key));
      }
    }
    const tests = table.rows.map(({ when }) => when && this.#of.truth(when));
    if (tests.some((test) => test && !test.settled)) return null;
    return this.#of.names.row(table, () =>
      this.#rowCode(
        table,
        tests.map((test) => test?.code ?? null),
      ),
    );
  }

  /** The row of a number that has one for each whole number: by looking it up where its range is narrow. */
  #listedRow(by: NonNullable<Table<Node>['by']>, { code, lo, hi }: Whole): string {
    const last = by.row.length - 1;
    const held = (n: number) => by.row[Math.min(Math.max(n - by.from, 0), last)] ?? -1;
    const narrow = hi - lo <= MOST_ROWS;
    const [from, to] = narrow ? [lo, hi] : [by.from, by.from + last];
    const rows = this.#of.around.constant(
      `[${Array.from({ length: to - from + 1 }, (_, i) => held(from + i)).join(',')}]`,
    );
    const at = from === 0 ? code : from > 0 ? `${code}-${from}` : `${code}+${-from}`;
    return narrow ? `${rows}[${at}]` : `${rows}[Math.min(Math.max(${at},0),${last})]`;
  }

  #rowCode(table: Table<Node>, tests: readonly (string | null)[]): string {
    const checked = table.mode === 'checked' && !areOpposite(table);
    return tests.reduceRight<string>((rest, test, i) => {
      if (test === null) return `${i}`;
      const later = tests.slice(i + 1).flatMap((other) => other ?? []);
      const own = checked && later.length > 0 ? `(${later.join('||')}?-1:${i})` : `${i}`;
      return `(${test}?${own}:${rest})`;
    }, '-1');
  }

  /** Only where one row applies whatever the record, and each has a whole number. */
  whole(table: Table<Node>): Whole | null {
    if (!this.#always(table)) return null;
    const row = this.row(table);
    const values = table.rows.map(({ value }) => (value.holds === 'number' ? this.#of.number(value) : null));
    if (row === null || values.some((value) => !value || value.open)) return null;
    return values.reduceRight<Whole | null>((rest, value, i) => {
      if (!value || value.open) return null;
      return i === table.rows.length - 1 ? value : rest && either(`${row}===${i}`, value, rest);
    }, null);
  }

  /** Whether some row, and only one, always applies. */
  #always(table: Table<Node>): boolean {
    if (table.by) {
      const key = this.#of.number(table.by.key);
      return !key.open && key.absent === null && !table.by.row.includes(-1);
    }
    if (areOpposite(table)) return table.keys.every((key) => this.#keyIsThere(key));
    return table.rows.some(({ when }) => when === null) && table.mode !== 'checked';
  }

  #keyIsThere(key: Node): boolean {
    if (key.holds !== 'number') return false;
    const number = this.#of.number(key);
    return !number.open && number.absent === null;
  }

  /** The value by its row where the row is settled; no row, or two: what the open operations make of it. */
  open(table: Table<Node>): string {
    const row = this.row(table);
    const value = (node: Node) => (node.holds === 'truth' ? this.#of.bits(node) : this.#of.maybe(node));
    if (row === null || table.mode === 'checked')
      return this.#of.around.op('tableB', ...this.parts(table, value));
    const none = this.#of.around.constant(this.#of.around.op('unknownOf', '[]'));
    const values = table.rows.map((one) => value(one.value));
    if (table.rows.every((one) => isFixed(one.value))) {
      const list = values.every((one) => /^[K\d]/.test(one))
        ? this.#of.around.constant(`[${values.join(',')}]`)
        : null;
      if (list) return this.#always(table) ? `${list}[${row}]` : `(${list}[${row}]??${none})`;
    }
    const last = this.#always(table)
      ? (values.at(-1) ?? none)
      : `${row}===${values.length - 1}?${values.at(-1)}:${none}`;
    const head = values.slice(0, -1).map((one, i) => `${row}===${i}?${one}:`);
    return `(${head.join('')}${last})`;
  }

  /** The same where the rows' tests can be open. */
  openRow(table: Table<Node>): string {
    const [mode = '', rest = '', tests = ''] = this.parts(table, () => '0');
    return this.#of.around.op('rowB', mode, rest, tests);
  }

  parts(table: Table<Node>, value: (node: Node) => string): readonly string[] {
    const tests = table.rows.flatMap(({ when }) => (when ? [this.#of.bits(when)] : []));
    return [
      quoted(table.mode ?? 'exclusive'),
      `${table.rows.some(({ when }) => when === null)}`,
      `[${tests.join(',')}]`,
      byRow(table.rows.map((row) => value(row.value))),
      `()=>[${table.keys.map((key) => (key.holds === 'truth' ? 'null' : this.#of.maybe(key))).join(',')}]`,
    ];
  }
}

/** Rows are listed for at most so many numbers. */
const MOST_ROWS = 1024;

const isFixed = (node: Node): boolean => node.k === 'lit' || node.k === 'hole';

/** Two rows, the one the opposite of the other: a key that is there lies in exactly one. */
function areOpposite({ rows }: Table<Node>): boolean {
  const [first, second, ...others] = rows.map(({ when }) => cutIn(when));
  if (!first || !second || others.length > 0) return false;
  const apart = (cut: CutOff) =>
    JSON.stringify({ ...cut, sense: '' }, (key, value: unknown) => (key === 'at' ? undefined : value));
  return first.sense !== second.sense && apart(first) === apart(second);
}

function cutIn(when: Truth | null): CutOff | null {
  if (when?.k === 'compare') return when.cut ?? null;
  if (when?.k !== 'within') return null;
  const ends = [when.low, when.high].filter((end) => end !== undefined);
  return ends.length === 1 ? cutIn(ends[0] ?? null) : null;
}
