import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { policyMeta } from '../../compiler/index.ts';
import { decideColumns } from '../hand/columns.ts';
import { BATCH_ROWS, BULK_ROWS, handOutcomes, roomFor } from '../harness/column-session.ts';
import { serve } from '../harness/engine.ts';
import { batches } from '../rule/batches.ts';
import { rulePolicy } from '../rule/policy.ts';

// Two threads over shared memory: the even batches here, the odd ones in a worker that waits on a counter.

await serve({
  rows: BULK_ROWS,
  prepare: async (applicants) => {
    const parts = batches(policyMeta(rulePolicy()), applicants, BATCH_ROWS);
    const results = roomFor(applicants.length);
    const turns = new Int32Array(new SharedArrayBuffer(8));
    const workerData = { parts, results, turns };
    const worker = new Worker(fileURLToPath(new URL('./hand-columns-worker.mjs', import.meta.url)), {
      workerData,
    });
    await new Promise((resolve) => worker.once('online', resolve));
    let turn = 0;
    const pass = () => {
      turn++;
      Atomics.store(turns, 0, turn);
      Atomics.notify(turns, 0);
      for (let at = 0; at < parts.length; at += 2) {
        decideColumns(parts[at] as (typeof parts)[number], results, at * BATCH_ROWS);
      }
      while (Atomics.load(turns, 1) !== turn) Atomics.wait(turns, 1, turn - 1);
      return results.amount[0];
    };
    return {
      pass,
      outcomes: () => {
        pass();
        return handOutcomes(applicants.length, results);
      },
      close: async () => {
        await worker.terminate();
      },
    };
  },
});
