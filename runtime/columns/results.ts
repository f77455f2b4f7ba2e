import type { Outcome } from '../decision.ts';
import type { Id } from '../types.ts';

/** An outcome's code is its place here. */
export const OUTCOMES: readonly Outcome[] = ['ineligible', 'eligible', 'undetermined'];

/** In a column of whole numbers: there is none, and it is not settled. In a column of doubles NaN and Infinity say so. */
export const NONE = -0x80000000;
export const OPEN = -0x7fffffff;

/** Ids by row, each as its place in `ids`, of which the first is `null`: none. */
export interface IdColumn {
  readonly values: Uint8Array | Uint16Array;
  readonly ids: readonly (Id | null)[];
}

/** Fen, or months (year × 12 + month − 1). */
export type ResultNumbers = Int32Array | Float64Array;

export interface AmountColumns {
  /** Least and most fen for each `per`; where every row is exact both are the same array. `OPEN`: without end. */
  readonly min: ResultNumbers;
  readonly max: ResultNumbers;
  /** First and last month, of amounts paid monthly. `NONE` in `to`: it runs on. */
  readonly from?: Int32Array;
  readonly to?: Int32Array;
}

/** What is decided of the rows of a batch for one programme: a projection of its decisions, one value a row. */
export interface ProgrammeColumns {
  /** Places in `OUTCOMES`. */
  readonly outcome: Uint8Array;
  /** The rule that decides first; none for the eligible. */
  readonly reason: IdColumn;
  /** The row of the tier table that applies. Left out where the programme has no tiers. */
  readonly tier?: IdColumn;
  readonly amounts: { readonly [amount: Id]: AmountColumns };
  /** How many rows were decided one by one: some fact not known, a number beyond the usual, a rule that needs more. */
  readonly byRow: number;
}

export interface ResultColumns {
  readonly rows: number;
  readonly programmes: { readonly [programme: Id]: ProgrammeColumns };
}

/** A number of a result column: `null` for none, `undefined` where it is open. */
export const numberAt = (column: ResultNumbers, row: number): number | null | undefined => {
  const value = column[row] ?? Number.NaN;
  if (value === NONE && column instanceof Int32Array) return null;
  if (value === OPEN && column instanceof Int32Array) return undefined;
  if (Number.isNaN(value)) return null;
  return Number.isFinite(value) ? value : undefined;
};

export const idAt = (column: IdColumn, row: number): Id | null => column.ids[column.values[row] ?? 0] ?? null;

export const outcomeAt = (column: ProgrammeColumns, row: number): Outcome =>
  OUTCOMES[column.outcome[row] ?? 2] ?? 'undetermined';
