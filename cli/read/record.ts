/** Where in the input a record stands: the line for text formats, the row for a spreadsheet. */
export type RawRecord = ObjectRecord | CellsRecord | BrokenRecord;

/** From JSON, NDJSON, YAML: an object, still to be checked. */
export interface ObjectRecord {
  readonly kind: 'object';
  readonly row: number;
  readonly value: unknown;
}

/** From CSV, XLSX: text under the header's columns. */
export interface CellsRecord {
  readonly kind: 'cells';
  readonly row: number;
  readonly cells: readonly string[];
}

/** A record that cannot be read at all; the ones after it can. */
export interface BrokenRecord {
  readonly kind: 'broken';
  readonly row: number;
  readonly problem: BrokenProblem;
}

export type BrokenProblem =
  | { readonly why: 'notJson'; readonly detail: string }
  | { readonly why: 'notObject' }
  | { readonly why: 'cellCount'; readonly found: number; readonly expected: number }
  | { readonly why: 'quotes'; readonly detail: string };

/** A source of records. `header` is there for tables only and is known before the first record. */
export interface Records {
  readonly header?: readonly string[];
  readonly rows: AsyncIterable<RawRecord>;
  /** The same many at a time, where that is faster; whoever takes these leaves `rows` alone. */
  readonly batches?: AsyncIterable<readonly RawRecord[]>;
}

/** The data as a whole cannot be read: wrong encoding, no header, broken syntax. */
export class UnreadableData extends Error {
  override readonly name = 'UnreadableData';

  constructor(readonly problem: DataProblem) {
    super(problem.why);
  }
}

export type DataProblem =
  | { readonly why: 'encoding'; readonly byte: number }
  | { readonly why: 'empty' }
  | { readonly why: 'syntax'; readonly line: number; readonly column: number; readonly detail: string }
  | { readonly why: 'notParquet'; readonly detail: string }
  /** Of a row group, counted from 1. */
  | { readonly why: 'damaged'; readonly group: number; readonly column: string; readonly detail: string }
  | {
      readonly why: 'columnType';
      readonly column: string;
      readonly found: string;
      readonly expected: readonly string[];
    }
  | { readonly why: 'notAWorkbook'; readonly detail: string }
  | { readonly why: 'noSheet'; readonly sheet: string; readonly sheets: readonly string[] };
