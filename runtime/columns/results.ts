import type { Outcome } from '../decision.ts';
import type { Id } from '../types.ts';

/** An outcome's code is its place here. */
export const OUTCOMES: readonly Outcome[] = ['ineligible', 'eligible', 'undetermined'];

/** Of a month: there is none, or it is not settled. */
export const NONE = -0x80000000;
/** In a column of whole numbers: that end is open. In a column of doubles NaN says so. */
export const OPEN = -0x7fffffff;

/** Ids by row, each as its place in `ids`, of which the first is `null`: none. */
export interface IdColumn {
  readonly values: Uint8Array | Uint16Array;
  readonly ids: readonly (Id | null)[];
}

/** Fen, or months (year × 12 + month − 1). */
export type ResultNumbers = Int32Array | Float64Array;

export interface AmountColumns {
  /** Least and most fen for each `per`; 0 where nothing is paid. Where every row is exact both are the same array. */
  readonly min: ResultNumbers;
  readonly max: ResultNumbers;
  /** First and last month, of amounts paid monthly, where the notice gives one. `NONE` in `to`: it runs on; `OPEN`: it is not settled. */
  readonly from?: Int32Array;
  readonly to?: Int32Array;
}

/** What is decided of the rows of a batch for one programme: a projection of its decisions, one value a row. */
export interface ProgrammeColumns {
  /** Places in `OUTCOMES`. */
  readonly outcome: Uint8Array;
  /** The rule that decides first; none for the eligible. */
  readonly reason: IdColumn;
  /** The row of the tier table that applies; none for the ineligible. Left out where the programme has no tiers. */
  readonly tier?: IdColumn;
  readonly amounts: { readonly [amount: Id]: AmountColumns };
  /** How many rows were decided one by one: some fact not known, a number beyond the usual, a rule that needs more. */
  readonly byRow: number;
}

export interface ResultColumns {
  readonly rows: number;
  readonly programmes: { readonly [programme: Id]: ProgrammeColumns };
}

/** Fen of a result column; `null` where that end is open. */
export const fenAt = (column: ResultNumbers, row: number): number | null => {
  const value = column[row] ?? Number.NaN;
  return Number.isNaN(value) || (value === OPEN && column instanceof Int32Array) ? null : value;
};

/** A month of a result column; `null` where there is none or it is not settled. */
export const monthAt = (column: Int32Array, row: number): number | null => {
  const value = column[row] ?? NONE;
  return value === NONE || value === OPEN ? null : value;
};

export const idAt = (column: IdColumn, row: number): Id | null => column.ids[column.values[row] ?? 0] ?? null;

export const outcomeAt = (column: ProgrammeColumns, row: number): Outcome =>
  OUTCOMES[column.outcome[row] ?? 2] ?? 'undetermined';
