import { le } from './compare.ts';
import { isSettledSelection, isSure, reasonsOfSelected, type Selected } from './lists.ts';
import { all, any, atLeast, doubt, forElement, not } from './truth.ts';
import { unknownOf } from './unknown.ts';
import type { Exact, Maybe, Truth } from './value.ts';

// Over the elements that `from` selected. `key` is the id of the node; conditions of different elements get different
// keys by the element's mark.

/** Counts up to this are asked of each element apart; beyond it only how many there may be. */
const MOST_COUNTED = 64;

/** Number of elements asked for, both ends included. */
export interface Bounds {
  readonly atLeast?: Maybe<Exact>;
  readonly atMost?: Maybe<Exact>;
}

const others = (selected: Selected<unknown>, key: string): readonly Truth[] =>
  selected.complete ? [] : [doubt(`${key}.more`, selected.reasons)];

const countOf = (selected: Selected<unknown>): Maybe<number> => {
  const sure = selected.candidates.filter(isSure).length;
  if (isSettledSelection(selected)) return sure;
  const most = selected.complete ? selected.candidates.length : null;
  return unknownOf(reasonsOfSelected(selected), { min: sure, max: most });
};

/** `有 n 次 以上`, where `n` is a known whole number: names the elements that the doubt hangs on. */
const reaches = (selected: Selected<unknown>, n: number, key: string): Truth => {
  const parts = selected.candidates.map((c) => c.belongs);
  // However many others there are, they can make up for all that is still wanted.
  const more = others(selected, key).flatMap((other) => Array.from({ length: Math.max(1, n) }, () => other));
  return atLeast(n, ...parts, ...more);
};

const isCounted = (n: Maybe<Exact>): n is number => typeof n === 'number' && n <= MOST_COUNTED;

const inRange = (selected: Selected<unknown>, bounds: Bounds, key: string): Truth => {
  const { atLeast: least, atMost: most } = bounds;
  const low =
    least === undefined
      ? true
      : isCounted(least)
        ? reaches(selected, least, key)
        : le(least, countOf(selected), `${key}.least`);
  const high =
    most === undefined
      ? true
      : isCounted(most)
        ? not(reaches(selected, most + 1, key))
        : le(countOf(selected), most, `${key}.most`);
  return all(low, high);
};

/** `有`: some element; with bounds, their number is in range. */
export const exists = (selected: Selected<unknown>, key: string, bounds: Bounds = {}): Truth =>
  bounds.atLeast === undefined && bounds.atMost === undefined
    ? any(...selected.candidates.map((c) => c.belongs), ...others(selected, key))
    : inRange(selected, bounds, key);

/** `没有`: no element; with bounds, their number is not in range. */
export const noneOf = (selected: Selected<unknown>, key: string, bounds: Bounds = {}): Truth =>
  not(exists(selected, key, bounds));

/** `全部 … 均`: every element passes; of none, all do. */
export const every = <T>(selected: Selected<T>, test: (element: T) => Truth, key: string): Truth =>
  all(
    ...selected.candidates.map((c) => any(not(c.belongs), forElement(test(c.value), c.mark))),
    ...others(selected, key),
  );

/** `次数`, `人数`: from those that surely belong to those that may. */
export const count = (selected: Selected<unknown>): Maybe<number> => countOf(selected);
