import { asTime } from '../../runtime/access.ts';
import { add, multiply } from '../../runtime/arithmetic.ts';
import { exact, negate, over } from '../../runtime/exact.ts';
import {
  addDays,
  addMonths,
  dateOf,
  dayInYear,
  endOfMonth,
  endOfYear,
  monthIn,
  monthOf,
  nextMonth,
  startOfMonth,
  startOfYear,
  weekday,
  yearOf,
  yearOfMonth,
} from '../../runtime/periods.ts';
import type { Case } from '../../runtime/rules.ts';
import type { Exact, Maybe } from '../../runtime/value.ts';
import { addWorkdays, festival, lunarDate } from '../../runtime/workdays.ts';
import type { Expr } from '../ir/expressions.ts';
import { festivalNamed } from '../ir/festivals.ts';
import { unitOf } from '../ir/units.ts';
import type { Run, Scope } from './scope.ts';

type Kind<K extends Expr['k']> = Extract<Expr, { readonly k: K }>;
type Day = Maybe<number>;
type Number = Maybe<Exact>;
type Shift = (c: Case, day: Number, n: Number) => Day;

/** Moves a date. A month moves by months, a year by years. */
export function shifted(e: Kind<'addPeriod'>, scope: Scope): Run<Day> {
  const [day, n] = [scope.number(e.date), scope.number(e.n)];
  if (e.type.t === 'month' || e.type.t === 'year') {
    const length = exact(e.type.t === 'month' ? '1' : '12');
    const size = over(multiplied(e.n, e.sign, scope), length);
    return (c, env) => asTime(add(day(c, env), multiply(n(c, env), size)));
  }
  const shift = shiftBy(e.n, e.sign, scope, e.id);
  return (c, env) => shift(c, day(c, env), n(c, env));
}

/** Moves a date by a quantity of the unit of `n`: by months (art. 202), by days, or by working days of the calendar. */
export function shiftBy(n: Expr, sign: 1 | -1, scope: Scope, at = n.id): Shift {
  const { base } = unitOf(n.type, scope.policy.units);
  const size = multiplied(n, sign, scope);
  const scaled = (value: Number) => (size === 1 ? value : multiply(value, size));
  switch (base) {
    case 'month':
      return (_, day, value) => addMonths(day, scaled(value), at);
    case 'day':
      return (_, day, value) => addDays(day, scaled(value), at);
    case 'workday':
      return (c, day, value) => addWorkdays(c.calendar, day, scaled(value), at);
    default:
      throw new RangeError(`no time is counted in ${base}`);
  }
}

/** How many of its base units one unit of `n` moves, backwards negative. */
function multiplied(n: Expr, sign: 1 | -1, { policy }: Scope): Exact {
  const { factor } = unitOf(n.type, policy.units);
  return sign === 1 ? exact(factor) : negate(exact(factor));
}

/** Functions of the calendar; which of two readings applies is said by the type of the first argument. */
export function calendarCall(e: Kind<'calendar'>, scope: Scope): Run<Day> {
  const ofMonth = e.args[0]?.type.t === 'month';
  switch (e.fn) {
    case 'startOf':
      return unary(e, scope, ofMonth ? startOfMonth : startOfYear);
    case 'endOf':
      return unary(e, scope, ofMonth ? endOfMonth : endOfYear);
    case 'monthOf':
      return unary(e, scope, ofMonth ? asTime : monthOf);
    case 'yearOf':
      return unary(e, scope, ofMonth ? yearOfMonth : yearOf);
    case 'nextMonth':
      return unary(e, scope, ofMonth ? nextMonth : (day) => nextMonth(monthOf(day)));
    case 'weekday':
      return unary(e, scope, weekday);
    default:
      return composed(e, e.fn, scope);
  }
}

function unary(e: Kind<'calendar'>, scope: Scope, of: (value: Number) => Day): Run<Day> {
  const a = scope.number(argument(e, 0));
  return (c, env) => of(a(c, env));
}

type Composed = 'date' | 'month' | 'inYear' | 'lunar' | 'festival';

/** Dates and months from their parts; the first part is the year. */
function composed(e: Kind<'calendar'>, fn: Composed, scope: Scope): Run<Day> {
  const year = scope.number(argument(e, 0));
  if (fn === 'inYear') {
    const day = scope.text(argument(e, 1));
    return (c, env) => dayInYear(year(c, env), day(c, env));
  }
  if (fn === 'festival') {
    const name = festivalNamed(argument(e, 1));
    return (c, env) => festival(c.calendar, year(c, env), name, e.id);
  }
  const month = scope.number(argument(e, 1));
  if (fn === 'month') return (c, env) => monthIn(year(c, env), month(c, env), e.id);
  const day = scope.number(argument(e, 2));
  if (fn === 'date') return (c, env) => dateOf(year(c, env), month(c, env), day(c, env), e.id);
  return (c, env) => lunarDate(c.calendar, year(c, env), month(c, env), day(c, env), e.id);
}

function argument(e: Kind<'calendar'>, index: number): Expr {
  const found = e.args[index];
  if (!found) throw new RangeError(`${e.fn} without argument ${index}`);
  return found;
}
