import { analysisTiers as codes } from '../../diagnostics/catalogue/analysis-tiers.ts';
import type { Reporter } from '../../diagnostics/diagnostic.ts';
import type { TableRow } from '../../ir/expressions.ts';
import type { Programme } from '../../ir/policy.ts';
import { allOf, type Inquiry, withKeys, type Words } from '../../possible/index.ts';
import { wordsOf } from '../../possible/words.ts';
import { rising } from './order.ts';
import type { Table } from './table.ts';

/** Rows that leave an eligible applicant without a tier: the notice's own hole, kept where it says why. */
export function gaps(inquiry: Inquiry, reporter: Reporter, table: Table, programme: Programme): void {
  const may = inquiry.truth(programme.eligible);
  for (const [i, row] of table.rows.entries()) {
    if (row.then.k !== 'hole' || row.then.why !== 'unspecified') continue;
    const applies = inquiry.conditions.row(table, i);
    if (inquiry.never(may, applies)) continue;
    const shown = allOf(
      row.cases.flatMap((c) => (c ? [withKeys(c, table.keys)] : [])),
      table,
    );
    const example = inquiry.example(programme.subject, applies, shown);
    reporter.show(codes.tierGap, row.origin.span, beside(inquiry, table, row), example, {
      cites: row.origin.cites,
      ...(row.then.text === undefined ? {} : { kept: row.then.text }),
    });
  }
}

/** What the next rows below and above give, where they give something. */
function beside(inquiry: Inquiry, table: Table, row: TableRow): { below: Words | null; above: Words | null } {
  const group =
    rising(table, inquiry.policy)
      .map(({ rows }) => rows)
      .find((rows) => rows.some((placed) => placed.row === row)) ?? [];
  const at = group.findIndex((placed) => placed.row === row);
  const given = (place: number): Words | null => {
    const then = place >= 0 ? group[place]?.row.then : undefined;
    return then && then.k !== 'hole' ? wordsOf(then, inquiry.policy) : null;
  };
  return { below: given(at - 1), above: given(at + 1) };
}
