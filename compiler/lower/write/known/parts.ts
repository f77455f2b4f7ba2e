import type { LoweredSubject } from '../../lowered.ts';
import type { Node, Num, Options, Table, Text, Truth } from '../../nodes.ts';
import type { Bounds } from '../bound.ts';
import type { OpenWriter } from '../open.ts';
import type { Whole } from '../ranges.ts';
import type { Surround } from '../scope.ts';

/** A condition: settled, as an expression that is true or false; else in bits. */
export interface KnownTruth {
  readonly code: string;
  readonly settled: boolean;
}

/** A text that is settled, or (`open`) a `Maybe<string>`. */
export type KnownText =
  | { readonly code: string; readonly absent: string | null; readonly open?: false }
  | { readonly code: string; readonly open: true };

/** A number in whole numbers, or (`open`) a `Maybe<Exact>`. */
export type KnownNumber =
  | (Whole & { readonly open?: false })
  | { readonly code: string; readonly open: true };

/** How things are called in the text of a record whose facts are all known. */
export interface KnownNames {
  readonly fact: (input: number) => string;
  readonly local: (local: number) => string;
  /** The row of a table that is read more than once. */
  readonly row: (table: Table<Node>, code: () => string) => string;
}

/** What the writers of one kind of node have of each other. */
export interface Known {
  readonly around: Surround;
  readonly subject: LoweredSubject;
  readonly names: KnownNames;
  /** Writes what stays open all the same. */
  readonly open: OpenWriter;
  readonly bounds: Bounds;
  readonly tables: KnownRows;
  truth(node: Truth): KnownTruth;
  number(node: Num): KnownNumber;
  text(node: Text): KnownText;
  options(node: Options): string;
  /** A condition in bits. */
  bits(node: Truth): string;
  /** A value that stays open on a complete record. */
  valueOpen(node: Num | Text): string;
  /** Any value as the runtime has it: exact numbers, texts, `null`, unknown ones. */
  maybe(node: Node): string;
}

/** The rows of tables. */
export interface KnownRows {
  /** The place of the row that applies: −1 where none does, or more than one. `null` while it can be open. */
  row(table: Table<Node>): string | null;
  /** Only where one row applies whatever the record, and each has a whole number. */
  whole(table: Table<Node>): Whole | null;
  /** Mode, whether the last row is `其余`, truths of the rows, values of the rows, keys where they matter. */
  parts(table: Table<Node>, value: (node: Node) => string): readonly string[];
}

export const bracketed = (code: string): string => `(${code})`;
