import { asKeyed, asList } from './access.ts';
import { equal } from './compare.ts';
import { printExact } from './exact.ts';
import type { Selected } from './lists.ts';
import { any, doubt, reasonsOf } from './truth.ts';
import { isExact, isSet, isUnknown, mergeReasons, reasonsOfValue, unknownOf } from './unknown.ts';
import type { SpanValue } from './rules.ts';
import { firstOf, lastOf } from './evaluator/spans.ts';
import { printMonth } from './dates.ts';
import { intervalOf } from './interval.ts';
import type { Exact, Keyed, List, Maybe, Row, Truth, Value } from './value.ts';

/** What an aggregate goes through: a list as it is given, or the options that a set holds. */
export const elements = (value: Value): Maybe<List> =>
  isSet(value) ? { items: value, complete: true } : asList(value);

/** The field of an element of a keyed fact that holds its value; no name of an author's is spelt so. */
export const KEYED_VALUE = '#value';

/** Beyond so many keys nobody asks for each one. */
const MOST_KEYS = 2400;

const keyedRow = (key: 'year' | 'month', at: number, value: Value): Row =>
  Object.assign(Object.create(null) as { [field: string]: Value }, { [key]: at, [KEYED_VALUE]: value });

/** The value of one key; that a month is missing is said by its name, not by its number. */
const valueAt = ({ keyed, missing }: Keyed, key: 'year' | 'month', at: number): Value => {
  const given = keyed.get(String(at));
  if (given !== undefined) return given;
  const none = missing(String(at));
  if (key === 'year') return none;
  const named = (fact: string): string => fact.replace(new RegExp(`\\.${at}$`), `.${printMonth(at)}`);
  const reasons = none.reasons.map((reason) =>
    reason.kind === 'missing' ? { ...reason, fact: named(reason.fact) } : reason,
  );
  return { ...none, reasons };
};

/**
 * What an aggregate over a fact keyed by years or months goes through. Every key that the span may hold is there, one that
 * was not given with an unknown value; the filter settles whether it belongs. Without a span: those given, perhaps not all.
 */
export const keyedElements = (value: Value, key: 'year' | 'month', span: SpanValue | null): Maybe<List> => {
  const keyed = asKeyed(value);
  if (keyed === null || isUnknown(keyed)) return keyed;
  const [first, last] = span === null ? [null, null] : [firstOf(span), lastOf(span)];
  const from = first === null ? null : intervalOf(first).min;
  const to = last === null ? null : intervalOf(last).max;
  if (typeof from === 'number' && typeof to === 'number' && to - from < MOST_KEYS) {
    const keys = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
    return { items: keys.map((at) => keyedRow(key, at, valueAt(keyed, key, at))), complete: true };
  }
  const given = [...keyed.keyed].map(([at, one]) => keyedRow(key, Number(at), one));
  return { items: given, complete: false, reasons: keyed.missing('…').reasons };
};

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
