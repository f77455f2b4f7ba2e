import { compareExact } from '../exact.ts';
import type { PaidEvent, PaidEvents } from './paid-event.ts';

/** Whether `other`, as far as it is known, may lie before `day`. */
const mayPrecede = (other: PaidEvent, day: number): boolean =>
  other.earliest === null || compareExact(other.earliest, day) < 0;

/** The earliest of one key. Its day stays open while an event that is not settled may come before it. */
function firstOfKey(events: readonly PaidEvent[], key: string, complete: boolean): PaidEvent {
  const own = events.filter((event) => event.sure && event.key === key);
  const days = own.flatMap((event) => (event.day === null ? [] : [event.day]));
  if (own.length === 0) {
    const only = events.length === 1 && complete ? (events[0]?.day ?? null) : null;
    return { key, day: only, earliest: only, sure: false };
  }
  const day = days.length === 0 ? null : Math.min(...days);
  const settled =
    day !== null && complete && !events.some((event) => event.day !== day && mayPrecede(event, day));
  return { key, day: settled ? day : null, earliest: settled ? day : null, sure: true };
}

/** Events whose key is not known: each may be the first of a key of its own; one is, if they are all there are. */
function ofUnknownKey(events: readonly PaidEvent[], alone: boolean): readonly PaidEvent[] {
  return events.map((event, i) => ({ ...event, day: null, sure: alone && i === 0 }));
}

/** `首次`: one event of each key; without keys the one earliest of all. */
export function firstEvents(found: PaidEvents, keyed: boolean): PaidEvents {
  const { events, complete } = found;
  if (!keyed) {
    const none = events.length === 0 && complete;
    return { ...found, events: none ? [] : [firstOfKey(events, '', complete)], complete: true };
  }
  const keys = [...new Set(events.flatMap((event) => (event.key === null ? [] : [event.key])))].sort();
  const unkeyed = events
    .filter((event) => event.key === null)
    .sort((a, b) => Number(b.sure) - Number(a.sure));
  const byKey = keys.map((key) =>
    firstOfKey(
      events.filter((event) => event.key === key || event.key === null),
      key,
      complete,
    ),
  );
  const alone = keys.length === 0 && unkeyed[0]?.sure === true;
  return { ...found, events: [...byKey, ...ofUnknownKey(unkeyed, alone)] };
}
