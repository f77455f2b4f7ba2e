import { compareExact } from '../../exact.ts';
import { intervalOf } from '../../interval.ts';
import type { Case, DutyRules } from '../../rules.ts';
import { isUnknown } from '../../unknown.ts';
import type { Maybe } from '../../value.ts';
import type { Bare } from './judgement.ts';

/** How far time has come for a duty. */
export interface Clock {
  /** The day it is judged on. */
  readonly asOf: number;
  /** The last day that is over: nothing that falls due by then can still be done. */
  readonly over: number;
  /** Why it cannot be judged yet, or at all. */
  readonly barred?: Bare;
}

/** Surely after, surely not after, or neither. */
export function isAfter(day: number | Exclude<Maybe<number>, null>, than: number): boolean | null {
  const { min, max } = intervalOf(day);
  if (min !== null && compareExact(min, than) > 0) return true;
  return max !== null && compareExact(max, than) <= 0 ? false : null;
}

/**
 * The decision date; with `测算日` that day once it has come, for good: what happens later does not count, and what
 * falls due on it is over.
 */
export function clockOf(duty: DutyRules, c: Case): Clock {
  const now: Clock = { asOf: c.asOf, over: c.asOf - 1 };
  const day = duty.measuredOn?.(c) ?? null;
  if (day === null) return now;
  if (isAfter(day, c.asOf) === true) return { ...now, barred: { state: 'notDue', reasons: [] } };
  if (isUnknown(day)) return { ...now, barred: { state: 'undetermined', reasons: day.reasons } };
  return { asOf: day, over: day };
}
