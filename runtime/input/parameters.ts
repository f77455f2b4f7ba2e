import { FIRST_DAY } from '../dates.ts';
import type { Id, ParameterMeta, PolicyMeta } from '../types.ts';
import type { Value } from '../value.ts';
import { InputErrors } from './errors.ts';
import { expectedObject, expectedOnce } from './expected.ts';
import { type Place, type Slot, unknownSlot, whyParameter } from './missing.ts';
import { indexOfAll } from './names.ts';
import { readSlot, sortOut } from './read.ts';
import { inside, isObject, type Reading, report } from './reading.ts';

/** A value of a parameter from a day on; `null`: always. */
export interface DatedValue {
  readonly from: number | null;
  readonly value: Value;
}

/** The parameters that were given, each with its values, earliest first. */
export type ParameterValues = ReadonlyMap<Id, readonly DatedValue[]>;

const slotOf = (parameter: ParameterMeta): Slot => ({ ...parameter, optional: false });

interface DatedRaw {
  readonly from: unknown;
  readonly value: unknown;
}

const isDated = (raw: unknown): raw is DatedRaw =>
  isObject(raw) && Object.hasOwn(raw, 'from') && Object.hasOwn(raw, 'value') && Object.keys(raw).length === 2;

const DATE: Slot = { id: 'from', type: { t: 'date' }, optional: true };

const readDated = (reading: Reading, slot: Slot, raw: DatedRaw, place: Place): DatedValue => {
  const from = readSlot(reading, DATE, raw.from, inside(place, '.from'));
  const value = readSlot(reading, slot, raw.value, { ...inside(place, '.value'), id: slot.id });
  return { from: typeof from === 'number' ? from : null, value };
};

const readValues = (reading: Reading, slot: Slot, raw: unknown, place: Place): readonly DatedValue[] => {
  if (!Array.isArray(raw) || raw.length === 0 || !raw.every(isDated)) {
    return [{ from: null, value: readSlot(reading, slot, raw, place) }];
  }
  const values = raw.map((row, i) => readDated(reading, slot, row, inside(place, `[${i}]`)));
  const days = values.map((v) => v.from);
  raw.forEach((row, i) => {
    const again = days.indexOf(days[i] ?? null) < i;
    if (again) report(reading, inside(place, `[${i}].from`), 'duplicate', row.from, expectedOnce);
  });
  return values.sort((a, b) => (a.from ?? FIRST_DAY) - (b.from ?? FIRST_DAY));
};

/**
 * Parameters from JSON-like data, by id, Chinese or English name: a value, an object from key to value for keyed ones,
 * or a list of `{ from, value }` for effective-dated ones (`from: null`: from the beginning). Those not given are not
 * in the result. Throws `InputErrors` with every place that is wrong.
 */
export const readParameters = (meta: PolicyMeta, raw: unknown): ParameterValues => {
  const reading: Reading = { meta, why: whyParameter, errors: [] };
  const top = { path: '', id: '' };
  if (!isObject(raw)) report(reading, top, 'wrongType', raw, expectedObject);
  const given = isObject(raw) ? raw : {};
  const index = indexOfAll(meta, meta.parameters);
  const written = sortOut(reading, index, given, (name) => inside(top, name));
  const values = new Map<Id, readonly DatedValue[]>();
  for (const parameter of meta.parameters) {
    const name = written.get(parameter.id);
    const value = name === undefined ? undefined : given[name];
    if (name === undefined || value === undefined) continue;
    values.set(parameter.id, readValues(reading, slotOf(parameter), value, { path: name, id: parameter.id }));
  }
  if (reading.errors.length > 0) throw new InputErrors(reading.errors);
  return values;
};

/** The value in force on a day: the last one that begins on or before it; `undefined` where none has begun. */
export const valueAt = (values: readonly DatedValue[], day: number): Value | undefined =>
  values.filter(({ from }) => from === null || from <= day).at(-1)?.value;

/** A parameter that was not bound: unknown, because its setter has not decided or because nobody gave it. */
export const missingParameter = (meta: PolicyMeta, parameter: ParameterMeta): Value =>
  unknownSlot(meta, slotOf(parameter), { path: parameter.id, id: parameter.id }, whyParameter);
