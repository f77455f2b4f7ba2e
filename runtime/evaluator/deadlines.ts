import { within } from '../compare.ts';
import { printDate } from '../dates.ts';
import type { DeadlineResult, Reason } from '../decision.ts';
import type { Case, DeadlineRules } from '../rules.ts';
import { all, any, doubt, not, reasonsOf } from '../truth.ts';

import { reasonsOfValue } from '../unknown.ts';
import type { Maybe, Truth } from '../value.ts';
import { afterHolidays, dueState, whyOpen, type DueState } from './due.ts';
import { distinctReasons } from './reasons.ts';
import { pausedPeriod } from './pauses.ts';

/** A deadline of a programme for one record. */
export interface DeadlineState {
  readonly result: DeadlineResult;
  /** Whether the programme may go on as far as this deadline is concerned; true for one that costs nothing. */
  readonly kept: Truth;
}

/** In the span and in time: a date before the span begins is as good as none. */
function stateIn(rules: DeadlineRules, c: Case, date: Maybe<number>, due: Maybe<number>): DueState {
  const span = rules.span(c);
  const started = within(date, { lo: span.lo, loIn: span.loIn, hi: null, hiIn: true }, rules.id);
  const state = dueState(date, due, c.asOf);
  if (date === null || started === true || span.lo === null) return state;
  return started === false ? 'missed' : 'undetermined';
}

/** Late applications that are refused bar the programme as those that are forfeited do. */
const bars = (rules: DeadlineRules): boolean => rules.late !== 'record';

/** `null` while `当` is no: the deadline is not this record's. */
export function readDeadline(rules: DeadlineRules, c: Case): DeadlineState | null {
  const when = rules.when?.(c) ?? true;
  if (when === false) return null;
  const date = rules.date(c);
  const period = pausedPeriod(rules.span(c), rules, c);
  const due = afterHolidays(period.last, rules.counted ?? false, c.calendar);
  const bare = stateIn(rules, c, date, due);
  const applies = when === true || bare === 'met';
  const state = applies ? bare : 'undetermined';
  const last = typeof due === 'number' ? printDate(due) : null;
  const waiting: Reason = { kind: 'waiting', step: rules.id, until: last };
  const reasons: readonly Reason[] =
    bare === 'open' ? [waiting, ...reasonsOfValue(due)] : bare === 'undetermined' ? whyOpen(date, due) : [];
  const inTime = truthOfState(bare, rules.id, reasons);
  const shown = state === 'undetermined' ? distinctReasons([...reasonsOf(when), ...reasons]) : [];
  return {
    result: {
      id: rules.id,
      due: last,
      state,
      ...(period.days > 0 && { paused: period.days }),
      late: rules.late,
      cites: rules.cites,
      reasons: shown,
    },
    kept: bars(rules) ? any(not(when), inTime) : true,
  };
}

function truthOfState(state: DueState, id: string, reasons: readonly Reason[]): Truth {
  if (state === 'met') return true;
  return state === 'missed' ? false : doubt(id, reasons);
}

/** Deadlines that were missed and cost the programme. */
export const missedIds = (deadlines: readonly DeadlineState[]): readonly string[] =>
  deadlines.filter((deadline) => deadline.kept === false).map((deadline) => deadline.result.id);

/** Yes while none is missed; open while one is. */
export const allKept = (deadlines: readonly DeadlineState[]): Truth =>
  all(...deadlines.map((deadline) => deadline.kept));
