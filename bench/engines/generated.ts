import { join } from 'node:path';
import type { Evaluator, ProgrammeDecision } from '../../runtime/index.ts';
import { serve } from '../harness/engine.ts';
import { rowSession } from '../harness/row-engine.ts';
import { BINDING, decidedOf, factsOf } from '../rule/policy.ts';

// The module that `bangfu build` writes: full decisions with every reason.

await serve({
  rows: 32_768,
  prepare: async (applicants) => {
    const path = join(process.cwd(), 'bench/build/generated/teacherAllowance.mjs');
    const { teacherAllowance } = (await import(path)) as { readonly teacherAllowance: Evaluator };
    const bound = teacherAllowance.bind(BINDING);
    const decide = (facts: { readonly [fact: string]: unknown }) =>
      decidedOf(bound.decide(facts).programmes['allowance'] as ProgrammeDecision);
    return rowSession(applicants.map(factsOf), decide);
  },
});
