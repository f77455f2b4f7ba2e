import { asList } from './access.ts';
import { equal } from './compare.ts';
import { printExact } from './exact.ts';
import type { Selected } from './lists.ts';
import { any, doubt, reasonsOf } from './truth.ts';
import { isExact, isSet, isUnknown, mergeReasons, reasonsOfValue, unknownOf } from './unknown.ts';
import type { Exact, List, Maybe, Truth, Value } from './value.ts';

/** What an aggregate goes through: a list as it is given, or the options that a set holds. */
export const elements = (value: Value): Maybe<List> =>
  isSet(value) ? { items: value, complete: true } : asList(value);

/** `属于` a list: one of its elements equals `a`. */
export const memberOfList = (a: Maybe<Exact | string>, list: Maybe<List>, key: string): Truth => {
  if (a === null || list === null) return false;
  if (isUnknown(list)) return doubt(key, mergeReasons(list.reasons, reasonsOfValue(a)));
  const others = list.complete ? false : doubt(`${key}.more`, list.reasons ?? []);
  return any(...list.items.map((item) => equal(item, a, key)), others);
};

/** Dates of the elements that surely or possibly belong; one that only possibly belongs may prove absent. */
export const datesOf = <T>(
  selected: Selected<T>,
  time: (element: T) => Maybe<number>,
): Maybe<List<Maybe<number>>> => ({
  items: selected.candidates.map(({ value, belongs }) => {
    const day = time(value);
    if (belongs === true || day === null) return day;
    const reasons = reasonsOf(belongs);
    return isUnknown(day)
      ? { ...day, mayBeAbsent: true }
      : unknownOf(reasons, { min: day, max: day, mayBeAbsent: true });
  }),
  complete: selected.complete,
  reasons: selected.reasons,
});

/** Keys of the same elements as text; `null` where a key is not known, which an absent one is not. */
export const keysOf = <T>(
  selected: Selected<T>,
  keys: (element: T) => readonly Value[],
): readonly (string | null)[] =>
  selected.candidates.map(({ value }) => {
    const texts = keys(value).map(keyText);
    return texts.every((text) => text !== null) ? JSON.stringify(texts) : null;
  });

const keyText = (key: Value): string | null => {
  if (typeof key === 'string') return key;
  if (typeof key === 'boolean') return String(key);
  if (isExact(key)) return printExact(key);
  return key === null ? '' : null;
};
