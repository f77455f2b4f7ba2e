import { analysisTiers as codes } from '../../diagnostics/catalogue/analysis-tiers.ts';
import type { Reporter } from '../../diagnostics/diagnostic.ts';
import { expressions } from '../../ir/children.ts';
import type { Expr, TableRow } from '../../ir/expressions.ts';
import type { Programme } from '../../ir/policy.ts';
import { roots } from '../../ir/roots.ts';
import type { Inquiry } from '../../possible/index.ts';
import { namesOf } from '../../possible/words.ts';
import { falls } from './falls.ts';
import { gaps } from './gaps.ts';
import { shareGaps } from './shares.ts';
import type { Table } from './table.ts';

/** Rows of tables that are never reached, overlap or leave holes, and amounts that fall where they should rise. */
export function tiers(inquiry: Inquiry, reporter: Reporter): void {
  const seen = new Set<number>();
  const owners = new Map(inquiry.policy.programmes.map((one) => [one.tier?.table, one]));
  const look = (e: Expr): void => {
    if (e.k !== 'table') return;
    if (seen.has(e.origin.span.start)) inquiry.passOver();
    else table(inquiry, reporter, e, owners.get(e));
    seen.add(e.origin.span.start);
  };
  for (const { expr } of roots(inquiry.policy))
    inquiry.each(expr.origin, reporter, () => {
      for (const e of expressions(expr)) look(e);
    });
  const paid = new Set<number>();
  for (const programme of inquiry.policy.programmes) {
    const { shares } = programme;
    if (!shares) continue;
    inquiry.each(programme.origin, reporter, () => {
      if (paid.has(shares.origin.span.start)) inquiry.passOver();
      else shareGaps(inquiry, reporter, programme, shares);
      paid.add(shares.origin.span.start);
    });
  }
}

function table(inquiry: Inquiry, reporter: Reporter, of: Table, programme: Programme | undefined): void {
  for (const [i, row] of of.rows.entries()) reached(inquiry, reporter, of, row, i, programme);
  if (!programme) return;
  gaps(inquiry, reporter, of, programme);
  falls(inquiry, reporter, of, programme);
}

function reached(
  inquiry: Inquiry,
  reporter: Reporter,
  of: Table,
  row: TableRow,
  i: number,
  programme: Programme | undefined,
): void {
  if (row.then.k === 'hole') return;
  const applies = inquiry.conditions.row(of, i);
  const told = { row: namesOf(row.id, inquiry.policy) };
  const report = (eligible: boolean): void =>
    reporter.report(
      codes.rowNeverReached,
      row.origin.span,
      { ...told, eligible },
      { cites: row.origin.cites },
    );
  if (inquiry.never(applies)) {
    report(false);
    return;
  }
  // The rows must cover the whole range, not only what the eligible have.
  if (row.cases.every((c) => c === null)) return;
  const may = programme ? inquiry.truth(programme.eligible) : undefined;
  if (may && inquiry.never(may, applies) && inquiry.can(may)) report(true);
}
