import { within } from '../compare.ts';
import type { Reason } from '../decision.ts';
import { compareExact } from '../exact.ts';
import { intervalOf, pointOf } from '../interval.ts';
import type { AmountRules, Case, SpanValue } from '../rules.ts';
import { reasonsOf } from '../truth.ts';
import { isUnknown, mergeReasons, reasonsOfValue } from '../unknown.ts';
import type { List, Maybe } from '../value.ts';
import { firstEvents } from './first-events.ts';
import type { PaidEvent, PaidEvents } from './paid-event.ts';

type EventRules = NonNullable<AmountRules['events']>;

interface ReadEvent {
  readonly event: PaidEvent;
  readonly reasons: readonly Reason[];
}

/** `null`: no event, one not in force on its day, or one after the decision date. */
function readEvent(date: Maybe<number>, key: string | null, c: Case, validity: SpanValue): ReadEvent | null {
  if (date === null) return null;
  const range = intervalOf(date);
  if (range.min !== null && compareExact(range.min, c.asOf) > 0) return null;
  const inForce = within(date, validity, 'inForce');
  if (inForce === false) return null;
  const mayBeAbsent = isUnknown(date) && date.mayBeAbsent;
  const day = pointOf(range);
  return {
    event: {
      key,
      day: typeof day === 'number' ? day : null,
      earliest: range.min,
      sure: inForce === true && !mayBeAbsent,
    },
    reasons: mergeReasons(reasonsOfValue(date), reasonsOf(inForce)),
  };
}

function listOf(rules: EventRules, c: Case): List<Maybe<number>> {
  const list = rules.dates(c);
  if (list === null) return { items: [], complete: true };
  // A list that is not known at all is one of which nothing is known yet.
  return isUnknown(list) ? { items: [], complete: false, reasons: list.reasons } : list;
}

const byDay = (a: PaidEvent, b: PaidEvent): number =>
  (a.day ?? Number.MAX_SAFE_INTEGER) - (b.day ?? Number.MAX_SAFE_INTEGER) || Number(b.sure) - Number(a.sure);

/** The events in force that pay, earliest first; those without a settled day last. */
export function paidEvents(rules: EventRules, c: Case, validity: SpanValue): PaidEvents {
  const list = listOf(rules, c);
  const keys = rules.by?.(c);
  const read = list.items
    .map((date, i) => readEvent(date, keys === undefined ? '' : (keys[i] ?? null), c, validity))
    .filter((one) => one !== null);
  const found: PaidEvents = {
    events: read.map((one) => one.event),
    complete: list.complete,
    reasons: mergeReasons(...read.map((one) => one.reasons), list.complete ? [] : (list.reasons ?? [])),
  };
  const paying = rules.first ? firstEvents(found, keys !== undefined) : found;
  return { ...paying, events: [...paying.events].sort(byDay) };
}
