import { columnsOf, decider, evaluator, type Policy, policyMeta } from '../../compiler/index.ts';
import { type Batch, BatchBuilder, resultAt } from '../../runtime/columns/index.ts';
import { projected } from '../../runtime/index.ts';
import { milliseconds, shown, type Table } from './measuring.ts';
import { compiled, type Grown, grownRecords, grownText } from './policies.ts';

const ROWS = 2_048;
const CHECKED = 256;
const AS_OF = '2023-06-01';

/** Compile time, and nanoseconds a row of each way to decide, after all three agree. */
function measured(label: string, grown: Grown, length?: number): readonly string[] {
  const text = grownText(grown);
  const started = performance.now();
  const policy = compiled(text);
  const first = performance.now() - started;
  const rows = grownRecords(ROWS, length);
  const ways = waysOf(policy, rows);
  agree(ways, label);
  const each = (work: () => unknown, of: number): string => shown((milliseconds(work) * 1e6) / of);
  return [
    label,
    shown(first),
    each(() => ways.whole(CHECKED), CHECKED),
    each(() => ways.direct(ROWS), ROWS),
    each(() => ways.columns(), ROWS),
  ];
}

interface Ways {
  /** Results of the first `rows` rows; columns: of the first, the second and the last. */
  whole(rows: number): (Result | undefined)[];
  direct(rows: number): (Result | undefined)[];
  columns(): Result[];
}

type Result = Pick<ReturnType<typeof resultAt>, 'outcome' | 'reason' | 'tier'>;

const shownResult = (result: Result | undefined): string =>
  result ? `${result.outcome} ${result.reason} ${result.tier}` : '';

function batchFor(policy: Policy, rows: readonly { readonly [fact: string]: unknown }[]): Batch {
  const builder = new BatchBuilder(policyMeta(policy), 'applicant', rows.length);
  for (const row of rows) builder.addFacts(row);
  return builder.take();
}

function waysOf(policy: Policy, rows: readonly { readonly [fact: string]: unknown }[]): Ways {
  const bound = evaluator(policy).bind({ asOf: AS_OF });
  const direct = decider(policy).at(AS_OF);
  const records = rows.map((row) => direct.read(row));
  const columns = columnsOf(policy).at({ asOf: AS_OF });
  const batch = batchFor(policy, rows);
  return {
    whole: (count) =>
      rows.slice(0, count).map((row) => {
        const decided = bound.decide(row).programmes['aid'];
        return (
          decided &&
          projected(
            decided,
            decided.amounts.map(({ id }) => id),
          )
        );
      }),
    direct: (count) => records.slice(0, count).map((record) => direct.programmes['aid']?.decide(record)),
    columns: () => {
      const aid = columns.columns(batch).programmes['aid'];
      return aid ? [0, 1, CHECKED - 1].map((row) => resultAt(aid, row)) : [];
    },
  };
}

function agree({ whole, direct, columns }: Ways, label: string): void {
  const expected = whole(CHECKED).map(shownResult);
  const same = (found: readonly (Result | undefined)[], wanted: readonly (string | undefined)[]) =>
    found.map(shownResult).join() === wanted.join();
  const some = [expected[0], expected[1], expected[CHECKED - 1]];
  if (!same(direct(CHECKED), expected) || !same(columns(), some))
    throw new Error(`${label}: the ways differ`);
}

const HEAD = ['compiled, ms (once, cold)', 'interpreter, ns a row', 'decider, ns a row', 'columns, ns a row'];

export function byRules(): Table {
  const rows = [10, 100, 1_000, 10_000].map((rules) => measured(String(rules), { rules }));
  return {
    title: 'Rules',
    note: 'Conditions of one programme, all top-level.',
    head: ['rules', ...HEAD],
    rows,
  };
}

export function byPairs(): Table {
  const rows = [10, 100, 1_000, 10_000].map((rules) => measured(String(rules), { rules, pairs: true }));
  return {
    title: 'Rules of two facts',
    note: 'Conditions on the sum of two facts: columns compute each of them.',
    head: ['rules', ...HEAD],
    rows,
  };
}

export function byTiers(): Table {
  const rows = [3, 30, 300].map((tiers) => measured(String(tiers), { tiers }));
  return { title: 'Tiers', note: 'Rows of one tier table.', head: ['tiers', ...HEAD], rows };
}

export function byListLength(): Table {
  const rows = [1, 10, 100, 1_000].map((length) => measured(String(length), { list: true }, length));
  const note = 'A condition on the sum over a list of records. Lists are outside the straight-line fragment.';
  return { title: 'List lengths', note, head: ['items', ...HEAD], rows };
}

export function byPolicies(): Table {
  const text = grownText({ rules: 50, tiers: 10 });
  const rows = [1, 10, 100, 1_000].map((count) => {
    const started = performance.now();
    for (let n = 0; n < count; n++) compiled(text.replaceAll('增长 (growth)', `增长 (growth${n})`));
    const took = performance.now() - started;
    return [String(count), shown(took), shown(took / count)];
  });
  const note = 'Policies of 50 rules and 10 tiers, compiled one after the other in one process.';
  return { title: 'Policies', note, head: ['policies', 'all, ms', 'each, ms'], rows };
}
