import { parseMonth } from '../dates.ts';
import type { Outcome, ProgrammeDecision } from '../decision.ts';
import type { Id } from '../types.ts';

/** Money of one amount: fen, `null` where that end is open (texts: beyond the safe integers); months as year × 12 + month − 1. */
export interface DirectAmount {
  readonly min: number | string | null;
  readonly max: number | string | null;
  /** First and last month of an amount paid monthly; `null`: none, or not settled. */
  readonly from: number | null;
  readonly to: number | null;
  /** The last month is not settled; otherwise `to: null` says that it runs on. */
  readonly toOpen: boolean;
}

/**
 * What a programme comes to for one record: the part of a `ProgrammeDecision` that is decided at full speed. The money and
 * months are those of its first amount; nothing (0 to 0) where it has none, where 当 is no and where the record is not eligible.
 * Results are not to be written to: those that say no are made once.
 */
export interface DirectResult extends DirectAmount {
  readonly outcome: Outcome;
  /**
   * The rule that decides: an exclusion that is hit, else the first top-level condition that fails; while the outcome is
   * open, the first condition (else exclusion) that is. `null` for the eligible.
   */
  readonly reason: Id | null;
  /** Row of the tier table that applies; `null` while it is open, where no row applies and for the ineligible. */
  readonly tier: Id | null;
  /** The programme's other amounts, in order; `null` where it has one or none, and for the ineligible. */
  readonly more: readonly DirectAmount[] | null;
  /**
   * Where the decision went, for those not ruled out: bit 0, all that was looked at was known; from bit 1 on, 1 + the place
   * of the row of the tier. −1 for the ineligible, whose `reason` says all.
   */
  readonly branch: number;
}

const NOTHING = { min: 0, max: 0, from: null, to: null, toOpen: false } as const;

/** Not eligible because of a rule. */
export const ineligible = (reason: Id): DirectResult =>
  Object.freeze({ outcome: 'ineligible', reason, tier: null, ...NOTHING, more: null, branch: -1 });

/** Names of the amounts of a programme, in the order of the policy. */
export type AmountIds = readonly Id[];

/**
 * The same of a whole decision: the meaning of a `DirectResult`, leaving aside `branch`, which is 0. `amounts`: those of the
 * programme, since a decision leaves out the ones that are out of play.
 */
export function projected(decision: ProgrammeDecision, amounts: AmountIds): DirectResult {
  const { outcome } = decision;
  if (outcome === 'ineligible') return { ...ineligible(deciding(decision) ?? ''), branch: 0 };
  const all = amounts.map((id) => amountOf(decision, id));
  const [first = NOTHING, ...more] = all;
  const tier = decision.tier?.row ?? null;
  return {
    outcome,
    reason: deciding(decision),
    tier,
    ...first,
    more: more.length === 0 ? null : more,
    branch: 0,
  };
}

function deciding({ outcome, eligible, excluded, hit }: ProgrammeDecision): Id | null {
  if (outcome === 'eligible') return null;
  const conditions = eligible.op === 'all' ? eligible.children : [eligible];
  const first = (truth: 'no' | 'unknown') => conditions.find((rule) => rule.truth === truth)?.id;
  if (outcome === 'ineligible') return hit[0] ?? first('no') ?? eligible.id;
  return first('unknown') ?? excluded.find((rule) => rule.truth === 'unknown')?.id ?? eligible.id;
}

function amountOf({ amounts }: ProgrammeDecision, id: Id): DirectAmount {
  const found = amounts.find((amount) => amount.id === id);
  if (!found) return NOTHING;
  const month = (text: string | null | undefined) => (text ? parseMonth(text) : null);
  const { min, max } = found.amount;
  return { min, max, from: month(found.from), to: month(found.to), toOpen: found.toOpen === true };
}
