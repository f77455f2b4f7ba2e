import type { Decision, ProgrammeDecision } from '../decision.ts';
import type { RegisterSummary } from '../evaluator.ts';

type ProgrammeSummary = RegisterSummary['programmes'][string];

interface Tally {
  readonly outcomes: { eligible: number; ineligible: number; undetermined: number };
  selection: { selected: number; notSelected: number; undetermined: number } | null;
  readonly byTier: Map<string, number>;
}

function count(tally: Tally, programme: ProgrammeDecision): void {
  tally.outcomes[programme.outcome] += 1;
  if (programme.selection !== undefined) {
    tally.selection ??= { selected: 0, notSelected: 0, undetermined: 0 };
    tally.selection[programme.selection.result] += 1;
  }
  if (programme.tier !== undefined && programme.outcome !== 'ineligible') {
    const row = programme.tier.row ?? '';
    tally.byTier.set(row, (tally.byTier.get(row) ?? 0) + 1);
  }
}

function summarise({ outcomes, selection, byTier }: Tally): ProgrammeSummary {
  const sorted = [...byTier].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...outcomes,
    ...(selection === null
      ? {}
      : {
          selected: selection.selected,
          notSelected: selection.notSelected,
          selectionUndetermined: selection.undetermined,
        }),
    byTier: Object.fromEntries(sorted),
  };
}

/** Totals over a register, added up decision by decision, so that the decisions need not be kept. */
export class SummaryCounter {
  #rows = 0;
  readonly #programmes = new Map<string, Tally>();

  add(decision: Decision): void {
    this.#rows += 1;
    for (const [id, programme] of Object.entries(decision.programmes)) {
      let tally = this.#programmes.get(id);
      if (tally === undefined) {
        const outcomes = { eligible: 0, ineligible: 0, undetermined: 0 };
        tally = { outcomes, selection: null, byTier: new Map() };
        this.#programmes.set(id, tally);
      }
      count(tally, programme);
    }
  }

  /** Tiers are counted over those who are not ineligible. */
  summary(): RegisterSummary {
    const programmes = [...this.#programmes].map(([id, tally]) => [id, summarise(tally)] as const);
    return { rows: this.#rows, programmes: Object.fromEntries(programmes) };
  }
}
