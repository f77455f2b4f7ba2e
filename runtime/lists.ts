import { le, within } from './compare.ts';
import type { Reason } from './decision.ts';
import { all, doubt, forElement, reasonsOf } from './truth.ts';
import { isDoubt, isUnknown, mergeReasons } from './unknown.ts';
import type { Exact, List, Maybe, Truth, Value } from './value.ts';
import { ANY_PERIOD, placesWithin, type Window } from './windows.ts';

/** An element that a rule looks at, and whether it belongs to what the rule asks about. */
export interface Candidate<T = Value> {
  readonly value: T;
  readonly belongs: Truth;
  /** Place in the list; makes the element's open conditions different from those of its neighbours. */
  readonly mark: string;
}

/** The elements that surely or possibly belong; with `complete: false` others may come to light. */
export interface Selected<T = Value> {
  readonly candidates: readonly Candidate<T>[];
  readonly complete: boolean;
  /** Why it is not complete. */
  readonly reasons: readonly Reason[];
}

export interface Selection<T> {
  /** Condition on an element. */
  readonly where?: ((element: T) => Truth) | undefined;
  /** Day of an element, with the day decided for: later elements are set aside (surface §4 rule 1). */
  readonly time?: ((element: T) => Maybe<Exact>) | undefined;
  readonly asOf?: number | undefined;
  /** The period that a duty is judged for: with `time`, only the elements dated within it (surface §4 rule 15). */
  readonly window?: Window | undefined;
  /** Id of the node, the key of "not after the day decided for". */
  readonly key?: string;
}

const belonging = <T>(element: T, mark: string, how: Selection<T>): Truth => {
  const { where, time, asOf, key = 'list' } = how;
  const inTime = time !== undefined && asOf !== undefined ? inTimeBy(time(element), asOf, key) : true;
  const inWindow = insideWindow(element, how);
  if (inTime === false || inWindow === false) return false;
  return forElement(all(inTime, inWindow, where === undefined ? true : where(element)), mark);
};

const insideWindow = <T>(element: T, { time, window, key = 'list' }: Selection<T>): Truth => {
  if (time === undefined || window === undefined) return true;
  const { start, end, through } = window;
  const span = { lo: start, loIn: true, hi: through?.end ?? end, hiIn: true };
  const inside = within(time(element), span, `${key}.period`);
  return through === undefined ? inside : all(inside, doubt(`${key}.one`, [ANY_PERIOD]));
};

/** An element without a date is not set aside: nothing says that it is later. */
const inTimeBy = (day: Maybe<Exact>, asOf: number, key: string): Truth =>
  day === null ? true : le(isUnknown(day) ? { ...day, mayBeAbsent: false } : day, asOf, `${key}.asOf`);

/** Elements of a list that a rule looks at. An absent list is an empty one; of an unknown list nothing is known. */
export const from = <T extends Value>(list: Maybe<List<T>>, how: Selection<T> = {}): Selected<T> => {
  if (list === null) return { candidates: [], complete: true, reasons: [] };
  if (isUnknown(list)) return { candidates: [], complete: false, reasons: list.reasons };
  const candidate = (value: T, i: number): Candidate<T> => {
    const mark = `[${i}]`;
    return { value, belongs: belonging(value, mark, how), mark };
  };
  const { time, window, key = 'list' } = how;
  const candidates =
    time === undefined || window === undefined
      ? list.items.map(candidate)
      : placesWithin(list, time, key, window).map((i) => candidate(list.items[i] as T, i));
  return {
    candidates: candidates.filter((c) => c.belongs !== false),
    complete: list.complete,
    reasons: list.complete ? [] : (list.reasons ?? []),
  };
};

/** Places of the elements dated after the day decided for, for the warning that they were set aside. */
export const laterThan = <T extends Value>(
  list: Maybe<List<T>>,
  time: (element: T) => Maybe<Exact>,
  asOf: number,
): readonly number[] => {
  if (list === null || isUnknown(list)) return [];
  return list.items.flatMap((element, i) => (inTimeBy(time(element), asOf, '') === false ? [i] : []));
};

export const isSure = (candidate: Candidate<unknown>): boolean => candidate.belongs === true;

/** Why it is open which elements there are. */
export const reasonsOfSelected = (selected: Selected<unknown>): readonly Reason[] =>
  mergeReasons(selected.reasons, ...selected.candidates.map((c) => reasonsOf(c.belongs)));

export const isSettledSelection = (selected: Selected<unknown>): boolean =>
  selected.complete && !selected.candidates.some((c) => isDoubt(c.belongs));
