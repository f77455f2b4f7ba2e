import { compareExact, Fraction } from '../exact.ts';
import { isUnknown } from '../unknown.ts';
import type { Exact, Maybe, Truth, Unknown, Value } from '../value.ts';

// Strong Kleene truths in two bits, so that `&` and `|` are 且 and 或: the low bit says "may be yes", the high one "must
// be". What keeps a condition open is not carried along; `explain` finds it when asked. Each operation comes to the
// same as the one of its name in ../truth.ts and ../compare.ts.

/** 0 no, 1 open, 3 yes. */
export type Bits = number;

export const bitsOf = (truth: Truth): Bits => (truth === true ? 3 : truth === false ? 0 : 1);

/** A fact of type 是否 as the record holds it: left out is open, absent is no. */
export const factBits = (value: unknown): Bits => (value === true ? 3 : value === undefined ? 1 : 0);

export const notB = (a: Bits): Bits => (a === 1 ? 1 : 3 - a);

export const ifB = (c: Bits, a: Bits, b: Bits): Bits => (c & a) | (notB(c) & b) | (a & b);

/** One of two truths that are settled, by a condition. */
export const pickB = (c: Bits, a: Bits, b: Bits): Bits => (c === 3 || a === b ? a : c === 0 ? b : 1);

export const sameB = (a: Bits, b: Bits): Bits => (a & b) | (notB(a) & notB(b));

export function atLeastB(n: number, parts: readonly Bits[]): Bits {
  let [sure, may] = [0, 0];
  for (const part of parts) {
    if (part === 3) sure += 1;
    if (part !== 0) may += 1;
  }
  return sure >= n ? 3 : may >= n ? 1 : 0;
}

type Open = Exact | Unknown;

// A number that is no plain one is a fraction or unknown: told apart here without asking more of it.
const low = (a: Open): Exact | null => (typeof a === 'number' || a instanceof Fraction ? a : a.min);
const high = (a: Open): Exact | null => (typeof a === 'number' || a instanceof Fraction ? a : a.max);
const mayBeAbsent = (a: unknown): boolean =>
  typeof a === 'object' && a !== null && (a as Partial<Unknown>).mayBeAbsent === true;
const before = (a: Exact | null, b: Exact | null): boolean => {
  if (typeof a === 'number' && typeof b === 'number') return a < b;
  return a !== null && b !== null && compareExact(a, b) < 0;
};
const upTo = (a: Exact | null, b: Exact | null): boolean => {
  if (typeof a === 'number' && typeof b === 'number') return a <= b;
  return a !== null && b !== null && compareExact(a, b) <= 0;
};

const sure = (yes: boolean, no: boolean, a: unknown, b: unknown): Bits =>
  no ? 0 : yes && !mayBeAbsent(a) && !mayBeAbsent(b) ? 3 : 1;

const leOpen = (a: Maybe<Exact>, b: Maybe<Exact>): Bits =>
  a === null || b === null ? 0 : sure(upTo(high(a), low(b)), before(high(b), low(a)), a, b);

const ltOpen = (a: Maybe<Exact>, b: Maybe<Exact>): Bits =>
  a === null || b === null ? 0 : sure(before(high(a), low(b)), upTo(high(b), low(a)), a, b);

export const leB = (a: Maybe<Exact>, b: Maybe<Exact>): Bits =>
  typeof a === 'number' && typeof b === 'number' ? (a <= b ? 3 : 0) : leOpen(a, b);

export const ltB = (a: Maybe<Exact>, b: Maybe<Exact>): Bits =>
  typeof a === 'number' && typeof b === 'number' ? (a < b ? 3 : 0) : ltOpen(a, b);

export function eqB(a: Maybe<Exact>, b: Maybe<Exact>): Bits {
  if (typeof a === 'number' && typeof b === 'number') return a === b ? 3 : 0;
  if (a === null || b === null) return 0;
  const apart = before(high(a), low(b)) || before(high(b), low(a));
  return sure(upTo(high(a), low(b)) && upTo(high(b), low(a)), apart, a, b);
}

/** One end of a span; one that may be absent can only turn a no into open. */
function endB(end: Maybe<Exact>, holds: (end: Maybe<Exact>) => Bits): Bits {
  if (end === null) return 3;
  if (!isUnknown(end) || !end.mayBeAbsent) return holds(end);
  const there = holds({ ...end, mayBeAbsent: false });
  return there === 0 ? 1 : there;
}

const isSettledEnd = (end: Maybe<Exact>): end is number | null => end === null || typeof end === 'number';

/** `null` is an end that is open. */
export function withinB(
  a: Maybe<Exact>,
  lo: Maybe<Exact>,
  loIn: boolean,
  hi: Maybe<Exact>,
  hiIn: boolean,
): Bits {
  if (a === null) return 0;
  if (typeof a === 'number' && isSettledEnd(lo) && isSettledEnd(hi)) {
    const above = lo === null || (loIn ? lo <= a : lo < a);
    return above && (hi === null || (hiIn ? a <= hi : a < hi)) ? 3 : 0;
  }
  const both =
    endB(lo, (end) => (loIn ? leB(end, a) : ltB(end, a))) &
    endB(hi, (end) => (hiIn ? leB(a, end) : ltB(a, end)));
  return both === 3 && mayBeAbsent(a) ? 1 : both;
}

const optionsOf = (a: string | Exact | Unknown): readonly string[] | null =>
  typeof a === 'string' ? [a] : isUnknown(a) ? a.options : null;

export function sameTextB(a: Maybe<string>, b: Maybe<string>): Bits {
  if (typeof a === 'string' && typeof b === 'string') return a === b ? 3 : 0;
  if (a === null || b === null) return 0;
  const [x, y] = [optionsOf(a), optionsOf(b)];
  if (x === null || y === null) return 1;
  if (!x.some((option) => y.includes(option))) return 0;
  return sure(x.length === 1 && y.length === 1, false, a, b);
}

type SetOf = Maybe<readonly string[]>;

export function memberInB(a: Maybe<Exact | string>, set: SetOf): Bits {
  if (typeof a === 'string' && set !== null && !isUnknown(set)) return set.includes(a) ? 3 : 0;
  if (a === null || set === null) return 0;
  const options = optionsOf(a);
  if (isUnknown(set)) {
    const may = set.options === null || options === null || options.some((o) => set.options?.includes(o));
    return may ? 1 : 0;
  }
  if (options === null) return set.length === 0 ? 0 : 1;
  const inside = options.filter((option) => set.includes(option)).length;
  return sure(inside === options.length, inside === 0, a, '');
}

/** A member of a list of values written in the policy. */
export const memberOfB = (a: Maybe<Exact | string>, list: readonly (Exact | string)[]): Bits =>
  list.reduce<Bits>((found, item) => found | equalB(item, a), 0);

const equalB = (a: Maybe<Exact | string>, b: Maybe<Exact | string>): Bits =>
  typeof a === 'string' ? sameTextB(a, b as Maybe<string>) : eqB(a as Maybe<Exact>, b as Maybe<Exact>);

export function memberAnyB(a: SetOf, wanted: SetOf): Bits {
  if (a === null || wanted === null) return 0;
  const [x, y] = [isUnknown(a) ? a.options : a, isUnknown(wanted) ? wanted.options : wanted];
  if (x !== null && y !== null && !x.some((option) => y.includes(option))) return 0;
  return isUnknown(a) || isUnknown(wanted) ? 1 : 3;
}

export function memberAllB(a: SetOf, wanted: SetOf): Bits {
  if (a === null || wanted === null) return 0;
  if (isUnknown(wanted)) return 1;
  const x = isUnknown(a) ? a.options : a;
  if (x !== null && !wanted.every((option) => x.includes(option))) return 0;
  return !isUnknown(a) || (wanted.length === 0 && !a.mayBeAbsent) ? 3 : 1;
}

export function presentB(a: Value): Bits {
  if (a === null) return 0;
  if (isUnknown(a)) return a.mayBeAbsent ? 1 : 3;
  return Array.isArray(a) && a.length === 0 ? 0 : 3;
}
