import { parseMonth } from '../dates.ts';
import type { Outcome, ProgrammeDecision } from '../decision.ts';
import type { Id } from '../types.ts';

/** Money of one amount: fen, `null` where that end is open; months as year × 12 + month − 1. */
export interface RowAmount {
  readonly min: number | string | null;
  readonly max: number | string | null;
  /** First and last month of an amount paid monthly; `null`: none, or not settled. */
  readonly from: number | null;
  readonly to: number | null;
  /** The last month is not settled; otherwise `to: null` says that it runs on. */
  readonly toOpen: boolean;
}

/** What result columns hold of one record for one programme; its first amount, and the `more` that there are. */
export interface RowResult extends RowAmount {
  readonly outcome: Outcome;
  readonly reason: Id | null;
  readonly tier: Id | null;
  readonly more: readonly RowAmount[] | null;
}

const NOTHING: RowAmount = { min: 0, max: 0, from: null, to: null, toOpen: false };

/** What result columns hold of a decision. `amounts`: ids of those of the programme, in its order. */
export function rowResultOf(decision: ProgrammeDecision, amounts: readonly Id[]): RowResult {
  const { outcome } = decision;
  const reason = decidingRule(decision);
  if (outcome === 'ineligible') return { outcome, reason, tier: null, ...NOTHING, more: null };
  const [first = NOTHING, ...more] = amounts.map((id) => amountOf(decision, id));
  const tier = decision.tier?.row ?? null;
  return { outcome, reason, tier, ...first, more: more.length === 0 ? null : more };
}

/** An exclusion that is hit, else the first condition that fails; while open, the first condition (else exclusion) that is. */
function decidingRule({ outcome, eligible, excluded, hit }: ProgrammeDecision): Id | null {
  if (outcome === 'eligible') return null;
  const conditions = eligible.op === 'all' ? eligible.children : [eligible];
  const first = (truth: 'no' | 'unknown') => conditions.find((rule) => rule.truth === truth)?.id;
  if (outcome === 'ineligible') return hit[0] ?? first('no') ?? eligible.id;
  return first('unknown') ?? excluded.find((rule) => rule.truth === 'unknown')?.id ?? eligible.id;
}

function amountOf({ amounts }: ProgrammeDecision, id: Id): RowAmount {
  const found = amounts.find((amount) => amount.id === id);
  if (found === undefined) return NOTHING;
  const month = (text: string | null | undefined) => (text ? parseMonth(text) : null);
  const { min, max } = found.amount;
  return { min, max, from: month(found.from), to: month(found.to), toOpen: found.toOpen === true };
}
