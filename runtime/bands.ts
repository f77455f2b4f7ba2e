import { compareExact, minus, plus, times } from './exact.ts';
import { type Interval, intervalOf } from './interval.ts';
import { isUnknown, mergeReasons, reasonsOfValue, unknownOf } from './unknown.ts';
import type { Id } from './types.ts';
import type { Exact, Maybe, Unknown } from './value.ts';

/** One band: from the end of the band below (zero for the first) up to `to`; null has no end. */
export interface Band {
  readonly to: Maybe<Exact>;
  readonly rate: Maybe<Exact>;
}

/** A band whose ends are settled, with the range of its rate. */
interface Cut {
  readonly from: Exact;
  readonly to: Exact | null;
  readonly rate: Interval;
}

const lesser = (a: Exact, b: Exact): Exact => (compareExact(a, b) <= 0 ? a : b);

/** What of `x` lies inside the band. */
const inside = (x: Exact, { from, to }: Cut): Exact => {
  const upper = to === null ? x : lesser(x, to);
  return compareExact(upper, from) > 0 ? minus(upper, from) : 0;
};

/** Sum over the bands with one end of each rate; null where a rate that counts is open at that end. */
const sumAt = (x: Exact, cuts: readonly Cut[], end: 'min' | 'max'): Exact | null => {
  let total: Exact | null = 0;
  for (const cut of cuts) {
    const part = inside(x, cut);
    if (compareExact(part, 0) === 0) continue;
    const rate = cut.rate[end];
    total = total === null || rate === null ? null : plus(total, times(part, rate));
  }
  return total;
};

/** The least (sign −1) or greatest (1) of the sum over a range: it lies at an end of the range or where two bands meet. */
const extreme = (key: Interval, cuts: readonly Cut[], sign: 1 | -1): Exact | null => {
  const end = sign === 1 ? 'max' : 'min';
  const top = cuts.at(-1);
  const slope = top?.rate[end] ?? null;
  // Beyond the last joint the sum goes on without end wherever its rate leads that way.
  if (key.max === null && (slope === null || compareExact(slope, 0) * sign > 0)) return null;
  const low = key.min === null || compareExact(key.min, 0) < 0 ? 0 : key.min;
  const joints = cuts.flatMap(({ to }) =>
    to !== null && compareExact(to, low) > 0 && (key.max === null || compareExact(to, key.max) < 0)
      ? [to]
      : [],
  );
  const sums = [low, ...(key.max === null ? [] : [key.max]), ...joints].map((x) => sumAt(x, cuts, end));
  return sums.reduce((a, b) => (a === null || b === null ? null : compareExact(a, b) * sign >= 0 ? a : b));
};

/** The bands with settled ends, in order; null where an end is open or they do not rise. */
function cutsOf(bands: readonly Band[]): readonly Cut[] | null {
  const cuts: Cut[] = [];
  let from: Exact = 0;
  for (const { to, rate } of bands) {
    if (isUnknown(to) || (to !== null && compareExact(to, from) < 0)) return null;
    cuts.push({ from, to, rate: intervalOf(rate ?? 0) });
    from = to ?? from;
  }
  return cuts;
}

const mayBeAbsent = (key: Exact | Unknown): boolean => isUnknown(key) && key.mayBeAbsent;

/**
 * `分段`: each rate times the part of `key` inside its band, added up; below zero there is nothing to pay for. Exact on
 * settled values; on a range the least and the greatest that it can come to. An absent key is passed on. Ends that do not
 * rise (parameters bound that way) contradict each other: unknown, at the node `at`.
 */
export function bands(at: Id, key: Maybe<Exact>, list: readonly Band[]): Maybe<Exact> {
  if (key === null) return null;
  const parts = [key, ...list.flatMap(({ to, rate }) => [to, rate])];
  const reasons = mergeReasons(...parts.map(reasonsOfValue));
  const cuts = cutsOf(list);
  if (cuts === null) {
    const isOpen = list.some(({ to }) => isUnknown(to));
    const text = '各段的界限没有依次升高 / the ends of the bands do not rise';
    return unknownOf(isOpen ? reasons : [...reasons, { kind: 'contradiction', at, text }], {
      mayBeAbsent: mayBeAbsent(key),
    });
  }
  const isSettled = !isUnknown(key) && list.every(({ rate }) => !isUnknown(rate));
  if (isSettled) return sumAt(key, cuts, 'min') ?? 0;
  const range = intervalOf(key);
  const [min, max] = [extreme(range, cuts, -1), extreme(range, cuts, 1)];
  return unknownOf(reasons, { min, max, mayBeAbsent: mayBeAbsent(key) });
}
