import { expect, it } from 'vitest';
import { unitAfter } from '../../runtime/unit-names.ts';
import { literal } from '../../compiler/testkit.ts';

it.each([
  ['1', 'month', '1 month', '1 个月'],
  ['2', 'month', '2 months', '2 个月'],
  ['0', 'person', '0 persons', '0 人'],
  ['1/2', 'year', '1/2 year', '1/2 年'],
  ['3/2', 'year', '3/2 years', '3/2 年'],
  ['2', 'copy', '2 copies', '2 份'],
  ['2', 'mu', '2 mu', '2 亩'],
  ['1', 'term', '1 term', '1 学期'],
  ['59', 'term', '59 terms', '59 学期'],
])('%s %s', (count, unit, en, zh) => {
  // A kind of record called like a unit does not take its name.
  const names = { person: { zh: '人员', en: 'helper' }, term: { zh: '学期', en: 'term' } };
  expect(literal(count, { t: 'qty', unit }, names, 'en')).toBe(en);
  expect(literal(count, { t: 'qty', unit }, names, 'zh')).toBe(zh);
});

it.each([
  ['duty', 'duties'],
  ['day', 'days'],
  ['class', 'class'],
  ['batch', 'batches'],
  ['学期', '学期'],
])('the plural of a name that a policy gives: %s', (name, expected) => {
  expect(unitAfter('2', 'own', name, 'en')).toBe(expected);
});
