import type { BuiltinUnit } from '../ast/expressions.ts';
import type { Name, UnitMeta } from '../../runtime/types.ts';

type Row = readonly [id: BuiltinUnit, base: string, factor: string, zh: string, en: string];

/**
 * The units that need no declaration. Time falls in three dimensions that never mix:
 * months (a year is 12), days (a week is 7) and working days. Heads and things each count by themselves.
 */
const rows: readonly Row[] = [
  ['year', 'month', '12', '年', 'years'],
  ['halfYear', 'month', '6', '个半年', 'half-years'],
  ['quarter', 'month', '3', '个季度', 'quarters'],
  ['month', 'month', '1', '个月', 'months'],
  ['week', 'day', '7', '周', 'weeks'],
  ['day', 'day', '1', '日', 'days'],
  ['tenDays', 'day', '10', '旬', 'ten-day periods'],
  ['workday', 'workday', '1', '个工作日', 'working days'],
  ['hour', 'minute', '60', '小时', 'hours'],
  ['minute', 'minute', '1', '分钟', 'minutes'],
  ['person', 'person', '1', '人', 'persons'],
  ['household', 'household', '1', '户', 'households'],
  ['item', 'item', '1', '个', 'items'],
  ['time', 'time', '1', '次', 'times'],
  ['thing', 'thing', '1', '件', 'things'],
  ['issue', 'issue', '1', '期', 'issues'],
  ['article', 'article', '1', '项', 'articles'],
  ['case', 'case', '1', '例', 'cases'],
  ['copy', 'copy', '1', '份', 'copies'],
  ['point', 'point', '1', '分', 'points'],
  ['kilometre', 'kilometre', '1', '公里', 'kilometres'],
  ['squareMetre', 'squareMetre', '1', '平方米', 'square metres'],
  ['mu', 'mu', '1', '亩', 'mu'],
];

export const builtinUnits: ReadonlyMap<string, UnitMeta> = new Map(
  rows.map(([id, base, factor]) => [id, { id, base, factor }]),
);

export const builtinUnitNames: ReadonlyMap<string, Name> = new Map(
  rows.map(([id, , , zh, en]) => [id, { zh, en }]),
);

/** 周岁 is a year that is printed differently. */
export function unitId(id: BuiltinUnit): string {
  return id === 'yearOfAge' ? 'year' : id;
}
