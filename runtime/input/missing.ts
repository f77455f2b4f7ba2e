import type { Reason } from '../decision.ts';
import { parseExact } from '../exact.ts';
import type { FactMeta, Id, PolicyMeta, Type } from '../types.ts';
import { unknownOf } from '../unknown.ts';
import type { Exact, Keyed, Unknown, Value } from '../value.ts';
import { enumOf, possibleOptions } from './names.ts';

/** A fact, a field or a parameter: what may stand in one place. */
export type Slot = Omit<FactMeta, 'proof'>;

/** A place in the data: as it was written, and by ids for the reasons of decisions. */
export interface Place {
  readonly path: string;
  readonly id: Id;
  /** Key within a keyed fact or parameter. */
  readonly key?: string;
}

/** Why a place that holds nothing is unknown. */
export type WhyMissing = (slot: Slot, place: Place) => Reason;

/** A fact is asked for, or still to be found by its determiner. */
export const whyFact: WhyMissing = ({ determiner }, place) =>
  determiner === undefined
    ? { kind: 'missing', fact: place.id }
    : { kind: 'determination', by: determiner, fact: place.id };

/** A parameter waits for the body that sets it, or was not bound. */
export const whyParameter: WhyMissing = ({ id, determiner }, { key }) => {
  const which = key === undefined ? { parameter: id } : { parameter: id, key };
  return determiner === undefined
    ? { kind: 'parameter', ...which }
    : { kind: 'determination', by: determiner, ...which };
};

type KeyedType = Type & { readonly t: 'keyed' };

/** The values given by key; any other key is unknown for its own reason. */
export const keyedOf = (
  meta: PolicyMeta,
  slot: Slot,
  type: KeyedType,
  keyed: ReadonlyMap<string, Value>,
  place: Place,
  why: WhyMissing,
): Keyed => ({
  keyed,
  missing: (key) => {
    const all = place.key === undefined ? key : `${place.key}, ${key}`;
    return unknownPlain(
      meta,
      { ...slot, type: type.of },
      { ...place, id: `${place.id}.${key}`, key: all },
      why,
    );
  },
});

const bound = (text: string | undefined): Exact | null => (text === undefined ? null : parseExact(text));

const unknownPlain = (meta: PolicyMeta, slot: Slot, place: Place, why: WhyMissing): Unknown => {
  const type = slot.type.t === 'rate' ? slot.type.of : slot.type;
  const isMany = type.t === 'set' || type.t === 'list';
  return unknownOf([why(slot, place)], {
    min: type.t === 'list' ? null : bound(slot.min),
    max: type.t === 'list' ? null : bound(slot.max),
    options: type.t === 'enum' || type.t === 'set' ? possibleOptions(enumOf(meta, type.enum)) : null,
    // A set or a list may turn out to be empty, which is how it is absent.
    mayBeAbsent: slot.optional || isMany,
  });
};

/** What was not given: its declared range or options are all that is known of it. */
export const unknownSlot = (meta: PolicyMeta, slot: Slot, place: Place, why: WhyMissing): Value =>
  slot.type.t === 'keyed'
    ? keyedOf(meta, slot, slot.type, new Map(), place, why)
    : unknownPlain(meta, slot, place, why);
