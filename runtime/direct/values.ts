import { le } from '../compare.ts';
import { civilDate, dayNumber } from '../dates.ts';
import { moneyRange } from '../evaluator/amounts.ts';
import { compareExact, type Exact, over } from '../exact.ts';
import { reasonsOf } from '../truth.ts';
import { hull, isDoubt, isUnknown, unknownOf } from '../unknown.ts';
import type { Maybe, Unknown, Value } from '../value.ts';
import type { Bits } from './bits.ts';

/** The least and the most that money comes to. */
export const least = (value: Maybe<Exact>): number | string | null => moneyRange(value).min;
export const most = (value: Maybe<Exact>): number | string | null => moneyRange(value).max;

/** What is known of a value that is one of these, without reasons. */
export function hullB<T extends Value>(values: readonly T[]): T | Unknown {
  const first = values[0];
  let [min, max]: [number | null, number | null] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let absent = false;
  for (const value of values) {
    if (typeof value === 'number') {
      if (min !== null && value < min) min = value;
      if (max !== null && value > max) max = value;
    } else if (value === null) absent = true;
    else if (isOpenNumber(value)) {
      absent ||= value.mayBeAbsent;
      min = min === null || value.min === null ? null : Math.min(min, value.min);
      max = max === null || value.max === null ? null : Math.max(max, value.max);
    } else return hull(values, []);
  }
  if (min === Number.POSITIVE_INFINITY) return hull(values, []);
  if (typeof first === 'number' && min === max && !absent && values.every((value) => value === first))
    return first;
  return { unknown: true, min, max, options: null, mayBeAbsent: absent, reasons: [] };
}

/** An unknown number whose ends are plain ones. */
const isOpenNumber = (
  value: Value,
): value is Unknown & { readonly min: number | null; readonly max: number | null } =>
  isUnknown(value) &&
  value.options === null &&
  (value.min === null || typeof value.min === 'number') &&
  (value.max === null || typeof value.max === 'number');

/** `若` between values. */
export const chooseB = <T extends Value>(c: Bits, a: T, b: T): T | Unknown =>
  c === 3 ? a : c === 0 ? b : hullB([a, b]);

/** Nothing too while 当 is open. */
export const ifPaidB = (when: Bits, value: Maybe<Exact>): Maybe<Exact> =>
  when === 1 ? hullB([value ?? 0, 0]) : value;

/** A whole number of `1/den`. */
export const ratio = (n: number, den: number): Exact => over(n, den);

/** To the nearest multiple, ties away from zero, of two safe integers. */
export const half = (n: number, by: number): number =>
  n < 0 ? -Math.floor((-2 * n + by) / (2 * by)) : Math.floor((2 * n + by) / (2 * by));

export const firstDayOfYear = (year: number): number => dayNumber(year, 1, 1);
export const lastDayOfYear = (year: number): number => dayNumber(year, 12, 31);
export const yearOfDay = (day: number): number => civilDate(day).year;
export const yearOfMonthNumber = (month: number): number => Math.floor(month / 12);

/**
 * The last day from `min` to `max` that `of` takes to at most (`inclusive`) or before `bound`, the day before `min` where
 * there is none; `null` where that is not settled. `of` never decreases.
 */
export function lastDay(
  of: (day: number) => Maybe<Exact>,
  bound: Maybe<Exact>,
  inclusive: boolean,
  min: number,
  max: number,
): number | null {
  const [first, last] = [of(min), of(max)];
  if (
    bound === null ||
    isUnknown(bound) ||
    first === null ||
    isUnknown(first) ||
    last === null ||
    isUnknown(last)
  )
    return null;
  let [low, high] = [min - 1, max];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const value = of(middle);
    if (value === null || isUnknown(value)) return null;
    const order = compareExact(value, bound);
    if (order < 0 || (inclusive && order === 0)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The value written in the policy that is in force on a day; `missing` where none is. */
export function versionOn(
  asOf: number,
  rows: readonly (readonly [from: () => Maybe<number>, value: () => Value])[],
  missing: Value,
): Value {
  for (const [from, value] of [...rows].reverse()) {
    const begun = le(from(), asOf, 'version');
    if (begun === true) return value();
    if (isDoubt(begun)) return unknownOf(reasonsOf(begun));
  }
  return missing;
}
