import { evaluator } from '../../compiler/index.ts';
import { projected } from '../../runtime/index.ts';
import { decidedOfResult } from '../harness/decider-session.ts';
import { serve } from '../harness/engine.ts';
import { BASE_ROWS, rowSession } from '../harness/row-engine.ts';
import { BINDING, rulePolicy } from '../rule/policy.ts';
import { withOneUnknown } from '../rule/unknown.ts';

// What `decider-unknown` is compared with: whole decisions of the same records, projected.

await serve({
  rows: BASE_ROWS,
  prepare: (applicants) => {
    const bound = evaluator(rulePolicy()).bind(BINDING);
    return rowSession(
      applicants.map((one) => withOneUnknown(one)),
      (record) => {
        const decision = bound.decideRead(record).programmes['allowance'];
        if (decision === undefined) throw new Error('no decision');
        return decidedOfResult(projected(decision, ['allowance.tierAmount']));
      },
    );
  },
});
