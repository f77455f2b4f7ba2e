import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluator, type Policy } from '../../compiler/index.ts';
import { everything } from '../ir/everything.ts';
import { Inputs } from './applicants.ts';
import { bases } from './bases.ts';
import { compiled } from './compiled.ts';
import { projectPolicies } from './policies.ts';
import { expectSame } from './same.ts';
import { seed } from './seed.ts';

const made = everything();
const policies = [made, ...projectPolicies()];
const modules = await compiled(policies);
const ROWS = 5;

/** Records a policy: what the suite has time for; `npm run agree` takes 10,000 of each. */
const LONG = Number(process.env.BANGFU_RECORDS ?? 0);
const THOROUGH = new Set(['formerTeachersAllowance', 'teacherRelief', 'binhuAssistance']);

function recordsOf(policy: Policy): number {
  if (LONG > 0) return LONG;
  return THOROUGH.has(policy.id) ? 10_000 : 500;
}

describe('generated TypeScript decides as the interpreter does', () => {
  policies.forEach((policy, i) => {
    const records = recordsOf(policy);
    it(`${policy.id}: ${records} records (seed ${seed})`, { timeout: LONG > 0 ? 1_800_000 : 300_000 }, () => {
      const reference = evaluator(policy);
      const module = modules[i];
      expect(module?.meta).toEqual(reference.meta);
      const inputs = new Inputs(policy);
      const near = bases(policy, reference, inputs, seed);
      fc.assert(
        fc.property(inputs.runNear(ROWS, near), (run) => {
          if (module) expectSame(reference, module, run);
        }),
        { numRuns: records / ROWS, seed, endOnFailure: true },
      );
    });
  });
});
