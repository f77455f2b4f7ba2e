import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBulk } from '../../bulk/index.ts';
import { policyMeta } from '../../compiler/index.ts';
import type { ResultColumns } from '../../runtime/columns/index.ts';
import { BULK_ROWS } from '../harness/column-session.ts';
import { serve } from '../harness/engine.ts';
import { columnOutcomes } from '../harness/result-columns.ts';
import { batches } from '../rule/batches.ts';
import { BINDING, rulePolicy } from '../rule/policy.ts';

// Two threads of `bangfu/bulk` over one batch; results are written over those of the pass before, as one thread does it.

const worker = pathToFileURL(join(process.cwd(), 'bench/build/bulk-worker.mjs'));

await serve({
  rows: BULK_ROWS,
  prepare: async (applicants) => {
    const policy = rulePolicy();
    const [batch] = batches(policyMeta(policy), applicants, BULK_ROWS);
    if (batch === undefined) throw new Error('no applicants');
    const bulk = await openBulk(policy, BINDING, { threads: 2, worker });
    let decided: ResultColumns | undefined;
    const pass = async () => {
      decided = await bulk.columns(batch, decided ? { into: decided } : {});
      return decided;
    };
    return {
      pass,
      outcomes: async () => {
        return columnOutcomes([await pass()]);
      },
      close: () => bulk.close(),
    };
  },
});
