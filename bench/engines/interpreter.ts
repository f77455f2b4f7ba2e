import { evaluator } from '../../compiler/index.ts';
import type { ProgrammeDecision } from '../../runtime/index.ts';
import { serve } from '../harness/engine.ts';
import { rowSession } from '../harness/row-engine.ts';
import { BINDING, decidedOf, factsOf, rulePolicy } from '../rule/policy.ts';

// The meaning of the language: what every other engine is compared with.

await serve({
  rows: 65_536,
  prepare: (applicants) => {
    const bound = evaluator(rulePolicy()).bind(BINDING);
    const decide = (facts: { readonly [fact: string]: unknown }) =>
      decidedOf(bound.decide(facts).programmes['allowance'] as ProgrammeDecision);
    return rowSession(applicants.map(factsOf), decide);
  },
});
