import { compareExact, parseExact } from '../exact.ts';
import type { Id, PolicyMeta, Type } from '../types.ts';
import { isExact } from '../unknown.ts';
import type { Exact, Value } from '../value.ts';
import { type Bilingual, type InputError, type InputProblem, printFound } from './errors.ts';
import { expectedOf, expectedOptions, expectedRange } from './expected.ts';
import type { Place, Slot, WhyMissing } from './missing.ts';
import { enumOf, type Index, nearest, normal, optionIndex, possibleOptions } from './names.ts';
import { isFailure, readScalar, type ScalarType } from './scalars.ts';

/** What a reading needs all the way down, and the errors found so far. */
export interface Reading {
  readonly meta: PolicyMeta;
  readonly why: WhyMissing;
  readonly errors: InputError[];
}

/** The place `written` further in. */
export const inside = (place: Place, written: string, id: string = written): Place => ({
  path: place.path + written,
  id: place.id + id,
});

/** Notes an error. The `null` stands for the value; the errors are thrown before anybody sees it. */
export const report = (
  reading: Reading,
  place: Place,
  problem: InputProblem,
  raw: unknown,
  expected: Bilingual,
  near?: string,
): null => {
  const error = { path: place.path, problem, found: printFound(raw), expected };
  reading.errors.push(near === undefined ? error : { ...error, nearest: near });
  return null;
};

export const wrong = (
  reading: Reading,
  place: Place,
  problem: InputProblem,
  raw: unknown,
  type: Type,
): null => report(reading, place, problem, raw, expectedOf(reading.meta, type));

/** Objects of JSON, of YAML and of a program; only their own keys are ever looked at. */
export const isObject = (raw: unknown): raw is { readonly [key: string]: unknown } =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

const optionAt = (reading: Reading, id: Id, index: Index, raw: unknown, place: Place): string | null => {
  const isOther =
    enumOf(reading.meta, id).open &&
    isObject(raw) &&
    Object.hasOwn(raw, 'other') &&
    typeof raw.other === 'string';
  const written = isOther ? 'other' : raw;
  if (typeof written !== 'string') return wrong(reading, place, 'wrongType', raw, { t: 'enum', enum: id });
  const option = index.get(normal(written));
  if (option !== undefined) return option;
  const options = expectedOptions(reading.meta, id);
  return report(reading, place, 'unknownOption', raw, options, nearest(written, index));
};

/** One option; of an open enumeration also `"other"` or `{"other": "text"}`. */
export const readOption = (reading: Reading, id: Id, raw: unknown, place: Place): string | null =>
  optionAt(reading, id, optionIndex(reading.meta, enumOf(reading.meta, id)), raw, place);

/** Several options, each once, in the order in which the policy declares them. */
export const readSet = (reading: Reading, id: Id, raw: unknown, place: Place): Value => {
  if (!Array.isArray(raw)) return wrong(reading, place, 'wrongType', raw, { t: 'set', enum: id });
  const enumeration = enumOf(reading.meta, id);
  const index = optionIndex(reading.meta, enumeration);
  const given = raw.map((item, i) => optionAt(reading, id, index, item, inside(place, `[${i}]`)));
  return possibleOptions(enumeration).filter((option) => given.includes(option));
};

const outOfRange = (slot: Slot, value: Exact): boolean => {
  const below = slot.min !== undefined && compareExact(value, parseExact(slot.min) ?? value) < 0;
  return below || (slot.max !== undefined && compareExact(value, parseExact(slot.max) ?? value) > 0);
};

/** A number, date, text or yes-or-no, within the declared range. */
export const readPlain = (reading: Reading, slot: Slot, t: ScalarType, raw: unknown, place: Place): Value => {
  const value = readScalar(t, raw);
  if (isFailure(value)) return wrong(reading, place, value.problem, raw, slot.type);
  const beyond = isExact(value) && outOfRange(slot, value);
  return beyond ? report(reading, place, 'outOfRange', raw, expectedRange(slot, slot.type)) : value;
};
