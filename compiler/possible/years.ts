import {
  dayOf,
  firstDayOfMonth,
  lastDayOfMonth,
  monthOfDay,
  parseDate,
  parseMonth,
  parseYearlyDay,
  shiftMonths,
  yearlyDayIn,
} from '../../runtime/dates.ts';
import { exact, times } from '../../runtime/exact.ts';
import type { Id, UnitMeta } from '../../runtime/types.ts';
import type { Expr } from '../ir/expressions.ts';
import { unitOf } from '../ir/units.ts';
import type { Key } from './formula.ts';
import { keyOf } from './key.ts';
import type { YearProfile } from './variables.ts';

export interface Reach {
  readonly units: readonly UnitMeta[];
  readonly definition: (id: Id) => Expr | undefined;
}

type InYear = (year: number) => number | null;

/** A date or month (or a year) that hangs on one year alone, as a function of it; null for any other. */
export function yearProfile(e: Expr, reach: Reach): YearProfile | null {
  const years = new Set<Key>();
  const made = inYear(e, reach, years);
  const [year] = years;
  if (!made || years.size !== 1 || year === undefined || made(2000) === null) return null;
  return { year, at: (y) => made(y) ?? 0 };
}

/** A day, month or year that hangs on nothing. */
export function fixedTime(e: Expr, reach: Reach): number | null {
  const years = new Set<Key>();
  const made = inYear(e, reach, years);
  return made && years.size === 0 ? made(2000) : null;
}

function inYear(e: Expr, reach: Reach, years: Set<Key>): InYear | null {
  switch (e.k) {
    case 'lit':
      return literal(e);
    case 'roundYear':
    case 'fact':
    case 'param':
      if (e.type.t !== 'year') return null;
      years.add(keyOf(e));
      return (y) => y;
    case 'def': {
      const body = reach.definition(e.def);
      return body ? inYear(body, reach, years) : null;
    }
    case 'arith':
      return e.op === '+' || e.op === '-' ? both(e.a, e.b, reach, years, e.op === '+' ? plus : minus) : null;
    case 'addPeriod':
      return moved(e, reach, years);
    case 'calendar':
      return calendar(e, reach, years);
    default:
      return null;
  }
}

const plus = (a: number, b: number): number => a + b;
const minus = (a: number, b: number): number => a - b;

function both(
  a: Expr,
  b: Expr,
  reach: Reach,
  years: Set<Key>,
  of: (a: number, b: number) => number | null,
): InYear | null {
  const [left, right] = [inYear(a, reach, years), inYear(b, reach, years)];
  if (!left || !right) return null;
  return (y) => {
    const [p, q] = [left(y), right(y)];
    return p === null || q === null ? null : of(p, q);
  };
}

function literal(e: Expr & { k: 'lit' }): InYear | null {
  if (typeof e.value !== 'string') return null;
  const value =
    e.type.t === 'date'
      ? parseDate(e.value)
      : e.type.t === 'month'
        ? parseMonth(e.value)
        : /^-?\d{1,9}$/.test(e.value)
          ? Number(e.value)
          : null;
  return value === null ? null : () => value;
}

function moved(e: Expr & { k: 'addPeriod' }, reach: Reach, years: Set<Key>): InYear | null {
  const unit = unitOf(e.n.type, reach.units);
  const count =
    e.n.k === 'lit' && typeof e.n.value === 'string' ? times(exact(e.n.value), exact(unit.factor)) : null;
  if (typeof count !== 'number') return null;
  const n = count * e.sign;
  if (e.date.type.t !== 'date') return null;
  const start = inYear(e.date, reach, years);
  if (!start || (unit.base !== 'day' && unit.base !== 'month')) return null;
  return (y) => {
    const day = start(y);
    return day === null ? null : unit.base === 'day' ? day + n : shiftMonths(day, n);
  };
}

function calendar(e: Expr & { k: 'calendar' }, reach: Reach, years: Set<Key>): InYear | null {
  const [first, second, third] = e.args;
  if (!first) return null;
  if (e.fn === 'inYear') {
    const day = second?.k === 'lit' && typeof second.value === 'string' ? parseYearlyDay(second.value) : null;
    const year = inYear(first, reach, years);
    return day && year && ((y) => step(year(y), (at) => yearlyDayIn(at, day.month, day.day)));
  }
  if (e.fn === 'month' && second) return both(first, second, reach, years, (y, m) => y * 12 + m - 1);
  if (e.fn === 'date' && second && third) {
    const month = inYear(second, reach, years);
    return both(first, third, reach, years, (y, d) => dayOf(y, month?.(y) ?? 0, d));
  }
  const arg = inYear(first, reach, years);
  const of = arg && single(e.fn, first.type.t);
  return arg && of ? (y) => step(arg(y), of) : null;
}

const step = (at: number | null, of: (at: number) => number): number | null => (at === null ? null : of(at));

function single(fn: string, of: string): ((at: number) => number) | null {
  const months = (at: number): number => (of === 'date' ? monthOfDay(at) : at);
  if (fn === 'monthOf') return months;
  if (fn === 'nextMonth') return (at) => months(at) + 1;
  if (fn === 'yearOf') return (at) => Math.floor(months(at) / 12);
  if (fn !== 'startOf' && fn !== 'endOf') return null;
  const [first, last] = of === 'year' ? [0, 11] : [0, 0];
  const month = (at: number, more: number): number => (of === 'year' ? at * 12 + more : at);
  if (of === 'date') return null;
  return fn === 'startOf'
    ? (at) => firstDayOfMonth(month(at, first))
    : (at) => lastDayOfMonth(month(at, last));
}
