import { exact, parseExact, printExact, times } from '../exact.ts';
import type { FactMeta, PolicyMeta, Type } from '../types.ts';
import type { Bilingual } from './errors.ts';
import { enumOf, possibleOptions } from './names.ts';

const both = (zh: string, en: string): Bilingual => ({ zh, en });

const PLAIN: { readonly [t in Exclude<Type['t'], 'enum' | 'rate'>]: Bilingual } = {
  bool: both(' true（是）或 false（否）', 'true or false'),
  int: both('整数', 'a whole number'),
  qty: both('数，如 12、"12.5" 或 "1/2"', 'a number such as 12, "12.5" or "1/2"'),
  money: both('金额（元），如 30000 或 "30000.50"', 'yuan such as 30000 or "30000.50"'),
  ratio: both('比例，如 0.2、"20%" 或 "1/5"', 'a ratio such as 0.2, "20%" or "1/5"'),
  date: both('日期，如 "2019-01-31"', 'a date such as "2019-01-31"'),
  month: both('月份，如 "2019-01"', 'a month such as "2019-01"'),
  year: both('年份，如 2019', 'a year such as 2019'),
  yearlyDay: both('月日，如 "03-31"', 'a month and day such as "03-31"'),
  text: both('文字', 'text'),
  ref: both('记录的编号（文字）', 'the id of a record, as text'),
  set: both('选项的列表 […]', 'a list of options […]'),
  list: both(
    '列表 […] 或 {"items": […], "complete": false}',
    'a list […] or {"items": […], "complete": false}',
  ),
  record: both('记录 {…}', 'a record {…}'),
  keyed: both('按键给出的值 {键: 值}', 'values by key {key: value}'),
};

const optionNames = (meta: PolicyMeta, id: string): Bilingual => {
  const options = possibleOptions(enumOf(meta, id));
  const zhOf = (option: string): string => meta.names[`${id}.${option}`]?.zh ?? option;
  return both(options.map(zhOf).join('、'), options.join(', '));
};

const oneOf = ({ zh, en }: Bilingual): Bilingual => both(`${zh}之一`, `one of ${en}`);

/** What a value of the type looks like in data. */
export const expectedOf = (meta: PolicyMeta, type: Type): Bilingual => {
  if (type.t === 'enum') return oneOf(optionNames(meta, type.enum));
  return type.t === 'rate' ? expectedOf(meta, type.of) : PLAIN[type.t];
};

/** Options of an enumeration or a set, for the message that there is no such option. */
export const expectedOptions = optionNames;

export const expectedObject = both('对象 {名称: 值}', 'an object {name: value}');
export const expectedName = both('方案中的名称', 'a name of the policy');
export const expectedPopulation = both(
  '记录的列表 [{…}, …] 或 {"items": […], "complete": false}',
  'a list of records [{…}, …] or {"items": […], "complete": false}',
);
export const expectedOnce = both('只给一次', 'given once');

/** A bound as it is given in data: money in yuan. */
const asGiven = (type: Type, bound: string, yuan: string): string => {
  const value = type.t === 'money' ? parseExact(bound) : null;
  return value === null ? bound : `${printExact(times(value, exact('1/100')))}${yuan}`;
};

/** `从 0 至 120`: the declared range. */
export const expectedRange = ({ min, max }: Pick<FactMeta, 'min' | 'max'>, type: Type): Bilingual => {
  const zh = (bound: string): string => asGiven(type, bound, ' 元');
  const en = (bound: string): string => asGiven(type, bound, ' yuan');
  if (min !== undefined && max !== undefined) {
    return both(`在 ${zh(min)} 至 ${zh(max)} 之间`, `between ${en(min)} and ${en(max)}`);
  }
  return min === undefined
    ? both(`不大于 ${zh(max ?? '')}`, `at most ${en(max ?? '')}`)
    : both(`不小于 ${zh(min)}`, `at least ${en(min)}`);
};
