import type { Policy } from '../compiler/index.ts';
import type { Batch, ResultColumns, SliceResults } from '../runtime/columns/index.ts';
import type { Binding, InputError } from '../runtime/index.ts';

/** What every thread is given once. */
export interface Given {
  readonly policy: Policy;
  readonly binding: Binding;
}

/** One batch; `into` as in `ColumnsOptions`. */
export interface BatchTask {
  readonly batch: Batch;
  readonly into?: ResultColumns;
}

/** A batch of arrays that several threads decide together, a slice at a time. */
export interface SlicesTask {
  readonly batch: Batch;
  /** Where results go, in shared memory. */
  readonly into: ResultColumns;
  /** The first row that no thread has taken yet, shared by all of them. */
  readonly next: Int32Array;
  /** Rows that a thread takes at a time, a multiple of eight. */
  readonly slice: number;
}

export type Task = BatchTask | SlicesTask;

/** Results, or what is wrong with the data: errors that are thrown on a thread lose all but their message. */
export type Reply =
  | { readonly results: ResultColumns }
  | { readonly slices: readonly SliceResults[] }
  | { readonly errors: readonly InputError[] };
