import { type Batch, type Column, shapeOf } from '../../../runtime/columns/index.ts';
import { InputErrors, type InputError } from '../../../runtime/input/errors.ts';
import { readRow } from '../../../runtime/input/read.ts';
import type { FactMeta, Id, PolicyMeta } from '../../../runtime/types.ts';
import type { RowProblem } from '../../decide/entry.ts';
import { assembled, type Facts } from '../assemble.ts';
import type { ColumnPlan } from '../columns.ts';
import type { Texts } from '../../texts/texts.ts';
import { ABSENT, ASIDE, Cells, columnOf } from './cells.ts';
import { Marks } from './marks.ts';
import { readNumeric } from './numeric.ts';
import type { Held, RawColumn, Table } from './table.ts';

/** What is wrong with a row: found by the reader of inputs, or by that of tables. */
export type BadRow = { readonly errors: readonly InputError[] } | { readonly problem: RowProblem };

export interface TableBatch {
  readonly batch: Batch;
  /** Rows that are not decided; in the batch nothing is known of them. Counted from 0. */
  readonly bad: ReadonlyMap<number, BadRow>;
}

export interface BatchReading {
  readonly meta: PolicyMeta;
  readonly facts: readonly FactMeta[];
  readonly texts: Texts;
}

/** One fact: its values so far, and what is known of them. */
interface Made {
  readonly fact: FactMeta;
  readonly marks: Marks;
  readonly column: () => Column;
}

/**
 * Rows of a table as a batch. Rows with a value that is wrong, or that no column holds, are read by themselves as any row is:
 * they are told as such, or come along as they are.
 */
export function batchOfTable(group: Table, plan: ColumnPlan, reading: BatchReading): TableBatch {
  const aside = new Uint8Array(group.rows);
  const made = reading.facts.flatMap((fact) => factColumn(group, fact, reading.meta, aside) ?? []);
  acrossFacts(made, aside);
  const { bad, odd } = readAside(group, plan, reading, aside);
  for (const row of [...bad.keys(), ...odd.keys()]) for (const { marks } of made) marks.forget(row);
  const columns = Object.create(null) as { [fact: Id]: Column };
  for (const { fact, column } of made) columns[fact.id] = column();
  return { batch: { rows: group.rows, columns, ...(odd.size > 0 && { odd }) }, bad };
}

function factColumn(group: Table, fact: FactMeta, meta: PolicyMeta, aside: Uint8Array): Made | null {
  const own = group.columns.filter((held) => held !== null && held.target.fact === fact.id) as Held[];
  if (own.length === 0) return null;
  const values = own.filter(({ target }) => target.part !== 'none');
  const none = own.find(({ target }) => target.part === 'none');
  const made =
    shapeOf(meta, fact).t === 'given'
      ? given(fact, values, group.rows, meta, aside)
      : typed(fact, values[0], group.rows, meta, aside);
  if (none) markNone(made, none, aside);
  return made;
}

function typed(
  fact: FactMeta,
  held: Held | undefined,
  rows: number,
  meta: PolicyMeta,
  aside: Uint8Array,
): Made {
  const cells = new Cells(meta, fact);
  const raw = held?.raw ?? null;
  const marks = new Marks(rows, held === undefined ? new Uint8Array(rows) : (raw?.known ?? null));
  const values = held === undefined ? blank(cells, rows) : valuesOf(cells, fact, held, rows, marks, aside);
  return { fact, marks, column: () => columnOf(cells, values, marks) };
}

/** Straight from the column where it is of the kind, else value by value. */
function valuesOf(
  cells: Cells,
  fact: FactMeta,
  held: Held,
  rows: number,
  marks: Marks,
  aside: Uint8Array,
): Values {
  const { target, kind, raw } = held;
  const { shape } = cells;
  if (raw?.t === 'flags' && shape.t === 'flags') return raw.values;
  const read =
    raw?.t === 'numbers' && shape.t === 'numbers'
      ? readNumeric(fact, { target, kind, values: raw.values }, marks, aside, shape.bits === 64)
      : null;
  if (read !== null) return read;
  return raw?.t === 'codes'
    ? byCodes(cells, held, raw, marks, aside)
    : byGiven(cells, held, rows, marks, aside);
}

function blank({ shape }: Cells, rows: number): Values {
  if (shape.t === 'flags') return new Uint8Array(rows);
  return shape.t === 'numbers' && shape.bits === 64 ? new Float64Array(rows) : new Int32Array(rows);
}

/** The place of a value in the cells, each distinct one read once. */
function placeOf(cells: Cells): (value: unknown) => number {
  const byText = new Map<unknown, number>();
  return (value) => {
    const key = typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
    let place = byText.get(key);
    if (place === undefined) {
      place = cells.place(value);
      // So many distinct ones are not repeated: they need not be remembered.
      if (byText.size < MOST) byText.set(key, place);
    }
    return place;
  };
}

const UNREAD = -9;
const MOST = 100_000;

type Values = Uint8Array | Int32Array | Float64Array;

/** Row by row. */
function byGiven(cells: Cells, { given }: Held, rows: number, marks: Marks, aside: Uint8Array): Values {
  const out = blank(cells, rows);
  const read = placeOf(cells);
  const { values } = cells;
  for (let row = 0; row < rows; row++) {
    if (!marks.isKnown(row)) continue;
    const place = read(given(row));
    if (place >= 0) out[row] = values[place] as number;
    else markPlace(place, row, marks, aside);
  }
  return out;
}

/** By the dictionary that a column came with: each of its texts is read once, where a row first has it. */
function byCodes(
  cells: Cells,
  { given }: Held,
  { codes, dictionary }: RawColumn & { readonly t: 'codes' },
  marks: Marks,
  aside: Uint8Array,
): Values {
  const out = blank(cells, codes.length);
  const read = placeOf(cells);
  const { values } = cells;
  const places = new Int32Array(dictionary.length).fill(UNREAD);
  for (let row = 0; row < codes.length; row++) {
    if (!marks.isKnown(row)) continue;
    const code = codes[row] as number;
    let place = places[code] as number;
    if (place === UNREAD) {
      place = read(given(row));
      places[code] = place;
    }
    if (place >= 0) out[row] = values[place] as number;
    else markPlace(place, row, marks, aside);
  }
  return out;
}

function markPlace(place: number, row: number, marks: Marks, aside: Uint8Array): void {
  if (place === ABSENT) marks.markAbsent(row);
  else {
    marks.forget(row);
    if (place === ASIDE) aside[row] = 1;
  }
}

/** Lists, records and keyed values stay as they are given; each is tried here, so that what is wrong is found now. */
function given(
  fact: FactMeta,
  own: readonly Held[],
  rows: number,
  meta: PolicyMeta,
  aside: Uint8Array,
): Made {
  const cells = new Cells(meta, fact);
  const values: unknown[] = [];
  for (let row = 0; row < rows; row++) {
    const value = givenValue(own, row);
    if (cells.takes(value)) values.push(value);
    else {
      values.push(undefined);
      aside[row] = 1;
    }
  }
  const marks = new GivenMarks(rows, values);
  return { fact, marks, column: () => ({ t: 'given', values }) };
}

class GivenMarks extends Marks {
  readonly #values: unknown[];

  constructor(rows: number, values: unknown[]) {
    super(rows, null);
    this.#values = values;
  }

  override isKnown(row: number): boolean {
    return this.#values[row] !== undefined;
  }

  override forget(row: number): void {
    this.#values[row] = undefined;
  }

  override markAbsent(row: number): void {
    this.#values[row] = null;
  }
}

function givenValue(own: readonly Held[], row: number): unknown {
  const keyed = own.filter(({ target }) => target.key !== null);
  if (keyed.length === 0) return own[0]?.given(row);
  const entries = keyed.flatMap(({ target, given }) => {
    const value = given(row);
    return value === undefined ? [] : [[target.key ?? '', value] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** `去世日期.无`: there surely is none. A row that says so and gives one all the same is told as wrong. */
function markNone({ marks }: Made, none: Held, aside: Uint8Array): void {
  const { raw } = none;
  if (raw?.t === 'flags') {
    const { values, known } = raw;
    for (let row = 0; row < values.length; row++)
      if (values[row] === 1 && (known === null || known[row] === 1)) sayNone(marks, row, aside);
    return;
  }
  for (let row = 0; row < marks.rows; row++) {
    const said = none.given(row);
    if (said === true) sayNone(marks, row, aside);
    else if (said !== false && said !== undefined) aside[row] = 1;
  }
}

function sayNone(marks: Marks, row: number, aside: Uint8Array): void {
  // One that was found absent already is no contradiction, but then the row is read once more: rare.
  if (marks.isKnown(row)) aside[row] = 1;
  else marks.markAbsent(row);
}

/** Bounds that are other facts are held by the reader of whole rows. */
function acrossFacts(made: readonly Made[], aside: Uint8Array): void {
  for (const { fact, column } of made) {
    for (const [id, sign] of [
      [fact.minFact, 1],
      [fact.maxFact, -1],
    ] as const) {
      const other = made.find((one) => one.fact.id === id)?.column();
      const own = id === undefined ? undefined : column();
      if (own?.t !== 'numbers' || other?.t !== 'numbers') continue;
      for (let row = 0; row < aside.length; row++)
        if (((own.values[row] as number) - (other.values[row] as number)) * sign < 0) aside[row] = 1;
    }
  }
}

function readAside(
  group: Table,
  plan: ColumnPlan,
  { meta, facts, texts }: BatchReading,
  aside: Uint8Array,
): { readonly bad: ReadonlyMap<number, BadRow>; readonly odd: ReadonlyMap<number, Facts> } {
  const bad = new Map<number, BadRow>();
  const odd = new Map<number, Facts>();
  for (let row = aside.indexOf(1); row >= 0; row = aside.indexOf(1, row + 1)) {
    const read = assembled(plan, (column) => group.value(column, row), texts);
    if ('problem' in read) {
      bad.set(row, read);
      continue;
    }
    try {
      readRow(meta, facts, read.facts);
      odd.set(row, read.facts);
    } catch (error) {
      if (!(error instanceof InputErrors)) throw error;
      bad.set(row, { errors: error.errors });
    }
  }
  return { bad, odd };
}
