import type { Reason } from '../../decision.ts';
import type { Case, DutyRules } from '../../rules.ts';
import { isUnknown } from '../../unknown.ts';
import type { Unknown } from '../../value.ts';
import type { Window } from '../../windows.ts';
import { firstOf, lastOf } from '../spans.ts';
import { type Clock, isAfter } from './clock.ts';
import type { Bare } from './judgement.ts';
import { calendarPeriod, periodsOf } from './periods.ts';

type Periodic = DutyRules & { readonly every: NonNullable<DutyRules['every']> };

/** The days on which a periodic duty runs; an end may be open (null) or not known. */
export interface Term {
  readonly first: number;
  readonly last: number | null | Unknown;
}

const noStart = (at: string): Bare => ({
  state: 'undetermined',
  reasons: [{ kind: 'unspecified', at, text: '没有期间的起始日 / no day on which the term begins' }],
});

/**
 * The term of a periodic duty. From which day it runs is never guessed: without a first day nothing can be judged, but
 * that a calendar period in which the facts as they stand are judged needs none.
 */
export function termOf(duty: Periodic, c: Case, clock: Clock): Term | Bare {
  const span = duty.during?.(c);
  const first = span === undefined ? null : firstOf(span);
  const last = span === undefined ? null : lastOf(span);
  const { every, reads } = duty;
  const current = calendarPeriod(every.unit, clock.asOf);
  const standing = reads === 'state' && every.count === 1;
  if (first === null) return standing ? { first: current.start, last } : noStart(duty.id);
  if (!isUnknown(first)) return { first, last };
  if (isAfter(first, clock.asOf) === true) return { state: 'notDue', reasons: [] };
  if (standing && isAfter(first, current.start) === false) return { first: current.start, last };
  return { state: 'undetermined', reasons: first.reasons };
}

/** A period of the duty, and how it lies in the term. */
export interface Placed {
  /** The period itself, and the part of it that lies in the term. */
  readonly period: Window;
  readonly shown: Window;
  readonly whole: boolean;
  /** Why it is open whether it is a whole one. */
  readonly open: readonly Reason[];
}

function place(period: Window, { first, last }: Term): Placed {
  const end = typeof last === 'number' ? last : period.end;
  const shown = { start: Math.max(period.start, first), end: Math.min(period.end, end) };
  const whole = shown.start === period.start && shown.end === period.end;
  const cut = isUnknown(last) && isAfter(last, period.end - 1) !== true;
  return { period, shown, whole, open: cut ? last.reasons : [] };
}

/** The periods of the term that have begun; of a rule about facts as they stand only the current one. */
export function placedPeriods(duty: Periodic, term: Term, clock: Clock): readonly Placed[] {
  const { first, last } = term;
  const end = isUnknown(last) ? last.max : last;
  const through = typeof end === 'number' ? Math.min(end, clock.asOf) : clock.asOf;
  const from =
    duty.reads === 'state' && duty.every.count === 1
      ? Math.max(first, calendarPeriod(duty.every.unit, clock.asOf).start)
      : first;
  const placed: Placed[] = [];
  for (const period of periodsOf(duty.every, from, through)) {
    if (duty.reads === 'log' || period.end >= clock.asOf) placed.push(place(period, term));
  }
  return placed;
}
