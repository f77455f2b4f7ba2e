import type { Expr } from '../../ir/expressions.ts';
import type { Policy } from '../../ir/policy.ts';
import { and, not, or } from '../terms/logic.ts';
import { eq, le, num, numVar, ofAtom, plusConst } from '../terms/number.ts';
import type { Bool } from '../terms/term.ts';
import { Day, lengthOf, type Month } from '../values/day.ts';
import { within } from '../values/operate.ts';
import { isKnown, payload, type Sym } from '../values/sym.ts';
import * as truths from '../values/truth.ts';
import type { Scope } from './scope.ts';

/** Whichever year a yearly payment is asked about: what is said of it holds of every year. */
export const ROUND = 'roundYear';
export const ROUND_YEAR = ofAtom(numVar(ROUND, { whole: true, min: 1, max: 9998 }));

type Span = NonNullable<Policy['inForce']>;

/** The day (or month) of payment in the year asked about; absent outside the years, or the days, in force. */
export function yearlyDay(on: Expr, scope: Scope): Sym {
  const at = scope.inRound(ROUND_YEAR).value(on, []);
  const kept = inForce(at, scope);
  const inside = inYears(scope);
  const absent = or(at.absent, not(inside), and(not(at.unknown), kept.no));
  const unknown = and(not(absent), or(at.unknown, truths.isOpen(kept)));
  return { ...at, absent, unknown };
}

const endOf = (of: Expr | undefined, scope: Scope): Sym | null => (of ? scope.value(of, []) : null);

/** As `yearsInForce` of the runtime: from the first to the last year in force, else the year decided for. */
function inYears(scope: Scope): Bool {
  const span = scope.policy.inForce;
  const [lo, hi] = [endOf(span?.lo, scope), endOf(span?.hi, scope)];
  const [first, last] = [dayOf(lo, span?.loIn ? 0 : 1, scope), dayOf(hi, span?.hiIn ? 0 : -1, scope)];
  const own = eq(ROUND_YEAR, scope.world.asOf.civil.year);
  if (!lo || !hi || !first || !last) return own;
  const both = and(isKnown(lo), isKnown(hi));
  const between = and(le(first.civil.year, ROUND_YEAR), le(ROUND_YEAR, last.civil.year));
  return or(and(both, between), and(not(both), own));
}

function dayOf(end: Sym | null, later: number, { world }: Scope): Day | null {
  const day = end && payload(end, 'date')?.day;
  if (!day || later === 0) return day ?? null;
  return Day.ofNumber(world, plusConst(day.day, later));
}

/** A month is in force when a day of it is. */
function inForce(at: Sym, scope: Scope): truths.Truth {
  const span = scope.policy.inForce;
  if (!span) return truths.TRUE;
  if (at.of.t !== 'month') return inSpan(at, span, 'both', scope);
  const edge = (date: (month: Month) => Day): Sym => ({
    ...at,
    of: { t: 'date', day: date(payload(at, 'month')?.month ?? { year: num(1), month: num(1) }) },
  });
  const first = edge((month) => Day.ofCivil(scope.world, { ...month, date: num(1) }));
  const last = edge((month) => Day.ofCivil(scope.world, { ...month, date: lengthOf(month) }));
  return truths.all(inSpan(first, span, 'end', scope), inSpan(last, span, 'start', scope));
}

function inSpan(at: Sym, span: Span, side: 'both' | 'start' | 'end', scope: Scope): truths.Truth {
  const [lo, hi] = [endOf(span.lo, scope), endOf(span.hi, scope)];
  const day = isKnown(at);
  const truth = within(at, side === 'end' ? null : lo, span.loIn, side === 'start' ? null : hi, span.hiIn);
  return { yes: and(day, truth.yes), no: truth.no };
}
