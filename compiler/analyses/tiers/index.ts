import type { Id } from '../../../runtime/types.ts';
import { analysisTiers as codes } from '../../diagnostics/catalogue/analysis-tiers.ts';
import type { Reporter } from '../../diagnostics/diagnostic.ts';
import { expressions } from '../../ir/children.ts';
import type { Expr, TableRow } from '../../ir/expressions.ts';
import type { Programme } from '../../ir/policy.ts';
import { roots } from '../../ir/roots.ts';
import { allOf, anyOf, type Inquiry, notOf, withKeys } from '../../possible/index.ts';
import { namesOf } from '../../possible/words.ts';
import { falls } from './falls.ts';
import { gaps } from './gaps.ts';
import { shareGaps } from './shares.ts';
import type { Table } from './table.ts';

/** Rows of tables that are never reached, overlap or leave holes, and amounts that fall where they should rise. */
export function tiers(inquiry: Inquiry, reporter: Reporter): void {
  const seen = new Set<number>();
  const owners = new Map(inquiry.policy.programmes.map((one) => [one.tier?.table, one]));
  const look = (e: Expr, subject: Id | undefined): void => {
    if (e.k !== 'table') return;
    if (seen.has(e.origin.span.start)) inquiry.passOver();
    else table(inquiry, reporter, e, subject, owners.get(e));
    seen.add(e.origin.span.start);
  };
  for (const { expr, subject } of roots(inquiry.policy))
    inquiry.each(expr.origin, reporter, () => {
      for (const e of expressions(expr)) look(e, subject);
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

function table(
  inquiry: Inquiry,
  reporter: Reporter,
  of: Table,
  subject: Id | undefined,
  programme: Programme | undefined,
): void {
  for (const [i, row] of of.rows.entries()) reached(inquiry, reporter, of, row, i, programme);
  if (programme) gaps(inquiry, reporter, of, programme);
  falls(inquiry, reporter, of, subject);
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
  const tests = row.cases.flatMap((c) => (c ? [withKeys(c, of.keys)] : []));
  const inRow = allOf(tests, of);
  const report = (eligible: boolean): void => {
    const example =
      eligible && programme
        ? inquiry.showing(programme.subject, inRow, notOf(programme.eligible))
        : inquiry.showing(programme?.subject, takenBefore(of, i) ?? notOf(inRow));
    reporter.show(codes.rowNeverReached, row.origin.span, { ...told, eligible }, example, {
      cites: row.origin.cites,
    });
  };
  if (inquiry.never(applies)) {
    report(false);
    return;
  }
  // The rows must cover the whole range, not only what the eligible have.
  if (row.cases.every((c) => c === null)) return;
  const may = programme ? inquiry.truth(programme.eligible) : undefined;
  if (may && inquiry.never(may, applies) && inquiry.can(may)) report(true);
}

/** That a row's own tests hold and those of a row before it do; null where its own never hold or nothing comes before. */
function takenBefore({ keys, rows, mode }: Table, at: number): Expr | null {
  const testsOf = ({ cases }: TableRow): readonly Expr[] =>
    cases.flatMap((c) => (c ? [withKeys(c, keys)] : []));
  const row = rows[at];
  const own = row ? testsOf(row) : [];
  const [first, ...others] = rows.slice(0, at);
  if (!row || !first || (mode !== 'first' && own.length > 0)) return null;
  const before = [first, ...others].map((one) => allOf(testsOf(one), one.then));
  return allOf([...own, anyOf(before, row.then)], row.then);
}
