import type { WorkCalendar } from '../calendar/calendar.ts';
import type { Reason } from '../decision.ts';
import { compareExact } from '../exact.ts';
import { intervalOf } from '../interval.ts';
import { isUnknown, mergeReasons, reasonsOfValue } from '../unknown.ts';
import type { Exact, Maybe, Unknown } from '../value.ts';
import { movedOffHoliday } from '../workdays.ts';

export type DueState = 'met' | 'missed' | 'open' | 'undetermined';

/** Surely not after. */
const notAfter = (a: Exact | null, b: Exact | null): boolean =>
  a !== null && b !== null && compareExact(a, b) <= 0;
const after = (a: Exact | null, b: Exact | null): boolean =>
  a !== null && b !== null && compareExact(a, b) > 0;

/** Nothing done so far: still in time, or too late. */
function stateOfOpen(due: Exact | null | Unknown, asOf: number): DueState {
  if (due === null) return 'open';
  const range = intervalOf(due);
  if (notAfter(asOf, range.min)) return 'open';
  return after(asOf, range.max) ? 'missed' : 'undetermined';
}

/** Whether what was done on `date` (null: nothing yet) by the day `asOf` is in time for the last day `due` (null: none). */
export function dueState(date: Maybe<number>, due: Maybe<number>, asOf: number): DueState {
  if (date === null) return stateOfOpen(due, asOf);
  if (due === null) return isUnknown(date) && date.mayBeAbsent ? 'undetermined' : 'met';
  const [done, last] = [intervalOf(date), intervalOf(due)];
  const mayBeOpen = isUnknown(date) && date.mayBeAbsent;
  if (notAfter(done.max, last.min)) return mayBeOpen ? 'undetermined' : 'met';
  const missedAnyway = !mayBeOpen || after(asOf, last.max);
  return after(done.min, last.max) && missedAnyway ? 'missed' : 'undetermined';
}

/** Why the state of a due date is open. */
export const whyOpen = (date: Maybe<number>, due: Maybe<number>): readonly Reason[] =>
  mergeReasons(reasonsOfValue(date), reasonsOfValue(due));

/**
 * Civil Code art. 203: where the last day of a period is a day of rest, the period ends on the next working day.
 * Only for periods counted from another date; a date that the notice itself names is kept as it is written.
 */
export const afterHolidays = (
  last: Maybe<number>,
  counted: boolean,
  calendar: WorkCalendar,
): Maybe<number> => (counted ? movedOffHoliday(calendar, last) : last);
