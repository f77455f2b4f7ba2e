import type { Type } from '../../runtime/types.ts';
import type { DateSpan, Expr } from '../ir/expressions.ts';
import { asked } from './asked.ts';

const date: Type = { t: 'date' };
const bool: Type = { t: 'bool' };

/** `a ≤ b`, or `a < b`. */
export function notAfter(a: Expr, b: Expr, strict = false): Expr {
  return asked({ k: 'cmp', op: strict ? 'lt' : 'le', a, b }, bool, a);
}

/** `date` and so many days more; a working day is at least a day. */
export function daysLater(day: Expr, count: Expr): Expr {
  const isWork = count.type.t === 'qty' && count.type.unit === 'workday';
  const n = isWork ? { ...count, type: { t: 'qty', unit: 'day' } as const } : count;
  return asked({ k: 'addPeriod', date: day, n, sign: 1 }, date, day);
}

/** The day before. */
export function eve(day: Expr): Expr {
  const one = asked({ k: 'lit', value: '1' }, { t: 'qty', unit: 'day' }, day);
  return asked({ k: 'addPeriod', date: day, n: one, sign: -1 }, date, day);
}

/** That a span with both ends holds at least one day (month, year); null where it has no end or neither of them belongs to it. */
export function holdsSomething({ lo, loIn, hi, hiIn }: DateSpan): Expr | null {
  if (!lo || !hi || !(loIn || hiIn)) return null;
  return notAfter(lo, hi, !(loIn && hiIn));
}
