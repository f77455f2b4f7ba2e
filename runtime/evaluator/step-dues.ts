import { civilDate } from '../dates.ts';
import type { Reason } from '../decision.ts';
import { compareExact } from '../exact.ts';
import { intervalOf } from '../interval.ts';
import type { Case, StepRules } from '../rules.ts';
import { isUnknown, mergeReasons, reasonsOfValue, unknownOf } from '../unknown.ts';
import type { Exact, Maybe } from '../value.ts';
import type { Id } from '../types.ts';
import { afterHolidays } from './due.ts';
import type { Run } from './run.ts';
import { pausedPeriod } from './pauses.ts';
import { firstOf } from './spans.ts';

/** A due date of a step as far as it can be told. */
export interface DueDate {
  readonly id: Id;
  readonly cites: readonly string[];
  /** Last day; null: none, or none yet. */
  readonly last: Maybe<number>;
  /** The step whose date it is counted from and which has not happened yet. */
  readonly waitsFor: Id | null;
  /** A window counted from another step, not a date that the notice names. */
  readonly counted: boolean;
  /** Days left out of it so far (`不计`). */
  readonly paused: number;
}

type Due = StepRules['due'][number];

/** Year in which the policy comes into force. */
function firstYear(c: Case, run: Run): Maybe<number> {
  const span = run.index.implementation.inForce?.(c);
  if (span === undefined) return null;
  const first = firstOf(span);
  return typeof first === 'number' ? civilDate(first).year : first;
}

/** Whether the due date is one of this round: the first is the year the policy comes into force, later ones the years after. */
function ofRound(due: Due, c: Case, run: Run): boolean | readonly Reason[] {
  if (due.round === undefined) return true;
  const [year, first] = [c.roundYear, firstYear(c, run)];
  if (first === null || year === null) {
    return [{ kind: 'unspecified', at: due.id, text: '没有施行之年 / no year of coming into force' }];
  }
  if (isUnknown(year) || isUnknown(first)) return mergeReasons(reasonsOfValue(year), reasonsOfValue(first));
  return due.round === 'first' ? year === first : year > first;
}

/** Reads a due date and notes which steps it is counted from. */
function readDue(due: Due, c: Case): DueDate {
  const asked: Id[] = [];
  const absent: Id[] = [];
  const watched: Case = {
    ...c,
    memo: new Map(),
    stepTime: (step, part) => {
      const time = c.stepTime(step, part);
      asked.push(step);
      if (time === null) absent.push(step);
      return time;
    },
  };
  const { last, days: paused, waitsFor: pausedBy } = pausedPeriod(due.span(watched), due, c);
  const counted = due.counted ?? asked.length > 0;
  const waitsFor = last === null ? (absent[0] ?? null) : pausedBy;
  const { id, cites } = due;
  return { id, cites, last: afterHolidays(last, counted, c.calendar), waitsFor, counted, paused };
}

/** The due dates of a step or a duty in the round the record is in; those of other rounds are left out. */
export function duesOf(step: Pick<StepRules, 'due'>, c: Case, run: Run): readonly DueDate[] {
  return step.due.flatMap((due) => {
    const round = ofRound(due, c, run);
    if (round === false) return [];
    if (round === true) return [readDue(due, c)];
    return [
      { id: due.id, cites: due.cites, last: unknownOf(round), waitsFor: null, counted: false, paused: 0 },
    ];
  });
}

const least = (a: Exact | null, b: Exact | null): Exact | null =>
  a === null || b === null ? null : compareExact(a, b) <= 0 ? a : b;

/** The earliest of those that are there: it binds (surface §4 rule 14). */
export function bindingDue(dues: readonly DueDate[]): Maybe<number> {
  const there = dues.map((due) => due.last).filter((last) => last !== null);
  const open = there.filter(isUnknown);
  const known = there.filter((last) => typeof last === 'number');
  const earliest = known.length === 0 ? null : Math.min(...known);
  const doubtful = open.filter(
    (last) => earliest === null || last.min === null || compareExact(last.min, earliest) < 0,
  );
  if (doubtful.length === 0) return earliest;
  const ends = [...doubtful.map(intervalOf), ...(earliest === null ? [] : [intervalOf(earliest)])];
  const tops = ends.flatMap((end) => (end.max === null ? [] : [end.max]));
  return unknownOf(mergeReasons(...doubtful.map(reasonsOfValue)), {
    min: ends.map((end) => end.min).reduce(least),
    max: tops.length === 0 ? null : tops.reduce((a, b) => (compareExact(a, b) <= 0 ? a : b)),
  });
}
