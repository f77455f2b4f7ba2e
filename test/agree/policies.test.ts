import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluator } from '../../compiler/index.ts';
import { everything } from '../ir/everything.ts';
import { Inputs } from './applicants.ts';
import { bases } from './bases.ts';
import { compiled } from './compiled.ts';
import { projectPolicies } from './policies.ts';
import { expectSame } from './same.ts';
import { seed } from './seed.ts';

const policies = [everything(), ...projectPolicies()];
const modules = await compiled(policies);
const ROWS = 5;

describe('generated TypeScript decides as the interpreter does', () => {
  policies.forEach((policy, i) => {
    it(`${policy.id}: 10 000 records (seed ${seed})`, () => {
      const reference = evaluator(policy);
      const module = modules[i];
      expect(module?.meta).toEqual(reference.meta);
      const inputs = new Inputs(policy);
      const near = bases(policy, reference, inputs, seed);
      fc.assert(
        fc.property(inputs.runNear(ROWS, near), (run) => {
          if (module) expectSame(reference, module, run);
        }),
        { numRuns: 10_000 / ROWS, seed, endOnFailure: true },
      );
    });
  });
});
