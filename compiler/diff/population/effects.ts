import type { AmountResult, Decision, ProgrammeDecision, Range } from '../../../runtime/decision.ts';
import type { Id } from '../../../runtime/types.ts';
import { moneyChange } from './money.ts';

/**
 * What a changed policy does to one applicant, in one programme or duty. `better` and `worse` say it is surely so;
 * where ranges overlap it is `other`.
 */
export type EffectKind =
  | 'becomesEligible'
  | 'becomesIneligible'
  /** The facts decide as before, but others passed by in the ranking. */
  | 'selected'
  | 'dropped'
  | 'opened'
  | 'settledIn'
  | 'settledOut'
  | 'moreMoney'
  | 'lessMoney'
  | 'otherMoney'
  /** Whether there is a right to it at all is open in both versions. */
  | 'moneyIfEligible'
  | 'otherTier'
  | 'otherDates'
  | 'otherRoute'
  | 'otherPapers'
  | 'otherDeadline'
  | 'otherGrant'
  | 'otherDuty'
  | 'begins'
  | 'ends';

export type Verdict = 'better' | 'worse' | 'other' | 'opened';

export interface Effect {
  readonly kind: EffectKind;
  readonly verdict: Verdict;
  /** Programme or duty. */
  readonly at: Id;
  /** Money: the amount whose difference it is, fen for each `per`. */
  readonly amount?: { readonly id: Id; readonly per: readonly string[]; readonly by: Range };
  readonly before?: string;
  readonly after?: string;
}

type Standing = 'in' | 'out' | 'open';

/** Everything in which two decisions about one applicant differ that the applicant would notice. */
export function effects(before: Decision, after: Decision): readonly Effect[] {
  return [...programmeEffects(before, after), ...dutyEffects(before, after)];
}

function programmeEffects(before: Decision, after: Decision): readonly Effect[] {
  const ids = new Set([...Object.keys(before.programmes), ...Object.keys(after.programmes)]);
  return [...ids].flatMap((at) => {
    const [a, b] = [before.programmes[at], after.programmes[at]];
    if (a && b) return bothEffects(at, a, b);
    const there = a ?? b;
    if (!there || standing(there) === 'out') return [];
    return [a ? effect('ends', 'worse', at) : effect('begins', 'better', at)];
  });
}

const effect = (kind: EffectKind, verdict: Verdict, at: Id, more: Partial<Effect> = {}): Effect => ({
  kind,
  verdict,
  at,
  ...more,
});

function standing({ outcome, selection }: ProgrammeDecision): Standing {
  if (outcome === 'ineligible') return 'out';
  if (outcome === 'undetermined') return 'open';
  if (!selection || selection.result === 'selected') return 'in';
  return selection.result === 'notSelected' ? 'out' : 'open';
}

function bothEffects(at: Id, a: ProgrammeDecision, b: ProgrammeDecision): readonly Effect[] {
  const [was, is] = [standing(a), standing(b)];
  if (was !== is) return [standingEffect(at, a, b, was, is)];
  if (is === 'out') return [];
  const money = moneyEffects(at, a, b);
  return [...(is === 'open' ? money.map(onlyIfEligible) : money), ...otherEffects(at, a, b)];
}

function standingEffect(
  at: Id,
  a: ProgrammeDecision,
  b: ProgrammeDecision,
  was: Standing,
  is: Standing,
): Effect {
  const ranked = a.outcome === b.outcome;
  if (is === 'open') return effect('opened', 'opened', at);
  if (was === 'open')
    return is === 'in' ? effect('settledIn', 'better', at) : effect('settledOut', 'worse', at);
  if (is === 'in') return effect(ranked ? 'selected' : 'becomesEligible', 'better', at);
  return effect(ranked ? 'dropped' : 'becomesIneligible', 'worse', at);
}

function moneyEffects(at: Id, a: ProgrammeDecision, b: ProgrammeDecision): readonly Effect[] {
  const ids = new Set([...a.amounts, ...b.amounts].map(({ id }) => id));
  return [...ids].flatMap((id) => {
    const [x, y] = [find(a.amounts, id), find(b.amounts, id)];
    const found = moneyChange(payable(x), payable(y));
    const per = (y ?? x)?.per ?? [];
    if (found === null || !samePer(x, y)) return samePer(x, y) ? [] : [effect('otherMoney', 'other', at)];
    const kind = { more: 'moreMoney', less: 'lessMoney', unclear: 'otherMoney' } as const;
    const verdict = { more: 'better', less: 'worse', unclear: 'other' } as const;
    return [effect(kind[found.how], verdict[found.how], at, { amount: { id, per, by: found.by } })];
  });
}

const find = (list: readonly AmountResult[], id: Id): AmountResult | undefined =>
  list.find((item) => item.id === id);

const onlyIfEligible = (one: Effect): Effect => ({ ...one, kind: 'moneyIfEligible', verdict: 'other' });

/** What one record gets of an amount; nothing where it is not paid at all. */
const payable = (amount: AmountResult | undefined): Range =>
  amount ? (amount.total ?? amount.amount) : { min: 0, max: 0 };

const samePer = (a: AmountResult | undefined, b: AmountResult | undefined): boolean =>
  !a || !b || a.per.join() === b.per.join();

function otherEffects(at: Id, a: ProgrammeDecision, b: ProgrammeDecision): readonly Effect[] {
  const differs = (read: (one: ProgrammeDecision) => unknown): boolean =>
    JSON.stringify(read(a)) !== JSON.stringify(read(b));
  const found: Effect[] = [];
  const tell = (kind: EffectKind, read: (one: ProgrammeDecision) => unknown): void => {
    if (differs(read)) found.push(effect(kind, 'other', at));
  };
  tell('otherTier', ({ tier }) => tier && [tier.row, tier.possible]);
  tell('otherDates', ({ amounts }) =>
    amounts.map(({ id, from, to, toOpen, on }) => [id, from, to, toOpen, on]),
  );
  tell('otherRoute', ({ routes }) => routes.map(({ id, truth, refer }) => [id, truth, refer]));
  tell('otherPapers', ({ documents }) =>
    documents.map(({ id, form, copies, required, submitted }) => [id, form, copies, required, submitted]),
  );
  tell('otherDeadline', ({ deadlines }) =>
    deadlines.map(({ id, due, state, late }) => [id, due, state, late]),
  );
  tell('otherGrant', ({ grants }) => grants.map(({ id, truth }) => [id, truth]));
  return found;
}

function dutyEffects(before: Decision, after: Decision): readonly Effect[] {
  const [a, b] = [before.duties ?? {}, after.duties ?? {}];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((at) => {
    const [was, is] = [a[at]?.state, b[at]?.state];
    if (was === is) return [];
    return [effect('otherDuty', 'other', at, { ...(was && { before: was }), ...(is && { after: is }) })];
  });
}
