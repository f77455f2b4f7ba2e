import type {
  AmountResult,
  Decision,
  ProgrammeDecision,
  Range,
  TruthName,
} from '../../../runtime/decision.ts';
import type { Id } from '../../../runtime/types.ts';
import { type EffectKind, effects } from '../../diff/index.ts';
import type { DifferenceKind } from './result.ts';

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
  const found = effects(alone(before, at, a), alone(after, at, b))
    .filter(({ kind, amount }) => !/^(more|less)Money$/.test(kind) || !amount || isSettled(a, b, amount.id))
    .flatMap(({ kind }) => told[kind] ?? []);
  if (a.outcome === 'undetermined' && b.outcome === 'undetermined')
    return new Set(found.length > 0 ? ['ifEligible'] : []);
  if (a.outcome !== 'eligible' || b.outcome !== 'eligible') return new Set(found);
  return new Set([...found, ...moneyKinds(a, b), ...choiceKinds(chosen(a), chosen(b))]);
}

function alone(decision: Decision, at: Id, { selection: _, ...own }: ProgrammeDecision): Decision {
  const { duties: __, ...rest } = decision;
  return { ...rest, programmes: { [at]: own } };
}

const settled = ({ min, max }: Range): boolean => min !== null && min === max;

/** More or less for certain is what is settled in both versions; nothing is paid of what is not there. */
const isSettled = (a: ProgrammeDecision, b: ProgrammeDecision, id: Id): boolean =>
  [a, b].every(({ amounts }) => amounts.every((one) => one.id !== id || settled(one.total ?? one.amount)));

/** An amount that is open in one version only is neither more nor less for certain. */
function moneyKinds({ amounts: a }: ProgrammeDecision, { amounts: b }: ProgrammeDecision): DifferenceKind[] {
  const open = (list: readonly AmountResult[], id: Id): boolean =>
    list.some((one) => one.id === id && !settled(one.total ?? one.amount));
  const ids = [...new Set([...a, ...b].map(({ id }) => id))];
  const units = a.flatMap((x) => b.filter((y) => y.id === x.id && y.per.join() !== x.per.join()));
  return [
    ...ids.flatMap((id): DifferenceKind[] =>
      open(a, id) === open(b, id) ? [] : [open(b, id) ? 'moneyOpened' : 'moneySettled'],
    ),
    ...units.map(() => 'otherUnit' as const),
  ];
}

const chosen = ({ choice }: ProgrammeDecision): TruthName => choice?.paid ?? 'yes';

function choiceKinds(was: TruthName, is: TruthName): readonly DifferenceKind[] {
  if (was === is) return [];
  if (is === 'unknown') return ['choiceOpened'];
  if (was === 'unknown') return ['choiceSettled'];
  return [is === 'yes' ? 'preferred' : 'passedOver'];
}
