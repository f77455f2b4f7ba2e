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
  const { shape } = cells;
  const raw = held?.raw ?? null;
  const marks = new Marks(rows, held === undefined ? new Uint8Array(rows) : (raw?.known ?? null));
  const wide = shape.t === 'numbers' && shape.wide;
  let values: Uint8Array | Int32Array | Float64Array | null = null;
  if (held === undefined) values = blank(cells, rows);
  else if (raw?.t === 'flags' && shape.t === 'flags') values = raw.values;
  else if (raw?.t === 'numbers' && shape.t === 'numbers')
    values = readNumeric(
      fact,
      { target: held.target, kind: held.kind, values: raw.values },
      marks,
      aside,
      wide,
    );
  values ??= byPlace(cells, placesOf(cells, held as Held, raw), rows, marks, aside);
  return { fact, marks, column: () => columnOf(cells, values, marks) };
}

function blank({ shape }: Cells, rows: number): Uint8Array | Int32Array | Float64Array {
  if (shape.t === 'flags') return new Uint8Array(rows);
  return shape.t === 'numbers' && shape.wide ? new Float64Array(rows) : new Int32Array(rows);
}

/** The place of each row's value in the cells, each distinct one read once. */
function placesOf(cells: Cells, { given }: Held, raw: RawColumn | null): (row: number) => number {
  const byText = new Map<unknown, number>();
  const read = (value: unknown): number => {
    const key = typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
    let place = byText.get(key);
    if (place === undefined) {
      place = cells.place(value);
      // So many distinct ones are not repeated: they need not be remembered.
      if (byText.size < MOST) byText.set(key, place);
    }
    return place;
  };
  if (raw?.t !== 'codes') return (row) => read(given(row));
  const known = new Int32Array(raw.dictionary.length).fill(UNREAD);
  const { codes } = raw;
  return (row) => {
    const code = codes[row] as number;
    let place = known[code] as number;
    if (place === UNREAD) {
      place = read(given(row));
      known[code] = place;
    }
    return place;
  };
}

const UNREAD = -9;
const MOST = 100_000;

function byPlace(
  cells: Cells,
  placeAt: (row: number) => number,
  rows: number,
  marks: Marks,
  aside: Uint8Array,
): Uint8Array | Int32Array | Float64Array {
  const out = blank(cells, rows);
  const { values } = cells;
  for (let row = 0; row < rows; row++) {
    if (!marks.isKnown(row)) continue;
    const place = placeAt(row);
    if (place >= 0) out[row] = values[place] as number;
    else if (place === ABSENT) marks.markAbsent(row);
    else {
      marks.forget(row);
      if (place === ASIDE) aside[row] = 1;
    }
  }
  return out;
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
