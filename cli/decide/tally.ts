import type { Decision, DutyState, ProgrammeDecision, Range } from '../../runtime/decision.ts';
import type { Id } from '../../runtime/types.ts';

interface MoneyTally {
  min: bigint;
  /** Null once a part has no upper bound or is no whole number of fen. */
  max: bigint | null;
  readonly per: readonly string[];
}

export interface ProgrammeTally {
  readonly outcomes: { eligible: number; ineligible: number; undetermined: number };
  readonly selection: Map<string, number>;
  /** Of the eligible; without a settled row under `''`. */
  readonly byTier: Map<string, number>;
  /** Of those who surely get it, by amount; fen. */
  readonly money: Map<Id, MoneyTally>;
}

/** Totals of a run, kept while the decisions go by. */
export class Tally {
  rows = 0;
  unreadable = 0;
  readonly programmes = new Map<Id, ProgrammeTally>();
  /** Records by state, for each duty and target. */
  readonly duties = new Map<Id, Map<DutyState, number>>();

  add(decision: Decision): void {
    this.rows++;
    for (const [id, programme] of Object.entries(decision.programmes)) this.#programme(id, programme);
    for (const [id, { state }] of Object.entries(decision.duties ?? {})) this.#duty(id, state);
  }

  #duty(id: Id, state: DutyState): void {
    const states = this.duties.get(id) ?? new Map<DutyState, number>();
    this.duties.set(id, states);
    count(states, state);
  }

  #programme(id: Id, decision: ProgrammeDecision): void {
    const tally = this.programmes.get(id) ?? emptyTally();
    this.programmes.set(id, tally);
    tally.outcomes[decision.outcome]++;
    if (decision.selection) count(tally.selection, decision.selection.result);
    if (decision.outcome !== 'eligible') return;
    if (decision.tier) count(tally.byTier, decision.tier.row ?? '');
    if (decision.selection && decision.selection.result !== 'selected') return;
    for (const amount of decision.amounts) addMoney(tally.money, amount.id, amount.amount, amount.per);
  }
}

const emptyTally = (): ProgrammeTally => ({
  outcomes: { eligible: 0, ineligible: 0, undetermined: 0 },
  selection: new Map(),
  byTier: new Map(),
  money: new Map(),
});

const count = <K extends string>(counts: Map<K, number>, key: K): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

function addMoney(money: Map<Id, MoneyTally>, id: Id, range: Range, per: readonly string[]): void {
  const tally = money.get(id) ?? { min: 0n, max: 0n, per };
  const max = wholeFen(range.max);
  tally.min += wholeFen(range.min) ?? 0n;
  tally.max = tally.max === null || max === null ? null : tally.max + max;
  money.set(id, tally);
}

const wholeFen = (end: number | string | null): bigint | null =>
  end === null || String(end).includes('/') ? null : BigInt(end);

/** Plain data for `--format json`. Money in fen. */
export function tallyJson(tally: Tally): object {
  const programmes = [...tally.programmes].map(([id, one]) => [
    id,
    {
      ...one.outcomes,
      ...(one.selection.size > 0 ? { selection: Object.fromEntries(one.selection) } : {}),
      byTier: Object.fromEntries(one.byTier),
      money: Object.fromEntries(
        [...one.money].map(([amount, { min, max, per }]) => [
          amount,
          { min: String(min), max: max === null ? null : String(max), per },
        ]),
      ),
    },
  ]);
  const duties = [...tally.duties].map(([id, states]) => [id, Object.fromEntries(states)]);
  return {
    rows: tally.rows,
    unreadable: tally.unreadable,
    programmes: Object.fromEntries(programmes),
    ...(duties.length > 0 ? { duties: Object.fromEntries(duties) } : {}),
  };
}
