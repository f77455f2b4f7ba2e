import { multiply } from '../arithmetic.ts';
import type { Range } from '../decision.ts';
import { compareExact, exactToJson, isWhole } from '../exact.ts';
import { type Interval, intervalOf, pointOf } from '../interval.ts';
import type { AmountRules, Case } from '../rules.ts';
import { reasonsOf } from '../truth.ts';
import { hull, isDoubt, isExact, isUnknown, mergeReasons, reasonsOfValue, unknownOf } from '../unknown.ts';
import type { Exact, Maybe, Truth, Unknown } from '../value.ts';

function fen(end: Exact | null): number | string | null {
  if (end === null) return null;
  // Steps that can leave a fraction must state a rounding; the checker has refused the others.
  if (!isWhole(end)) throw new RangeError('an amount has a fraction of a fen');
  return exactToJson(end);
}

const mayBeAbsent = (value: Exact | Unknown): boolean => isUnknown(value) && value.mayBeAbsent;

/** The range of a value; zero belongs to it where the value is or may prove absent. */
function orZero(value: Maybe<Exact>): Interval {
  const range = intervalOf(value ?? 0);
  return value !== null && mayBeAbsent(value) ? widest(range, { min: 0, max: 0 }) : range;
}

/** Money as the decision writes it: whole fen, open ends null. An absent amount is nothing. */
export function moneyRange(value: Maybe<Exact>): Range {
  const range = orZero(value);
  return { min: fen(range.min), max: fen(range.max) };
}

/** Ratios and counts as the decision writes them. */
export function exactRange(value: Maybe<Exact>): Range {
  const { min, max } = orZero(value);
  return { min: min === null ? null : exactToJson(min), max: max === null ? null : exactToJson(max) };
}

type Bound = (a: Interval, b: Interval) => Interval;

const smaller = (a: Exact, b: Exact): Exact => (compareExact(a, b) <= 0 ? a : b);
const larger = (a: Exact, b: Exact): Exact => (compareExact(a, b) >= 0 ? a : b);
const bothEnds = (a: Exact | null, b: Exact | null, pick: (a: Exact, b: Exact) => Exact): Exact | null =>
  a === null || b === null ? null : pick(a, b);
const eitherEnd = (a: Exact | null, b: Exact | null, pick: (a: Exact, b: Exact) => Exact): Exact | null =>
  a === null ? b : b === null ? a : pick(a, b);

const lesserOf: Bound = (a, b) => ({
  min: bothEnds(a.min, b.min, smaller),
  max: eitherEnd(a.max, b.max, smaller),
});
const greaterOf: Bound = (a, b) => ({
  min: eitherEnd(a.min, b.min, larger),
  max: bothEnds(a.max, b.max, larger),
});

const widest: Bound = (a, b) => ({
  min: bothEnds(a.min, b.min, smaller),
  max: bothEnds(a.max, b.max, larger),
});

/** The value held to a bound; an absent bound is none, and one that may prove absent leaves the value possible. */
function bounded(value: Maybe<Exact>, bound: Maybe<Exact>, by: Bound): Maybe<Exact> {
  if (value === null || bound === null) return value;
  const held = by(intervalOf(value), intervalOf(bound));
  const range = mayBeAbsent(bound) ? widest(held, intervalOf(value)) : held;
  const point = mayBeAbsent(value) ? null : pointOf(range);
  if (point !== null) return point;
  const reasons = mergeReasons(reasonsOfValue(value), reasonsOfValue(bound));
  return unknownOf(reasons, { ...range, mayBeAbsent: mayBeAbsent(value) });
}

/** What is left of a total bound after the payments before; null: there is no bound. */
export const heldTo = (left: Maybe<Exact>, value: Maybe<Exact>): Maybe<Exact> =>
  left === null ? value : bounded(value, bounded(left, 0, greaterOf), lesserOf);

/** 不少于. */
export const floored = (value: Maybe<Exact>, floor: Maybe<Exact>): Maybe<Exact> =>
  bounded(value, floor, greaterOf);

/** 不超过. */
export const capped = (value: Maybe<Exact>, cap: Maybe<Exact>): Maybe<Exact> => bounded(value, cap, lesserOf);

/** 不少于 and 不超过. */
export function clamp(value: Maybe<Exact>, rules: AmountRules, c: Case): Maybe<Exact> {
  const least = rules.floor === undefined ? value : floored(value, rules.floor(c));
  const held = rules.cap === undefined ? least : capped(least, rules.cap(c));
  if (rules.watch !== undefined) watchBounds(rules, value, least, held);
  return held;
}

/** Whether each bound of the amount held it back, where that is settled. */
function watchBounds(
  rules: AmountRules,
  value: Maybe<Exact>,
  floored: Maybe<Exact>,
  capped: Maybe<Exact>,
): void {
  const held = (before: Maybe<Exact>, after: Maybe<Exact>): boolean | null =>
    isExact(before) && isExact(after) ? compareExact(before, after) !== 0 : null;
  const floor = rules.floor === undefined ? null : held(value, floored);
  const cap = rules.cap === undefined ? null : held(floored, capped);
  if (floor !== null) rules.watch?.(floor ? 'floored' : 'unfloored');
  if (cap !== null) rules.watch?.(cap ? 'capped' : 'uncapped');
}

/** One payment to one head, before bounds, and whether there is one: null while `当` is no. */
export interface UnitAmount {
  readonly base: Maybe<Exact>;
  readonly when: Truth;
}

export function unitAmount(rules: AmountRules, c: Case): UnitAmount | null {
  const when = rules.when?.(c) ?? true;
  return when === false ? null : { base: rules.base(c), when };
}

/** Nothing too while `当` is open; after bounds, so that no lower bound applies to what is not paid at all. */
export const ifPaid = (value: Maybe<Exact>, { when }: UnitAmount): Maybe<Exact> =>
  isDoubt(when) ? hull([value ?? 0, 0], reasonsOf(when)) : value;

/** What an amount comes to over `count` payments, heads counted and bounds kept; zero while `当` is no. */
export function paidWhole(rules: AmountRules, c: Case, count: Maybe<Exact>): Maybe<Exact> {
  const unit = unitAmount(rules, c);
  if (unit === null) return 0;
  return ifPaid(clamp(multiply(perPayment(unit.base, rules, c), count), rules, c), unit);
}

/** The payment to all heads, before bounds. */
export const perPayment = (unit: Maybe<Exact>, rules: AmountRules, c: Case): Maybe<Exact> =>
  rules.heads === undefined ? unit : multiply(unit, rules.heads(c));

/** Possible beside nothing at all: the payment of one who may turn out not to be entitled. */
export const orNothing = (value: Maybe<Exact>): Maybe<Exact> =>
  value === null || (!isUnknown(value) && value === 0) ? value : hull([value, 0], reasonsOfValue(value));
