import type { FactMeta, ParameterMeta, PolicyMeta } from '../../runtime/types.ts';
import { expressions } from './children.ts';
import type { Fact, Parameter, Policy } from './policy.ts';
import { roots } from './roots.ts';
import { sha256 } from './sha256.ts';

/** What readers of inputs and decisions must know of a policy, without its rules. `version`, where it is known or nobody asks. */
export function policyMeta(policy: Policy, version: string = policyVersion(policy)): PolicyMeta {
  return {
    id: policy.id,
    names: policy.names,
    version,
    ...(policy.source !== undefined && { source: policy.source }),
    subjects: policy.subjects.map(({ id, facts }) => ({ id, facts: facts.map(factMeta) })),
    ...lookedAt(policy),
    circumstances: policy.circumstances.map(factMeta),
    parameters: policy.parameters.map(parameterMeta),
    enums: policy.enums,
    units: policy.units,
  };
}

/**
 * SHA-256 over everything in a policy that can change a decision, as `sha256:` and 64 hexadecimal digits.
 * Names, spans and lines do not enter, nor does the order of declarations: translating a file,
 * laying it out anew or moving a definition keeps the version; another figure, cite or id changes it.
 */
export function policyVersion(policy: Policy): string {
  const { names, definitions, parameters, enums, units, ...rest } = policy;
  const content = {
    ...rest,
    definitions: sorted(definitions),
    parameters: sorted(parameters),
    enums: sorted(enums),
    units: sorted(units),
  };
  return `sha256:${sha256(canonical(content))}`;
}

/** Kinds that rules look at as a population or through a reference. */
function lookedAt(policy: Policy): Pick<PolicyMeta, 'populations'> {
  const found = new Set<string>();
  for (const e of roots(policy).flatMap(({ expr }) => expressions(expr))) {
    if (e.k === 'ofRecord' && e.record.type.t === 'ref') found.add(e.record.type.subject);
    if (e.k === 'aggregate' && e.source.k === 'population') found.add(e.source.subject);
  }
  return found.size > 0 ? { populations: [...found].sort() } : {};
}

function factMeta({ origin, fallback, ...meta }: Fact): FactMeta {
  return meta;
}

/** Without values, those among them that a comparison of versions keeps with the policy. */
function parameterMeta({ id, type, min, max, determiner }: Parameter): ParameterMeta {
  return {
    ...{ id, type },
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(determiner !== undefined && { determiner }),
  };
}

function sorted<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** JSON with sorted keys; of an `origin` only the cites are left. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, item]) => item !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, item]) => field(key, item)).join(',')}}`;
}

function field(key: string, item: unknown): string {
  const content = key === 'origin' ? citesOf(item) : item;
  return `${JSON.stringify(key)}:${canonical(content)}`;
}

function citesOf(origin: unknown): unknown {
  return typeof origin === 'object' && origin !== null && 'cites' in origin ? origin.cites : [];
}
