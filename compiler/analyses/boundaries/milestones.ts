import { parseDate, printDate } from '../../../runtime/dates.ts';
import type { Decision } from '../../../runtime/decision.ts';

/** Every last day that a decision speaks of, and the day after it: what is done then is in time, or late. */
export function milestonesOf(decision: Decision): readonly string[] {
  const steps = Object.values(decision.procedures).flatMap((procedure) => procedure.steps);
  const deadlines = Object.values(decision.programmes).flatMap((programme) => programme.deadlines);
  const duties = Object.values(decision.duties ?? {});
  const dues = [
    ...steps.flatMap((step) => step.due.map(({ due }) => due)),
    ...steps.map(({ planned }) => planned?.slice(-10) ?? null),
    ...deadlines.map(({ due }) => due),
    ...duties.flatMap((duty) => duty.due.map(({ due }) => due)),
    ...duties.flatMap((duty) => duty.periods.slice(-2).map(({ to }) => to)),
  ];
  const days = dues.flatMap((due) => (due === null ? [] : [parseDate(due)])).filter((day) => day !== null);
  return [...new Set(days.flatMap((day) => [day, day + 1]))].map(printDate);
}
