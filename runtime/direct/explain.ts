import { printMonth } from '../dates.ts';
import type { AmountResult, ProgrammeDecision, TierResult } from '../decision.ts';
import { capped, floored, moneyRange } from '../evaluator/amounts.ts';
import { distinctReasons } from '../evaluator/reasons.ts';
import { traceOf } from '../evaluator/trace.ts';
import { changesFor, together } from '../evaluator/would-change.ts';
import type { RuleNode, TableRead } from '../rules.ts';
import { settling } from '../settling.ts';
import { all, none, reasonsOf, truthName } from '../truth.ts';
import type { Id, Per } from '../types.ts';
import { hull, isDoubt, isUnknown, reasonsOfValue } from '../unknown.ts';
import type { Exact, Maybe, Truth } from '../value.ts';

/** The parts of a programme's decision that a decider gives: all that outcome, tier and amounts rest on. */
export type DirectExplanation = Pick<
  ProgrammeDecision,
  'outcome' | 'eligible' | 'excluded' | 'hit' | 'tier' | 'amounts' | 'missing' | 'reasons' | 'wouldChange'
>;

/** An amount of one record. */
export interface AmountParts {
  readonly meta: {
    readonly id: Id;
    readonly cites: readonly string[];
    readonly per: readonly Per[];
    readonly fromTier: boolean;
    readonly monthly: boolean;
  };
  readonly base: Maybe<Exact>;
  readonly when?: Truth;
  readonly cap?: Maybe<Exact>;
  readonly floor?: Maybe<Exact>;
  readonly from?: Maybe<number>;
  readonly to?: Maybe<number>;
}

const OUTCOMES = { yes: 'eligible', no: 'ineligible', unknown: 'undetermined' } as const;

/** Puts together what the rules of one record came to, as decisions report it. */
export function explained(
  eligible: RuleNode,
  excluded: readonly RuleNode[],
  read: TableRead | null,
  cites: { readonly [row: Id]: readonly string[] } | null,
  amounts: () => readonly AmountParts[],
): DirectExplanation {
  const outcome = all(eligible.truth, none(...excluded.map((rule) => rule.truth)));
  const tier = read && tierOf(read, cites ?? {});
  return {
    outcome: OUTCOMES[truthName(outcome)],
    eligible: traceOf(eligible),
    excluded: excluded.map(traceOf),
    hit: excluded.filter((rule) => rule.truth === true).map((rule) => rule.meta.id),
    ...(tier && { tier }),
    amounts: outcome === false ? [] : amounts().flatMap((amount) => amountOf(amount, tier) ?? []),
    missing: isDoubt(outcome) ? settling(outcome.doubt) : [],
    reasons: distinctReasons(reasonsOf(outcome)),
    wouldChange:
      outcome === false
        ? (together([changesFor(eligible, true), ...excluded.map((rule) => changesFor(rule, false))]) ?? [])
        : [],
  };
}

function tierOf(
  { row, possible, value, reasons }: TableRead,
  cites: { readonly [row: Id]: readonly string[] },
): TierResult {
  const own = row === null ? [] : (cites[row] ?? []);
  return { row, possible, cites: own, reasons: distinctReasons([...reasons, ...reasonsOfValue(value)]) };
}

/** `null` while 当 is no. */
function amountOf(
  { meta, base, when = true, cap, floor, from, to = null }: AmountParts,
  tier: TierResult | null,
): AmountResult | null {
  if (when === false) return null;
  const least = floor === undefined ? base : floored(base, floor);
  const held = cap === undefined ? least : capped(least, cap);
  const amount = isDoubt(when) ? hull([held ?? 0, 0], reasonsOf(when)) : held;
  const { id, per, monthly, fromTier } = meta;
  return {
    id,
    cites: fromTier && tier ? [...tier.cites, ...meta.cites] : meta.cites,
    amount: moneyRange(amount),
    ...(base === null ? { absent: 'yes' } : isUnknown(base) && base.mayBeAbsent ? { absent: 'perhaps' } : {}),
    per,
    ...(monthly ? monthsOf(from, to) : {}),
    reasons: distinctReasons([...reasonsOfValue(amount), ...reasonsOfValue(from), ...reasonsOfValue(to)]),
  };
}

const monthText = (month: Maybe<number>): string | null =>
  typeof month === 'number' ? printMonth(month) : null;

const monthsOf = (
  from: Maybe<number> | undefined,
  to: Maybe<number>,
): Pick<AmountResult, 'from' | 'to' | 'toOpen'> => ({
  ...(from === undefined ? {} : { from: monthText(from) }),
  to: monthText(to),
  ...(isUnknown(to) ? { toOpen: true as const } : {}),
});
