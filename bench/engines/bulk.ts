import { columnsOf, policyMeta } from '../../compiler/index.ts';
import type { ResultColumns } from '../../runtime/columns/index.ts';
import { BATCH_ROWS, BULK_ROWS } from '../harness/column-session.ts';
import { serve } from '../harness/engine.ts';
import { columnOutcomes } from '../harness/result-columns.ts';
import { batches } from '../rule/batches.ts';
import { BINDING, rulePolicy } from '../rule/policy.ts';

await serve({
  rows: BULK_ROWS,
  prepare: (applicants) => {
    const policy = rulePolicy();
    const parts = batches(policyMeta(policy), applicants, BATCH_ROWS);
    const bound = columnsOf(policy).at(BINDING);
    if (bound.byRow.length > 0) throw new Error(JSON.stringify(bound.byRow));
    const decided: ResultColumns[] = [];
    const pass = () => {
      parts.forEach((batch, at) => {
        const into = decided[at];
        decided[at] = bound.columns(batch, into ? { into } : {});
      });
      return decided[0]?.rows;
    };
    return {
      pass,
      outcomes: () => {
        pass();
        return columnOutcomes(decided);
      },
    };
  },
});
