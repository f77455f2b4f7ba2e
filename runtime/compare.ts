import { asText } from './access.ts';
import { compareExact, sameExact } from './exact.ts';
import { type Interval, intervalOf } from './interval.ts';
import type { SpanValue } from './rules.ts';
import { all, doubt, sameTruth, truthOf } from './truth.ts';
import {
  isDoubt,
  isExact,
  isHandle,
  isList,
  isSet,
  isUnknown,
  mergeReasons,
  reasonsOfValue,
} from './unknown.ts';
import type { Exact, Maybe, Truth, Unknown, Value } from './value.ts';

// `key` names the condition (the id of its node): conditions of one key are one unknown to `settling`.
// A comparison with an absent value is no; its negation, applied outside, is yes (surface §4 rule 5).

const mayBeAbsent = (value: Value): boolean => value === null || (isUnknown(value) && value.mayBeAbsent);

/** Open between `a` and `b`; a comparison that is otherwise sure stays open while one side may be absent. */
const decide = (
  sure: boolean | null,
  a: Exact | string | Unknown,
  b: Exact | string | Unknown,
  key: string,
): Truth => {
  if (sure === false || (sure === true && !mayBeAbsent(a) && !mayBeAbsent(b))) return sure;
  return doubt(key, mergeReasons(reasonsOfValue(a), reasonsOfValue(b)));
};

const below = (a: Interval, b: Interval): boolean =>
  a.max !== null && b.min !== null && compareExact(a.max, b.min) < 0;
const notAbove = (a: Interval, b: Interval): boolean =>
  a.max !== null && b.min !== null && compareExact(a.max, b.min) <= 0;

const isNumeric = (value: Exact | string | Unknown): value is Exact | Unknown =>
  isExact(value) || isUnknown(value);

const optionsOf = (value: Exact | string | Unknown): readonly string[] | null =>
  typeof value === 'string' ? [value] : isUnknown(value) ? value.options : null;

/** Equal for certain, different for certain, or `null`: from options for texts, from ranges for numbers. */
const sureEqual = (a: Exact | string | Unknown, b: Exact | string | Unknown): boolean | null => {
  const [x, y] = [optionsOf(a), optionsOf(b)];
  if (x !== null && y !== null) {
    if (!x.some((option) => y.includes(option))) return false;
    return x.length === 1 && y.length === 1 ? true : null;
  }
  if (!isNumeric(a) || !isNumeric(b)) return null;
  const [i, j] = [intervalOf(a), intervalOf(b)];
  if (below(i, j) || below(j, i)) return false;
  return notAbove(i, j) && notAbove(j, i) ? true : null;
};

/** Equal numbers, dates, options or texts. */
export const eq = (a: Maybe<Exact | string>, b: Maybe<Exact | string>, key: string): Truth => {
  if (a === null || b === null) return false;
  if (isExact(a) && isExact(b)) return sameExact(a, b);
  if (typeof a === 'string' && typeof b === 'string') return a === b;
  return decide(sureEqual(a, b), a, b, key);
};

/** a < b. */
export const lt = (a: Maybe<Exact>, b: Maybe<Exact>, key: string): Truth => {
  if (a === null || b === null) return false;
  const [i, j] = [intervalOf(a), intervalOf(b)];
  return decide(below(i, j) ? true : notAbove(j, i) ? false : null, a, b, key);
};

/** a ≤ b. */
export const le = (a: Maybe<Exact>, b: Maybe<Exact>, key: string): Truth => {
  if (a === null || b === null) return false;
  const [i, j] = [intervalOf(a), intervalOf(b)];
  return decide(notAbove(i, j) ? true : below(j, i) ? false : null, a, b, key);
};

/** Equal values of any one type: conditions by truth, sets by members, records by what they are called, the rest by `eq`. */
export const equal = (a: Value, b: Value, key: string): Truth => {
  if (a === null || b === null) return false;
  if (isHandle(a) || isHandle(b)) return a === b || eq(asText(a), asText(b), key);
  if (typeof a === 'boolean' || isDoubt(a) || typeof b === 'boolean' || isDoubt(b)) {
    return sameTruth(truthOf(a, `${key}.a`), truthOf(b, `${key}.b`));
  }
  if (isSet(a) && isSet(b)) return all(memberAll(a, b, key), memberAll(b, a, key));
  if (isSet(a) || isSet(b)) return doubt(key, mergeReasons(reasonsOfValue(a), reasonsOfValue(b)));
  return eq(a as Maybe<Exact | string>, b as Maybe<Exact | string>, key);
};

/**
 * Text options by their place in an ordered enumeration, so that `lt` and `le` compare them. `other` of an open one has no place:
 * the checker writes a hole beside what would hang on it, and the place it has here, before all, reaches no result.
 */
export const rank = (value: Maybe<string>, order: readonly string[]): Maybe<number> => {
  if (value === null) return null;
  if (!isUnknown(value)) return order.indexOf(value);
  const places = (value.options ?? order).map((option) => order.indexOf(option));
  return { ...value, min: Math.min(...places), max: Math.max(...places), options: null };
};

/** One end of a span. An absent end is open, so a bound that may be absent can only turn a no into a doubt. */
const insideEnd = (end: Maybe<Exact>, holds: (bound: Exact | Unknown) => Truth, key: string): Truth => {
  if (end === null) return true;
  if (!isUnknown(end) || !end.mayBeAbsent) return holds(end);
  const there = holds({ ...end, mayBeAbsent: false });
  return there === false ? doubt(key, end.reasons) : there;
};

/** `a` lies in the span; an absent `a` does not, an absent end of the span is open. */
export const within = (a: Maybe<Exact>, span: SpanValue, key: string): Truth => {
  if (a === null) return false;
  const [from, to] = [`${key}.from`, `${key}.to`];
  const low = insideEnd(span.lo, (lo) => (span.loIn ? le(lo, a, from) : lt(lo, a, from)), from);
  const high = insideEnd(span.hi, (hi) => (span.hiIn ? le(a, hi, to) : lt(a, hi, to)), to);
  const both = all(low, high);
  // With both ends open the date itself may still prove absent.
  return both === true && mayBeAbsent(a) ? doubt(key, reasonsOfValue(a)) : both;
};

type SetOf = Maybe<readonly string[]>;

const possible = (set: readonly string[] | Unknown): readonly string[] | null =>
  isUnknown(set) ? set.options : set;

/** `属于`: a is one of `set`. */
export const memberIn = (a: Maybe<Exact | string>, set: SetOf, key: string): Truth => {
  if (a === null || set === null) return false;
  if (!isUnknown(set)) return memberOfKnown(a, set, key);
  const options = optionsOf(a);
  const may = set.options === null || options === null || options.some((o) => set.options?.includes(o));
  return decide(may ? null : false, a, set, key);
};

const memberOfKnown = (a: Exact | string | Unknown, set: readonly string[], key: string): Truth => {
  const options = optionsOf(a);
  if (options === null) return set.length === 0 ? false : decide(null, a, '', key);
  const inside = options.filter((option) => set.includes(option)).length;
  return decide(inside === 0 ? false : inside === options.length ? true : null, a, '', key);
};

/** `含其一`: the set `a` holds one of `wanted`. */
export const memberAny = (a: SetOf, wanted: SetOf, key: string): Truth => {
  if (a === null || wanted === null) return false;
  const [x, y] = [possible(a), possible(wanted)];
  const meet = x === null || y === null || x.some((option) => y.includes(option));
  if (!meet) return false;
  if (!isUnknown(a) && !isUnknown(wanted)) return true;
  return doubt(key, mergeReasons(reasonsOfValue(a), reasonsOfValue(wanted)));
};

/** `含全部`: the set `a` holds each of `wanted`; of nothing it holds all. */
export const memberAll = (a: SetOf, wanted: SetOf, key: string): Truth => {
  if (a === null || wanted === null) return false;
  const x = possible(a);
  if (!isUnknown(wanted)) {
    if (x !== null && !wanted.every((option) => x.includes(option))) return false;
    if (!isUnknown(a) || (wanted.length === 0 && !a.mayBeAbsent)) return true;
  }
  return doubt(key, mergeReasons(reasonsOfValue(a), reasonsOfValue(wanted)));
};

/** `存在`: not legally absent; lists and sets: not empty. */
export const present = (value: Value, key: string): Truth => {
  if (value === null) return false;
  if (isUnknown(value)) return value.mayBeAbsent ? doubt(key, value.reasons) : true;
  if (isSet(value)) return value.length > 0;
  if (!isList(value) || value.items.length > 0) return true;
  return value.complete ? false : doubt(key, value.reasons ?? []);
};
