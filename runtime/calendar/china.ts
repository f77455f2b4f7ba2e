import { dayNumber, printDate, weekdayOf } from '../dates.ts';
import type { WorkCalendar } from './calendar.ts';
import { festivalDay, lunarDay, lunarYears } from './lunar.ts';
import { EXCEPTIONS, SOURCE } from './table.ts';

// What is worked out when this file is loaded is marked pure: without it, a bundle that never asks for a working day
// would carry the tables.

const publishedYears = /* @__PURE__ */ (() => Object.keys(EXCEPTIONS).map(Number))();
const FIRST = /* @__PURE__ */ (() => dayNumber(Math.min(...publishedYears), 1, 1))();

/**
 * The arrangement of a year may still move the last days of the year before it (2018-12-31 became a day of rest by
 * the one for 2019, 2007-12-29 a workday by the one for 2008; 28 December can be the Sunday worked for a Thursday
 * 1 January), so that the last published year is certain through 27 December only.
 */
const LAST = /* @__PURE__ */ (() => dayNumber(Math.max(...publishedYears), 12, 27))();

const readExceptions = (): ReadonlySet<number> => {
  const days = publishedYears.flatMap((year) => {
    const { rest, work } = EXCEPTIONS[year] ?? { rest: '', work: '' };
    const texts = `${rest} ${work}`.split(' ').filter((text) => text !== '');
    return texts.map((text) => dayNumber(year, Number(text.slice(0, 2)), Number(text.slice(2))));
  });
  return new Set(days);
};

let exceptions: ReadonlySet<number> | undefined;

const isWorkday = (day: number): boolean | null => {
  if (day < FIRST || day > LAST) return null;
  exceptions ??= readExceptions();
  return exceptions.has(day) !== weekdayOf(day) < 6;
};

const addWorkdays = (day: number, n: number): number | null => {
  const step = n < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(n); left > 0; ) {
    at += step;
    const works = isWorkday(at);
    if (works === null) return null;
    if (works) left -= 1;
  }
  return at;
};

const nextDayAfterHoliday = (day: number): number | null => {
  const works = isWorkday(day);
  return works === null || works ? (works === null ? null : day) : addWorkdays(day, 1);
};

/** China's published holidays and make-up workdays, and the lunar calendar of 1950–2100. */
export const chinaCalendar: WorkCalendar = /* @__PURE__ */ (() => ({
  ...SOURCE,
  from: printDate(FIRST),
  through: printDate(LAST),
  isWorkday,
  addWorkdays,
  nextDayAfterHoliday,
  lunarYears,
  lunar: lunarDay,
  festival: festivalDay,
}))();
