import { parseDate } from '../../../runtime/dates.ts';
import type { Expr } from '../../ir/expressions.ts';
import { nodesOf } from '../../ir/nodes.ts';

type Day = readonly [month: Expr | undefined, day: Expr | undefined];

/** Tells a month or a day of the month that no calendar has: a policy with it could not be written. */
export function daysOutside(part: object): (e: Expr, next: Expr) => boolean {
  const days = new Map<Expr, Day>();
  for (const e of nodesOf(part)) {
    if (e.k !== 'calendar' || (e.fn !== 'date' && e.fn !== 'month')) continue;
    const [, month, day] = e.args;
    if (month) days.set(month, [month, day]);
    if (day) days.set(day, [month, day]);
  }
  return (e, next) => {
    const day = days.get(e);
    return day !== undefined && !isDay(day.map((one) => (one === e ? next : one)));
  };
}

/** In a leap year; what is not written as a figure is taken as one that fits. */
function isDay([month, day]: readonly (Expr | undefined)[]): boolean {
  const figure = (e: Expr | undefined): string => (e?.k === 'lit' ? String(e.value).padStart(2, '0') : '01');
  return parseDate(`2024-${figure(month)}-${figure(day)}`) !== null;
}
