import { columnsOf, policyMeta } from '../../compiler/index.ts';
import type { Batch } from '../../runtime/columns/index.ts';
import { decideColumns } from '../hand/columns.ts';
import { decideNaive } from '../hand/rows.ts';
import { BATCH_ROWS, roomFor } from '../harness/column-session.ts';
import { allowance } from '../harness/decider-session.ts';
import type { Applicant } from '../rule/applicant.ts';
import { batches } from '../rule/batches.ts';
import { BINDING, rulePolicy } from '../rule/policy.ts';
import { register } from '../rule/register.ts';
import { milliseconds, shown, type Table } from './measuring.ts';

const DISTINCT = 1_048_576;

/** How cost grows with the register. Above a million rows the first million is decided again and again. */
export function byRows(): Table {
  const policy = rulePolicy();
  const meta = policyMeta(policy);
  const bound = columnsOf(policy).at(BINDING);
  const { decide } = allowance();
  const results = roomFor(BATCH_ROWS);
  const all = register(DISTINCT);
  const measured = (rows: number): readonly string[] => {
    const some = all.slice(0, rows);
    const parts = batches(meta, some, BATCH_ROWS);
    const times = Math.max(1, Math.round(rows / some.length));
    const over = (work: (applicant: Applicant) => unknown) => () => {
      for (let turn = 0; turn < times; turn++)
        for (let at = 0; at < some.length; at++) work(some[at] as Applicant);
    };
    const overBatches = (work: (batch: Batch) => unknown) => () => {
      for (let turn = 0; turn < times; turn++) for (const batch of parts) work(batch);
    };
    const ways = [
      over(decideNaive),
      over(decide),
      overBatches((b) => decideColumns(b, results)),
      overBatches((b) => bound.columns(b)),
    ];
    const each = ways.map((work) => shown((milliseconds(work) * 1e6) / (some.length * times)));
    return [String(rows), ...each, String(Math.round(process.memoryUsage.rss() / 2 ** 20))];
  };
  const head = ['rows', 'row loop by hand', 'decider', 'columns by hand', 'columns', 'resident memory, MB'];
  const rows = [1_000, 10_000, 100_000, 1_000_000, 10_000_000].map(measured);
  const note = `Nanoseconds a row. Above ${DISTINCT} rows the same ones are decided again and again; memory holds them as objects.`;
  return { title: 'Rows', note, head, rows };
}
