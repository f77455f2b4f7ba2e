import type { Reason } from '../decision.ts';
import { compareExact } from '../exact.ts';
import { intervalOf } from '../interval.ts';
import type { Case, SpanValue } from '../rules.ts';
import type { Id } from '../types.ts';
import { isUnknown, mergeReasons, reasonsOfValue, unknownOf } from '../unknown.ts';
import type { Exact, Maybe } from '../value.ts';
import { firstOf, lastOf } from './spans.ts';

/** Spans that a period does not count (`不计`), and whether it is counted in working days. */
export interface PauseRules {
  readonly pauses?: readonly ((c: Case) => SpanValue)[];
  readonly workdays?: boolean;
}

/** A period with its pauses left out. */
export interface Paused {
  /** Last day; later than without the pauses, never earlier. */
  readonly last: Maybe<number>;
  /** Days (working days of a period counted in them) that were surely left out so far. */
  readonly days: number;
  /** The step whose end is still to come, so that the clock stands still. */
  readonly waitsFor: Id | null;
}

/** Days, both included; an absent end runs on. */
interface Stop {
  readonly from: number;
  readonly to: number | null;
}

/** A pause as far as it is known. */
interface Pause {
  /** What is surely left out, if anything. */
  readonly sure: Stop | null;
  /** What may be left out: all of `sure` and perhaps more. */
  readonly possible: Stop;
  readonly waitsFor: Id | null;
  readonly reasons: readonly Reason[];
}

const EARLIEST = Number.MIN_SAFE_INTEGER;
const numberOr = (value: Exact | null, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise;

/** Reads a pause and notes which step has still to happen; a pause that has not begun is none. */
function readPause(rule: (c: Case) => SpanValue, c: Case): Pause | null {
  const absent: Id[] = [];
  const stepTime: Case['stepTime'] = (step, part) => {
    const time = c.stepTime(step, part);
    if (time === null) absent.push(step);
    return time;
  };
  const span = rule({ ...c, memo: new Map(), stepTime });
  const [first, last] = [firstOf(span), lastOf(span)];
  if (first === null) return null;
  const [begin, end] = [intervalOf(first), last === null ? null : intervalOf(last)];
  // A pause that has not ended lasts through the decision date at least.
  const least = end === null ? c.asOf : numberOr(end.min, EARLIEST);
  const starts = numberOr(begin.max, Number.MAX_SAFE_INTEGER);
  const certain = !(isUnknown(first) && first.mayBeAbsent) && starts <= least;
  const most = end === null || (isUnknown(last) && last.mayBeAbsent) ? null : end.max;
  return {
    sure: certain ? { from: starts, to: least } : null,
    possible: { from: numberOr(begin.min, EARLIEST), to: typeof most === 'number' ? most : null },
    waitsFor: end === null ? (absent[0] ?? null) : null,
    reasons: mergeReasons(reasonsOfValue(first), reasonsOfValue(last)),
  };
}

/** Stops in order; those that overlap or touch are one, so that no day is left out twice. */
function joined(stops: readonly Stop[]): readonly Stop[] {
  const found: Stop[] = [];
  for (const stop of [...stops].sort((a, b) => a.from - b.from)) {
    const before = found.at(-1);
    if (before === undefined || (before.to !== null && stop.from > before.to + 1)) found.push(stop);
    else if (before.to !== null && (stop.to === null || stop.to > before.to))
      found[found.length - 1] = { from: before.from, to: stop.to };
  }
  return found.filter(({ from, to }) => to === null || from <= to);
}

interface Walk {
  /** `null`: beyond every day that is known. */
  readonly last: number | null;
  readonly days: number;
}

/** Counted days from `from` to `to`, both included; null where the calendar does not say. */
function counted(from: number, to: number, workdays: boolean, { calendar }: Case): number | null {
  if (!workdays) return Math.max(0, to - from + 1);
  let days = 0;
  for (let day = from; day <= to; day += 1) {
    const works = calendar.isWorkday(day);
    if (works === null) return null;
    if (works) days += 1;
  }
  return days;
}

/** Moves the last day of a period on by what its stops take from it, one after the other. */
function walk(first: number, last: number, stops: readonly Stop[], workdays: boolean, c: Case): Walk {
  let at = last;
  let days = 0;
  for (const { from, to } of joined(stops)) {
    const begins = Math.max(from, first);
    if (begins > at) break;
    if (to === null || begins === EARLIEST) return { last: null, days };
    const taken = counted(begins, Math.min(to, at), workdays, c);
    const moved = taken === null ? null : onward(Math.max(to, at), taken, workdays, c);
    if (taken === null || moved === null) return { last: null, days };
    days += counted(begins, to, workdays, c) ?? taken;
    at = moved;
  }
  return { last: at, days };
}

const onward = (day: number, n: number, workdays: boolean, { calendar }: Case): number | null =>
  workdays ? calendar.addWorkdays(day, n) : day + n;

/** Where the period may end: at the earliest without what is only possible, at the latest with all of it. */
function bounds(span: SpanValue, pauses: readonly Pause[], workdays: boolean, c: Case) {
  const [first, last] = [firstOf(span), lastOf(span)];
  const known = typeof first === 'number' && typeof last === 'number';
  const sure = pauses.flatMap((pause) => (pause.sure === null ? [] : [pause.sure]));
  const possible = pauses.map((pause) => pause.possible);
  const ends = last === null ? { min: null, max: null } : intervalOf(last);
  // From an unsettled first day a month may be shorter: then only what is sure without any pause is said.
  const low = known ? walk(first, last, sure, workdays, c) : { last: ends.min, days: 0 };
  const begins = typeof first === 'number' ? first : EARLIEST;
  const high = typeof ends.max === 'number' ? walk(begins, ends.max, possible, workdays, c).last : null;
  return { low, high, first, last };
}

/**
 * The last day of a period from which spans are left out (`不计`): the period has as many counted days as it would have
 * without them: the days before and after a pause are added up (Civil Code art. 201: the first day is not counted). What
 * overlaps is left out once. While such a span is still open the clock stands still: waiting.
 */
export function pausedPeriod(
  span: SpanValue,
  { pauses = [], workdays = false }: PauseRules,
  c: Case,
): Paused {
  const plain = lastOf(span);
  if (plain === null || pauses.length === 0) return { last: plain, days: 0, waitsFor: null };
  const read = pauses.map((pause) => readPause(pause, c)).filter((pause) => pause !== null);
  const { low, high, first, last } = bounds(span, read, workdays, c);
  const settled = !isUnknown(first) && !isUnknown(last) && low.last !== null && low.last === high;
  if (settled && typeof low.last === 'number') return { last: low.last, days: low.days, waitsFor: null };
  // A span that begins after the last day takes nothing from it.
  const touching = read.filter(({ possible }) => high === null || possible.from <= high);
  const waits = touching.flatMap(({ waitsFor }) => (waitsFor === null ? [] : [waitsFor]));
  const waiting = waits.map((step): Reason => ({ kind: 'waiting', step, until: null }));
  const beyond: Reason = { kind: 'calendar', through: c.calendar.through };
  const known = mergeReasons(
    reasonsOfValue(first),
    reasonsOfValue(plain),
    waiting,
    ...touching.map(({ reasons }) => reasons),
  );
  const open = unknownOf(known.length > 0 ? known : [beyond], {
    min: low.last ?? minOf(plain),
    max: high,
    mayBeAbsent: isUnknown(plain) && plain.mayBeAbsent,
  });
  return { last: open, days: low.days, waitsFor: waits[0] ?? null };
}

const minOf = (last: Exclude<Maybe<number>, null>): Exact | null => {
  const { min } = intervalOf(last);
  return min !== null && compareExact(min, EARLIEST) > 0 ? min : null;
};
