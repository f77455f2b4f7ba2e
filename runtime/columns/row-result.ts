import { parseMonth } from '../dates.ts';
import type { Outcome, ProgrammeDecision, RuleTrace } from '../decision.ts';
import type { Id } from '../types.ts';

/** A number of a result: `null` where there is none, `undefined` where it is open. */
export type Settled = number | null | undefined;

export interface RowAmount {
  readonly id: Id;
  /** Fen for each `per`. */
  readonly min: Settled;
  readonly max: Settled;
  readonly from?: Settled;
  readonly to?: Settled;
}

/** What result columns hold of one record for one programme. */
export interface RowResult {
  readonly outcome: Outcome;
  readonly reason: Id | null;
  readonly tier: Id | null;
  /** Those that are paid, or may be. */
  readonly amounts: readonly RowAmount[];
}

/** The conditions of a programme one by one; a programme whose conditions are not joined by 同时满足 has one. */
const conditionsOf = (eligible: RuleTrace): readonly RuleTrace[] =>
  eligible.op === 'all' && eligible.children.length > 0 ? eligible.children : [eligible];

/** The rule that decides first: an exclusion that is hit, else a condition that fails, else what is open first. */
function reasonOf({ outcome, eligible, excluded, hit }: ProgrammeDecision): Id | null {
  if (outcome === 'eligible') return null;
  const conditions = conditionsOf(eligible);
  if (outcome === 'ineligible')
    return hit[0] ?? conditions.find(({ truth }) => truth === 'no')?.id ?? eligible.id;
  return [...excluded, ...conditions].find(({ truth }) => truth === 'unknown')?.id ?? null;
}

function fenOf(end: number | string | null): Settled {
  if (end === null) return undefined;
  // Whole fen beyond what a double counts are written as text.
  if (typeof end === 'string') throw new RangeError(`a column does not hold ${end} fen`);
  return end;
}

const monthOf = (text: string | null): number | null => (text === null ? null : parseMonth(text));

/** What result columns hold of a decision. Throws a `RangeError` for an amount that no double counts. */
export function rowResultOf(decision: ProgrammeDecision): RowResult {
  return {
    outcome: decision.outcome,
    reason: reasonOf(decision),
    tier: decision.tier?.row ?? null,
    amounts: decision.amounts.map(({ id, amount, from, to, toOpen }) => ({
      id,
      min: fenOf(amount.min),
      max: fenOf(amount.max),
      ...(from !== undefined && { from: monthOf(from) }),
      ...(to !== undefined && { to: toOpen ? undefined : monthOf(to) }),
    })),
  };
}
