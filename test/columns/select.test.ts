import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, evaluator, type Policy, policyMeta } from '../../compiler/index.ts';
import { BatchBuilder, type Batch, STAGE_VERDICTS } from '../../runtime/columns/index.ts';
import { type Binding, type FactMeta, InputErrors } from '../../runtime/index.ts';
import { Inputs } from '../agree/applicants.ts';
import { bases } from '../agree/bases.ts';
import { selected } from '../agree/cohorts.ts';
import { projectPolicies } from '../agree/policies.ts';
import type { Raw } from '../agree/record.ts';
import { seed } from '../agree/seed.ts';
import type { Register } from './records.ts';

/** Registers in which some got a place and some in the pool did not. */
let contested = 0;

const policies = projectPolicies().filter((policy) => selected(policy).size > 0);
const ROWS = 24;
const BATCH = 4;

/** Everything known: complete records near being eligible, all parameters bound. */
function cohorts(policy: Policy): fc.Arbitrary<Register> {
  const inputs = new Inputs(policy);
  const near = bases(policy, evaluator(policy), inputs, seed).filter(({ binding }) =>
    selected(policy).has(binding.subject ?? ''),
  );
  const all = (facts: readonly FactMeta[]): fc.Arbitrary<Raw> =>
    fc
      .tuple(...facts.map((fact) => inputs.fact(fact).map((value) => [fact.id, value] as const)))
      .map((entries) => Object.fromEntries(entries));
  const parameters = all(policy.parameters.map((parameter) => ({ ...parameter, optional: false })));
  return fc.constantFrom(...near).chain(({ binding, facts, row }) => {
    const record = fc
      .tuple(all(facts), fc.array(inputs.change(facts), { maxLength: 3 }))
      .map(([rest, changed]): Raw => ({ ...rest, ...row, ...Object.fromEntries(changed) }));
    return fc
      .tuple(parameters, fc.array(record, { minLength: ROWS, maxLength: ROWS }))
      .map(([given, rows]): Register => {
        const bound: Binding = { ...binding, parameters: { ...given, ...binding.parameters } };
        return { binding: bound, rows };
      });
  });
}

const tryTo = <T>(what: () => T): T | null => {
  try {
    return what();
  } catch (error) {
    if (error instanceof InputErrors) return null;
    throw error;
  }
};

/** Places of the register by both ways; how many programmes columns could tell. */
function compare(policy: Policy, { binding, rows }: Register): number {
  const bound = tryTo(() => columnsOf(policy).at(binding));
  if (bound === null) return 0;
  const builder = new BatchBuilder(policyMeta(policy), bound.subject, BATCH);
  const batches: Batch[] = [];
  const one = evaluator(policy).bind(binding);
  const isOpen = (facts: Raw) =>
    Object.values(one.decide(facts).programmes).some(({ outcome }) => outcome === 'undetermined');
  const kept = rows.flatMap(({ id: _, ...facts }) => {
    if (tryTo(() => isOpen(facts)) !== false) return [];
    const fits = tryTo(() => builder.addFacts(facts)) !== null;
    if (builder.isFull) batches.push(builder.take());
    return fits ? [facts] : [];
  });
  batches.push(builder.take());
  const given = bound.select(
    batches,
    batches.map((batch) => bound.columns(batch)),
  );
  const { decisions } = one.decideAll(kept);
  let told = 0;
  for (const [id, places] of Object.entries(given)) {
    if (places === null) continue;
    told += 1;
    if (Object.values(places.stages).some((codes) => codes.includes(1) && codes.includes(2))) contested += 1;
    const wanted = decisions.map(({ programmes }) => programmes[id]?.selection);
    expect([...places.selected]).toEqual(wanted.map((one) => (one?.result === 'selected' ? 1 : 0)));
    for (const [stage, verdicts] of Object.entries(places.stages))
      expect([...verdicts].map((code) => STAGE_VERDICTS[code])).toEqual(
        wanted.map((one) => one?.stages.find((of) => of.id === stage)?.result),
      );
  }
  return told;
}

describe(`places over columns are those of the evaluator (seed ${seed})`, () => {
  const told = new Map<string, number>();

  it.each(policies.map((policy) => [policy.id, policy] as const))('%s', (id, policy) => {
    fc.assert(
      fc.property(cohorts(policy), (register) => {
        told.set(id, (told.get(id) ?? 0) + compare(policy, register));
      }),
      { seed, numRuns: 20 },
    );
  });

  it('which mostly can be told', () => {
    expect([...told.values()].filter((count) => count > 0).length).toBeGreaterThanOrEqual(3);
    expect(contested).toBeGreaterThan(0);
  });
});
