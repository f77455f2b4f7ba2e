import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BoundColumns,
  columnsOf,
  evaluator,
  interpret,
  lower,
  type Policy,
  policyMeta,
} from '../../compiler/index.ts';
import { columnsCode, columnsPolicy, directCode, type Limits, LIMITS } from '../../compiler/testkit.ts';
import { BatchBuilder, resultAt } from '../../runtime/columns/index.ts';
import { type BoundPolicy, InputErrors, projected } from '../../runtime/index.ts';
import { projectPolicies } from '../agree/policies.ts';
import { seed } from '../agree/seed.ts';
import { everything } from '../ir/everything.ts';
import { type Register, registers } from './records.ts';

const policies = [...projectPolicies(), everything()];

/** Both ways of deciding; nothing where the binding does not fit. */
function bound(policy: Policy, { binding }: Register, limits: Limits) {
  const over = columnsPolicy(columnsCode(lower(policy)), interpret(policy), directCode(policy).at, limits);
  try {
    return { columns: over.at(binding), one: evaluator(policy).bind(binding) };
  } catch (error) {
    if (error instanceof InputErrors) return null;
    throw error;
  }
}

/** The rows that can be read, as columns; others are refused by the one reader. */
function readable(policy: Policy, columns: BoundColumns, { rows }: Register) {
  const builder = new BatchBuilder(policyMeta(policy), columns.subject, rows.length);
  const kept = rows.flatMap((facts) => {
    try {
      builder.addFacts(facts);
      return [facts];
    } catch (error) {
      if (error instanceof InputErrors) return [];
      throw error;
    }
  });
  return { kept, batch: builder.take() };
}

interface Tally {
  rows: number;
  /** Decided by kernels, and what came of these. */
  together: number;
  readonly outcomes: Set<string>;
}

function compare(policy: Policy, register: Register, limits: Limits, tally: Tally): void {
  const both = bound(policy, register, limits);
  if (both === null) return;
  const { kept, batch } = readable(policy, both.columns, register);
  const results = both.columns.columns(batch);
  for (const [row, facts] of kept.entries()) expectRow(both.one, facts, results, row, tally);
  for (const { byRow } of Object.values(results.programmes)) {
    tally.rows += kept.length;
    tally.together += kept.length - byRow;
  }
}

function expectRow(
  one: BoundPolicy,
  facts: { readonly [fact: string]: unknown },
  results: ReturnType<BoundColumns['columns']>,
  row: number,
  tally: Tally,
): void {
  for (const [id, decision] of Object.entries(one.decide(facts).programmes)) {
    const found = results.programmes[id];
    if (found === undefined) throw new Error(`no columns of ${id}`);
    const { branch: _, ...wanted } = projected(decision, Object.keys(found.amounts));
    tally.outcomes.add(`${id} ${wanted.outcome}`);
    expect(resultAt(found, row), `${id} ${JSON.stringify(facts)}`).toEqual(wanted);
  }
}

/** Programmes that kernels are made for. */
const straight = (policy: Policy): readonly string[] =>
  policy.subjects.flatMap((subject) => {
    const { byRow } = columnsOf(policy).at({ asOf: '2023-06-01', subject: subject.id });
    const one = new Set(byRow.map(({ programme }) => programme));
    const own = policy.programmes.filter((made) => made.subject === subject.id);
    return own.filter(({ id }) => !one.has(id)).map(({ id }) => id);
  });

const ways = [
  ['one loop', { ...LIMITS, chunk: 16 }],
  ['loops of bounded size', { chunk: 24, lines: 0, statements: 20 }],
] as const;

describe.each(ways)(`columns decide as the evaluator does (seed ${seed}): %s`, (_way, limits) => {
  it.each(policies.map((policy) => [policy.id, policy] as const))('%s', { timeout: 300_000 }, (_, policy) => {
    const tally: Tally = { rows: 0, together: 0, outcomes: new Set() };
    fc.assert(
      fc.property(registers(policy, 40, seed), (register) => compare(policy, register, limits, tally)),
      { seed, numRuns: 10 },
    );
    // Complete records are decided together, not one by one.
    if (straight(policy).length > 0) expect(tally.together).toBeGreaterThan(0);
  });
});

it('makes kernels for most programmes of the notices', () => {
  const made = policies.flatMap(straight);
  expect(made.length).toBeGreaterThanOrEqual(75);
  expect(made).toContain('allowance');
});
