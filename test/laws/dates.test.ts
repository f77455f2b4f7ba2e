import { Temporal } from '@js-temporal/polyfill';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civilDate,
  date,
  dayOf,
  FIRST_DAY,
  firstDayOfMonth,
  LAST_DAY,
  lastDayOfMonth,
  month,
  monthOfDay,
  parseDate,
  parseMonth,
  printDate,
  printMonth,
  shiftMonths,
  weekdayOf,
  yearlyDayIn,
} from '../../runtime/dates.ts';

const EPOCH = Temporal.PlainDate.from('1970-01-01');
const temporal = (day: number): Temporal.PlainDate => EPOCH.add({ days: day });
const dayOfTemporal = (d: Temporal.PlainDate): number => EPOCH.until(d, { largestUnit: 'days' }).days;

const day = fc.oneof(fc.integer({ min: FIRST_DAY, max: LAST_DAY }), fc.integer({ min: 10_000, max: 25_000 }));

describe('civil calendar, judged by Temporal', () => {
  it('day numbers, parts and texts', () =>
    fc.assert(
      fc.property(day, (n) => {
        const t = temporal(n);
        expect(civilDate(n)).toEqual({ year: t.year, month: t.month, day: t.day });
        expect(dayOf(t.year, t.month, t.day)).toBe(n);
        expect(printDate(n)).toBe(t.toString());
        expect(parseDate(printDate(n))).toBe(n);
        expect(weekdayOf(n)).toBe(t.dayOfWeek);
        expect(printMonth(monthOfDay(n))).toBe(t.toPlainYearMonth().toString());
      }),
    ));

  it('months later and earlier, by the month end where there is no such day (art. 202)', () =>
    fc.assert(
      fc.property(day, fc.integer({ min: -1300, max: 1300 }), (n, months) => {
        const found = shiftMonths(n, months);
        fc.pre(found >= FIRST_DAY && found <= LAST_DAY);
        expect(found).toBe(dayOfTemporal(temporal(n).add({ months }, { overflow: 'constrain' })));
      }),
      { numRuns: 1000 },
    ));

  it('ends of months', () =>
    fc.assert(
      fc.property(day, (n) => {
        const t = temporal(n);
        expect(firstDayOfMonth(monthOfDay(n))).toBe(dayOfTemporal(t.with({ day: 1 })));
        expect(lastDayOfMonth(monthOfDay(n))).toBe(dayOfTemporal(t.with({ day: t.daysInMonth })));
      }),
    ));

  it('adding months never reorders two days', () =>
    fc.assert(
      fc.property(day, fc.nat(40), fc.integer({ min: -50, max: 50 }), (n, more, months) => {
        expect(shiftMonths(n, months)).toBeLessThanOrEqual(shiftMonths(n + more, months));
        expect(shiftMonths(n, months)).toBeLessThanOrEqual(shiftMonths(n, months + more));
      }),
    ));

  it('29 February: birthdays, yearly days, texts', () => {
    const born = date('2004-02-29');
    expect(printDate(shiftMonths(born, 12 * 17))).toBe('2021-02-28');
    expect(printDate(shiftMonths(born, 12 * 20))).toBe('2024-02-29');
    expect(printDate(yearlyDayIn(2023, 2, 29))).toBe('2023-02-28');
    expect(printDate(yearlyDayIn(2000, 2, 29))).toBe('2000-02-29');
    expect(parseDate('1900-02-29')).toBeNull();
  });

  it('refuses what is no date', () => {
    for (const text of [
      '2021-02-29',
      '2021-13-01',
      '2021-00-10',
      '2021-01-00',
      '0000-01-01',
      '21-01-01',
      '2021-1-1',
    ]) {
      expect(parseDate(text)).toBeNull();
    }
    for (const text of ['2021-13', '2021-00', '0000-01', '2021']) expect(parseMonth(text)).toBeNull();
    expect(() => date('2021-02-29')).toThrow(RangeError);
    expect(() => month('2021-13')).toThrow(RangeError);
    expect([printDate(FIRST_DAY), printDate(LAST_DAY)]).toEqual(['0001-01-01', '9999-12-31']);
  });
});
