import type { Applicant, Decided } from '../rule/applicant.ts';
import { Outcomes } from '../rule/outcomes.ts';
import type { Session } from './engine.ts';

/** A row at a time, by a function that gives a result object, summed up as a caller would. */
export function rowSession<Row>(rows: readonly Row[], decide: (row: Row) => Decided): Session {
  return {
    pass: () => {
      let sum = 0;
      for (let at = 0; at < rows.length; at++) {
        const { outcome, tier, amount, from, reason } = decide(rows[at] as Row);
        if (outcome === 'eligible' && amount !== null && from !== null) sum += amount + from;
        if (tier !== null) sum += tier.length;
        if (reason !== null) sum += reason.length;
      }
      return sum;
    },
    outcomes: () => {
      const outcomes = new Outcomes(rows.length);
      rows.forEach((row, at) => {
        outcomes.put(at, decide(row));
      });
      return outcomes;
    },
  };
}

export const BASE_ROWS = 65_536;

export const rowEngine = (decide: (row: Applicant) => Decided) => ({
  rows: BASE_ROWS,
  prepare: (applicants: readonly Applicant[]): Session => rowSession(applicants, decide),
});
