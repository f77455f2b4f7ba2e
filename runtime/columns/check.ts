import { FIRST_DAY, LAST_DAY, monthOfDay } from '../dates.ts';
import { compareExact, parseExact } from '../exact.ts';
import { type Bilingual, type InputError, InputErrors } from '../input/errors.ts';
import { expectedOf } from '../input/expected.ts';
import { readRow } from '../input/read.ts';
import type { FactMeta, Id, PolicyMeta, Type } from '../types.ts';
import { bitAt } from './bits.ts';
import type { Batch, CodeColumn, Column, NumberColumn, SetColumn } from './columns.ts';
import { factsAt } from './rows.ts';
import { shapeOf } from './shape.ts';

const bound = (text: string | undefined, otherwise: number): number => {
  const value = text === undefined ? null : parseExact(text);
  if (value === null) return otherwise;
  if (typeof value === 'number') return value;
  return compareExact(value, 0) < 0 ? -Infinity : Infinity;
};

const CALENDAR: { readonly [t in Type['t']]?: readonly [number, number] } = {
  date: [FIRST_DAY, LAST_DAY],
  month: [monthOfDay(FIRST_DAY), monthOfDay(LAST_DAY)],
  year: [1, 9999],
};

/** Least and greatest whole number that the fact may be. */
function rangeOf(type: Type, { min, max }: Pick<FactMeta, 'min' | 'max'>): readonly [number, number] {
  const [low, high] = CALENDAR[type.t] ?? [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
  return [Math.max(bound(min, low), low), Math.min(bound(max, high), high)];
}

/** Whether the row has a value at all. */
const holds = (column: Exclude<Column, { readonly t: 'given' }>, row: number): boolean =>
  (column.known === undefined || bitAt(column.known, row)) &&
  !(column.absent !== undefined && bitAt(column.absent, row));

function badNumber(column: NumberColumn, rows: number, fact: FactMeta): number {
  const [low, high] = rangeOf(fact.type.t === 'rate' ? fact.type.of : fact.type, fact);
  const { values } = column;
  for (let row = 0; row < rows; row++) {
    const value = values[row] ?? Number.NaN;
    if (value >= low && value <= high && Number.isInteger(value)) continue;
    if (holds(column, row)) return row;
  }
  return -1;
}

function badCode(column: CodeColumn, rows: number, meta: PolicyMeta, fact: FactMeta): number {
  const fine = column.dictionary.map((text) => isReadable(meta, fact, text));
  const { values } = column;
  for (let row = 0; row < rows; row++) if (fine[values[row] ?? -1] !== true && holds(column, row)) return row;
  return -1;
}

function badSet(column: SetColumn, rows: number, options: readonly string[]): number {
  const { dictionary, values } = column;
  let fine = 0;
  for (const [bit, option] of dictionary.entries()) if (options.includes(option)) fine |= 1 << bit;
  for (let row = 0; row < rows; row++)
    if (((values[row] ?? -1) & ~fine) !== 0 && holds(column, row)) return row;
  return -1;
}

/** Options are given by their ids here, as everything in columns. */
function isReadable(meta: PolicyMeta, fact: FactMeta, text: string): boolean {
  const shape = shapeOf(meta, fact);
  if (shape.t === 'codes' && shape.options !== undefined) return shape.options.includes(text);
  try {
    readRow(meta, [fact], { [fact.id]: text });
    return true;
  } catch (error) {
    if (error instanceof InputErrors) return false;
    throw error;
  }
}

/** Rows for which a bitmap or an array is long enough. */
function lengthOf(column: Column): number {
  if (column.t === 'given') return column.values.length;
  const bits = [column.known, column.absent].flatMap((some) => (some === undefined ? [] : some.length * 8));
  return Math.min(column.t === 'flags' ? column.values.length * 8 : column.values.length, ...bits);
}

/** The first row in which the column does not fit its fact; -1 where there is none. */
function badRow(meta: PolicyMeta, fact: FactMeta, column: Column, rows: number): number {
  if (column.t === 'given') return -1;
  if (!fact.optional && column.absent !== undefined)
    for (let row = 0; row < rows; row++) if (bitAt(column.absent, row)) return row;
  const shape = shapeOf(meta, fact);
  if (column.t === 'numbers') return badNumber(column, rows, fact);
  if (column.t === 'codes') return badCode(column, rows, meta, fact);
  return column.t === 'sets' ? badSet(column, rows, shape.t === 'sets' ? shape.options : []) : -1;
}

const errorAt = (
  path: string,
  found: string,
  expected: Bilingual,
  problem: InputError['problem'] = 'wrongType',
): InputError => ({ path, problem, found, expected });

/** What the reader of inputs says of the value, for one row of one column. */
function whatIsWrong(meta: PolicyMeta, fact: FactMeta, batch: Batch, row: number): InputError {
  const path = `${fact.id}[${row}]`;
  const column = batch.columns[fact.id];
  const number = column?.t === 'numbers' ? (column.values[row] ?? 0) : 0;
  if (!Number.isSafeInteger(number))
    return errorAt(path, String(number), { zh: '整数', en: 'a whole number' });
  const given = factsAt([fact], batch, row);
  try {
    readRow(meta, [fact], given);
  } catch (error) {
    const [first] = error instanceof InputErrors ? error.errors : [];
    if (first !== undefined) return { ...first, path };
    throw error;
  }
  return errorAt(path, String(given[fact.id]), expectedOf(meta, fact.type));
}

function columnErrors(meta: PolicyMeta, fact: FactMeta, column: Column, batch: Batch): readonly InputError[] {
  const shape = shapeOf(meta, fact);
  if (column.t !== shape.t && column.t !== 'given')
    return [errorAt(fact.id, column.t, { zh: `${shape.t} 列`, en: `a column of ${shape.t}` })];
  const rows = lengthOf(column);
  if (rows < batch.rows)
    return [errorAt(fact.id, `${rows}`, { zh: `${batch.rows} 行`, en: `${batch.rows} rows` })];
  const row = badRow(meta, fact, column, batch.rows);
  return row < 0 ? [] : [whatIsWrong(meta, fact, batch, row)];
}

/**
 * What is wrong with columns that were made elsewhere: the first bad value of each, at `fact[row]`. What `BatchBuilder`
 * makes of `addFacts` is always right. Values of `given` columns, and bounds that are other facts, are read when their row is decided.
 */
export function checkBatch(meta: PolicyMeta, subject: Id, batch: Batch): readonly InputError[] {
  const facts = meta.subjects.find(({ id }) => id === subject)?.facts ?? [];
  const known = new Map(facts.map((fact) => [fact.id, fact]));
  return Object.entries(batch.columns).flatMap(([id, column]) => {
    const fact = known.get(id);
    if (fact !== undefined) return columnErrors(meta, fact, column, batch);
    return [errorAt(id, id, { zh: '方案中的名称', en: 'a name of the policy' }, 'unknownName')];
  });
}
