import {
  civilDate,
  firstDayOfMonth,
  lastDayOfMonth,
  monthOfDay,
  shiftMonths,
  weekdayOf,
} from '../../dates.ts';
import type { DutyRules } from '../../rules.ts';
import type { Window } from '../../windows.ts';

export type Every = NonNullable<DutyRules['every']>;

const MONTHS: { readonly [unit in Every['unit']]?: number } = { month: 1, quarter: 3, halfYear: 6, year: 12 };
const DAYS: { readonly [unit in Every['unit']]?: number } = { day: 1, week: 7, tenDays: 10 };

/** 旬: the 1st to the 10th, the 11th to the 20th, the 21st to the month's end. */
function tenDays(day: number): Window {
  const month = monthOfDay(day);
  const first = firstDayOfMonth(month);
  const third = Math.min(2, Math.floor((civilDate(day).day - 1) / 10));
  return { start: first + third * 10, end: third === 2 ? lastDayOfMonth(month) : first + third * 10 + 9 };
}

/** The calendar period that holds a day: a week runs from Monday to Sunday. */
export function calendarPeriod(unit: Every['unit'], day: number): Window {
  if (unit === 'day') return { start: day, end: day };
  if (unit === 'tenDays') return tenDays(day);
  const length = MONTHS[unit];
  if (length === undefined) {
    const monday = day - weekdayOf(day) + 1;
    return { start: monday, end: monday + 6 };
  }
  const month = monthOfDay(day);
  const first = month - (month % length);
  return { start: firstDayOfMonth(first), end: lastDayOfMonth(first + length - 1) };
}

/** The `k`th of the blocks that follow each other from `first` on, counted from 0; months by Civil Code art. 202. */
function block({ count, unit }: Every, first: number, k: number): Window {
  const months = MONTHS[unit];
  const start = (n: number): number =>
    months === undefined ? first + n * count * (DAYS[unit] ?? 1) : shiftMonths(first, n * count * months);
  return { start: start(k), end: start(k + 1) - 1 };
}

/** The periods from the one that holds `first` to the one that holds `through`, earliest first; none where `first` is later. */
export function* periodsOf(every: Every, first: number, through: number): Generator<Window> {
  const blocks = every.count > 1;
  let period = blocks ? block(every, first, 0) : calendarPeriod(every.unit, first);
  for (let k = 1; period.start <= through && first <= through; k += 1) {
    yield period;
    period = blocks ? block(every, first, k) : calendarPeriod(every.unit, period.end + 1);
  }
}
