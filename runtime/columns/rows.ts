import { readRow } from '../input/read.ts';
import type { FactMeta, Id, PolicyMeta } from '../types.ts';
import { isDoubt, isUnknown } from '../unknown.ts';
import { type ReadRecord, recordId, type Value } from '../value.ts';
import { bitAt } from './bits.ts';
import type { Batch, Column, GivenColumn } from './columns.ts';
import { givenOf } from './given.ts';

type Plain = Exclude<Column, GivenColumn>;

const valueAt = (column: Plain, row: number): Value => {
  switch (column.t) {
    case 'flags':
      return bitAt(column.values, row);
    case 'numbers':
      return column.values[row] ?? 0;
    case 'codes':
      return column.dictionary[column.values[row] ?? 0] ?? '';
    case 'sets': {
      const chosen = column.values[row] ?? 0;
      return column.dictionary.filter((_, bit) => ((chosen >> bit) & 1) === 1);
    }
  }
};

const plainAt = (column: Plain, row: number): Value | undefined => {
  if (column.known !== undefined && !bitAt(column.known, row)) return undefined;
  if (column.absent !== undefined && bitAt(column.absent, row)) return null;
  return valueAt(column, row);
};

/** One row as the reader of inputs takes it: what is not known is left out. */
export function factsAt(
  facts: readonly FactMeta[],
  batch: Batch,
  row: number,
): { readonly [fact: Id]: unknown } {
  const odd = batch.odd?.get(row);
  if (odd !== undefined) return odd as { readonly [fact: Id]: unknown };
  const raw = Object.create(null) as { [fact: Id]: unknown };
  for (const { id, type } of facts) {
    const column = Object.hasOwn(batch.columns, id) ? batch.columns[id] : undefined;
    if (column === undefined) continue;
    const given = column.t === 'given' ? column.values[row] : givenOf(plainAt(column, row), type);
    if (given !== undefined) raw[id] = given;
  }
  return raw;
}

/**
 * One row as a typed record; every fact is a key of it, so that all have one shape. Throws `InputErrors` where a
 * value of a `given` column does not fit.
 */
export function recordAt(
  meta: PolicyMeta,
  facts: readonly FactMeta[],
  batch: Batch,
  row: number,
): ReadRecord {
  const record = Object.create(null) as { [fact: Id]: Value | undefined; [recordId]?: string };
  const columns = facts.map(({ id }) => (Object.hasOwn(batch.columns, id) ? batch.columns[id] : undefined));
  const boxed = batch.odd?.has(row) === true || columns.some((column) => column?.t === 'given');
  const read = boxed ? readRow(meta, facts, factsAt(facts, batch, row)) : null;
  facts.forEach(({ id }, i) => {
    const column = columns[i];
    if (read !== null) {
      const value = read[id];
      record[id] = isUnknown(value) || isDoubt(value) ? undefined : value;
    } else record[id] = column === undefined || column.t === 'given' ? undefined : plainAt(column, row);
  });
  const id = batch.ids?.get(row);
  if (id !== undefined) record[recordId] = id;
  return record;
}
