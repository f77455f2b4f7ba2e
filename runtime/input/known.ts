import type { FactMeta, PolicyMeta } from '../types.ts';
import { isKeyed, isUnknown } from '../unknown.ts';
import type { ReadRecord, Row, Value } from '../value.ts';
import { unknownSlot, whyFact } from './missing.ts';

/** What was given of a row that was read: unknown facts left out. */
export function knownOf(row: Row): ReadRecord {
  const known = Object.create(null) as { [fact: string]: Value };
  for (const [fact, value] of Object.entries(row))
    if (!isUnknown(value) && !(isKeyed(value) && value.keyed.size === 0)) known[fact] = value;
  return known;
}

/** The row of a record that was read before: facts left out are unknown. */
export function rowOf(meta: PolicyMeta, facts: readonly FactMeta[], record: ReadRecord): Row {
  const row = Object.create(null) as { [fact: string]: Value };
  for (const fact of facts) {
    const given = Object.hasOwn(record, fact.id) ? record[fact.id] : undefined;
    row[fact.id] =
      given ?? (given === null ? null : unknownSlot(meta, fact, { path: fact.id, id: fact.id }, whyFact));
  }
  return row;
}
