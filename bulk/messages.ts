import type { Policy } from '../compiler/index.ts';
import type { Batch, ResultColumns } from '../runtime/columns/index.ts';
import type { Binding, InputError } from '../runtime/index.ts';

/** What every thread is given once. */
export interface Given {
  readonly policy: Policy;
  readonly binding: Binding;
}

/** One batch; `into` as in `ColumnsOptions`. */
export interface Task {
  readonly batch: Batch;
  readonly into?: ResultColumns;
}

/** Results, or what is wrong with the data: errors that are thrown on a thread lose all but their message. */
export type Reply = { readonly results: ResultColumns } | { readonly errors: readonly InputError[] };
