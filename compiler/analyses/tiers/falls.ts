import { compareExact, exact } from '../../../runtime/exact.ts';
import { analysisTiers as codes } from '../../diagnostics/catalogue/analysis-tiers.ts';
import type { Reporter } from '../../diagnostics/diagnostic.ts';
import type { Expr, TableRow } from '../../ir/expressions.ts';
import type { Programme } from '../../ir/policy.ts';
import { keyOf, type Inquiry, withKeys } from '../../possible/index.ts';
import { namesOf } from '../../possible/words.ts';
import { rising } from './order.ts';
import { allOf, type Table } from './table.ts';

interface Step {
  readonly before: TableRow;
  readonly row: TableRow;
  readonly change: -1 | 0 | 1;
}

/** Amounts that go against the others along the key, or against what the notice asserts. */
export function falls(inquiry: Inquiry, reporter: Reporter, table: Table, programme: Programme): void {
  for (const rows of rising(table)) {
    const paid = rows.filter(({ row }) => money(row.then) !== null);
    const steps = paid.slice(1).map(({ row }, i): Step => {
      const before = paid[i]?.row ?? row;
      return {
        before,
        row,
        change: compareExact(exact(money(row.then) ?? '0'), exact(money(before.then) ?? '0')),
      };
    });
    const expected = asserted(inquiry, table) ?? majority(steps);
    for (const step of steps)
      if (expected !== 0 && step.change === -expected)
        report(inquiry, reporter, table, programme, step, expected);
  }
}

function money(e: Expr): string | null {
  return e.k === 'lit' && typeof e.value === 'string' && ['money', 'rate'].includes(e.type.t)
    ? e.value
    : null;
}

/** `… 随 … 不减` about this key. */
function asserted({ policy }: Inquiry, table: Table): 1 | -1 | undefined {
  for (const { claim } of policy.assertions)
    if (claim.k === 'monotone' && table.keys.some((key) => keyOf(key) === keyOf(claim.by)))
      return claim.direction;
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
  programme: Programme,
  { before, row }: Step,
  expected: 1 | -1,
): void {
  const applies = inquiry.conditions.tests(table.keys, row.cases);
  const shown = allOf(
    row.cases.flatMap((c) => (c ? [withKeys(c, table.keys)] : [])),
    table,
  );
  const example = inquiry.example(programme.subject, applies, shown);
  const { policy } = inquiry;
  reporter.report(
    codes.amountFalls,
    row.origin.span,
    {
      row: namesOf(row.id, policy),
      before: namesOf(before.id, policy),
      line: reporter.lineAt(before.origin.span),
      rises: expected > 0,
      example: example?.words ?? null,
    },
    {
      cites: row.origin.cites,
      related: [{ span: before.origin.span, zh: '与这一行相比', en: 'against this row' }],
      ...(example ? { example } : {}),
    },
  );
}
