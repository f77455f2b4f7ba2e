import { describe, expect, it } from 'vitest';
import { count, every, exists, noneOf } from '../../runtime/aggregates.ts';
import { asList, asNumber, field, lookup } from '../../runtime/access.ts';
import { eq, le, memberIn, within } from '../../runtime/compare.ts';
import { date } from '../../runtime/dates.ts';
import { readRow } from '../../runtime/input/read.ts';
import { from, laterThan } from '../../runtime/lists.ts';
import { settling } from '../../runtime/settling.ts';
import { distinct, maxOf, only, sum } from '../../runtime/totals.ts';
import { isDoubt, unknownOf } from '../../runtime/unknown.ts';
import type { Truth, Value } from '../../runtime/value.ts';
import { asText } from '../../runtime/access.ts';
import { FACTS, META } from './policy-meta.ts';

const asOf = date('2022-06-30');
const dates = (raw: unknown): Value => readRow(META, FACTS, { aidDates: raw }).aidDates ?? null;
const notices = (raw: unknown): Value => readRow(META, FACTS, { riskNotices: raw }).riskNotices ?? null;
const self = (element: Value) => asNumber(element);
const noticeDate = (element: Value) => asNumber(field(element, 'date'));
const isHigh = (element: Value): Truth => eq(asText(field(element, 'level')), 'high', 'n2');
const asked = (truth: Truth): readonly string[] => (isDoubt(truth) ? settling(truth.doubt) : ['settled']);

describe('lists', () => {
  it('set aside what comes after the day decided for, and tell which', () => {
    const list = asList(dates(['2022-06-30', '2022-07-01']));
    expect(count(from(list, { time: self, asOf, key: 'n1' }))).toBe(1);
    expect(laterThan(list, self, asOf)).toEqual([1]);
    expect(count(from(list))).toBe(2);
  });

  it('are closed when given: of none, 没有 is yes, 合计 0, 全部 yes, 最大 absent', () => {
    const none = from(asList(dates([])));
    expect([exists(none, 'k'), noneOf(none, 'k'), every(none, () => false, 'k')]).toEqual([
      false,
      true,
      true,
    ]);
    expect([count(none), sum(none, self), maxOf(none, self), distinct(none, (e) => e)]).toEqual([
      0,
      0,
      null,
      0,
    ]);
    expect(count(from(null))).toBe(0);
  });

  it('are unknown when missing, and ask for themselves', () => {
    const unknown = from(asList(readRow(META, FACTS, {}).aidDates ?? null));
    expect(asked(exists(unknown, 'k'))).toEqual(['aidDates']);
    expect(count(unknown)).toMatchObject({
      min: 0,
      max: null,
      reasons: [{ kind: 'missing', fact: 'aidDates' }],
    });
    expect(sum(unknown, self)).toMatchObject({ min: null, max: null });
    expect(sum(unknown, self, true)).toMatchObject({ min: 0, max: null });
    expect(maxOf(unknown, self)).toMatchObject({ mayBeAbsent: true });
  });

  it('not complete: 有 can be yes, 没有 cannot, counts and sums go upwards', () => {
    const list = from(asList(dates({ items: ['2022-01-01'], complete: false })));
    expect(exists(list, 'k')).toBe(true);
    expect(noneOf(list, 'k')).toBe(false);
    const later = from(asList(dates({ items: ['2022-01-01'], complete: false })), {
      where: (e) => le(date('2022-02-01'), self(e), 'n2'),
    });
    expect(asked(noneOf(later, 'k'))).toEqual(['aidDates']);
    expect(count(list)).toMatchObject({ min: 1, max: null });
    expect(asked(exists(list, 'k', { atLeast: 3 }))).toEqual(['aidDates']);
    expect(exists(list, 'k', { atMost: 0 })).toBe(false);
  });

  it('count an element with an unknown field as possible, and ask for that field', () => {
    const list = asList(
      notices([{ date: '2022-01-01', level: 'high' }, { date: '2022-02-01' }, { level: null }]),
    );
    const high = from(list, { where: isHigh, time: noticeDate, asOf, key: 'n1' });
    expect(count(high)).toMatchObject({ min: 1, max: 2 });
    expect(exists(high, 'k')).toBe(true);
    expect(asked(exists(high, 'k', { atLeast: 2 }))).toEqual(['riskNotices[1].level']);
    const inMay = from(list, {
      where: (e) =>
        within(
          noticeDate(e),
          { lo: date('2022-05-01'), loIn: true, hi: date('2022-05-31'), hiIn: true },
          'n3',
        ),
    });
    expect(asked(exists(inMay, 'k'))).toEqual(['riskNotices[2].date']);
  });

  it('have an only element, none, or too many', () => {
    const one = (raw: unknown) => only(from(asList(dates(raw))), (e) => e, 'k');
    expect(one(['2022-01-01'])).toBe(date('2022-01-01'));
    expect(one([])).toBeNull();
    expect(one(['2022-01-01', '2022-01-02'])).toMatchObject({
      reasons: [{ kind: 'data', problem: 'notUnique', at: 'k' }],
    });
  });

  it('count kinds by value', () => {
    const list = from(
      asList(notices([{ level: 'high' }, { level: 'high' }, { level: 'low' }, { level: null }])),
    );
    expect(distinct(list, (e) => field(e, 'level'))).toBe(2);
    const open = from(asList(notices([{ level: 'high' }, {}])));
    expect(distinct(open, (e) => field(e, 'level'))).toMatchObject({ min: 1, max: 2 });
  });
});

describe('keyed values and fields', () => {
  const grades = readRow(META, FACTS, { grades: { 2021: 'low', 2022: 'high' } }).grades ?? null;
  it('are looked up by key', () => {
    expect(lookup(grades, 2021)).toBe('low');
    expect(lookup(grades, null)).toBeNull();
    expect(lookup(grades, 2020)).toMatchObject({ reasons: [{ kind: 'missing', fact: 'grades.2020' }] });
  });
  it('under a key that is not known give what it may be', () => {
    const year = unknownOf([{ kind: 'missing', fact: 'y' }], { min: 2021, max: 2022 });
    expect(lookup(grades, year)).toMatchObject({
      options: ['low', 'high'],
      reasons: [{ kind: 'missing', fact: 'y' }],
    });
    expect(memberIn(asText(lookup(grades, year)), ['low', 'high'], 'k')).toBe(true);
  });
  it('of an absent record are absent, of an unknown one unknown', () => {
    expect(field(null, 'date')).toBeNull();
    expect(field(unknownOf([]), 'date')).toMatchObject({ unknown: true });
  });
});
