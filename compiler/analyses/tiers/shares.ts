import { analysisTiers as codes } from '../../diagnostics/catalogue/analysis-tiers.ts';
import type { Reporter } from '../../diagnostics/diagnostic.ts';
import type { Expr } from '../../ir/expressions.ts';
import type { Programme, Shares } from '../../ir/policy.ts';
import { allOf, type Inquiry, withKeys } from '../../possible/index.ts';

/** Rows of 分担 that leave open who pays for an eligible applicant: the notice's own hole, kept where it says why. */
export function shareGaps(
  inquiry: Inquiry,
  reporter: Reporter,
  { subject, eligible }: Programme,
  shares: Shares,
): void {
  const may = inquiry.truth(eligible);
  for (const [i, { parts, cases, origin }] of shares.rows.entries()) {
    if (!('k' in parts) || parts.why !== 'unspecified') continue;
    const applies = inquiry.conditions.row(shares, i);
    if (inquiry.never(may, applies)) continue;
    const tests = cases.flatMap((c): readonly Expr[] => (c ? [withKeys(c, shares.keys)] : []));
    const example = tests.length > 0 ? inquiry.example(subject, applies, allOf(tests, eligible)) : null;
    reporter.show(codes.shareGap, origin.span, {}, example, {
      cites: origin.cites,
      ...(parts.text === undefined ? {} : { kept: parts.text }),
    });
  }
}
