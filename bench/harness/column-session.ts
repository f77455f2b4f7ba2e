import { type HandResults, RESULT_BYTES, resultsIn } from '../hand/columns.ts';
import { Outcomes } from '../rule/outcomes.ts';

/** Rows that engines over columns decide in a pass. */
export const BULK_ROWS = 4_194_304;
/** Rows of a batch. */
export const BATCH_ROWS = 65_536;

export const handOutcomes = (rows: number, results: HandResults): Outcomes => {
  const outcomes = new Outcomes(rows);
  for (let row = 0; row < rows; row++) {
    outcomes.set('outcome', row, results.outcome[row] ?? Number.NaN);
    outcomes.set('reason', row, results.reason[row] ?? Number.NaN);
    outcomes.set('tier', row, results.tier[row] ?? Number.NaN);
    outcomes.set('amount', row, results.amount[row] ?? Number.NaN);
    outcomes.set('from', row, results.from[row] ?? Number.NaN);
  }
  return outcomes;
};

export const roomFor = (rows: number): HandResults =>
  resultsIn(new SharedArrayBuffer(rows * RESULT_BYTES), rows);
