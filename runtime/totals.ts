import type { Reason } from './decision.ts';
import { compareExact, plus } from './exact.ts';
import { addIntervals, type Interval, intervalOf, negateInterval } from './interval.ts';
import { type Candidate, isSettledSelection, isSure, reasonsOfSelected, type Selected } from './lists.ts';
import { hull, isUnknown, mergeReasons, reasonsOfValue, settledKey, unknownOf } from './unknown.ts';
import type { Exact, Maybe, Unknown, Value } from './value.ts';

// Values over the elements that `from` selected; absent values of elements are passed over.

/** An element's value with whether it surely counts. */
interface Item {
  readonly value: Exact | Unknown;
  readonly range: Interval;
  readonly sure: boolean;
}

const itemsOf = <T>(selected: Selected<T>, map: (element: T) => Maybe<Exact>): readonly Item[] =>
  selected.candidates.flatMap((candidate) => {
    const value = map(candidate.value);
    if (value === null) return [];
    const sure = isSure(candidate) && !(isUnknown(value) && value.mayBeAbsent);
    return [{ value, range: intervalOf(value), sure }];
  });

const whyOpen = (selected: Selected<unknown>, values: readonly Value[]): readonly Reason[] =>
  mergeReasons(reasonsOfSelected(selected), ...values.map(reasonsOfValue));

const isSettled = (selected: Selected<unknown>, items: readonly Item[]): boolean =>
  isSettledSelection(selected) && !items.some((item) => isUnknown(item.value));

/** What an element adds: nothing too, where it may not count. */
const share = ({ range, sure }: Item): Interval => {
  const { min, max } = range;
  if (sure) return range;
  return {
    min: min !== null && compareExact(min, 0) > 0 ? 0 : min,
    max: max !== null && compareExact(max, 0) < 0 ? 0 : max,
  };
};

/**
 * `合计`; of no element 0. What an incomplete list may still bring leaves it open upwards, and downwards too unless the
 * declared range of what is added up says that it is never negative.
 */
export const sum = <T>(
  selected: Selected<T>,
  map: (element: T) => Maybe<Exact>,
  neverNegative = false,
): Maybe<Exact> => {
  const items = itemsOf(selected, map);
  if (isSettled(selected, items)) return items.map((i) => i.value as Exact).reduce(plus, 0);
  const total = items.map(share).reduce(addIntervals, { min: 0, max: 0 });
  const max = selected.complete ? total.max : null;
  return unknownOf(
    whyOpen(
      selected,
      items.map((i) => i.value),
    ),
    { min: selected.complete || neverNegative ? total.min : null, max },
  );
};

const extremeOf = (ends: readonly (Exact | null)[], sign: 1 | -1): Exact | null =>
  ends.reduce((a, b) => (a === null || b === null ? null : compareExact(a, b) * sign >= 0 ? a : b));

/** Least and greatest that the greatest of the items may be. */
const rangeOfGreatest = (items: readonly Item[], complete: boolean): Interval => {
  const ends = items.map((item) => item.range);
  // One that surely counts bounds it from below, whatever else comes.
  const floors = items.flatMap(({ sure, range }) => (sure && range.min !== null ? [range.min] : []));
  const leastOfAll = (): Exact | null =>
    complete
      ? extremeOf(
          ends.map((range) => range.min),
          -1,
        )
      : null;
  return {
    min: floors.length > 0 ? extremeOf(floors, 1) : leastOfAll(),
    max: complete
      ? extremeOf(
          ends.map((range) => range.max),
          1,
        )
      : null,
  };
};

const extreme = <T>(
  selected: Selected<T>,
  map: (element: T) => Maybe<Exact>,
  least: boolean,
): Maybe<Exact> => {
  const items = itemsOf(selected, map);
  if (items.length === 0 && selected.complete) return null;
  const turned = least ? items.map((item) => ({ ...item, range: negateInterval(item.range) })) : items;
  const found = rangeOfGreatest(turned, selected.complete);
  const range = least ? negateInterval(found) : found;
  if (isSettled(selected, items) && range.min !== null) return range.min;
  const reasons = whyOpen(
    selected,
    items.map((i) => i.value),
  );
  return unknownOf(reasons, { ...range, mayBeAbsent: !items.some((item) => item.sure) });
};

/** `最大`, `最晚`; of no element absent. */
export const maxOf = <T>(selected: Selected<T>, map: (element: T) => Maybe<Exact>): Maybe<Exact> =>
  extreme(selected, map, false);

/** `最小`, `最早`; of no element absent. */
export const minOf = <T>(selected: Selected<T>, map: (element: T) => Maybe<Exact>): Maybe<Exact> =>
  extreme(selected, map, true);

/** `种数`: how many different values there are. */
export const distinct = <T>(selected: Selected<T>, map: (element: T) => Value): Maybe<number> => {
  const kinds = selected.candidates
    .map((candidate) => ({ candidate, value: map(candidate.value) }))
    .filter(({ value }) => value !== null)
    .map(({ candidate, value }) => ({ key: settledKey(value), value, sure: isSure(candidate) }));
  const different = (some: typeof kinds) => new Set(some.map((kind) => kind.key)).size;
  const known = kinds.filter((kind) => kind.key !== null);
  const open = kinds.filter((kind) => kind.key === null);
  const surely = different(known.filter((kind) => kind.sure));
  if (isSettledSelection(selected) && open.length === 0) return surely;
  const someOpen = open.some(({ value, sure }) => sure && isUnknown(value) && !value.mayBeAbsent);
  const values = kinds.map((kind) => kind.value);
  return unknownOf(whyOpen(selected, values), {
    min: Math.max(surely, someOpen ? 1 : 0),
    max: selected.complete ? different(known) + open.length : null,
  });
};

/** `唯一`: the one element's value; of none absent, of several unknown because the data are wrong, at the node `at`. */
export const only = <T>(selected: Selected<T>, map: (element: T) => Value, at: string): Value => {
  const { candidates, complete } = selected;
  const sure = candidates.filter(isSure);
  if (sure.length > 1) return unknownOf([{ kind: 'data', problem: 'notUnique', at }]);
  const value = (candidate: Candidate<T>): Value => map(candidate.value);
  if (isSettledSelection(selected)) return sure[0] === undefined ? null : value(sure[0]);
  const possible = candidates.map(value);
  const reasons = whyOpen(selected, possible);
  const single = complete && candidates.length === 1;
  return single ? hull([...possible, null], reasons) : unknownOf(reasons, { mayBeAbsent: true });
};
