import type { Reason } from '../../decision.ts';
import { isHole } from '../holes.ts';
import { reasonsOf } from '../../truth.ts';
import { isDoubt, isExact, isUnknown } from '../../unknown.ts';
import type { Case, StageRules } from '../../rules.ts';
import type { Unknown, Value } from '../../value.ts';
import {
  ABSENT,
  ANYWHERE,
  BOTTOM,
  comparePlaces,
  type Direction,
  type Place,
  type Standing,
  TOP,
} from './places.ts';

interface KeyRange {
  readonly best: Place;
  readonly worst: Place;
  readonly reasons: readonly Reason[];
}

const settled = (place: Place): KeyRange => ({ best: place, worst: place, reasons: [] });

/** Yes counts 1, no counts 0, so that 从高到低 puts yes first. */
const ofTruth = (yes: boolean): Place => (yes ? 1 : 0);

function ofUnknown(value: Unknown, direction: Direction): KeyRange {
  const options = value.options === null ? null : [...value.options].sort();
  const low = value.min ?? options?.[0] ?? null;
  const high = value.max ?? options?.[options.length - 1] ?? null;
  const ends = direction === 'ascending' ? [low, high] : [high, low];
  const worst = ends[1] ?? BOTTOM;
  return { best: ends[0] ?? TOP, worst: value.mayBeAbsent ? ABSENT : worst, reasons: value.reasons };
}

function keyRange(value: Value, direction: Direction): KeyRange {
  if (value === null) return settled(ABSENT);
  if (isUnknown(value)) return ofUnknown(value, direction);
  if (isDoubt(value)) {
    const [best, worst] = direction === 'ascending' ? [0, 1] : [1, 0];
    return { best, worst, reasons: reasonsOf(value) };
  }
  if (typeof value === 'boolean') return settled(ofTruth(value));
  if (isExact(value) || typeof value === 'string') return settled(value);
  throw new TypeError('a sort key must be a number, a date, a text or a truth');
}

/** Where a row stands in the order of a stage, and why it is not settled. */
export function standingOf(
  order: StageRules['order'],
  c: Case,
): { readonly standing: Standing; readonly reasons: readonly Reason[] } {
  if (isHole(order)) return { standing: ANYWHERE, reasons: order.hole };
  const ranges = order.map(({ key, direction }) => keyRange(key(c), direction));
  const best = ranges.map((range) => range.best);
  const known = ranges.every(
    (range, k) => comparePlaces(range.best, range.worst, order[k]?.direction ?? 'ascending') === 0,
  );
  return {
    // One array for both ends says that the place is settled.
    standing: { best, worst: known ? best : ranges.map((range) => range.worst) },
    reasons: ranges.flatMap((range) => range.reasons),
  };
}
