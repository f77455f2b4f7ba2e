import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decider, evaluator, type Policy } from '../../compiler/index.ts';
import { Inputs, type Run } from './applicants.ts';
import { bases } from './bases.ts';
import { expectSameResults, type Paths } from './deciders.ts';
import { projectPolicies } from './policies.ts';
import { randomPolicy } from './random-policy.ts';
import { seed } from './seed.ts';
import { straightened } from './straightened.ts';

const policies = projectPolicies();
const ROWS = 5;
const LONG = Number(process.env.BANGFU_RECORDS ?? 0);

function recordsOf(policy: Policy): number {
  if (LONG > 0) return LONG;
  return policy.id === 'formerTeachersAllowance' ? 10_000 : 500;
}

describe('deciders come to what the interpreter comes to', () => {
  for (const policy of policies) {
    const records = recordsOf(policy);
    it(`${policy.id}: ${records} records (seed ${seed})`, { timeout: LONG > 0 ? 1_800_000 : 300_000 }, () => {
      const reference = evaluator(policy);
      const made = decider(policy, reference);
      const inputs = new Inputs(policy);
      const near = bases(policy, reference, inputs, seed);
      const paths: Paths = { complete: 0, open: 0, ruledOut: 0, general: 0 };
      fc.assert(
        fc.property(inputs.runNear(ROWS, near), (run) => expectSameResults(made, reference, run, paths)),
        { numRuns: records / ROWS, seed, endOnFailure: true },
      );
      // Both ways of deciding were tried.
      if (made.programmes.some(({ outside }) => !outside))
        expect(paths.complete + paths.ruledOut).toBeGreaterThan(0);
      if (records >= 10_000) expect(paths.open + paths.general).toBeGreaterThan(0);
      expect(paths.general > 0).toBe(made.programmes.some(({ outside }) => outside !== undefined));
    });
  }

  it(`on 300 random policies as they are, 10 records each (seed ${seed})`, { timeout: 300_000 }, () => {
    agreeOn(
      Array.from({ length: 300 }, (_, i) => randomPolicy(seed + i)),
      10,
    );
  });

  it(`on 400 random policies made straight, 40 records each (seed ${seed})`, { timeout: 300_000 }, () => {
    const made = Array.from({ length: 400 }, (_, i) => straightened(randomPolicy(seed + i)));
    const paths = agreeOn(made, 40);
    expect(paths.general).toBe(0);
    expect(Math.min(paths.complete, paths.open, paths.ruledOut)).toBeGreaterThan(200);
  });

  it(`on the same with one fact missing, 40 records each (seed ${seed})`, { timeout: 300_000 }, () => {
    const made = Array.from({ length: 400 }, (_, i) => straightened(randomPolicy(seed + i)));
    const paths = agreeOn(made, 40, (inputs) => inputs.runWithoutOne(ROWS));
    expect(paths.general).toBe(0);
    expect(Math.min(paths.complete, paths.open, paths.ruledOut)).toBeGreaterThan(200);
  });

  it(`on all policies with one fact missing, 100 records each (seed ${seed})`, { timeout: 300_000 }, () => {
    agreeOn(policies, 100, (inputs) => inputs.runWithoutOne(ROWS));
  });
});

function agreeOn(
  list: readonly Policy[],
  records: number,
  runs: (inputs: Inputs) => fc.Arbitrary<Run> = (inputs) => inputs.run(ROWS),
): Paths {
  const paths: Paths = { complete: 0, open: 0, ruledOut: 0, general: 0 };
  for (const policy of list) {
    const reference = evaluator(policy);
    const made = decider(policy, reference);
    fc.assert(
      fc.property(runs(new Inputs(policy)), (run) => expectSameResults(made, reference, run, paths)),
      { numRuns: records / ROWS, seed, endOnFailure: true },
    );
  }
  return paths;
}

/** Programmes that are not straight-line, and why. The list is to get shorter. */
describe('what is straight-line', () => {
  it('is all but the programmes named here', () => {
    const all = policies.flatMap((policy) => decider(policy).programmes);
    const outside = all.flatMap(({ id, outside: why }) =>
      why ? [`${id}: not straight-line, because ${why.en}`] : [],
    );
    expect(outside).toMatchInlineSnapshot(`
      [
        "teacherAid: not straight-line, because it has a deadline that costs the entitlement",
        "upperNomination: not straight-line, because it has a deadline that costs the entitlement",
        "medicalTemporaryAid: not straight-line, because it goes through a list",
        "epidemic: not straight-line, because it goes through a list",
        "weather: not straight-line, because it goes through a list",
        "keyHelp: not straight-line, because it goes through a list",
        "excellentGrade: not straight-line, because it goes through a list",
        "meritThirdClass: not straight-line, because it goes through a list",
        "allowance: not straight-line, because it goes through a list",
        "examinedPost: not straight-line, because it has a deadline that costs the entitlement",
        "doctoralHire: not straight-line, because it has a deadline that costs the entitlement",
      ]
    `);
    expect(all.length - outside.length).toBeGreaterThanOrEqual(82);
  });
});
