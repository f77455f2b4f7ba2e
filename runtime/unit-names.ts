import type { Id, Name } from './types.ts';

type Row = readonly [id: Id, zh: string, one: string, many: string];

/** The units that need no declaration, as people are told of them; English one and many. */
const rows: readonly Row[] = [
  ['year', '年', 'year', 'years'],
  ['halfYear', '个半年', 'half-year', 'half-years'],
  ['quarter', '个季度', 'quarter', 'quarters'],
  ['month', '个月', 'month', 'months'],
  ['week', '周', 'week', 'weeks'],
  ['day', '日', 'day', 'days'],
  ['tenDays', '旬', 'ten-day period', 'ten-day periods'],
  ['workday', '个工作日', 'working day', 'working days'],
  ['hour', '小时', 'hour', 'hours'],
  ['minute', '分钟', 'minute', 'minutes'],
  ['person', '人', 'person', 'persons'],
  ['household', '户', 'household', 'households'],
  ['item', '个', 'item', 'items'],
  ['time', '次', 'time', 'times'],
  ['thing', '件', 'thing', 'things'],
  ['issue', '期', 'issue', 'issues'],
  ['article', '项', 'article', 'articles'],
  ['case', '例', 'case', 'cases'],
  ['copy', '份', 'copy', 'copies'],
  ['point', '分', 'point', 'points'],
  ['kilometre', '公里', 'kilometre', 'kilometres'],
  ['squareMetre', '平方米', 'square metre', 'square metres'],
  ['mu', '亩', 'mu', 'mu'],
];

const builtin = new Map(rows.map(([id, zh, one, many]) => [id, { zh, one, many }]));

export const builtinUnitNames: ReadonlyMap<Id, Name> = new Map(
  rows.map(([id, zh, , many]) => [id, { zh, en: many }]),
);

/**
 * The unit after `count` (as it is written): `2 months`. A kind of record or a fact may be called like a unit (人, person):
 * units that need no declaration have their own names. `declared`: the name of one that a policy declares, in `lang`.
 */
export function unitAfter(count: string, unit: Id, declared: string, lang: 'zh' | 'en'): string {
  const own = builtin.get(unit);
  if (lang === 'zh') return own?.zh ?? declared;
  const one = isOne(count);
  if (own) return one ? own.one : own.many;
  return one ? declared : many(declared);
}

/** One, and a part of one: `1/2 year`. */
const isOne = (count: string): boolean => /^-?1(\/\d+)?$/.test(count);

/** The plural of a name that an author gave in English; any other stays as it is. */
function many(name: string): string {
  if (!/[a-z]$/.test(name) || name.endsWith('s')) return name;
  if (/(x|z|ch|sh)$/.test(name)) return `${name}es`;
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}
