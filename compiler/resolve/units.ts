import type { BuiltinUnit } from '../ast/expressions.ts';
import type { UnitMeta } from '../../runtime/types.ts';

type Row = readonly [id: BuiltinUnit, base: string, factor: string];

/**
 * The units that need no declaration. Time falls in three dimensions that never mix:
 * months (a year is 12), days (a week is 7) and working days. Heads and things each count by themselves.
 */
const rows: readonly Row[] = [
  ['year', 'month', '12'],
  ['halfYear', 'month', '6'],
  ['quarter', 'month', '3'],
  ['month', 'month', '1'],
  ['week', 'day', '7'],
  ['day', 'day', '1'],
  ['tenDays', 'day', '10'],
  ['workday', 'workday', '1'],
  ['hour', 'minute', '60'],
  ['minute', 'minute', '1'],
  ['person', 'person', '1'],
  ['household', 'household', '1'],
  ['item', 'item', '1'],
  ['time', 'time', '1'],
  ['thing', 'thing', '1'],
  ['issue', 'issue', '1'],
  ['article', 'article', '1'],
  ['case', 'case', '1'],
  ['copy', 'copy', '1'],
  ['point', 'point', '1'],
  ['kilometre', 'kilometre', '1'],
  ['squareMetre', 'squareMetre', '1'],
  ['mu', 'mu', '1'],
];

export const builtinUnits: ReadonlyMap<string, UnitMeta> = new Map(
  rows.map(([id, base, factor]) => [id, { id, base, factor }]),
);

/** 周岁 is a year that is printed differently. */
export function unitId(id: BuiltinUnit): string {
  return id === 'yearOfAge' ? 'year' : id;
}
