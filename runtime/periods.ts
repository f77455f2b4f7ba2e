import {
  civilDate,
  dayNumber,
  dayOf,
  daysInMonth,
  FIRST_DAY,
  firstDayOfMonth,
  LAST_DAY,
  lastDayOfMonth,
  monthOfDay,
  parseYearlyDay,
  shiftMonths,
  weekdayOf,
  yearlyDayIn,
} from './dates.ts';
import type { DataProblem, Reason } from './decision.ts';
import { hull, isUnknown, mergeReasons, openBy, reasonsOfValue, unknownOf } from './unknown.ts';
import type { Exact, Maybe, Unknown } from './value.ts';

// Calendar functions on values of a policy. Absent stays absent; an unknown argument gives a range. `at` names the
// node, for the reason of a result that does not exist.

/** A whole number, or the end of a range; `null` is open. */
export type End = number | null;
type Operand = Exact | Unknown;

const whole = (value: Exact | null): End => (typeof value === 'number' ? value : null);

export const lowEnd = (value: Operand): End => whole(isUnknown(value) ? value.min : value);
export const highEnd = (value: Operand): End => whole(isUnknown(value) ? value.max : value);

/** A day of the years 1 to 9999, or `null`. */
const inYears = (day: End): End => (day !== null && day >= FIRST_DAY && day <= LAST_DAY ? day : null);

/** What is open about a result: reasons and possible absence of what it was made from, and a range. */
export const openFrom = (
  operands: readonly Operand[],
  min: End,
  max: End,
  more: readonly Reason[] = [],
): Unknown =>
  unknownOf(mergeReasons(...operands.map(reasonsOfValue), more), {
    min,
    max,
    mayBeAbsent: operands.some((o) => isUnknown(o) && o.mayBeAbsent),
  });

const dataReason = (problem: DataProblem, at: string): Reason => ({ kind: 'data', problem, at });

const noneFor = (value: Operand, at: string): Reason =>
  dataReason(isUnknown(value) || typeof value === 'number' ? 'noSuchDay' : 'notWhole', at);

/** `start` moved by `n`; `shift` decreases in neither. */
const moved = (
  start: Maybe<Exact>,
  n: Maybe<Exact>,
  at: string,
  shift: (start: number, n: number) => number,
): Maybe<number> => {
  if (start === null || n === null) return null;
  const end = (from: End, by: End): End => (from === null || by === null ? null : inYears(shift(from, by)));
  const [low, high] = [end(lowEnd(start), lowEnd(n)), end(highEnd(start), highEnd(n))];
  if (isUnknown(start) || isUnknown(n)) return openBy(start, n, low, high);
  return low ?? openFrom([], null, null, [noneFor(n, at)]);
};

/** `n` months later (earlier when negative), by Civil Code art. 202: the corresponding day, or the month's last one. */
export const addMonths = (start: Maybe<Exact>, n: Maybe<Exact>, at: string): Maybe<number> =>
  moved(start, n, at, shiftMonths);

export const addDays = (start: Maybe<Exact>, n: Maybe<Exact>, at: string): Maybe<number> =>
  moved(start, n, at, (day, days) => day + days);

/** Applies a function that never decreases. */
const mapEnds = (value: Maybe<Exact>, of: (n: number) => number): Maybe<number> => {
  if (value === null) return null;
  const end = (n: End): End => (n === null ? null : of(n));
  const [low, high] = [end(lowEnd(value)), end(highEnd(value))];
  return isUnknown(value) || low === null ? openBy(value, value, low, high) : low;
};

/** First day of a month (given as a month). */
export const startOfMonth = (month: Maybe<Exact>): Maybe<number> => mapEnds(month, firstDayOfMonth);
export const endOfMonth = (month: Maybe<Exact>): Maybe<number> => mapEnds(month, lastDayOfMonth);
export const startOfYear = (year: Maybe<Exact>): Maybe<number> => mapEnds(year, (y) => dayNumber(y, 1, 1));
export const endOfYear = (year: Maybe<Exact>): Maybe<number> => mapEnds(year, (y) => dayNumber(y, 12, 31));
/** 当月: the month of a date. */
export const monthOf = (day: Maybe<Exact>): Maybe<number> => mapEnds(day, monthOfDay);
export const yearOf = (day: Maybe<Exact>): Maybe<number> => mapEnds(day, (d) => civilDate(d).year);
export const yearOfMonth = (month: Maybe<Exact>): Maybe<number> => mapEnds(month, (m) => Math.floor(m / 12));
/** 次月, of a month; of a date: `nextMonth(monthOf(d))`. */
export const nextMonth = (month: Maybe<Exact>): Maybe<number> => mapEnds(month, (m) => m + 1);

/** 1 = Monday … 7 = Sunday. */
export const weekday = (day: Maybe<Exact>): Maybe<number> => {
  if (day === null) return null;
  const [low, high] = [lowEnd(day), highEnd(day)];
  if (low !== null && low === high && !isUnknown(day)) return weekdayOf(low);
  if (low === null || high === null || high - low > 5) return openFrom([day], 1, 7);
  const found = Array.from({ length: high - low + 1 }, (_, i) => weekdayOf(low + i));
  return openFrom([day], Math.min(...found), Math.max(...found));
};

const between = (value: Operand, min: number, max: number): boolean => {
  const [low, high] = [lowEnd(value), highEnd(value)];
  return low !== null && high !== null && low >= min && high <= max;
};

/** Whatever the parts turn out to be, the calendar has such a day. */
const surelyExists = (year: Operand, month: Operand, day: Operand): boolean => {
  const [first, last] = [lowEnd(month), highEnd(month)];
  const shortest = first !== null && first === last ? daysInMonth(2001, first) : 28;
  return between(year, 1, 9999) && between(month, 1, 12) && between(day, 1, shortest);
};

const clamped = (year: End, month: End, day: End): End =>
  year === null || month === null || day === null ? null : yearlyDayIn(year, month, day);

/** Date from its parts; unknown with a data reason where the calendar has no such day. */
export const dateOf = (
  year: Maybe<Exact>,
  month: Maybe<Exact>,
  day: Maybe<Exact>,
  at: string,
): Maybe<number> => {
  if (year === null || month === null || day === null) return null;
  if (![year, month, day].some(isUnknown)) {
    const found = dayOf(
      Number(whole(year as Exact)),
      Number(whole(month as Exact)),
      Number(whole(day as Exact)),
    );
    return found ?? openFrom([], null, null, [dataReason('noSuchDay', at)]);
  }
  const exists = surelyExists(year, month, day);
  const low = exists ? clamped(lowEnd(year), lowEnd(month), lowEnd(day)) : null;
  const high = exists ? clamped(highEnd(year), highEnd(month), highEnd(day)) : null;
  return openFrom([year, month, day], low, high);
};

/** Month from its parts, 1 = January; unknown with a data reason where there is no such month. */
export const monthIn = (year: Maybe<Exact>, month: Maybe<Exact>, at: string): Maybe<number> =>
  monthOf(dateOf(year, month, 1, at));

/** A yearly day (`03-31`) in a year; 29 February in a common year is its last day of February (art. 202). */
export const dayInYear = (year: Maybe<Exact>, yearlyDay: Maybe<string>): Maybe<number> => {
  if (year === null || yearlyDay === null) return null;
  if (!isUnknown(yearlyDay)) {
    const day = parseYearlyDay(yearlyDay);
    if (day === null) throw new RangeError(`not a day of the year: ${yearlyDay}`);
    return mapEnds(year, (y) => yearlyDayIn(y, day.month, day.day));
  }
  const days = yearlyDay.options?.map((option) => dayInYear(year, option));
  const bounds = days ?? [startOfYear(year), endOfYear(year)];
  return hull(yearlyDay.mayBeAbsent ? [...bounds, null] : bounds, yearlyDay.reasons);
};
