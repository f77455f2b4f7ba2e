import { createRequire } from 'node:module';
import days from 'chinese-days';
import { describe, expect, it } from 'vitest';
import type { Festival } from '../../runtime/calendar/calendar.ts';
import { chinaCalendar as calendar } from '../../runtime/calendar/china.ts';
import { SOURCE } from '../../runtime/calendar/table.ts';
import { date, dayNumber, printDate } from '../../runtime/dates.ts';
import { unknownOf } from '../../runtime/unknown.ts';
import { addWorkdays, festival, lunarDate, movedOffHoliday } from '../../runtime/workdays.ts';
import { newMoonNear } from './new-moon.ts';

const works = (text: string): boolean | null => calendar.isWorkday(date(text));
const printed = (day: unknown): unknown => (typeof day === 'number' ? printDate(day) : day);
const workdaysFrom = (text: string, n: number): unknown => printed(calendar.addWorkdays(date(text), n));

describe('published workdays', () => {
  it('are those of the package that the table was made from, day by day', () => {
    const [first, last] = [date(calendar.from), date(calendar.through)];
    const wrong: string[] = [];
    for (let day = first; day <= last; day += 1) {
      if (calendar.isWorkday(day) !== days.isWorkday(printDate(day))) wrong.push(printDate(day));
    }
    expect(wrong).toEqual([]);
    expect(last - first).toBeGreaterThan(365 * 22);
    expect([calendar.name, calendar.from]).toEqual(['chinese-days', '2004-01-01']);
    expect(SOURCE.version).toBe(
      (createRequire(import.meta.url)('chinese-days/package.json') as { version: string }).version,
    );
  });

  it('know the Spring Festival of 2024 and its make-up workdays', () => {
    expect(works('2024-02-04')).toBe(true);
    expect(works('2024-02-18')).toBe(true);
    expect(works('2024-02-12')).toBe(false);
    expect(works('2024-02-19')).toBe(true);
    expect(works('2024-02-24')).toBe(false);
  });

  it('count from the day after', () => {
    expect(workdaysFrom('2024-02-08', 1)).toBe('2024-02-09');
    expect(workdaysFrom('2024-02-09', 1)).toBe('2024-02-18');
    expect(workdaysFrom('2024-02-09', 5)).toBe('2024-02-22');
    expect(workdaysFrom('2024-02-18', -1)).toBe('2024-02-09');
    expect(workdaysFrom('2024-02-10', 0)).toBe('2024-02-10');
  });

  it('move a last day off holidays and weekends, not off make-up workdays (art. 203)', () => {
    const moved = (text: string) => printed(movedOffHoliday(calendar, date(text)));
    expect(moved('2024-02-10')).toBe('2024-02-18');
    expect(moved('2024-03-30')).toBe('2024-04-01');
    expect(moved('2024-02-04')).toBe('2024-02-04');
    expect(moved('2024-04-01')).toBe('2024-04-01');
  });

  it('are not guessed where nothing is published', () => {
    expect(works('2027-01-04')).toBeNull();
    expect(works('2003-12-31')).toBeNull();
    // The arrangement for 2027 may still move the last days of 2026.
    expect(calendar.through).toBe('2026-12-27');
    const reason = { kind: 'calendar', through: '2026-12-27' };
    const result = addWorkdays(calendar, date('2026-12-25'), 5, 'n1');
    expect(result).toMatchObject({ unknown: true, min: date('2026-12-30'), max: null, reasons: [reason] });
    expect(movedOffHoliday(calendar, date('2027-05-01'))).toMatchObject({
      min: date('2027-05-01'),
      reasons: [reason],
    });
    expect(addWorkdays(calendar, date('2003-01-01'), 1, 'n1')).toMatchObject({
      reasons: [{ ...reason, from: '2004-01-01' }],
    });
  });

  it('take ranges of dates', () => {
    const some = unknownOf([{ kind: 'missing', fact: 'd' }], {
      min: date('2024-02-08'),
      max: date('2024-02-12'),
    });
    expect(addWorkdays(calendar, some, 1, 'n1')).toMatchObject({
      min: date('2024-02-09'),
      max: date('2024-02-18'),
    });
    expect(addWorkdays(calendar, null, 1, 'n1')).toBeNull();
  });
});

describe('lunar calendar', () => {
  const lunar = (year: number, month: number, day: number) => printed(calendar.lunar(year, month, day));
  const fest = (year: number, name: Festival) => printed(calendar.festival(year, name));

  it('knows festivals', () => {
    expect(fest(2024, 'spring')).toBe('2024-02-10');
    expect(fest(2024, 'newYearsEve')).toBe('2024-02-09');
    expect(fest(2025, 'newYearsEve')).toBe('2025-01-28');
    expect(fest(2022, 'doubleNinth')).toBe('2022-10-04');
    expect(fest(2022, 'dragonBoat')).toBe('2022-06-03');
    expect(fest(2023, 'midAutumn')).toBe('2023-09-29');
    expect(lunar(2022, 9, 9)).toBe('2022-10-04');
  });

  it('counts a leap month before the months that follow it', () => {
    // 2023 had a leap second month, 2020 a leap fourth, 2033 a leap eleventh.
    expect(lunar(2023, 2, 1)).toBe('2023-02-20');
    expect(lunar(2023, 3, 1)).toBe('2023-04-20');
    expect(lunar(2020, 5, 5)).toBe('2020-06-25');
    expect(lunar(2033, 12, 1)).toBe('2034-01-20');
  });

  it('has no 30th in a short month and no year outside its tables', () => {
    expect(calendar.lunar(2024, 1, 30)).toBeNull();
    expect(calendar.lunar(2024, 13, 1)).toBeNull();
    expect(lunarDate(calendar, 2024, 1, 30, 'n1')).toMatchObject({
      reasons: [{ kind: 'data', problem: 'noSuchDay', at: 'n1' }],
    });
    expect(lunarDate(calendar, 2101, 1, 1, 'n1')).toMatchObject({
      reasons: [{ kind: 'calendar', through: '2100-12-31' }],
    });
    expect(festival(calendar, 1949, 'spring', 'n1')).toMatchObject({
      reasons: [{ kind: 'calendar', from: '1950-01-01' }],
    });
  });

  /** First days of the ordinary months of the tables. */
  const firstDays = Array.from({ length: 151 * 12 }, (_, i) => {
    const [year, month] = [1950 + Math.floor(i / 12), (i % 12) + 1];
    return { year, month, day: calendar.lunar(year, month, 1) ?? Number.NaN };
  });

  it('begins every month on the day of the new moon in Beijing, 1950–2100', () => {
    const differing = firstDays.filter(({ day }) => newMoonNear(day).slice(0, 10) !== printDate(day));
    // Seconds before midnight by this reckoning, which is exact to some seconds; the published tables say the 29th.
    expect(differing).toEqual([{ year: 2057, month: 9, day: date('2057-09-29') }]);
    expect(newMoonNear(date('2057-09-29'))).toMatch(/^2057-09-28T23:59:5\d$/);
  });

  /** The Chinese calendar of ICU: a source of its own, less exact about new moons close to midnight. */
  const icu = new Intl.DateTimeFormat('en-u-ca-chinese', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const icuDate = (day: number): string => {
    const parts = icu.formatToParts(day * 86_400_000);
    const part = (type: string) => parts.find((p) => String(p.type) === type)?.value;
    return `${part('relatedYear')}-${part('month')}-${part('day')}`;
  };
  const minutesFromMidnight = (moon: string): number => {
    const minutes = Number(moon.slice(11, 13)) * 60 + Number(moon.slice(14, 16));
    return Math.min(minutes, 1440 - minutes);
  };

  it('agrees with ICU, leap months too, save where the new moon comes within a quarter of an hour of midnight', () => {
    const differing = firstDays.filter(({ year, month, day }) => icuDate(day) !== `${year}-${month}-1`);
    const far = differing.filter(({ day }) => minutesFromMidnight(newMoonNear(day)) > 15);
    // ICU 78 is a day off there: that new moon came on 24 August 1987 at 19:58.
    expect(far.map(({ day }) => printDate(day)).filter((day) => day !== '1987-08-24')).toEqual([]);
    expect(differing.length).toBeLessThan(12);
  });

  it('gives every lunar year the days up to the next', () => {
    for (let year = 1950; year < 2100; year += 1) {
      const [start, next] = [calendar.lunar(year, 1, 1), calendar.lunar(year + 1, 1, 1)];
      const length = (next ?? 0) - (start ?? 0);
      expect([353, 354, 355, 383, 384, 385]).toContain(length);
      const springDay = (start ?? 0) - dayNumber(year, 1, 1);
      expect(springDay >= 20 && springDay <= 50).toBe(true);
    }
  });
});
