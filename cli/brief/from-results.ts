import {
  type AmountColumns,
  type IdColumn,
  NONE,
  OPEN,
  type ProgrammeColumns,
  type ResultColumns,
  type ResultNumbers,
} from '../../runtime/columns/index.ts';
import type { Id } from '../../runtime/types.ts';
import { type Brief, type Codes, type IdBytes, named, outcomeTexts } from './brief.ts';

const INELIGIBLE = 0;

/** The rows of a batch. */
export interface Rows {
  /** Of each row of the batch, as it stands in the data. */
  readonly row: (at: number) => number;
  readonly id: (at: number) => string;
  /** The same ids as bytes, where the data are of a format that has them. */
  readonly ids?: IdBytes | undefined;
  /** Rows that are not decided. */
  readonly left: { has(at: number): boolean; readonly size: number };
}

/** Which line of the brief is about which row, programme and amount. */
interface Layout {
  readonly lines: number;
  readonly at: Int32Array;
  readonly programme: Int32Array;
  /** Place among the amounts of all programmes; −1: none. */
  readonly amount: Int32Array;
}

type Programmes = readonly (readonly [Id, ProgrammeColumns])[];
type Amounts = readonly (readonly [Id, AmountColumns])[];

/** What is decided of a batch, in brief. */
export function briefOfResults(results: ResultColumns, rows: Rows, label: (id: Id) => string): Brief {
  const programmes = Object.entries(results.programmes);
  const layout = laidOut(programmes, results.rows, rows.left);
  const rule = ids(programmes, layout, ({ reason }) => reason);
  const tier = ids(programmes, layout, ({ tier }) => tier, true);
  const amounts = programmes.flatMap(([, { amounts }]) => Object.entries(amounts));
  const min = money(amounts, layout, ({ min }) => min);
  const isExact = amounts.every(([, { min, max }]) => min === max);
  const { lines, at } = layout;
  return {
    lines,
    row: rowNumbers(layout, rows),
    id: (line) => rows.id(at[line] ?? 0),
    ...(rows.ids && { ids: idsOfLines(rows.ids, layout) }),
    programme: { values: layout.programme, texts: programmes.map(([id]) => id) },
    outcome: { values: outcomes(programmes, layout), texts: outcomeTexts },
    selection: { values: new Int32Array(lines).fill(-1), texts: [] },
    rule,
    ruleName: named(rule, label),
    tier,
    tierName: named(tier, label),
    amount: amountIds(amounts, layout),
    min,
    max: isExact ? min : money(amounts, layout, ({ max }) => max),
    from: months(amounts, layout, ({ from }) => from),
    to: months(amounts, layout, ({ to }) => to),
  };
}

function rowNumbers({ lines, at }: Layout, rows: Rows): Int32Array {
  const values = new Int32Array(lines);
  for (let line = 0; line < lines; line++) values[line] = rows.row(at[line] as number);
  return values;
}

function idsOfLines(ids: IdBytes, { lines, at }: Layout): IdBytes {
  const places = new Int32Array(lines);
  for (let line = 0; line < lines; line++) {
    const row = at[line] as number;
    places[line] = ids.places === null ? row : (ids.places[row] as number);
  }
  return { ...ids, places };
}

/**
 * To each line that `which` says is about `one`, what `from` has of its row; `open` for what is not settled. Plain loops over
 * one array at a time.
 */
function taken(
  into: Int32Array | Float64Array,
  from: Uint8Array | Int32Array | Float64Array,
  { lines, at }: Layout,
  which: Int32Array,
  one: number,
  open: number,
): void {
  for (let line = 0; line < lines; line++) {
    if (which[line] !== one) continue;
    const value = from[at[line] as number] as number;
    into[line] = value === OPEN ? open : value;
  }
}

function outcomes(programmes: Programmes, layout: Layout): Int32Array {
  const values = new Int32Array(layout.lines);
  for (const [of, [, { outcome }]] of programmes.entries())
    taken(values, outcome, layout, layout.programme, of, NONE);
  return values;
}

function laidOut(programmes: Programmes, rows: number, left: Rows['left']): Layout {
  const counts = programmes.map(([, columns]) => Object.keys(columns.amounts).length);
  const firsts = counts.map((_, of) => counts.slice(0, of).reduce((sum, count) => sum + count, 0));
  const most = counts.reduce((sum, count) => sum + Math.max(1, count), 0) * rows;
  const [at, programme, amount] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)];
  const outcomes = programmes.map(([, { outcome }]) => outcome);
  let lines = 0;
  for (let row = 0; row < rows; row++) {
    if (left.size > 0 && left.has(row)) continue;
    for (let of = 0; of < programmes.length; of++) {
      const count = outcomes[of]?.[row] === INELIGIBLE ? 0 : (counts[of] as number);
      for (let place = count === 0 ? -1 : 0; place < count; place++) {
        at[lines] = row;
        programme[lines] = of;
        amount[lines++] = place < 0 ? -1 : (firsts[of] as number) + place;
      }
    }
  }
  return {
    lines,
    at: at.subarray(0, lines),
    programme: programme.subarray(0, lines),
    amount: amount.subarray(0, lines),
  };
}

/** Ids of all programmes under one numbering. */
function ids(
  programmes: Programmes,
  layout: Layout,
  of: (columns: ProgrammeColumns) => IdColumn | undefined,
  notIneligible = false,
): Codes {
  const texts = new Map<Id, number>();
  const codeOf = (id: Id | null): number => {
    if (id === null) return -1;
    const code = texts.get(id) ?? texts.size;
    texts.set(id, code);
    return code;
  };
  const values = new Int32Array(layout.lines).fill(-1);
  for (const [one, [, columns]] of programmes.entries()) {
    const column = of(columns);
    if (column === undefined) continue;
    const codes = Int32Array.from(column.ids, codeOf);
    idsOfOne(values, layout, one, column.values, codes, notIneligible ? columns.outcome : null);
  }
  return { values, texts: [...texts.keys()] };
}

function idsOfOne(
  into: Int32Array,
  { lines, at, programme }: Layout,
  one: number,
  places: IdColumn['values'],
  codes: Int32Array,
  outcome: Uint8Array | null,
): void {
  for (let line = 0; line < lines; line++) {
    if (programme[line] !== one) continue;
    const row = at[line] as number;
    if (outcome === null || outcome[row] !== INELIGIBLE) into[line] = codes[places[row] as number] ?? -1;
  }
}

function amountIds(amounts: Amounts, { lines, amount }: Layout): Codes {
  const texts = [...new Set(amounts.map(([id]) => id))];
  const codes = Int32Array.from(amounts, ([id]) => texts.indexOf(id));
  const values = new Int32Array(lines);
  for (let line = 0; line < lines; line++) {
    const place = amount[line] as number;
    values[line] = place < 0 ? -1 : (codes[place] as number);
  }
  return { values, texts };
}

function money(
  amounts: Amounts,
  layout: Layout,
  of: (columns: AmountColumns) => ResultNumbers,
): Float64Array {
  const values = new Float64Array(layout.lines).fill(Number.NaN);
  for (const [place, [, columns]] of amounts.entries()) {
    const column = of(columns);
    // In doubles NaN says it itself, and the number that does in others is a number of fen.
    const open = column instanceof Int32Array ? Number.NaN : OPEN;
    taken(values, column, layout, layout.amount, place, open);
  }
  return values;
}

function months(
  amounts: Amounts,
  layout: Layout,
  of: (columns: AmountColumns) => Int32Array | undefined,
): Int32Array {
  const values = new Int32Array(layout.lines).fill(NONE);
  for (const [place, [, columns]] of amounts.entries()) {
    const column = of(columns);
    if (column !== undefined) taken(values, column, layout, layout.amount, place, NONE);
  }
  return values;
}
