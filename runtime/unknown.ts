import type { Reason } from './decision.ts';
import { compareExact, Fraction, printExact } from './exact.ts';
import type { Id } from './types.ts';
import type { Doubt, Exact, Handle, Keyed, List, Row, Unknown, Value } from './value.ts';

/** What is known of an unknown value; everything left out is open, and the value is surely there. */
export interface KnownPart {
  readonly min?: Exact | null;
  readonly max?: Exact | null;
  readonly options?: readonly string[] | null;
  readonly mayBeAbsent?: boolean;
}

export const unknownOf = (reasons: readonly Reason[], known: KnownPart = {}): Unknown => ({
  unknown: true,
  min: known.min ?? null,
  max: known.max ?? null,
  options: known.options ?? null,
  mayBeAbsent: known.mayBeAbsent ?? false,
  reasons,
});

/** `未规定 "text"`: the notice does not say. */
export const unspecified = (at: Id, text: string): Unknown => unknownOf([{ kind: 'unspecified', at, text }]);

/** `由 X 确定`: a choice that a named body has still to make. */
export const decidedBy = (by: string, what: Id): Unknown => unknownOf([{ kind: 'determination', by, what }]);

/** An object of ours that is not a record: records have no prototype, so their field names cannot imitate these. */
const isMade = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) !== null;

export const isUnknown = (value: unknown): value is Unknown => isMade(value) && 'unknown' in value;
export const isDoubt = (value: unknown): value is Doubt => isMade(value) && 'doubt' in value;
export const isList = (value: unknown): value is List => isMade(value) && 'items' in value;
export const isKeyed = (value: unknown): value is Keyed => isMade(value) && 'keyed' in value;
export const isHandle = (value: unknown): value is Handle => isMade(value) && 'record' in value;
export const isAbsent = (value: unknown): value is null => value === null;
export const isExact = (value: unknown): value is Exact =>
  typeof value === 'number' || value instanceof Fraction;
export const isSet = (value: unknown): value is readonly string[] => Array.isArray(value);
export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === null;

/** The same text for the same reason, whatever the order in which its parts were written. */
export const reasonKey = (reason: Reason): string => {
  const given: { readonly [part: string]: unknown } = { ...reason };
  let key = '';
  for (const part of parts) key += `${given[part] ?? ''}\u0000`;
  return key;
};

/** Everything that can tell two reasons apart. */
const parts = [
  'kind',
  'fact',
  'by',
  'parameter',
  'key',
  'what',
  'step',
  'until',
  'at',
  'text',
  'from',
  'through',
  'stage',
  'subject',
  'problem',
];

/** All reasons, each once, in the order of their first appearance. */
export const mergeReasons = (...lists: readonly (readonly Reason[])[]): readonly Reason[] => {
  const filled = lists.filter((list) => list.length > 0);
  const [only] = filled;
  if (filled.length === 0) return [];
  if (filled.length === 1 && only !== undefined && only.length === 1) return only;
  const seen = new Map<string, Reason>();
  for (const list of filled) {
    for (const reason of list) {
      const key = reasonKey(reason);
      if (!seen.has(key)) seen.set(key, reason);
    }
  }
  return [...seen.values()];
};

/** The same of two lists without repetitions, of which most often one is empty. */
export const joinReasons = (a: readonly Reason[], b: readonly Reason[]): readonly Reason[] =>
  b.length === 0 || a === b ? a : a.length === 0 ? b : mergeReasons(a, b);

const NONE: readonly Reason[] = [];

/** Why a value is open; nothing for a settled one. */
export const reasonsOfValue = (value: unknown): readonly Reason[] =>
  isUnknown(value) ? value.reasons : NONE;

/** What is open about a result that hangs on two values: why, that it may be absent where one may be, and its range. */
export const openBy = (a: Value, b: Value, min: Exact | null, max: Exact | null): Unknown => ({
  unknown: true,
  min,
  max,
  options: null,
  mayBeAbsent: (isUnknown(a) && a.mayBeAbsent) || (isUnknown(b) && b.mayBeAbsent),
  reasons: joinReasons(reasonsOfValue(a), reasonsOfValue(b)),
});

const lesser = (a: Exact | null, b: Exact | null): Exact | null =>
  a === null || b === null ? null : compareExact(a, b) <= 0 ? a : b;
const greater = (a: Exact | null, b: Exact | null): Exact | null =>
  a === null || b === null ? null : compareExact(a, b) >= 0 ? a : b;

const asUnknown = (value: Value): Unknown => {
  if (isUnknown(value)) return value;
  if (isExact(value)) return unknownOf([], { min: value, max: value });
  return unknownOf([], typeof value === 'string' ? { options: [value] } : {});
};

/** One text for each settled number, text or set; `null` for values that are not compared whole. */
export const settledKey = (value: Value): string | null => {
  if (isExact(value)) return printExact(value);
  if (typeof value === 'string') return `"${value}`;
  if (isHandle(value)) return value.id === null ? null : `"${value.id}`;
  return isSet(value) ? JSON.stringify([...value].sort()) : null;
};

const allSame = (values: readonly Value[]): boolean => {
  const keys = values.map(settledKey);
  return values.every((v, i) => v === values[0] || (keys[i] !== null && keys[i] === keys[0]));
};

/**
 * What is known of a value that is one of `values`, for the given `reasons`: the value itself where all agree,
 * else the narrowest range or list of options that holds them all. Truths are joined by `chooseTruth`, not here.
 */
export const hull = <T extends Value>(values: readonly T[], reasons: readonly Reason[]): T | Unknown => {
  const first = values[0];
  if (first === undefined) return unknownOf(reasons);
  if (!isUnknown(first) && allSame(values)) return first;
  const present = values.filter((v) => v !== null).map(asUnknown);
  const options = present.map((u) => u.options);
  return unknownOf(mergeReasons(reasons, ...present.map((u) => u.reasons)), {
    min: present.length === 0 ? null : present.map((u) => u.min).reduce(lesser),
    max: present.length === 0 ? null : present.map((u) => u.max).reduce(greater),
    options: options.every((o) => o !== null) ? [...new Set(options.flat())] : null,
    mayBeAbsent: present.length < values.length || present.some((u) => u.mayBeAbsent),
  });
};
