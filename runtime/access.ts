import { printExact } from './exact.ts';
import { hull, isExact, isHandle, isKeyed, isList, isRow, isSet, isUnknown, unknownOf } from './unknown.ts';
import type { Exact, Handle, Keyed, List, Maybe, Row, Unknown, Value } from './value.ts';

// The checker has seen to it that a value has the type its expression says; these narrow it and throw a TypeError
// where an evaluator was put together wrongly. Truths are read by `truthOf`.

const mismatch = (wanted: string, value: unknown): TypeError =>
  new TypeError(`expected ${wanted}, found ${typeof value}`);

const narrow =
  <T>(wanted: string, is: (value: unknown) => value is T) =>
  (value: Value): Maybe<T> => {
    if (value === null || isUnknown(value) || is(value)) return value;
    throw mismatch(wanted, value);
  };

/** Numbers, money in fen, dates as day numbers, months, years. */
export const asNumber = /* @__PURE__ */ narrow<Exact>('a number', isExact);
const textOf = /* @__PURE__ */ narrow<string>('a text', (v): v is string => typeof v === 'string');

/** What other records call a record; one that does not say may be anybody. */
export const idOf = ({ id }: Handle): string | Unknown => id ?? unknownOf([{ kind: 'missing', fact: 'id' }]);

/** Option ids, texts, yearly days; references, and records by what references call them. */
export const asText = (value: Value): Maybe<string> => textOf(isHandle(value) ? idOf(value) : value);
export const asSet = /* @__PURE__ */ narrow<readonly string[]>('a set', isSet);
export const asList = /* @__PURE__ */ narrow<List>('a list', isList);
export const asRow = /* @__PURE__ */ narrow<Row>('a record', isRow);
/** Days, months and years are plain whole numbers. */
export const asTime = /* @__PURE__ */ narrow<number>(
  'a day, a month or a year',
  (v): v is number => typeof v === 'number',
);
export const asKeyed = /* @__PURE__ */ narrow<Keyed>('a keyed value', isKeyed);

/** The value of a declared fact, circumstance or parameter. */
export const read = (row: Row, name: string): Value => {
  const value = Object.hasOwn(row, name) ? row[name] : undefined;
  if (value === undefined) throw new TypeError(`no such field: ${name}`);
  return value;
};

/** A field of a record: absent of an absent record, unknown of an unknown one. */
export const field = (record: Value, name: string): Value => {
  const row = asRow(record);
  if (row === null) return null;
  return isUnknown(row) ? unknownOf(row.reasons, { mayBeAbsent: true }) : read(row, name);
};

const keyText = (key: Exact | string): string => (isExact(key) ? printExact(key) : key);

const at = (keyed: Keyed, key: string): Value => {
  const value = keyed.keyed.get(key);
  return value === undefined ? keyed.missing(key) : value;
};

/** Keys that an unknown key may still be, where they can be listed. */
const possibleKeys = (key: Unknown): readonly string[] | null => {
  if (key.options !== null || typeof key.min !== 'number' || typeof key.max !== 'number') return key.options;
  const count = key.max - key.min + 1;
  const first = key.min;
  return count <= 64 ? Array.from({ length: count }, (_, i) => String(first + i)) : null;
};

/** The value under a key (option id, text, whole number as text); unknown key: the hull of what it may be. */
export const lookup = (value: Value, key: Maybe<Exact | string>): Value => {
  const keyed = asKeyed(value);
  if (keyed === null || key === null) return null;
  if (isUnknown(keyed)) return unknownOf(keyed.reasons);
  if (!isUnknown(key)) return at(keyed, keyText(key));
  const keys = possibleKeys(key);
  if (keys === null) return unknownOf(key.reasons, { mayBeAbsent: true });
  const values = keys.map((k) => at(keyed, k));
  return hull(key.mayBeAbsent ? [...values, null] : values, key.reasons);
};
