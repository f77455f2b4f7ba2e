import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { evaluator, type Policy, policyMeta } from '../../compiler/index.ts';
import type { Selection } from '../../runtime/decision.ts';
import type { Decision, Evaluator, StageResult } from '../../runtime/index.ts';
import { Inputs } from './applicants.ts';
import { bases } from './bases.ts';
import { type Cohort, cohorts, selected } from './cohorts.ts';
import { compiled } from './compiled.ts';
import { projectPolicies } from './policies.ts';
import { seed } from './seed.ts';

const policies = projectPolicies().filter((policy) => selected(policy).size > 0);
const modules = await compiled(policies);
const LONG = Number(process.env.BANGFU_RECORDS ?? 0);
const RUNS = LONG > 0 ? LONG / 10 : 40;
const MOST = 10;
/** Rows left out of a cohort, one at a time. */
const MOST_LEFT = 3;
const OPTIONS = { numRuns: RUNS, seed, endOnFailure: true };

const seen = new Map<Selection['result'], number>();
let tied = 0;
let behind = 0;

interface Tried {
  readonly policy: Policy;
  readonly reference: Evaluator;
  readonly drawn: fc.Arbitrary<Cohort>;
}

function tried(policy: Policy): Tried {
  const reference = evaluator(policy);
  const inputs = new Inputs(policy);
  return { policy, reference, drawn: cohorts(policy, inputs, bases(policy, reference, inputs, seed), MOST) };
}

const decide = (one: Evaluator, { binding, rows }: Cohort) => one.bind(binding).decideAll(rows);

const selections = ({ programmes }: Decision): readonly (readonly [string, Selection])[] =>
  Object.entries(programmes).flatMap(([id, { selection }]) => (selection ? [[id, selection] as const] : []));

function note(decisions: readonly Decision[]): void {
  for (const [, { result, stages }] of decisions.flatMap(selections)) {
    seen.set(result, (seen.get(result) ?? 0) + 1);
    if (stages.some(({ reasons }) => reasons.some(({ kind }) => kind === 'unspecified'))) tied++;
  }
}

/** Beyond the places by its rank alone; one that is out by a tie or by what it must pass has stood in someone's way. */
const isBehind = ({ result, rank, places: { max } }: StageResult): boolean =>
  result === 'notInPool' || (result === 'out' && rank !== null && max !== null && rank.best > Number(max));

const isBehindIn = (decision: Decision): boolean =>
  selections(decision).every(([, { stages }]) => stages.every(isBehind));

const results = (decision: Decision): unknown =>
  selections(decision).map(([id, { result, stages }]) => [id, result, stages.map((stage) => stage.result)]);

const long = { timeout: LONG > 0 ? 1_800_000 : 300_000 };

describe.each(policies.map((policy, i) => [policy.id, policy, modules[i]] as const))(
  '%s',
  (_, policy, module) => {
    const { reference, drawn } = tried(policy);

    it(`generated code allocates as the interpreter does: ${RUNS} cohorts (seed ${seed})`, long, () => {
      fc.assert(
        fc.property(drawn, (cohort) => {
          if (!module) throw new Error('no generated code');
          const [a, b] = [decide(reference, cohort), decide(module, cohort)];
          if (!isDeepStrictEqual(a, b)) expect(b).toEqual(a);
          note(a.decisions);
        }),
        OPTIONS,
      );
    });

    it('the order of the rows changes no byte of the allocation', long, () => {
      const shuffled = drawn.chain((cohort) => {
        const places = cohort.rows.map((_row, at) => at);
        return fc.tuple(fc.constant(cohort), fc.shuffledSubarray(places, { minLength: places.length }));
      });
      fc.assert(
        fc.property(shuffled, ([cohort, order]) => {
          const one = decide(reference, cohort);
          const rows = order.map((at) => cohort.rows[at] ?? {});
          const other = decide(reference, { ...cohort, rows });
          expect(JSON.stringify(other.summary)).toBe(JSON.stringify(one.summary));
          for (const [at, from] of order.entries())
            expect(JSON.stringify(other.decisions[at])).toBe(JSON.stringify(one.decisions[from]));
        }),
        OPTIONS,
      );
    });

    // What a rule counts over the whole population is another matter than who is ranked before whom: not claimed there.
    const counts = policyMeta(policy).populations !== undefined;
    if (!counts)
      it('one who comes behind the places takes nobody’s', long, () => {
        fc.assert(
          fc.property(drawn, (cohort) => {
            const all = decide(reference, cohort).decisions;
            const found = all.flatMap((decision, at) => (isBehindIn(decision) ? [at] : []));
            for (const at of found.slice(0, MOST_LEFT)) {
              behind++;
              const rows = cohort.rows.filter((_row, other) => other !== at);
              const fewer = decide(reference, { ...cohort, rows }).decisions;
              const others = all.filter((_decision, other) => other !== at);
              expect(fewer.map(results)).toEqual(others.map(results));
            }
          }),
          OPTIONS,
        );
      });
  },
);

afterAll(() => {
  // Cohorts in which everybody comes to the same would hold any law.
  for (const result of ['selected', 'notSelected', 'undetermined'] as const)
    expect(seen.get(result) ?? 0).toBeGreaterThan(0);
  expect(tied).toBeGreaterThan(0);
  expect(behind).toBeGreaterThan(0);
});
