import { le } from '../../compare.ts';
import { printDate } from '../../dates.ts';
import type { StepDue } from '../../decision.ts';
import type { Case, DutyRules } from '../../rules.ts';
import { all, reasonsOf } from '../../truth.ts';
import { isDoubt, isUnknown, mergeReasons, reasonsOfValue } from '../../unknown.ts';
import type { Truth } from '../../value.ts';
import type { DueState } from '../due.ts';
import { distinctReasons } from '../reasons.ts';
import type { Run } from '../run.ts';
import { bindingDue, type DueDate, duesOf } from '../step-dues.ts';
import { type Clock, isAfter } from './clock.ts';
import type { Bare } from './judgement.ts';

/** A last day with what had become of the duty by then. */
export interface JudgedDue {
  readonly due: DueDate;
  readonly state: DueState;
  readonly reasons: Bare['reasons'];
}

/** Whether it had been done by the end of a day: only what was dated until then counts (see `doneOn`). */
function doneBy(duty: DutyRules, c: Case, day: number): Truth {
  const at = day < c.asOf ? { ...c, asOf: day, memo: new Map() } : c;
  const dates = (duty.doneOn ?? []).map((date, i) => le(date(at), at.asOf, `${duty.id}.done.${i}`));
  return all(duty.must(at).truth, ...dates);
}

function settled(done: Truth, isOver: boolean): Omit<JudgedDue, 'due'> {
  if (isDoubt(done)) return { state: 'undetermined', reasons: reasonsOf(done) };
  return { state: done ? 'met' : isOver ? 'missed' : 'open', reasons: [] };
}

/** The notice names no last day at all (`未规定`): there is none to be late for. */
const isUnnamed = (last: DueDate['last']): boolean =>
  isUnknown(last) && last.reasons.length > 0 && last.reasons.every(({ kind }) => kind === 'unspecified');

/**
 * A last day that is not settled tells only when it is surely still to come, when nothing was done and it is surely past,
 * or when the notice leaves it out and what it asks for is done.
 */
function judgeDue(duty: DutyRules, c: Case, due: DueDate, clock: Clock): JudgedDue {
  const { last } = due;
  if (last === null) return { due, ...settled(doneBy(duty, c, clock.asOf), false) };
  const future = isAfter(last, clock.over);
  if (!isUnknown(last))
    return { due, ...settled(doneBy(duty, c, Math.min(last, clock.asOf)), future === false) };
  const done = doneBy(duty, c, clock.asOf);
  if (future === true || (future === false && done === false) || (done === true && isUnnamed(last)))
    return { due, ...settled(done, future === false) };
  return { due, state: 'undetermined', reasons: mergeReasons(reasonsOfValue(last), reasonsOf(done)) };
}

/** The last days written under a duty (`期限`) in the round at hand. */
export const duesOfDuty = (duty: DutyRules, c: Case, clock: Clock, run: Run): readonly JudgedDue[] =>
  duesOf(duty, c, run).map((due) => judgeDue(duty, c, due, clock));

/** All last days together. */
export function stateOf(dues: readonly JudgedDue[]): Bare {
  const has = (state: DueState): boolean => dues.some((due) => due.state === state);
  if (has('missed')) return { state: 'breached', reasons: [] };
  if (has('undetermined'))
    return { state: 'undetermined', reasons: mergeReasons(...dues.map((due) => due.reasons)) };
  return { state: has('open') ? 'notDue' : 'met', reasons: [] };
}

/** Without a last day of its own: met or not, and if not, over or still to be done. */
export function stateWithout(done: Truth, isOver: boolean): Bare {
  if (isDoubt(done)) return { state: 'undetermined', reasons: reasonsOf(done) };
  return { state: done ? 'met' : isOver ? 'breached' : 'notDue', reasons: [] };
}

/** As decisions report them. */
export function describeDues(dues: readonly JudgedDue[]): readonly StepDue[] {
  const binding = bindingDue(dues.map(({ due }) => due));
  return dues.map(({ due, state, reasons }) => ({
    id: due.id,
    due: typeof due.last === 'number' ? printDate(due.last) : null,
    state,
    binds: typeof due.last === 'number' && due.last === binding,
    ...(due.paused > 0 && { paused: due.paused }),
    cites: due.cites,
    reasons: distinctReasons(
      due.waitsFor === null ? reasons : [{ kind: 'waiting', step: due.waitsFor, until: null }],
    ),
  }));
}
