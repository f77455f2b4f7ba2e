import { compareExact, negate, over, plus, times } from './exact.ts';
import { isExact, isUnknown } from './unknown.ts';
import type { Exact, Unknown } from './value.ts';

/** Closed range of exact numbers, `null` where it is open. */
export interface Interval {
  readonly min: Exact | null;
  readonly max: Exact | null;
}

export const intervalOf = (value: Exact | Unknown): Interval =>
  isUnknown(value) ? value : { min: value, max: value };

/** The single number that an interval leaves, if it does. */
export const pointOf = (i: Interval): Exact | null =>
  i.min !== null && i.max !== null && compareExact(i.min, i.max) === 0 ? i.min : null;

export const addIntervals = (a: Interval, b: Interval): Interval => ({
  min: a.min === null || b.min === null ? null : plus(a.min, b.min),
  max: a.max === null || b.max === null ? null : plus(a.max, b.max),
});

export const negateInterval = (a: Interval): Interval => ({
  min: a.max === null ? null : negate(a.max),
  max: a.min === null ? null : negate(a.min),
});

/** An end of a range: a number, or without end in one direction. */
type End = Exact | '+' | '-';

const signOf = (e: End): number => (e === '+' ? 1 : e === '-' ? -1 : compareExact(e, 0));

/** Zero times "without end" is zero: every member of the range times zero is. */
const timesEnd = (a: End, b: End): End => {
  if (isExact(a) && isExact(b)) return times(a, b);
  const sign = signOf(a) * signOf(b);
  return sign === 0 ? 0 : sign > 0 ? '+' : '-';
};

const compareEnd = (a: End, b: End): number => {
  if (a === b) return 0;
  if (a === '-' || b === '+') return -1;
  return a === '+' || b === '-' ? 1 : compareExact(a, b);
};

export const multiplyIntervals = (a: Interval, b: Interval): Interval => {
  const corners = [a.min ?? '-', a.max ?? '+'].flatMap((x) =>
    [b.min ?? ('-' as const), b.max ?? ('+' as const)].map((y) => timesEnd(x as End, y)),
  );
  const least = corners.reduce((x, y) => (compareEnd(x, y) <= 0 ? x : y));
  const most = corners.reduce((x, y) => (compareEnd(x, y) >= 0 ? x : y));
  return { min: isExact(least) ? least : null, max: isExact(most) ? most : null };
};

/** Whether zero lies inside. */
export const holdsZero = (i: Interval): boolean =>
  (i.min === null || compareExact(i.min, 0) <= 0) && (i.max === null || compareExact(i.max, 0) >= 0);

/** 1 / a, for a range without zero; where it has no end the inverse comes near zero, which bounds it. */
export const invertInterval = (i: Interval): Interval => {
  const inverse = (e: Exact | null): Exact => (e === null ? 0 : over(1, e));
  return { min: inverse(i.max), max: inverse(i.min) };
};
