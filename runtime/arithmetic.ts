import type { Reason } from './decision.ts';
import { minus, over, plus, type Rounding, roundExact, times } from './exact.ts';
import {
  addIntervals,
  holdsZero,
  type Interval,
  intervalOf,
  invertInterval,
  multiplyIntervals,
  negateInterval,
} from './interval.ts';
import { reasonsOf } from './truth.ts';
import { hull, isDoubt, isUnknown, openBy, unknownOf } from './unknown.ts';
import type { Exact, Maybe, Truth, Unknown, Value } from './value.ts';

type Operand = Exact | Unknown;

const openOf = ({ min, max }: Interval, a: Operand, b: Operand): Unknown => openBy(a, b, min, max);

const noQuotient = (a: Operand, at: string): Unknown => {
  const why: Reason = { kind: 'data', problem: 'divisionByZero', at };
  return openBy(a, unknownOf([why]), null, null);
};

/** Exact on settled values, by intervals on unknown ones; absence is passed on (surface §4 rule 5). */
const lift =
  (settled: (a: Exact, b: Exact) => Exact, intervals: (a: Interval, b: Interval) => Interval) =>
  (a: Maybe<Exact>, b: Maybe<Exact>): Maybe<Exact> => {
    if (a === null || b === null) return null;
    if (!isUnknown(a) && !isUnknown(b)) return settled(a, b);
    return openOf(intervals(intervalOf(a), intervalOf(b)), a, b);
  };

export const add = /* @__PURE__ */ lift(plus, addIntervals);
export const subtract = /* @__PURE__ */ lift(minus, (a, b) => addIntervals(a, negateInterval(b)));
export const multiply = /* @__PURE__ */ lift(times, multiplyIntervals);

/** Division by zero has no value: unknown with a data reason at the node `at` (surface §4 rule 6). */
export const divide = (a: Maybe<Exact>, b: Maybe<Exact>, at: string): Maybe<Exact> => {
  if (a === null || b === null) return null;
  if (b === 0) return noQuotient(a, at);
  if (!isUnknown(a) && !isUnknown(b)) return over(a, b);
  const divisor = intervalOf(b);
  // A divisor that may be zero leaves everything open: the quotient may turn out to have no value.
  if (holdsZero(divisor)) return openBy(a, b, null, null);
  return openOf(multiplyIntervals(intervalOf(a), invertInterval(divisor)), a, b);
};

/** Applies a function that never decreases to a settled value or to both ends of a range. */
export const liftMonotone = (value: Maybe<Exact>, settled: (a: Exact) => Exact): Maybe<Exact> => {
  if (value === null) return null;
  if (!isUnknown(value)) return settled(value);
  const { min, max } = value;
  return openBy(value, value, min === null ? null : settled(min), max === null ? null : settled(max));
};

/** To a whole multiple of `to`, in the value's own unit. */
export const round = (value: Maybe<Exact>, mode: Rounding, to: Exact): Maybe<Exact> =>
  liftMonotone(value, (a) => roundExact(a, mode, to));

/** Exact change of unit: `factor` (positive) of the new unit make one of the old. */
export const convert = (value: Maybe<Exact>, factor: Exact): Maybe<Exact> =>
  liftMonotone(value, (a) => times(a, factor));

/** `若 c 则 a 否则 b` between values: the hull of both while `c` is open. Between conditions: `chooseTruth`. */
export const choose = <T extends Value>(c: Truth, a: T, b: T): T | Unknown =>
  isDoubt(c) ? hull([a, b], reasonsOf(c)) : c ? a : b;
