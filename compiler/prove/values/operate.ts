import { and, choose, NO, not, or } from '../terms/logic.ts';
import { eq, le, lt } from '../terms/number.ts';
import type { Bool } from '../terms/term.ts';
import { dayEq, dayLe, dayLt, monthIndex } from './day.ts';
import { isKnown, type Payload, type Sym, truthOf, UNKNOWN } from './sym.ts';
import { all, DOUBT, sameTruth, settledIf, type Truth } from './truth.ts';

/** `result` of known operands; absent as soon as one is absent, else unknown as soon as one is unknown. */
export function lift(operands: readonly Sym[], result: () => Payload): Sym {
  const absent = or(...operands.map((o) => o.absent));
  const unknown = and(not(absent), or(...operands.map((o) => o.unknown)));
  if (operands.some((o) => o.of.t === 'nothing')) return { ...UNKNOWN, absent, unknown: not(absent) };
  const mayBeAbsent = or(...operands.map((o) => and(o.unknown, o.mayBeAbsent)));
  return { absent, unknown, mayBeAbsent, of: result() };
}

type Compare = 'lt' | 'le' | 'eq';
const NUMBERS = { lt, le, eq };
const DAYS = { lt: dayLt, le: dayLe, eq: dayEq };

function compared(op: Compare, a: Payload, b: Payload): Bool | null {
  if (a.t === 'nothing' || b.t === 'nothing') return null;
  if (a.t === 'date' && b.t === 'date') return DAYS[op](a.day, b.day);
  if (a.t === 'month' && b.t === 'month') return NUMBERS[op](monthIndex(a.month), monthIndex(b.month));
  if ((a.t === 'num' && b.t === 'num') || (a.t === 'code' && b.t === 'code')) return NUMBERS[op](a.n, b.n);
  throw new RangeError(`${a.t} and ${b.t} are not compared`);
}

/** A comparison with an absent value is no. */
export function compare(op: Compare, a: Sym, b: Sym): Truth {
  const absent = or(a.absent, b.absent);
  const known = and(isKnown(a), isKnown(b));
  const yes = compared(op, a.of, b.of);
  if (yes === null) return { yes: NO, no: absent };
  const truth = settledIf(known, yes);
  return { yes: truth.yes, no: or(absent, truth.no) };
}

/** Equal values of any one type. */
export function equal(a: Sym, b: Sym): Truth {
  const kinds = [a.of.t, b.of.t];
  if (kinds.includes('bool')) return absentIsNo([a, b], sameTruth(truthOf(a), truthOf(b)));
  if (kinds.includes('set')) return all(memberAll(a, b), memberAll(b, a));
  return compare('eq', a, b);
}

/** No where one is absent. */
const absentIsNo = (operands: readonly Sym[], { yes, no }: Truth): Truth => {
  const absent = or(...operands.map((o) => o.absent));
  return { yes: and(not(absent), yes), no: or(absent, no) };
};

const membersOf = (a: Sym): ReadonlyMap<string, Bool> | null => (a.of.t === 'set' ? a.of.has : null);

function members(
  a: Sym,
  wanted: Sym,
  yes: (has: (o: string) => Bool, all: ReadonlyMap<string, Bool>) => Bool,
): Truth {
  const [x, y] = [membersOf(a), membersOf(wanted)];
  const both = and(isKnown(a), isKnown(wanted));
  if (!x || !y) return absentIsNo([a, wanted], DOUBT);
  const has = (o: string): Bool => x.get(o) ?? NO;
  return absentIsNo([a, wanted], settledIf(both, yes(has, y)));
}

export const memberAny = (a: Sym, wanted: Sym): Truth =>
  members(a, wanted, (has, y) => or(...[...y].map(([o, is]) => and(is, has(o)))));

export const memberAll = (a: Sym, wanted: Sym): Truth =>
  members(a, wanted, (has, y) => and(...[...y].map(([o, is]) => or(not(is), has(o)))));

/** `存在`. */
export function present(a: Sym): Truth {
  if (a.of.t === 'nothing') return { yes: and(a.unknown, not(a.mayBeAbsent)), no: a.absent };
  const known = isKnown(a);
  const filled =
    a.of.t === 'set'
      ? or(...a.of.has.values())
      : a.of.t === 'list'
        ? or(...a.of.items.map((i) => i.here))
        : null;
  const there = and(a.unknown, not(a.mayBeAbsent));
  if (filled === null) return { yes: or(known, there), no: a.absent };
  return { yes: or(and(known, filled), there), no: or(a.absent, and(known, not(filled))) };
}

/** Absent end of a span: open. */
export function within(a: Sym, lo: Sym | null, loIn: boolean, hi: Sym | null, hiIn: boolean): Truth {
  const end = (bound: Sym | null, holds: (b: Sym) => Truth): Truth => {
    if (!bound) return { yes: not(a.absent), no: NO };
    const truth = holds({ ...bound, absent: NO, unknown: or(bound.unknown, bound.absent) });
    return { yes: choose(bound.absent, not(a.absent), truth.yes), no: and(not(bound.absent), truth.no) };
  };
  const low = end(lo, (b) => compare(loIn ? 'le' : 'lt', b, a));
  const high = end(hi, (b) => compare(hiIn ? 'le' : 'lt', a, b));
  const both = all(low, high);
  // With both ends open it still has to be a date.
  return absentIsNo([a], { yes: and(both.yes, not(a.unknown)), no: both.no });
}
