import { civilDate } from '../dates.ts';
import type { Reason } from '../decision.ts';
import type { Case, EventLog, ProcedureRules, StepRules } from '../rules.ts';
import { any, doubt, not } from '../truth.ts';
import type { Id } from '../types.ts';
import { isUnknown, unknownOf } from '../unknown.ts';
import type { Maybe, Truth, Value } from '../value.ts';
import { bindingDue, duesOf } from './step-dues.ts';
import type { Run, StepPlace } from './run.ts';
import { whole } from './spans.ts';
import { dueState, whyOpen } from './due.ts';
import { asNumber, read } from '../access.ts';
import { present } from '../compare.ts';
import { inYear } from './paid-on.ts';

/** Day numbers; null: not yet. */
export interface StepTimes {
  readonly start: Maybe<number>;
  readonly end: Maybe<number>;
}

export function placeOf(run: Run, step: Id): StepPlace {
  const place = run.index.steps.get(step);
  if (place === undefined) throw new RangeError(`no step ${step}`);
  return place;
}

/** What lies after the day decided for has not happened yet. */
const soFar = (day: Maybe<number>, asOf: number): Maybe<number> =>
  typeof day === 'number' && day > asOf ? null : day;

/**
 * A step's dates: from the fact it is counted by, where that is known, else from the log. Without a log they are not
 * known.
 */
export function timesOf(step: StepRules, c: Case, events: EventLog | null): StepTimes {
  const logged = events !== null && Object.hasOwn(events, step.id);
  if (step.countedBy !== undefined) {
    const value: Value = read(c.facts, step.countedBy);
    const day = soFar(whole(asNumber(value)), c.asOf);
    if (!isUnknown(day) || !logged) return { start: day, end: day };
  }
  if (events === null) {
    const open = unknownOf([{ kind: 'missing', fact: step.id }], { max: c.asOf, mayBeAbsent: true });
    return { start: open, end: open };
  }
  const event = Object.hasOwn(events, step.id) ? events[step.id] : undefined;
  return { start: soFar(event?.start ?? null, c.asOf), end: soFar(event?.end ?? null, c.asOf) };
}

export const stepTimes = (run: Run, c: Case, events: EventLog | null, step: Id): StepTimes =>
  timesOf(placeOf(run, step).step, c, events);

/** The year of the earliest date known in the procedure; without any, the year decided for. */
export function roundYear(procedure: ProcedureRules, c: Case, events: EventLog | null): Maybe<number> {
  const times = procedure.steps.map((step) => timesOf(step, c, events));
  const days = times.flatMap(({ start, end }) => [start, end]);
  const known = days.filter((day) => typeof day === 'number');
  if (known.length > 0) return civilDate(Math.min(...known)).year;
  const open: readonly Reason[] = days.flatMap((day) => (isUnknown(day) ? day.reasons : []));
  return open.length === 0 ? civilDate(c.asOf).year : unknownOf(open, { max: civilDate(c.asOf).year });
}

/** The record as the procedure sees it: in its own round. */
export function inRound(procedure: ProcedureRules, c: Case, events: EventLog | null): Case {
  const year = roundYear(procedure, c, events);
  return typeof year === 'number' ? inYear(c, year) : { ...c, roundYear: year, memo: new Map() };
}

/** `完成`. A step that is out of play (`当`) holds nobody up. */
export function doneTruth(run: Run, c: Case, events: EventLog | null, step: Id): Truth {
  const { step: rules } = placeOf(run, step);
  return any(not(rules.when?.(c) ?? true), present(timesOf(rules, c, events).end, step));
}

/** The last day that binds, null where the step has none yet. */
export function stepDue(run: Run, c: Case, events: EventLog | null, step: Id): Maybe<number> {
  const { step: rules, procedure } = placeOf(run, step);
  return bindingDue(duesOf(rules, inRound(procedure, c, events), run));
}

/** `逾期`: completed after the day due, or that day has passed (surface §4 rule 14). */
export function lateness(run: Run, c: Case, events: EventLog | null, step: Id): Truth {
  if (placeOf(run, step).step.when?.(c) === false) return false;
  const { end } = stepTimes(run, c, events, step);
  const due = stepDue(run, c, events, step);
  if (due === null) return false;
  const state = dueState(end, due, c.asOf);
  return state === 'undetermined' ? doubt(`late ${step}`, whyOpen(end, due)) : state === 'missed';
}
