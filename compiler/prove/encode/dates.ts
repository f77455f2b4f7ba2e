import { chinaCalendar } from '../../../runtime/calendar/china.ts';
import { FIRST_DAY, LAST_DAY, parseYearlyDay } from '../../../runtime/dates.ts';
import { compareExact, exact, negate, over } from '../../../runtime/exact.ts';
import type { Expr } from '../../ir/expressions.ts';
import { festivalNamed } from '../../ir/festivals.ts';
import { unitOf } from '../../ir/units.ts';
import { and, not, or } from '../terms/logic.ts';
import { add, boundsOf, isConstant, num, scale, wholeNum } from '../terms/number.ts';
import type { Num } from '../terms/term.ts';
import { clamped, Day, existsOn, lengthOf, type Month, monthsLater, weekdayNum } from '../values/day.ts';
import { lift } from '../values/operate.ts';
import { known, payload, type Sym, UNKNOWN_THERE, unknownWhere } from '../values/sym.ts';
import { type Found, lunarDays, workdaysAfter } from './calendar.ts';
import type { Env, OutsideWhy, Scope } from './scope.ts';

type Kind<K extends Expr['k']> = Extract<Expr, { readonly k: K }>;

const dayOf = (a: Sym): Day | null => payload(a, 'date')?.day ?? null;
const numOf = (a: Sym): Num | null => payload(a, 'num')?.n ?? null;
const NOTHING = { t: 'nothing' } as const;

/** Surely in the years 1 to 9999, whatever the record. */
const inYears = (day: Num): boolean => {
  const { min, max } = boundsOf(day);
  return (
    min !== null && max !== null && compareExact(min, FIRST_DAY) >= 0 && compareExact(max, LAST_DAY) <= 0
  );
};

const yearsHold = ({ year }: Month): boolean => {
  const { min, max } = boundsOf(year);
  return min !== null && max !== null && compareExact(min, 1) >= 0 && compareExact(max, 9998) <= 0;
};

export function shifted(e: Kind<'addPeriod'>, scope: Scope, env: Env): Sym {
  const [start, n] = [scope.value(e.date, env), scope.value(e.n, env)];
  const { base, factor } = unitOf(e.n.type, scope.policy.units);
  const size = e.sign === 1 ? exact(factor) : negate(exact(factor));
  const count = numOf(n);
  if (!count || start.of.t === 'nothing') return lift([start, n], () => NOTHING);
  const by = scale(count, size);
  const outside = (why: OutsideWhy): Sym => gone([start, n], scope.outside(why, e.origin));
  if (start.of.t === 'month') return monthMoved(start, n, start.of.month, by, outside);
  if (start.of.t === 'num')
    return lift([start, n], () => ({ t: 'num', n: add(numOf(start) ?? num(0), scale(by, over(1, 12))) }));
  const day = dayOf(start);
  if (!day) return outside('type');
  if (base === 'workday') return workdaysLater(start, n, day, by, scope, e);
  if (!wholeNum(by)) return outside('fractionOfPeriod');
  if (base === 'day') return daysLater([start, n], day, by, scope, outside);
  const moved = monthsLater(day.civil, by);
  if (!yearsHold(moved)) return outside('years');
  return lift([start, n], () => ({
    t: 'date',
    day: Day.ofCivil(scope.world, clamped(moved, day.civil.date)),
  }));
}

/** What is outside is absent all the same where an operand is. */
function gone(operands: readonly Sym[], outside: Sym): Sym {
  const absent = or(...operands.map((o) => o.absent));
  return { ...outside, absent, unknown: not(absent) };
}

function monthMoved(start: Sym, n: Sym, month: Month, by: Num, outside: (why: OutsideWhy) => Sym): Sym {
  if (!wholeNum(by)) return outside('fractionOfPeriod');
  return lift([start, n], () => ({ t: 'month', month: monthsLater(month, by) }));
}

function daysLater(
  operands: readonly Sym[],
  day: Day,
  by: Num,
  { world }: Scope,
  outside: (why: OutsideWhy) => Sym,
): Sym {
  const moved = add(day.day, by);
  if (!inYears(moved)) return outside('years');
  return lift(operands, () => ({ t: 'date', day: Day.ofNumber(world, moved) }));
}

function workdaysLater(start: Sym, n: Sym, day: Day, by: Num, scope: Scope, e: Kind<'addPeriod'>): Sym {
  if (!isConstant(by) || !wholeNum(by)) return gone([start, n], scope.outside('varyingWorkdays', e.origin));
  const found = workdaysAfter(day.day, Number(by.base));
  return asFound([start, n], found, scope);
}

/** A date that the calendar gives, unknown where it gives none. */
export function asFound(operands: readonly Sym[], { day, given }: Found, { world }: Scope): Sym {
  const value = lift(operands, () => ({ t: 'date', day: Day.ofNumber(world, day) }));
  return unknownWhere(and(not(value.absent), not(given)), value, value.mayBeAbsent);
}

export function calendarCall(e: Kind<'calendar'>, scope: Scope, env: Env): Sym {
  const args = e.args.map((arg) => scope.value(arg, env));
  const [first = UNKNOWN_THERE, second = UNKNOWN_THERE, third = UNKNOWN_THERE] = args;
  switch (e.fn) {
    case 'inYear':
      return inYear(e, first, second, scope);
    case 'date':
    case 'month':
      return composed(e, [first, second, e.fn === 'date' ? third : known({ t: 'num', n: num(1) })], scope);
    case 'lunar':
    case 'festival':
      return ofLunar(e, first, scope);
    default:
      return unary(e, e.fn, first, scope);
  }
}

type Unary = 'startOf' | 'endOf' | 'monthOf' | 'yearOf' | 'nextMonth' | 'weekday';

function unary(e: Kind<'calendar'>, fn: Unary, a: Sym, scope: Scope): Sym {
  if (a.of.t === 'nothing') return a;
  if (fn === 'weekday') return { ...a, of: { t: 'num', n: weekdayNum(dayOf(a)?.day ?? num(0)) } };
  if (a.of.t === 'num') {
    if (!yearsHold({ year: a.of.n, month: num(1) })) return gone([a], scope.outside('years', e.origin));
    return { ...a, of: { t: 'date', day: edgeOfYear(a.of.n, fn === 'endOf', scope) } };
  }
  const month = a.of.t === 'month' ? a.of.month : a.of.t === 'date' ? a.of.day.civil : null;
  if (!month) return gone([a], scope.outside('type', e.origin));
  switch (fn) {
    case 'startOf':
      return { ...a, of: { t: 'date', day: Day.ofCivil(scope.world, { ...month, date: num(1) }) } };
    case 'endOf':
      return { ...a, of: { t: 'date', day: Day.ofCivil(scope.world, { ...month, date: lengthOf(month) }) } };
    case 'monthOf':
      return { ...a, of: { t: 'month', month } };
    case 'nextMonth':
      return { ...a, of: { t: 'month', month: monthsLater(month, num(1)) } };
    case 'yearOf':
      return { ...a, of: { t: 'num', n: month.year } };
  }
}

const edgeOfYear = (year: Num, last: boolean, { world }: Scope): Day =>
  Day.ofCivil(world, { year, month: num(last ? 12 : 1), date: num(last ? 31 : 1) });

/** From year, month and day; unknown where the calendar has no such day. */
function composed(e: Kind<'calendar'>, parts: readonly [Sym, Sym, Sym], scope: Scope): Sym {
  const [year, month, date] = parts.map(numOf);
  if (!year || !month || !date) return lift(parts, () => NOTHING);
  if (![year, month, date].every(wholeNum)) return gone(parts, scope.outside('fractionOfPeriod', e.origin));
  const civil = { year, month, date };
  const value = lift(parts, () =>
    e.fn === 'month' ? { t: 'month', month: civil } : { t: 'date', day: Day.ofCivil(scope.world, civil) },
  );
  return unknownWhere(and(not(value.absent), not(existsOn(civil))), value, value.mayBeAbsent);
}

/** A day of every year; 29 February of a common year is its last day of February. */
function inYear(e: Kind<'calendar'>, year: Sym, yearly: Sym, scope: Scope): Sym {
  const written = e.args[1];
  const day =
    written?.k === 'lit' && typeof written.value === 'string' ? parseYearlyDay(written.value) : null;
  const n = numOf(year);
  if (!day) return gone([year, yearly], scope.outside('yearlyDay', e.origin));
  if (!n) return year;
  if (!yearsHold({ year: n, month: num(1) })) return gone([year], scope.outside('years', e.origin));
  return {
    ...year,
    of: {
      t: 'date',
      day: Day.ofCivil(scope.world, clamped({ year: n, month: num(day.month) }, num(day.day))),
    },
  };
}

/** A date of the lunar calendar, year by year from its tables. */
function ofLunar(e: Kind<'calendar'>, year: Sym, scope: Scope): Sym {
  const n = numOf(year);
  if (!n) return year;
  const pick = lunarPick(e, scope);
  if (!pick) return gone([year], scope.outside('varyingWorkdays', e.origin));
  return asFound([year], lunarDays(n, pick), scope);
}

function lunarPick(e: Kind<'calendar'>, scope: Scope): ((year: number) => number | null) | null {
  const [, second, third] = e.args;
  if (!second) return null;
  if (e.fn === 'festival') {
    const name = festivalNamed(second);
    return (year) => chinaCalendar.festival(year, name);
  }
  const [month, day] = [second, third].map((arg) => (arg ? numOf(scope.value(arg, [])) : null));
  if (!month || !day || !isConstant(month) || !isConstant(day)) return null;
  return (year) => chinaCalendar.lunar(year, Number(month.base), Number(day.base));
}
