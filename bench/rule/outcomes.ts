import { type Decided, REASONS, TIERS } from './applicant.ts';

/** The parts of a result that engines are compared in, in the order of `Outcomes`. */
export const PARTS = ['outcome', 'reason', 'tier', 'amount', 'from'] as const;
export type Part = (typeof PARTS)[number];

/**
 * Results of a register, five whole numbers a row, part by part. Outcome: 1 eligible, 0 not. Reason and tier: place in
 * `REASONS` and `TIERS`. Amount in fen and first month: −1 for none.
 */
export class Outcomes {
  readonly values: Int32Array;
  readonly rows: number;

  constructor(rows: number, values = new Int32Array(rows * PARTS.length).fill(-1)) {
    this.rows = rows;
    this.values = values;
  }

  set(part: Part, row: number, value: number): void {
    this.values[PARTS.indexOf(part) * this.rows + row] = value;
  }

  at(part: Part, row: number): number {
    return this.values[PARTS.indexOf(part) * this.rows + row] ?? Number.NaN;
  }

  put(row: number, { outcome, reason, tier, amount, from }: Decided): void {
    this.set('outcome', row, outcome === 'eligible' ? 1 : outcome === 'ineligible' ? 0 : 2);
    this.set('reason', row, REASONS.indexOf(reason));
    this.set('tier', row, TIERS.indexOf(tier));
    this.set('amount', row, amount ?? -1);
    this.set('from', row, from ?? -1);
  }
}

/** The first difference in `parts`, in words, or `null` where all rows agree. */
export function difference(found: Outcomes, expected: Outcomes, parts: readonly Part[]): string | null {
  for (let row = 0; row < found.rows; row++) {
    for (const part of parts) {
      const [is, should] = [found.at(part, row), expected.at(part, row)];
      if (is !== should) return `row ${row}: ${part} is ${is}, the interpreter says ${should}`;
    }
  }
  return null;
}
