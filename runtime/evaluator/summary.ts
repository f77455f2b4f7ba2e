import type { DutyDecision, DutyState, TabledDecision, TabledProgramme } from '../decision.ts';
import type { ProgrammeSummary, RegisterSummary } from '../register-summary.ts';
import type { Id } from '../types.ts';
import { MoneySum } from './money-sum.ts';
import { PlacesSum } from './places-sum.ts';

/** Totals of one programme. */
class ProgrammeCounter {
  readonly #outcomes = { eligible: 0, ineligible: 0, undetermined: 0 };
  #selection: { selected: number; notSelected: number; undetermined: number } | null = null;
  readonly #byTier = new Map<string, number>();
  readonly #places = new PlacesSum();
  readonly #money = new MoneySum();

  add(programme: TabledProgramme): void {
    const { outcome, selection, tier } = programme;
    this.#outcomes[outcome] += 1;
    if (selection !== undefined) {
      this.#selection ??= { selected: 0, notSelected: 0, undetermined: 0 };
      this.#selection[selection.result] += 1;
      this.#places.add(selection.stages);
    }
    if (tier !== undefined && outcome !== 'ineligible') {
      const row = tier.row ?? '';
      this.#byTier.set(row, (this.#byTier.get(row) ?? 0) + 1);
    }
    this.#money.add(programme);
  }

  summary(): ProgrammeSummary {
    const sorted = [...this.#byTier].sort(([a], [b]) => (a < b ? -1 : 1));
    const byTier = Object.fromEntries(sorted);
    const money = this.#money.summary();
    if (this.#selection === null) return { ...this.#outcomes, byTier, money };
    const { selected, notSelected, undetermined } = this.#selection;
    const selection = { selected, notSelected, selectionUndetermined: undetermined };
    return { ...this.#outcomes, ...selection, byTier, stages: this.#places.summary(), money };
  }
}

const STATES: readonly DutyState[] = ['met', 'breached', 'notDue', 'notApplicable', 'undetermined'];

/** Totals over a register, added up decision by decision, so that the decisions need not be kept. */
export class SummaryCounter {
  #rows = 0;
  readonly #programmes = new Map<Id, ProgrammeCounter>();
  readonly #duties = new Map<Id, { [state in DutyState]?: number }>();

  add(decision: TabledDecision): void {
    this.#rows += 1;
    for (const [id, programme] of Object.entries(decision.programmes)) {
      const counter = this.#programmes.get(id) ?? new ProgrammeCounter();
      this.#programmes.set(id, counter);
      counter.add(programme);
    }
    for (const [id, duty] of Object.entries(decision.duties ?? {})) this.#duty(id, duty);
  }

  #duty(id: Id, { state }: DutyDecision): void {
    const states = this.#duties.get(id) ?? {};
    this.#duties.set(id, states);
    states[state] = (states[state] ?? 0) + 1;
  }

  summary(): RegisterSummary {
    const programmes = [...this.#programmes].map(([id, one]) => [id, one.summary()] as const);
    const duties = [...this.#duties].map(([id, counts]) => {
      const states = STATES.flatMap((state) => (counts[state] === undefined ? [] : [[state, counts[state]]]));
      return [id, Object.fromEntries(states) as typeof counts] as const;
    });
    return {
      rows: this.#rows,
      programmes: Object.fromEntries(programmes),
      ...(duties.length > 0 ? { duties: Object.fromEntries(duties) } : {}),
    };
  }
}
