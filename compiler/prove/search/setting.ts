import type { Binding } from '../../../runtime/evaluator.ts';
import { readParameters } from '../../../runtime/input/parameters.ts';
import { identified } from '../../../runtime/input/identity.ts';
import { readRow } from '../../../runtime/input/read.ts';
import { parseDate } from '../../../runtime/dates.ts';
import type { FactMeta, Id } from '../../../runtime/types.ts';
import { isKeyed, isUnknown } from '../../../runtime/unknown.ts';
import type { Row, Value } from '../../../runtime/value.ts';
import { policyMeta } from '../../ir/meta.ts';
import type { Policy } from '../../ir/policy.ts';
import { Codes } from '../encode/codes.ts';
import { plainest } from '../encode/defaults.ts';
import type { Values } from '../encode/slot.ts';
import type { Assignment } from '../terms/evaluate.ts';
import { type Limits, slotFor } from '../encode/slots.ts';
import { AS_OF, factKey, parameterKey, type Pool, type RecordWorld, type Setting } from '../encode/world.ts';

type Raw = { readonly [name: string]: unknown };

/** What a proof is told besides the policy. */
export interface Given {
  /** Day, parameters and circumstances: parameters given here are fixed, the rest is where looking for applicants begins. */
  readonly binding: Binding;
  /** A complete record of each kind, where looking for applicants begins. */
  readonly bases: { readonly [subject: Id]: Raw };
  readonly limits?: Partial<Limits>;
  /** Where two versions are compared: the parameters of the older one, if it was given others. */
  readonly former?: Binding['parameters'];
}

export const LIMITS: Limits = { list: 3, firstYear: 1900, lastYear: 2100 };

/** A kind of record with all that proofs about it need. */
export interface Ground {
  readonly setting: Setting;
  readonly given: Given;
  /** Values that the search begins with, by key. */
  readonly base: ReadonlyMap<string, Value>;
  readonly asOf: number;
}

/** Throws `InputErrors` where parameters, circumstances or the base record do not fit the policy. */
export function groundOf(policy: Policy, given: Given, subject: Id | undefined): Ground {
  const meta = policyMeta(policy);
  const { binding, bases } = given;
  const parameters = readParameters(meta, binding.parameters ?? {});
  const facts = meta.subjects.find(({ id }) => id === subject)?.facts ?? [];
  const row = readRow(meta, facts, identified(meta, facts, bases[subject ?? ''] ?? {}).facts);
  const around = readRow(meta, meta.circumstances, binding.circumstances ?? {});
  const texts = [row, around, ...[...parameters.values()].flat().map(({ value }) => value)].flatMap(textsOf);
  const codes = new Codes(policy, texts);
  const asOf = parseDate(binding.asOf) ?? 0;
  const limits = { ...LIMITS, ...given.limits };
  const plain = (meta: Parameters<typeof plainest>[0]) => plainest(meta, asOf, codes);
  const setting = { policy, meta, codes, limits, plain, subject, parameters };
  return { setting, given, base: baseOf(setting, facts, row, around, asOf), asOf };
}

function textsOf(value: Value): readonly string[] {
  if (typeof value === 'string') return [value];
  if (isKeyed(value)) return [...value.keyed.keys(), ...[...value.keyed.values()].flatMap(textsOf)];
  if (typeof value !== 'object' || value === null || isUnknown(value)) return [];
  return Object.values(value).flatMap((item) =>
    Array.isArray(item) ? item.flatMap(textsOf) : textsOf(item as Value),
  );
}

function baseOf(setting: Setting, facts: readonly FactMeta[], row: Row, around: Row, asOf: number) {
  const base = new Map<string, Value>([[AS_OF, asOf]]);
  const put = (key: string, meta: Parameters<typeof plainest>[0], value: Value | undefined) =>
    base.set(
      key,
      value === undefined || isUnknown(value) || isKeyed(value) ? plainest(meta, asOf, setting.codes) : value,
    );
  for (const fact of facts) put(factKey('subject', fact.id), fact, row[fact.id]);
  for (const fact of setting.meta.circumstances)
    put(factKey('circumstances', fact.id), fact, around[fact.id]);
  for (const parameter of setting.meta.parameters)
    put(parameterKey(parameter.id), { ...parameter, optional: false }, undefined);
  return base;
}

/** The variables of the slots at the values that the search begins with; a mark after a name is not looked at. */
export function beginning(pool: Pool, ground: Ground, mark: string): Values {
  const values: Values = new Map();
  for (const [name, slot] of pool.slots) {
    const key = mark !== '' && name.endsWith(mark) ? name.slice(0, -mark.length) : name;
    slot.write(ground.base.get(key) ?? null, values);
  }
  return values;
}

/** A record as an application hands it in, with the day and the parameters; `raw` by key. */
export interface Applicant {
  readonly binding: Binding;
  readonly facts: Raw;
  readonly raw: ReadonlyMap<string, unknown>;
}

/** The whole record of a world under an assignment, as an application hands it in. */
export function recordIn(world: RecordWorld, pool: Pool, ground: Ground, given: Assignment): Applicant {
  const { setting } = ground;
  const raw = new Map<string, unknown>();
  const rawOf = (key: string, meta: Parameters<typeof slotFor>[2]): unknown => {
    const own = pool.slots.get(world.nameOf(key));
    if (own) return own.raw(given);
    const spare = slotFor({ ...setting, constraints: pool }, key, meta);
    const values: Values = new Map();
    spare?.write(ground.base.get(key) ?? null, values);
    return spare?.raw(values);
  };
  const put = (key: string, meta: Parameters<typeof slotFor>[2]) => {
    const value = rawOf(key, meta);
    if (value !== undefined) raw.set(key, value);
    return value;
  };
  const { policy, subject, parameters } = setting;
  const own = policy.subjects.find(({ id }) => id === subject)?.facts ?? [];
  const facts = own.flatMap((fact) =>
    fact.fallback ? [] : [[fact.id, put(factKey('subject', fact.id), fact)] as const],
  );
  const around = policy.circumstances.flatMap((fact) =>
    fact.fallback ? [] : [[fact.id, put(factKey('circumstances', fact.id), fact)] as const],
  );
  const free = policy.parameters.filter(
    ({ id, type, rows }) => !parameters.has(id) && rows.length === 0 && type.t !== 'keyed',
  );
  const chosen = free.map((p) => [p.id, put(parameterKey(p.id), { ...p, optional: false })] as const);
  const asOf = put(AS_OF, { type: { t: 'date' }, optional: false });
  const known = (entries: readonly (readonly [string, unknown])[]) =>
    Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  return {
    binding: {
      asOf: String(asOf),
      parameters: { ...ground.given.binding.parameters, ...known(chosen) },
      circumstances: known(around),
      ...(subject === undefined ? {} : { subject }),
    },
    facts: known(facts),
    raw,
  };
}
