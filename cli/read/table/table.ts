import type { Target } from '../columns.ts';

/** Rows of a table as the reader of batches takes them. */
export interface Table {
  readonly rows: number;
  /** By place in the header; `null` for a column that is not read. */
  readonly columns: readonly (Held | null)[];
  /** As the reader of inputs takes it. */
  value(column: number, row: number): unknown;
}

/** A column that holds a fact, or part of what is said of one. */
export interface Held {
  readonly target: Target;
  readonly kind: Kind;
  /** `null`: only `given` knows the values. */
  readonly raw: RawColumn | null;
  /** The value of a row as the reader of inputs takes it; `undefined`: not known. */
  readonly given: (row: number) => unknown;
}

/** What the values of a column are. */
export type Kind =
  | { readonly k: 'flag' | 'integer' | 'double' | 'date' | 'text' | 'texts' }
  | { readonly k: 'decimal'; readonly scale: number }
  /** So many units a day. */
  | { readonly k: 'timestamp'; readonly perDay: number }
  | { readonly k: 'other' };

/** Many texts, made only when asked for. */
export interface ManyTexts {
  readonly length: number;
  /** Throws a `TypeError` where it is not UTF-8. */
  text(at: number): string;
}

interface Rows {
  readonly rows: number;
  /** A byte a row, 1 where there is a value; `null`: everywhere. What stands in the other rows means nothing. */
  readonly known: Uint8Array | null;
}

/** A column as its file has it. */
export type RawColumn<Texts extends ManyTexts = ManyTexts> =
  | (Rows & { readonly t: 'flags'; readonly values: Uint8Array })
  /** INT64 beyond 2^53 is NaN. */
  | (Rows & { readonly t: 'numbers'; readonly values: Int32Array | Float64Array })
  | (Rows & { readonly t: 'codes'; readonly codes: Int32Array; readonly dictionary: Texts })
  | (Rows & { readonly t: 'texts'; readonly texts: Texts });
