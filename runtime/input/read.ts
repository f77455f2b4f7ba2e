import type { FactMeta, Id, PolicyMeta, Type } from '../types.ts';
import { compareExact } from '../exact.ts';
import { isExact } from '../unknown.ts';
import type { Row, Value } from '../value.ts';
import { InputErrors } from './errors.ts';
import { expectedName, expectedObject, expectedOnce } from './expected.ts';
import { keyedOf, type Place, type Slot, unknownSlot, whyFact } from './missing.ts';
import { enumOf, type Index, indexOfAll, nearest, normal, optionIndex } from './names.ts';
import { inside, isObject, type Reading, readOption, readPlain, readSet, report, wrong } from './reading.ts';

type KeyedType = Type & { readonly t: 'keyed' };
type RawObject = { readonly [key: string]: unknown };

const readList = (reading: Reading, slot: Slot, of: Type, raw: unknown, place: Place): Value => {
  const part = isObject(raw) && Object.hasOwn(raw, 'items') ? raw : { items: raw };
  const complete = Object.hasOwn(part, 'complete') ? part.complete : true;
  if (!Array.isArray(part.items) || typeof complete !== 'boolean') {
    return wrong(reading, place, 'wrongType', raw, slot.type);
  }
  const element = { ...slot, type: of, optional: false };
  const items = part.items.map((item: unknown, i) =>
    readSlot(reading, element, item, inside(place, `[${i}]`)),
  );
  return complete ? { items, complete } : { items, complete, reasons: [reading.why(slot, place)] };
};

/** Keys as the evaluator asks for them: option ids, whole numbers and texts; `null` for one that is none. */
const readKey = (reading: Reading, type: Type, written: string, place: Place): string | null => {
  if (type.t === 'enum') {
    const index = optionIndex(reading.meta, enumOf(reading.meta, type.enum));
    const option = index.get(normal(written));
    const near = option === undefined ? nearest(written, index) : undefined;
    return option ?? report(reading, place, 'unknownName', written, expectedName, near);
  }
  if (type.t === 'text' || type.t === 'ref') return written;
  const value = readSlot(reading, { id: '', type, optional: false }, written, place);
  return value === null ? null : isExact(value) ? String(value) : written;
};

const readKeyed = (reading: Reading, slot: Slot, type: KeyedType, raw: unknown, place: Place): Value => {
  if (!isObject(raw)) return wrong(reading, place, 'wrongType', raw, type);
  const keyed = new Map<string, Value>();
  for (const written of Object.keys(raw)) {
    const key = readKey(reading, type.key, written, inside(place, `.${written}`));
    if (key === null || raw[written] === undefined) continue;
    const here = { ...inside(place, `.${written}`, `.${key}`), key };
    if (keyed.has(key)) report(reading, here, 'duplicate', key, expectedOnce);
    else keyed.set(key, readSlot(reading, { ...slot, type: type.of }, raw[written], here));
  }
  return keyedOf(reading.meta, slot, type, keyed, place, reading.why);
};

/** What stands in one place that is not empty. */
export function readSlot(reading: Reading, slot: Slot, raw: unknown, place: Place): Value {
  const type = slot.type;
  if (raw === null) return slot.optional ? null : wrong(reading, place, 'notOptional', raw, type);
  switch (type.t) {
    case 'enum':
      return readOption(reading, type.enum, raw, place);
    case 'set':
      return readSet(reading, type.enum, raw, place);
    case 'list':
      return readList(reading, slot, type.of, raw, place);
    case 'keyed':
      return readKeyed(reading, slot, type, raw, place);
    case 'record':
      return readFields(reading, type.fields, raw, place, slot.id);
    case 'rate':
      return readSlot(reading, { ...slot, type: type.of }, raw, place);
    default:
      return readPlain(reading, slot, type.t, raw, place);
  }
}

/** Which name was written for each id; names that there are not, and ids given twice, are reported. */
export const sortOut = (reading: Reading, index: Index, raw: RawObject, at: (name: string) => Place) => {
  const written = new Map<Id, string>();
  for (const name of Object.keys(raw)) {
    const id = index.get(normal(name));
    const first = id === undefined ? undefined : written.get(id);
    if (id === undefined) {
      report(reading, at(name), 'unknownName', name, expectedName, nearest(name, index));
    } else if (first !== undefined) report(reading, at(name), 'duplicate', first, expectedOnce);
    else written.set(id, name);
  }
  return written;
};

/** The fields of a record or the facts of a subject, in a row without a prototype; those not given are unknown. */
function readFields(
  reading: Reading,
  fields: readonly FactMeta[],
  raw: unknown,
  place: Place,
  owner?: Id,
): Row | null {
  if (!isObject(raw)) return report(reading, place, 'wrongType', raw, expectedObject);
  const dot = place.path === '' ? '' : '.';
  const index = indexOfAll(reading.meta, fields, owner);
  const written = sortOut(reading, index, raw, (name) => inside(place, dot + name));
  const row = Object.create(null) as { [field: string]: Value };
  for (const fact of fields) {
    const name = written.get(fact.id);
    const value = name === undefined ? undefined : raw[name];
    const here = inside(place, dot + (name ?? fact.id), dot + fact.id);
    const isGiven = value !== undefined;
    row[fact.id] = isGiven
      ? readSlot(reading, fact, value, here)
      : unknownSlot(reading.meta, fact, here, reading.why);
  }
  for (const fact of fields) {
    const name = written.get(fact.id);
    if (name !== undefined)
      againstOthers(reading, fact, row, raw[name], inside(place, dot + name, dot + fact.id));
  }
  return row;
}

/** A bound that is another fact of the record is held where both are given. */
function againstOthers(reading: Reading, fact: FactMeta, row: Row, raw: unknown, place: Place): void {
  const value = row[fact.id] ?? null;
  const bounds = [
    { id: fact.minFact, sign: 1 },
    { id: fact.maxFact, sign: -1 },
  ] as const;
  for (const { id, sign } of bounds) {
    const other = id === undefined ? null : (row[id] ?? null);
    if (id === undefined || !isExact(value) || !isExact(other) || compareExact(value, other) * sign >= 0)
      continue;
    const name = reading.meta.names[id];
    const said = { zh: name?.zh ?? name?.en ?? id, en: name?.en ?? name?.zh ?? id };
    const expected =
      sign > 0
        ? { zh: `不小于“${said.zh}”`, en: `at least "${said.en}"` }
        : { zh: `不大于“${said.zh}”`, en: `at most "${said.en}"` };
    report(reading, place, 'outOfRange', raw, expected);
  }
}

/**
 * One record, or the circumstances, from JSON-like data. Facts and options by id, Chinese or English name; money in
 * yuan; a missing fact is unknown, `null` says that there is none. `owner` stands before the facts' ids in reasons. Throws `InputErrors` with every place that is wrong.
 */
export const readRow = (meta: PolicyMeta, facts: readonly FactMeta[], raw: unknown, owner = ''): Row => {
  const reading: Reading = { meta, why: whyFact, errors: [] };
  const row = readFields(reading, facts, raw, { path: '', id: owner });
  if (row === null || reading.errors.length > 0) throw new InputErrors(reading.errors);
  return row;
};
