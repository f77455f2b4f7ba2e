import { compareExact, exact } from '../../../runtime/exact.ts';
import type { Id } from '../../../runtime/types.ts';
import { analysisTiers as codes } from '../../diagnostics/catalogue/analysis-tiers.ts';
import type { Reporter } from '../../diagnostics/diagnostic.ts';
import type { Expr, TableRow } from '../../ir/expressions.ts';
import { allOf, type Inquiry, keyOf, notOf, withKeys } from '../../possible/index.ts';
import { namesOf } from '../../possible/words.ts';
import { type Placed, rising } from './order.ts';
import type { Table } from './table.ts';

interface Step {
  readonly before: TableRow;
  readonly row: TableRow;
  readonly change: -1 | 0 | 1;
}

/** Amounts that go against the others along a quantity, or against what the notice asserts. */
export function falls(inquiry: Inquiry, reporter: Reporter, table: Table, subject: Id | undefined): void {
  const told = new Set<TableRow>();
  for (const { of, rows } of rising(table, inquiry.policy)) {
    const steps = stepsOf(rows);
    const expected = asserted(inquiry, of) ?? majority(steps);
    for (const step of steps) {
      if (expected === 0 || step.change !== -expected || told.has(step.row)) continue;
      told.add(step.row);
      report(inquiry, reporter, table, subject, step, expected);
    }
  }
}

function stepsOf(rows: readonly Placed[]): readonly Step[] {
  const paid = rows.filter(({ row }) => money(row.then) !== null);
  return paid.slice(1).map(({ row }, i): Step => {
    const before = paid[i]?.row ?? row;
    const change = compareExact(exact(money(row.then) ?? '0'), exact(money(before.then) ?? '0'));
    return { before, row, change };
  });
}

function money(e: Expr): string | null {
  return e.k === 'lit' && typeof e.value === 'string' && ['money', 'rate'].includes(e.type.t)
    ? e.value
    : null;
}

/** `… 随 … 不减` about this quantity. */
function asserted({ policy }: Inquiry, of: string): 1 | -1 | undefined {
  for (const { claim } of policy.assertions)
    if (claim.k === 'monotone' && keyOf(claim.by) === of) return claim.direction;
  return undefined;
}

function majority(steps: readonly Step[]): 1 | 0 | -1 {
  const up = steps.filter(({ change }) => change > 0).length;
  const down = steps.filter(({ change }) => change < 0).length;
  return up > down ? 1 : down > up ? -1 : 0;
}

function report(
  inquiry: Inquiry,
  reporter: Reporter,
  table: Table,
  subject: Id | undefined,
  { before, row }: Step,
  expected: 1 | -1,
): void {
  const { policy } = inquiry;
  const params = {
    row: namesOf(row.id, policy),
    before: namesOf(before.id, policy),
    line: reporter.lineAt(before.origin.span),
    rises: expected > 0,
  };
  const applies = inquiry.conditions.row(table, table.rows.indexOf(row));
  const example = inquiry.example(subject, applies, inRow(table, row));
  reporter.show(codes.amountFalls, row.origin.span, params, example, {
    cites: row.origin.cites,
    related: [{ span: before.origin.span, zh: '与这一行相比', en: 'against this row' }],
  });
}

/** That the row is the one that applies: its tests hold, and where the first counts those of none before. */
function inRow({ keys, rows, mode }: Table, row: TableRow): Expr {
  const testsOf = ({ cases }: TableRow): readonly Expr[] =>
    cases.flatMap((c) => (c ? [withKeys(c, keys)] : []));
  const before = mode === 'first' || testsOf(row).length === 0 ? rows.slice(0, rows.indexOf(row)) : [];
  const none = before.map((one) => notOf(allOf(testsOf(one), one.then)));
  return allOf([...testsOf(row), ...none], row.then);
}
