import { compareExact } from './exact.ts';
import type { Reason } from './decision.ts';
import { isUnknown } from './unknown.ts';
import type { Exact, List, Maybe, Value } from './value.ts';

/** Days, both included. */
export interface Window {
  readonly start: number;
  readonly end: number;
  /** One of several: which of the periods from `start`–`end` to this one is not said. Rules then answer for all at once. */
  readonly through?: { readonly start: number; readonly end: number };
}

/** Why something is open that hangs on which period is meant; never leaves the judgement of duties. */
export const ANY_PERIOD: Reason = { kind: 'data', problem: 'notWhole', at: '\u0000period' };

/** Places of a list's elements by day. A duty may be judged for thousands of days: none of them reads the whole list. */
interface Dated {
  /** Earliest first. */
  readonly days: readonly { readonly day: Exact; readonly place: number }[];
  /** Elements whose day is not known: any window may hold them. */
  readonly open: readonly number[];
}

const indexes = new WeakMap<object, Map<string, Dated>>();

function indexOf<T extends Value>(list: List<T>, time: (element: T) => Maybe<Exact>): Dated {
  const days: { day: Exact; place: number }[] = [];
  const open: number[] = [];
  for (const [place, element] of list.items.entries()) {
    const day = time(element);
    if (isUnknown(day)) open.push(place);
    else if (day !== null) days.push({ day, place });
  }
  return { days: days.sort((a, b) => compareExact(a.day, b.day) || a.place - b.place), open };
}

function dated<T extends Value>(list: List<T>, time: (element: T) => Maybe<Exact>, key: string): Dated {
  const known = indexes.get(list)?.get(key);
  if (known !== undefined) return known;
  const made = indexOf(list, time);
  const byKey = indexes.get(list) ?? new Map<string, Dated>();
  indexes.set(list, byKey.set(key, made));
  return made;
}

/** The first place of `days` that is on `day` or later. */
function firstFrom(days: Dated['days'], day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = days[middle];
    if (at !== undefined && compareExact(at.day, day) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Places, ascending, of the elements that lie in the window or may do so. Elements without a date (`可无`) lie in none.
 * `key` names the node that asks: it always dates the elements of a list in the same way.
 */
export function placesWithin<T extends Value>(
  list: List<T>,
  time: (element: T) => Maybe<Exact>,
  key: string,
  { start, end, through }: Window,
): readonly number[] {
  const { days, open } = dated(list, time, key);
  const inside = days.slice(firstFrom(days, start), firstFrom(days, (through?.end ?? end) + 1));
  return [...inside.map(({ place }) => place), ...open].sort((a, b) => a - b);
}
