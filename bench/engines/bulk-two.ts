import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBulk } from '../../bulk/index.ts';
import { policyMeta } from '../../compiler/index.ts';
import type { ResultColumns } from '../../runtime/columns/index.ts';
import { BATCH_ROWS, BULK_ROWS } from '../harness/column-session.ts';
import { serve } from '../harness/engine.ts';
import { columnOutcomes } from '../harness/result-columns.ts';
import { batches } from '../rule/batches.ts';
import { BINDING, rulePolicy } from '../rule/policy.ts';

// Two threads of `bangfu/bulk`; results are written over those of the pass before, as the one-thread engine does it.

const worker = pathToFileURL(join(process.cwd(), 'bench/build/bulk-worker.mjs'));

await serve({
  rows: BULK_ROWS,
  prepare: async (applicants) => {
    const policy = rulePolicy();
    const parts = batches(policyMeta(policy), applicants, BATCH_ROWS);
    const bulk = await openBulk(policy, BINDING, { threads: 2, worker });
    let decided: ResultColumns[] = [];
    const pass = async () => {
      decided = await Promise.all(
        parts.map((batch, at) => {
          const into = decided[at];
          return bulk.columns(batch, into ? { into } : {});
        }),
      );
      return decided[0]?.rows;
    };
    return {
      pass,
      outcomes: async () => {
        await pass();
        return columnOutcomes(decided);
      },
      close: () => bulk.close(),
    };
  },
});
