import type { AmountResult, Decision, ProgrammeDecision, Range } from '../../../runtime/decision.ts';
import type { Id } from '../../../runtime/types.ts';
import { type EffectKind, effects } from '../../diff/index.ts';
import type { DifferenceKind } from './result.ts';

const settled = ({ min, max }: Range): boolean => min !== null && min === max;

/** Everything of an amount that differs while only one version has it settled. */
function moneyOpen({ amounts }: ProgrammeDecision): readonly AmountResult[] {
  return amounts.filter(({ amount }) => !settled(amount));
}

const told: { readonly [kind in EffectKind]?: DifferenceKind } = {
  becomesEligible: 'becomesEligible',
  becomesIneligible: 'becomesIneligible',
  moreMoney: 'moreMoney',
  lessMoney: 'lessMoney',
  otherTier: 'otherTier',
  otherDates: 'otherDates',
  opened: 'opened',
  settledIn: 'settledIn',
  settledOut: 'settledOut',
  moneyIfEligible: 'ifEligible',
};

/** How two decisions of the interpreter about one programme differ, ranking apart. */
export function kindsOf(before: Decision, after: Decision, at: Id): ReadonlySet<DifferenceKind> {
  const [a, b] = [before.programmes[at], after.programmes[at]];
  if (!a || !b) return new Set();
  const found = new Set(
    effects(alone(before, at, a), alone(after, at, b)).flatMap(({ kind }) => told[kind] ?? []),
  );
  if (a.outcome === 'undetermined' && b.outcome === 'undetermined')
    return new Set(found.size > 0 ? ['ifEligible'] : []);
  if (a.outcome !== 'eligible' || b.outcome !== 'eligible') return found;
  const [x, y] = [moneyOpen(a), moneyOpen(b)].map((list) => new Set(list.map(({ id }) => id)));
  // An amount that is open in one version only is neither more nor less for certain.
  if ([...(y ?? [])].some((id) => !x?.has(id))) found.add('moneyOpened');
  if ([...(x ?? [])].some((id) => !y?.has(id))) found.add('moneySettled');
  return found;
}

function alone(decision: Decision, at: Id, { selection: _, ...own }: ProgrammeDecision): Decision {
  const { duties: __, ...rest } = decision;
  return { ...rest, programmes: { [at]: { ...own, amounts: own.amounts.map(forOneEvent) } } };
}

/** What is paid by event is compared by what one event pays. */
function forOneEvent({ total, ...amount }: AmountResult): AmountResult {
  return amount.times === undefined && total !== undefined ? { ...amount, total } : amount;
}
