import type { Binding } from '../evaluator.ts';
import type { Id } from '../types.ts';
import type { Batch } from './columns.ts';
import type { Memory } from './memory.ts';
import type { ResultColumns } from './results.ts';

/** Why the rows of a programme are decided one by one. */
export interface ByRow {
  readonly programme: Id;
  readonly why: string;
}

/** Who gets the places of a programme over a whole register, whose rows are numbered through all of its batches. */
export interface PlacesGiven {
  /** 1 where the row is selected. */
  readonly selected: Uint8Array;
  /** Places in `STAGE_VERDICTS`, by stage. */
  readonly stages: { readonly [stage: Id]: Uint8Array };
}

/** A policy that decides batches of records of one kind, bound to a date, parameters and circumstances. */
export interface BoundColumns<B = Batch, R = ResultColumns> {
  readonly subject: Id;
  /** Programmes of which every row is decided by itself, with the reason. */
  readonly byRow: readonly ByRow[];
  /**
   * Decides every row for every programme of its kind. Columns made elsewhere are to be checked before (`checkBatch`). Throws
   * `InputErrors` naming the row where a value that no column checks does not fit.
   */
  columns(batch: B, options?: ColumnsOptions): R;
  /** Room for the results of a batch, for `into`: what it holds says nothing. */
  room(batch: B, options?: ColumnsOptions): R;
  /**
   * Gives the places (名额) of each programme that has some, over a whole register and what was decided of it, without sorting.
   * `null` for a programme where anything that ranks, groups or limits is open: `decideAll` says what is sure then.
   */
  select(
    batches: readonly B[],
    results: readonly ResultColumns[],
  ): { readonly [programme: Id]: PlacesGiven | null };
}

export interface ColumnsOptions {
  /** Where the results lie; `own` unless it is said. */
  readonly memory?: Memory;
  /** Results of an earlier batch that nobody reads any more: their memory is used again, which new memory takes time to be. */
  readonly into?: ResultColumns;
}

export interface ColumnsPolicy<B = Batch, R = ResultColumns> {
  /** Throws `InputErrors` for parameters or circumstances that do not fit. */
  at(binding: Binding): BoundColumns<B, R>;
}
