import { asNumber } from '../access.ts';
import { printDate } from '../dates.ts';
import type { DataWarning, ProcedureState, Reason, StepDue, StepState } from '../decision.ts';
import { compareExact } from '../exact.ts';
import type { Case, ProcedureRules, StepRules } from '../rules.ts';
import { reasonsOf } from '../truth.ts';
import type { Id } from '../types.ts';
import { isDoubt, isUnknown, mergeReasons, reasonsOfValue } from '../unknown.ts';
import type { Maybe, Truth } from '../value.ts';
import { type DueState, dueState, whyOpen } from './due.ts';
import { distinctReasons } from './reasons.ts';
import type { OpenRecord } from './record.ts';
import { firstOf, printSpan, whole } from './spans.ts';
import { bindingDue, type DueDate, duesOf } from './step-dues.ts';
import { inRound, type StepTimes, timesOf } from './step-times.ts';

/** A procedure as far as it has come, with what is odd about its dates. */
export interface ProcedureRun {
  readonly state: ProcedureState;
  readonly warnings: readonly DataWarning[];
}

interface StepRun {
  readonly state: StepState;
  readonly warnings: readonly DataWarning[];
}

const dateText = (day: Maybe<number>): string | null => (typeof day === 'number' ? printDate(day) : null);

function dueReasons(due: DueDate, state: DueState, end: Maybe<number>): readonly Reason[] {
  if (due.waitsFor !== null) return [{ kind: 'waiting', step: due.waitsFor, until: null }];
  return state === 'undetermined' ? whyOpen(end, due.last) : [];
}

/** A due date that hangs on a step still to come is open: there is nothing yet to be late for. */
const stateOfDue = (due: DueDate, end: Maybe<number>, asOf: number): DueState =>
  due.waitsFor !== null && due.last === null && end !== null ? 'undetermined' : dueState(end, due.last, asOf);

function describeDue(due: DueDate, binding: Maybe<number>, end: Maybe<number>, asOf: number): StepDue {
  const state = stateOfDue(due, end, asOf);
  return {
    id: due.id,
    due: dateText(due.last),
    state,
    binds: typeof due.last === 'number' && due.last === binding,
    ...(due.paused > 0 && { paused: due.paused }),
    cites: due.cites,
    reasons: distinctReasons(dueReasons(due, state, end)),
  };
}

/** Steps named as prerequisites that are not done. */
function waitsFor(step: StepRules, c: Case, dues: readonly DueDate[], needs: Truth): readonly Id[] {
  const pending = needs === true ? [] : step.needsSteps.filter((id) => c.outcome(id, 'done') !== true);
  const counted = dues.flatMap((due) => (due.waitsFor === null ? [] : [due.waitsFor]));
  return [...new Set([...pending, ...counted])];
}

interface Facts {
  readonly end: Maybe<number>;
  readonly states: readonly DueState[];
  readonly waiting: boolean;
  readonly needs: Truth;
}

function stateOfStep({ end, states, waiting, needs }: Facts): StepState['state'] {
  if (typeof end === 'number') {
    if (states.includes('missed')) return 'late';
    return states.includes('undetermined') ? 'undetermined' : 'done';
  }
  if (isUnknown(end)) return 'undetermined';
  if (states.includes('missed')) return 'overdue';
  if (waiting || needs === false) return 'waiting';
  return states.includes('undetermined') || isDoubt(needs) ? 'undetermined' : 'open';
}

function contradictions(path: string, dues: readonly DueDate[]): readonly DataWarning[] {
  const known = dues.filter((due) => typeof due.last === 'number');
  const windows = known.filter((due) => due.counted);
  const fixed = known.filter((due) => !due.counted);
  return windows.flatMap((window) =>
    fixed
      .filter((date) => Number(window.last) > Number(date.last))
      .map((date) => ({
        path,
        problem: 'dueDatesContradict' as const,
        detail: `${dateText(window.last)} > ${dateText(date.last)}`,
      })),
  );
}

/** Ended sooner than its shortest length allows. */
function tooShort(path: string, step: StepRules, c: Case, times: StepTimes): readonly DataWarning[] {
  const { start, end } = times;
  if (typeof start !== 'number' || typeof end !== 'number') return [];
  const earliest = whole(asNumber(step.earliestEnd?.(c, start) ?? null));
  if (typeof earliest !== 'number' || compareExact(end, earliest) >= 0) return [];
  return [{ path, problem: 'shorterThanRequired', detail: `${printDate(end)} < ${printDate(earliest)}` }];
}

/** Begun before the days to which it is confined (`期间`). */
function tooEarly(path: string, step: StepRules, c: Case, times: StepTimes): readonly DataWarning[] {
  const first = step.during === undefined ? null : firstOf(step.during(c));
  const { start } = times;
  if (typeof first !== 'number' || typeof start !== 'number' || start >= first) return [];
  return [{ path, problem: 'beforePeriod', detail: `${printDate(start)} < ${printDate(first)}` }];
}

/** A step with all that its state rests on. */
interface ReadStep {
  readonly step: StepRules;
  readonly applies: Truth;
  readonly times: StepTimes;
  readonly dues: readonly DueDate[];
  readonly shown: readonly StepDue[];
  readonly needs: Truth;
  readonly waits: readonly Id[];
  readonly state: StepState['state'];
}

function readStep(step: StepRules, c: Case, record: OpenRecord): ReadStep {
  const applies = step.when?.(c) ?? true;
  const times = timesOf(step, c, record.events);
  const dues = duesOf(step, c, record.run);
  const needs = step.needs?.(c) ?? true;
  const waits = typeof times.end === 'number' ? [] : waitsFor(step, c, dues, needs);
  const binding = bindingDue(dues);
  const shown = dues.map((due) => describeDue(due, binding, times.end, c.asOf));
  const states = shown.map((due) => due.state);
  const bare = stateOfStep({ end: times.end, states, waiting: waits.length > 0, needs });
  const state = applies === false ? 'notApplicable' : isDoubt(applies) ? 'undetermined' : bare;
  // What is out of play is due on no day and waits for nobody.
  if (applies === false) return { step, applies, times, dues: [], shown: [], needs, waits: [], state };
  return { step, applies, times, dues, shown, needs, waits, state };
}

function whyStep({ applies, needs, times, shown, state }: ReadStep): readonly Reason[] {
  if (state !== 'undetermined' && state !== 'waiting') return [];
  const dues = shown.map((due) => due.reasons);
  const own = [reasonsOf(applies), reasonsOf(needs), reasonsOfValue(times.end)];
  return distinctReasons(mergeReasons(...own, ...dues));
}

function describeStep(read: ReadStep, c: Case): StepState {
  const { step, times, shown, needs, waits, state } = read;
  const planned = step.planned ?? step.during;
  return {
    id: step.id,
    ...(step.actor === undefined ? {} : { actor: step.actor }),
    state,
    start: dateText(times.start),
    end: dateText(times.end),
    ...(planned === undefined ? {} : { planned: printSpan(planned(c)) }),
    due: shown,
    waitsFor: waits,
    next: (state === 'open' || state === 'overdue') && waits.length === 0 && needs === true,
    cites: step.cites,
    reasons: whyStep(read),
  };
}

function runStep(step: StepRules, c: Case, record: OpenRecord, path: string): StepRun {
  const read = readStep(step, c, record);
  const odd = [
    ...contradictions(path, read.dues),
    ...tooShort(path, step, c, read.times),
    ...tooEarly(path, step, c, read.times),
  ];
  return { state: describeStep(read, c), warnings: read.applies === false ? [] : odd };
}

/** Every step of a procedure at the day decided for (surface §4 rules 13 and 14). */
export function runProcedure(procedure: ProcedureRules, record: OpenRecord): ProcedureRun {
  const c = inRound(procedure, record.case, record.events);
  const runs = procedure.steps.map((step) =>
    runStep(step, c, record, `procedures.${procedure.id}.${step.id}`),
  );
  return {
    state: { id: procedure.id, steps: runs.map((run) => run.state) },
    warnings: runs.flatMap((run) => run.warnings),
  };
}
