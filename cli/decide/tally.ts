import type { Decision } from '../../runtime/decision.ts';
import { SummaryCounter } from '../../runtime/evaluator/summary.ts';
import type { RegisterSummary } from '../../runtime/evaluator.ts';

/** Totals of a run, kept while the decisions go by. */
export class Tally {
  rows = 0;
  unreadable = 0;
  readonly #counter = new SummaryCounter();

  add(decision: Decision): void {
    this.rows++;
    this.#counter.add(decision);
  }

  summary(): RegisterSummary {
    return this.#counter.summary();
  }
}

/** Plain data for `--format json`: the runtime's totals and how many rows could not be read. Money in fen. */
export function tallyJson(tally: Tally): object {
  const { rows, ...rest } = tally.summary();
  return { rows, unreadable: tally.unreadable, ...rest };
}
