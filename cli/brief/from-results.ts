import {
  type AmountColumns,
  fenAt,
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
  /** Place among the amounts of the programme; −1: none. */
  readonly amount: Int32Array;
}

type Programmes = readonly (readonly [Id, ProgrammeColumns])[];

/** What is decided of a batch, in brief. */
export function briefOfResults(results: ResultColumns, rows: Rows, label: (id: Id) => string): Brief {
  const programmes = Object.entries(results.programmes);
  const layout = laidOut(programmes, results.rows, rows.left);
  const rule = ids(programmes, layout, ({ reason }) => reason);
  const tier = ids(programmes, layout, ({ tier }) => tier, true);
  const amounts = programmes.map(([, { amounts }]) => Object.entries(amounts));
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
    min: money(amounts, layout, ({ min }) => min),
    max: money(amounts, layout, ({ max }) => max),
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

function outcomes(programmes: Programmes, { lines, at, programme }: Layout): Int32Array {
  const columns = programmes.map(([, { outcome }]) => outcome);
  const values = new Int32Array(lines);
  for (let line = 0; line < lines; line++)
    values[line] = columns[programme[line] as number]?.[at[line] as number] as number;
  return values;
}

function laidOut(programmes: Programmes, rows: number, left: Rows['left']): Layout {
  const amounts = programmes.map(([, columns]) => Object.keys(columns.amounts).length);
  const most = amounts.reduce((sum, count) => sum + Math.max(1, count), 0) * rows;
  const [at, programme, amount] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)];
  let lines = 0;
  const add = (row: number, of: number, place: number): void => {
    at[lines] = row;
    programme[lines] = of;
    amount[lines++] = place;
  };
  for (let row = 0; row < rows; row++) {
    if (left.size > 0 && left.has(row)) continue;
    for (let of = 0; of < programmes.length; of++) {
      const isNot = programmes[of]?.[1].outcome[row] === INELIGIBLE;
      const count = isNot ? 0 : (amounts[of] ?? 0);
      if (count === 0) add(row, of, -1);
      for (let place = 0; place < count; place++) add(row, of, place);
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
  { lines, at, programme }: Layout,
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
  const columns = programmes.map(([, one]) => of(one));
  const codes = columns.map((column) => Int32Array.from(column?.ids ?? [], codeOf));
  const values = new Int32Array(lines);
  for (let line = 0; line < lines; line++) {
    const one = programme[line] as number;
    const row = at[line] as number;
    const isLeft = notIneligible && programmes[one]?.[1].outcome[row] === INELIGIBLE;
    const place = columns[one]?.values[row];
    values[line] = isLeft || place === undefined ? -1 : (codes[one]?.[place] ?? -1);
  }
  return { values, texts: [...texts.keys()] };
}

type Amounts = readonly (readonly (readonly [Id, AmountColumns])[])[];

function amountIds(amounts: Amounts, { lines, programme, amount }: Layout): Codes {
  const texts = [...new Set(amounts.flatMap((all) => all.map(([id]) => id)))];
  const codes = amounts.map((all) => all.map(([id]) => texts.indexOf(id)));
  const values = new Int32Array(lines);
  for (let line = 0; line < lines; line++)
    values[line] = codes[programme[line] as number]?.[amount[line] as number] ?? -1;
  return { values, texts };
}

function money(
  amounts: Amounts,
  { lines, at, programme, amount }: Layout,
  of: (columns: AmountColumns) => ResultNumbers,
): Float64Array {
  const columns = amounts.map((all) => all.map(([, one]) => of(one)));
  const values = new Float64Array(lines);
  for (let line = 0; line < lines; line++) {
    const column = columns[programme[line] as number]?.[amount[line] as number];
    values[line] = column === undefined ? Number.NaN : (fenAt(column, at[line] as number) ?? Number.NaN);
  }
  return values;
}

function months(
  amounts: Amounts,
  { lines, at, programme, amount }: Layout,
  of: (columns: AmountColumns) => Int32Array | undefined,
): Int32Array {
  const columns = amounts.map((all) => all.map(([, one]) => of(one)));
  const values = new Int32Array(lines);
  for (let line = 0; line < lines; line++) {
    const value = columns[programme[line] as number]?.[amount[line] as number]?.[at[line] as number];
    values[line] = value === undefined || value === OPEN ? NONE : value;
  }
  return values;
}
