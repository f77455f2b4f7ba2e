import fc from 'fast-check';
import { type Policy, policyMeta } from '../../compiler/index.ts';
import type { Binding, FactMeta } from '../../runtime/index.ts';
import type { Inputs } from './applicants.ts';
import type { Base, Raw } from './record.ts';

/** A register whose rows are ranked against each other, and what it is decided under. */
export interface Cohort {
  readonly binding: Binding;
  readonly rows: readonly Raw[];
}

/** Kinds of record that a programme of the policy selects among. */
export const selected = (policy: Policy): ReadonlySet<string> =>
  new Set(policy.programmes.filter(({ select = [] }) => select.length > 0).map(({ subject }) => subject));

/** Ids of the facts that ranks, groups, pools and places look at. */
function ranking(policy: Policy, subject: string): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('k' in value && value.k === 'fact' && 'fact' in value) found.add(String(value.fact));
    for (const part of Object.values(value)) walk(part);
  };
  for (const programme of policy.programmes) if (programme.subject === subject) walk(programme.select);
  return found;
}

/**
 * Cohorts with ties and with facts that are not known: each row is one of a few records near being eligible, most with
 * something that its rank looks at drawn anew or left out. Records of populations say who they are.
 */
export function cohorts(
  policy: Policy,
  inputs: Inputs,
  bases: readonly Base[],
  most: number,
): fc.Arbitrary<Cohort> {
  const kinds = selected(policy);
  const named = policyMeta(policy).populations !== undefined;
  const near = bases.filter(({ binding }) => kinds.has(binding.subject ?? ''));
  return fc.constantFrom(...near).chain(({ binding, facts, row }) => {
    const read = ranking(policy, binding.subject ?? '');
    const own = facts.filter(({ id }) => read.has(id));
    const one = fc
      .tuple(fc.oneof(fc.constant(row), inputs.variant(row, facts)), changes(inputs, own), left(own))
      .map(([base, changed, missing]) => without({ ...base, ...Object.fromEntries(changed) }, missing));
    const few = fc.array(one, { minLength: 2, maxLength: 5 });
    const rows = few.chain((drawn) =>
      fc.array(fc.oneof(fc.constantFrom(...drawn), one), { minLength: 3, maxLength: most }),
    );
    return rows.map((all) => ({
      binding,
      rows: named ? all.map((each, at) => ({ ...each, id: `${at}` })) : all,
    }));
  });
}

const changes = (
  inputs: Inputs,
  facts: readonly FactMeta[],
): fc.Arbitrary<readonly (readonly [string, unknown])[]> =>
  facts.length === 0 ? fc.constant([]) : fc.array(inputs.change(facts), { maxLength: 3 });

/** One time in six a fact of the ranking is not known. */
const left = (facts: readonly FactMeta[]): fc.Arbitrary<readonly string[]> =>
  facts.length === 0
    ? fc.constant([])
    : fc.oneof(
        { weight: 5, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.constantFrom(...facts).map(({ id }) => [id]) },
      );

const without = (row: Raw, missing: readonly string[]): Raw =>
  Object.fromEntries(Object.entries(row).filter(([id]) => !missing.includes(id)));
