import { asNumber, idOf, read } from './access.ts';
import type { Reason } from './decision.ts';
import type { Case, Population } from './rules.ts';
import { forElement } from './truth.ts';
import type { Id } from './types.ts';
import { isDoubt, isHandle, isUnknown, mergeReasons, settledKey, unknownOf } from './unknown.ts';
import type { Exact, Handle, List, Maybe, Unknown, Value } from './value.ts';

// Records of the same and of other kinds, as rules reach them: `本人`, `全体 K`, and what a reference names.

/** `本人`: the record being decided. */
export const self = (c: Case): Handle => {
  if (c.relations.self === null) throw new RangeError('the circumstances are no record');
  return c.relations.self;
};

/** A filter's equality between a fact of the record (or a field of a list of it) and something known beforehand. */
export interface Matching {
  readonly fact: Id;
  readonly field?: Id;
  readonly is: Value;
}

/**
 * The records of a kind that a filter may hold for: all, or by `matching` those of one value, found without looking at
 * the others. The record being decided is one of its kind, whether or not it is among those given.
 */
export const records = (c: Case, subject: Id, matching?: Matching): List<Handle> => {
  const population = c.relations.population(subject);
  const all = population.records;
  const found = matching === undefined ? null : placesOf(population, matching);
  const own = c.relations.self;
  const isOwnKind = own !== null && own.record === subject;
  const isHere = isOwnKind && population.has(own);
  if (found === null && (!isOwnKind || isHere)) return all;
  const chosen = found === null ? all.items : found.flatMap((place) => all.items[place] ?? []);
  return isOwnKind && !isHere ? withSelf(all, chosen, own) : { ...all, items: chosen };
};

function placesOf(population: Population, { fact, field, is }: Matching): readonly number[] | null {
  if (is === null) return [];
  const value = isHandle(is) ? idOf(is) : is;
  const key = isUnknown(value) ? null : settledKey(value);
  return key === null ? null : population.placesWith(fact, field, key);
}

/** The record being decided stands in for the one of its id; its filter is asked like that of any other. */
function withSelf(all: List<Handle>, chosen: readonly Handle[], own: Handle): List<Handle> {
  if (chosen.includes(own)) return { ...all, items: chosen };
  // One that does not say who it is may be any of those given, or none.
  if (own.id === null && all.items.length > 0) {
    const reasons = mergeReasons(all.reasons ?? [], [{ kind: 'missing', fact: 'id' }]);
    return { items: chosen, complete: false, reasons };
  }
  const at = own.id === null ? -1 : chosen.findIndex(({ id }) => id === own.id);
  const items = at < 0 ? [...chosen, own] : [...chosen.slice(0, at), own, ...chosen.slice(at + 1)];
  return { ...all, items };
}

/** The record that a reference names, or why there is none in hand. */
function named(c: Case, subject: Id, id: string): Handle | Unknown {
  const own = c.relations.self;
  if (own !== null && own.record === subject && own.id === id) return own;
  const { find, records: all } = c.relations.population(subject);
  const found = find(id);
  if (found !== undefined) return found;
  const why: readonly Reason[] = all.complete
    ? [{ kind: 'data', problem: 'noSuchRecord', at: `${subject}[${id}]` }]
    : (all.reasons ?? []);
  return unknownOf(why, { mayBeAbsent: true });
}

/** `帮扶人 的 单位`: what the record that a reference names comes to; absent of an absent reference. */
export const ofRecord = (c: Case, reference: Value, subject: Id, look: (other: Case) => Value): Value => {
  const handle = typeof reference === 'string' ? named(c, subject, reference) : reference;
  if (handle === null || isUnknown(handle)) {
    return handle && unknownOf(handle.reasons, { mayBeAbsent: true });
  }
  if (!isHandle(handle)) throw new TypeError(`not a record of ${subject}`);
  const value = look(c.relations.open(handle, c));
  return isDoubt(value) ? forElement(value, `[${subject} ${handle.id ?? ''}]`) : value;
};

/** The day of a record, for setting aside those after the day decided for. */
export const dayOfRecord = (c: Case, record: Value, subject: Id, fact: Id): Maybe<Exact> =>
  asNumber(ofRecord(c, record, subject, (other) => read(other.facts, fact)));
