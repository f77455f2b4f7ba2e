import { policyMeta } from '../../compiler/index.ts';
import { decideColumns } from '../hand/columns.ts';
import { BATCH_ROWS, BULK_ROWS, handOutcomes, roomFor } from '../harness/column-session.ts';
import { serve } from '../harness/engine.ts';
import { batches } from '../rule/batches.ts';
import { rulePolicy } from '../rule/policy.ts';

await serve({
  rows: BULK_ROWS,
  prepare: (applicants) => {
    const parts = batches(policyMeta(rulePolicy()), applicants, BATCH_ROWS);
    const results = roomFor(applicants.length);
    const pass = () => {
      parts.forEach((batch, at) => {
        decideColumns(batch, results, at * BATCH_ROWS);
      });
      return results.amount[0];
    };
    return {
      pass,
      outcomes: () => {
        pass();
        return handOutcomes(applicants.length, results);
      },
    };
  },
});
