import { compareExact } from '../../exact.ts';
import type { Exact } from '../../value.ts';

/** Before every value, after every value, and legally absent, which comes last in either direction. */
export const TOP = Symbol('top');
export const BOTTOM = Symbol('bottom');
export const ABSENT = Symbol('absent');

/** Where a sort key stands: a value, or one of the ends that no value reaches. */
export type Place = Exact | string | typeof TOP | typeof BOTTOM | typeof ABSENT;

export type Direction = 'ascending' | 'descending';

/** Best and worst places a row may still take, key by key; the same array where all keys are known. */
export interface Standing {
  readonly best: readonly Place[];
  readonly worst: readonly Place[];
}

/** Where nothing is known, or where the notice names no order. */
export const ANYWHERE: Standing = { best: [TOP], worst: [BOTTOM] };

function layer(place: Place): number {
  if (place === TOP) return 0;
  if (place === BOTTOM) return 2;
  return place === ABSENT ? 3 : 1;
}

function compareValues(a: Place, b: Place): number {
  if (typeof a === 'symbol' || typeof b === 'symbol') return 0;
  // Texts compare by code unit, so that the order is the same on every machine.
  if (typeof a === 'string' || typeof b === 'string') {
    const left = String(a);
    const right = String(b);
    return left < right ? -1 : left > right ? 1 : 0;
  }
  return compareExact(a, b);
}

/** Negative when `a` ranks before `b`. */
export function comparePlaces(a: Place, b: Place, direction: Direction): number {
  const layers = layer(a) - layer(b);
  if (layers !== 0) return layers;
  const values = compareValues(a, b);
  return direction === 'ascending' ? values : -values;
}

/** Compares two rows key by key; negative when `a` ranks before `b`. */
export function compareKeys(
  a: readonly Place[],
  b: readonly Place[],
  directions: readonly Direction[],
): number {
  for (let k = 0; k < a.length; k++) {
    const left = a[k];
    const right = b[k];
    if (left === undefined || right === undefined) break;
    const order = comparePlaces(left, right, directions[k] ?? 'ascending');
    if (order !== 0) return order;
  }
  return 0;
}
