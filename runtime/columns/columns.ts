import type { Id } from '../types.ts';

/** One bit a row, least significant first: row r is bit `r & 7` of byte `r >> 3`, as Arrow lays them out. */
export type Bits = Uint8Array;

/** What every column may say of its rows besides their values. A value that is not there may be anything that fits. */
interface Rows {
  /** Set where the fact is known; left out: it is known in every row. */
  readonly known?: Bits;
  /** Set where there surely is none (`null`, `可无`) and where `known` is set; left out: in no row. */
  readonly absent?: Bits;
}

/** 是否. */
export interface FlagColumn extends Rows {
  readonly t: 'flags';
  readonly values: Bits;
}

/**
 * Whole numbers: day numbers, months (year × 12 + month − 1), years, fen, counts of the fact's own unit, in as few bytes as
 * hold them. Doubles hold safe integers only.
 */
export interface NumberColumn extends Rows {
  readonly t: 'numbers';
  readonly values: Uint8Array | Uint16Array | Int32Array | Float64Array;
}

/** Options, texts, yearly days and references, each as its place in `dictionary`, in which no text stands twice. */
export interface CodeColumn extends Rows {
  readonly t: 'codes';
  readonly values: Uint8Array | Uint16Array | Int32Array;
  readonly dictionary: readonly string[];
}

/** 多选: bit b of a value is set where the option `dictionary[b]` is chosen; at most 31 options. */
export interface SetColumn extends Rows {
  readonly t: 'sets';
  readonly values: Int32Array;
  readonly dictionary: readonly string[];
}

/** Lists, records, keyed values and sets of more options: as the reader of inputs takes them, `undefined` unknown. */
export interface GivenColumn {
  readonly t: 'given';
  readonly values: readonly unknown[];
}

export type Column = FlagColumn | NumberColumn | CodeColumn | SetColumn | GivenColumn;

/**
 * Records of one kind, a column a fact; a fact without a column is unknown in every row. Plain data that threads can
 * share where its arrays lie in shared memory. Some 64 thousand rows are a good size.
 */
export interface Batch {
  readonly rows: number;
  readonly columns: { readonly [fact: Id]: Column };
  /** Rows that no column can hold (a fraction, a number that is too large), as the reader of inputs takes them. */
  readonly odd?: ReadonlyMap<number, unknown>;
  /** What other records call the rows (编号), of those that have such a name. */
  readonly ids?: ReadonlyMap<number, string>;
}
