import type { Expr } from '../../ir/expressions.ts';
import { festivalNamed } from '../../ir/festivals.ts';
import { unitOf } from '../../ir/units.ts';
import { quotient } from './arithmetic.ts';
import type { Code } from './code.ts';
import { exactNumber } from './literal.ts';
import { quoted } from './names.ts';
import type { Operation } from './operations.ts';
import type { Place, Unit } from './unit.ts';

type Kind<K extends Expr['k']> = Extract<Expr, { readonly k: K }>;

/** A date moved by a quantity of time. A month moves by months, a year by years. */
export function shifted(e: Kind<'addPeriod'>, place: Place, unit: Unit): Code {
  const [day, n] = [unit.code(e.date, place), unit.code(e.n, place)];
  const { factor } = unitOf(e.n.type, unit.policy.units);
  if (e.type.t === 'month') return unit.op('add', day, unit.op('multiply', n, signed(factor, e.sign, unit)));
  if (e.type.t !== 'year') return shiftedDay(day, n, e, unit);
  return unit.op('add', day, unit.op('multiply', n, signed(quotient(factor, '12'), e.sign, unit)));
}

/** `day` moved by `n`, counted in the unit of the expression that `by` holds. */
export function shiftedDay(
  day: Code,
  n: Code,
  by: Pick<Kind<'addPeriod'>, 'n' | 'sign' | 'id'>,
  unit: Unit,
): Code {
  const { base, factor } = unitOf(by.n.type, unit.policy.units);
  const times = signed(factor, by.sign, unit);
  const scaled = times === '1' ? n : unit.op('multiply', n, times);
  const at = quoted(by.id);
  switch (base) {
    case 'month':
      return unit.op('addMonths', day, scaled, at);
    case 'day':
      return unit.op('addDays', day, scaled, at);
    case 'workday':
      return unit.op('addWorkdays', 'c.calendar', day, scaled, at);
    default:
      throw new RangeError(`no time is counted in ${base}`);
  }
}

function signed(factor: string, sign: 1 | -1, unit: Unit): Code {
  return exactNumber(sign === 1 ? factor : `-${factor}`, unit);
}

/** Functions of the calendar; which of two readings applies is said by the type of the first argument. */
export function calendarCall(e: Kind<'calendar'>, place: Place, unit: Unit): Code {
  const ofMonth = e.args[0]?.type.t === 'month';
  const [first = 'null', ...others] = e.args.map((arg) => unit.code(arg, place));
  const one = (name: Operation) => unit.op(name, first);
  switch (e.fn) {
    case 'startOf':
      return one(ofMonth ? 'startOfMonth' : 'startOfYear');
    case 'endOf':
      return one(ofMonth ? 'endOfMonth' : 'endOfYear');
    case 'monthOf':
      return ofMonth ? first : one('monthOf');
    case 'yearOf':
      return one(ofMonth ? 'yearOfMonth' : 'yearOf');
    case 'nextMonth':
      return ofMonth ? one('nextMonth') : unit.op('nextMonth', one('monthOf'));
    case 'weekday':
      return one('weekday');
    case 'inYear':
      return unit.op('dayInYear', first, ...others);
    case 'date':
      return unit.op('dateOf', first, ...others, quoted(e.id));
    case 'month':
      return unit.op('monthIn', first, ...others, quoted(e.id));
    case 'lunar':
      return unit.op('lunarDate', 'c.calendar', first, ...others, quoted(e.id));
    case 'festival':
      return unit.op('festival', 'c.calendar', first, festivalOf(e), quoted(e.id));
  }
}

function festivalOf(e: Kind<'calendar'>): Code {
  const [, name] = e.args;
  if (!name) throw new RangeError('festival without a name');
  return quoted(festivalNamed(name));
}
