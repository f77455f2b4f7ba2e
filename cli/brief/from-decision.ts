import { rowResultOf } from '../../runtime/columns/index.ts';
import type { Decision, ProgrammeDecision } from '../../runtime/decision.ts';
import type { Subject } from '../render/flat.ts';
import type { Line } from './brief.ts';

const NO_MONEY = { amount: null, min: null, max: null, from: null, to: null } as const;

/** What a whole decision says in brief. Throws a `RangeError` for an amount that is no whole number of fen. */
export function linesOf({ row, id }: Subject, decision: Decision): readonly Line[] {
  const programmes = Object.entries(decision.programmes).flatMap(([programme, one]) =>
    programmeLines({ row, id, programme }, one),
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
): readonly Line[] {
  const { outcome, reason, tier, amounts } = rowResultOf(decision);
  const head = {
    ...who,
    outcome,
    selection: decision.selection?.result ?? null,
    rule: reason,
    tier: outcome === 'ineligible' ? null : tier,
  };
  const getsNothing = outcome === 'ineligible' || decision.selection?.result === 'notSelected';
  if (getsNothing || amounts.length === 0) return [{ ...head, ...NO_MONEY }];
  return amounts.map((one) => ({
    ...head,
    amount: one.id,
    min: one.min ?? null,
    max: one.max ?? null,
    from: one.from ?? null,
    to: one.to ?? null,
  }));
}
