import { workerData } from 'node:worker_threads';
import type { Batch } from '../../runtime/columns/index.ts';
import { decideColumns, type HandResults } from '../hand/columns.ts';
import { BATCH_ROWS } from '../harness/column-session.ts';

const { parts, results, turns } = workerData as {
  readonly parts: readonly Batch[];
  readonly results: HandResults;
  /** The turn that is wanted, and the one that is done. */
  readonly turns: Int32Array;
};

for (let turn = 1; ; turn++) {
  while (Atomics.load(turns, 0) < turn) Atomics.wait(turns, 0, turn - 1);
  for (let at = 1; at < parts.length; at += 2) {
    decideColumns(parts[at] as Batch, results, at * BATCH_ROWS);
  }
  Atomics.store(turns, 1, turn);
  Atomics.notify(turns, 1);
}
