import type { TabledDecision } from '../../runtime/decision.ts';
import { SummaryCounter } from '../../runtime/evaluator/summary.ts';
import type { RunSummary } from '../write/documents.ts';
import type { RegisterSummary } from '../../runtime/evaluator.ts';

/** What the closing lines of a run say. */
export interface Totals {
  readonly rows: number;
  readonly unreadable: number;
  summary(): RegisterSummary;
}

/** Totals of a run, kept while the decisions go by. */
export class Tally implements Totals {
  rows = 0;
  unreadable = 0;
  readonly #counter = new SummaryCounter();

  add(decision: TabledDecision): void {
    this.rows++;
    this.#counter.add(decision);
  }

  summary(): RegisterSummary {
    return this.#counter.summary();
  }
}

/** The runtime's totals and how many rows could not be read. */
export function runSummary(tally: Tally): RunSummary {
  const { rows, ...rest } = tally.summary();
  return { rows, unreadable: tally.unreadable, ...rest };
}
