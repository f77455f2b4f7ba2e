import type { Engine, Session } from '../../harness/engine.ts';
import { type Applicant, type Decided, REASONS, TIERS } from '../../rule/applicant.ts';
import { Outcomes } from '../../rule/outcomes.ts';
import { type NumberedApplicant, numberedApplicant } from './numbered.ts';

type Decide = (applicant: NumberedApplicant) => Decided | Promise<Decided>;

/** A row at a time, by an engine that may be asynchronous. */
export function slowRows(rows: number, decide: Decide, close?: () => void): Engine {
  return {
    rows,
    prepare: (applicants: readonly Applicant[]): Session => {
      const given = applicants.map(numberedApplicant);
      const each = async (take: (result: Decided, row: number) => void) => {
        for (let row = 0; row < given.length; row++) {
          const result = decide(given[row] as NumberedApplicant);
          take(result instanceof Promise ? await result : result, row);
        }
      };
      return {
        pass: async () => {
          let sum = 0;
          await each(({ amount }) => {
            sum += amount ?? 0;
          });
          return sum;
        },
        outcomes: async () => {
          const outcomes = new Outcomes(given.length);
          await each((result, row) => {
            outcomes.put(row, result);
          });
          return outcomes;
        },
        ...(close && { close }),
      };
    },
  };
}

/** What most engines give: places in `REASONS` and `TIERS`, −1 for no amount and no month. */
export interface Coded {
  readonly reason: number;
  readonly tier: number;
  readonly amount: number;
  readonly from: number;
}

export const decided = ({ reason, tier, amount, from }: Coded): Decided => ({
  outcome: reason === 0 ? 'eligible' : 'ineligible',
  reason: REASONS[reason] ?? null,
  tier: reason === 0 ? (TIERS[tier] ?? null) : null,
  amount: amount < 0 ? null : amount,
  from: from < 0 ? null : from,
});
