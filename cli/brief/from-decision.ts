import type { Decision, ProgrammeDecision } from '../../runtime/decision.ts';
import { projected } from '../../runtime/direct/result.ts';
import type { Id } from '../../runtime/types.ts';
import type { Subject } from '../render/flat.ts';
import type { Line } from './brief.ts';

const NO_MONEY = { amount: null, min: null, max: null, from: null, to: null } as const;

/** Ids of the amounts of each programme, in its order. */
export type AmountIds = { readonly [programme: Id]: readonly Id[] };

/** What a whole decision says in brief. Throws a `RangeError` for an amount that is no whole number of fen. */
export function linesOf({ row, id }: Subject, decision: Decision, amounts: AmountIds): readonly Line[] {
  const programmes = Object.entries(decision.programmes).flatMap(([programme, one]) =>
    programmeLines({ row, id, programme }, one, amounts[programme] ?? []),
  );
  const duties = Object.entries(decision.duties ?? {}).map(([programme, { state }]) => ({
    row,
    id,
    programme,
    outcome: state,
    selection: null,
    rule: null,
    tier: null,
    ...NO_MONEY,
  }));
  return [...programmes, ...duties];
}

function programmeLines(
  who: Pick<Line, 'row' | 'id' | 'programme'>,
  decision: ProgrammeDecision,
  ids: readonly Id[],
): readonly Line[] {
  const { outcome, reason, tier, more, ...first } = projected(decision, ids);
  const selection = decision.selection?.result ?? null;
  const head = { ...who, outcome, selection, rule: reason, tier };
  const getsNothing = outcome === 'ineligible' || selection === 'notSelected';
  if (getsNothing || ids.length === 0) return [{ ...head, ...NO_MONEY }];
  return [first, ...(more ?? [])].map(({ min, max, from, to }, place) => ({
    ...head,
    amount: ids[place] ?? null,
    min: fen(min),
    max: fen(max),
    from,
    to,
  }));
}

function fen(end: number | string | null): number | null {
  if (typeof end === 'string') throw new RangeError(end);
  return end;
}
