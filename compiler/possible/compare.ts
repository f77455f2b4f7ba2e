import { FIRST_DAY, LAST_DAY, shiftMonths } from '../../runtime/dates.ts';
import { compareExact, exact, minus, over, printExact, times } from '../../runtime/exact.ts';
import type { Expr } from '../ir/expressions.ts';
import { unitOf } from '../ir/units.ts';
import { difference, type Formula, flag, NO, YES, ZERO } from './formula.ts';
import { negate } from './negate.ts';
import { scaled, type Term, type Terms } from './terms.ts';
import { fixedTime, type Reach, yearProfile } from './years.ts';

/** `a ≤ b` (`a < b` where strict) of two numbers or two times that are there. */
export function atMost(a: Expr, b: Expr, strict: boolean, terms: Terms, reach: Reach): Formula {
  const shifted = monthShift(a, reach);
  if (shifted)
    return shiftedAtMost(shifted, b, strict, terms) ?? plain(terms.variable(a), terms.of(b), strict);
  if (!monthShift(b, reach)) return plain(terms.of(a), terms.of(b), strict);
  return negate(atMost(b, a, !strict, terms, reach));
}

interface MonthShift {
  readonly date: Expr;
  /** In months, with the sign. */
  readonly factor: ReturnType<typeof exact>;
  readonly n: Expr;
}

/** `date ± n` by months (art. 202), where the date is not a fixed one. */
function monthShift(e: Expr, reach: Reach): MonthShift | null {
  if (e.k !== 'addPeriod' || fixedTime(e, reach) !== null || yearProfile(e, reach)) return null;
  const unit = unitOf(e.n.type, reach.units);
  if (unit.base !== 'month') return null;
  return { date: e.date, n: e.n, factor: times(exact(unit.factor), e.sign) };
}

/** D + n months ≤ b: of a fixed day it bounds D itself, else it bounds the months from D to b. */
function shiftedAtMost(
  { date, n, factor }: MonthShift,
  b: Expr,
  strict: boolean,
  terms: Terms,
): Formula | null {
  const [start, end] = [terms.of(date), terms.of(b)];
  if (
    start.variable === ZERO ||
    compareExact(start.constant, 0) !== 0 ||
    compareExact(start.coefficient, 1) !== 0
  )
    return null;
  const months = scaled(terms.of(n), factor);
  if (end.variable === ZERO) {
    if (months.variable !== ZERO || typeof months.constant !== 'number' || typeof end.constant !== 'number')
      return null;
    return difference(
      start.variable,
      ZERO,
      latest(months.constant, strict ? end.constant - 1 : end.constant),
      false,
    );
  }
  if (compareExact(end.constant, 0) !== 0 || compareExact(end.coefficient, 1) !== 0 || b.k === 'addPeriod')
    return null;
  return plain(months, terms.elapsed(start.variable, end.variable), strict);
}

/** The last day from which `months` more are over by `limit`. */
function latest(months: number, limit: number): number {
  let day = Math.max(FIRST_DAY, Math.min(LAST_DAY, shiftMonths(limit, -months) + 3));
  while (day > FIRST_DAY && shiftMonths(day, months) > limit) day -= 1;
  return day;
}

/** c·x + p ≤ d·y + q. */
export function plain(a: Term, b: Term, strict: boolean): Formula {
  const by = minus(b.constant, a.constant);
  if (a.variable === b.variable) return single(a.variable, minus(a.coefficient, b.coefficient), by, strict);
  if (b.variable === ZERO) return single(a.variable, a.coefficient, by, strict);
  if (a.variable === ZERO) return single(b.variable, times(b.coefficient, -1), by, strict);
  if (compareExact(a.coefficient, b.coefficient) !== 0)
    return flag(
      JSON.stringify(
        [a, b].map((t) => [t.variable, printExact(t.coefficient)]).concat([[printExact(by), `${strict}`]]),
      ),
    );
  const limit = over(by, a.coefficient);
  return compareExact(a.coefficient, 0) > 0
    ? difference(a.variable, b.variable, limit, strict)
    : difference(b.variable, a.variable, times(limit, -1), strict);
}

/** c·x ≤ by. */
function single(variable: string, c: Term['coefficient'], by: Term['constant'], strict: boolean): Formula {
  const sign = compareExact(c, 0);
  if (sign === 0) return compareExact(0, by) < (strict ? 0 : 1) ? YES : NO;
  const limit = over(by, c);
  return sign > 0
    ? difference(variable, ZERO, limit, strict)
    : difference(ZERO, variable, times(limit, -1), strict);
}
