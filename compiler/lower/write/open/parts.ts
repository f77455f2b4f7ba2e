import type { Given, Node, Num, Options, Table, Text, Truth } from '../../nodes.ts';
import type { Surround } from '../scope.ts';

/**
 * How conditions are written: `bits` (0 no, 1 open, 3 yes) without what keeps them open, or the runtime's `Truth` with its
 * reasons.
 */
export type Algebra = 'bits' | 'reasons';

/** How the things that a record or a binding holds are called in the text. */
export interface Names {
  /** A fact as a value, or (a condition) as a truth of the algebra. */
  readonly fact: (input: number, raw: boolean) => string;
  readonly local: (local: number) => string;
  /** Empty for a keyed parameter that was bound. */
  readonly given: (given: Given) => string;
  /** Days that a date fact may be compared with a cut-off at. */
  readonly range: (input: number) => readonly [min: number, max: number] | undefined;
}

/** What the writers of one kind of node have of each other. */
export interface Open {
  readonly around: Surround;
  readonly names: Names;
  /** Conditions are written in bits. */
  readonly bits: boolean;
  /** Any node: truths as the algebra has them. */
  value(node: Node): string;
  number(node: Num): string;
  text(node: Text): string;
  options(node: Options): string;
  truth(node: Truth): string;
  lookup(node: Extract<Node, { readonly k: 'lookup' }>): string;
  tableValue(table: Table<Node>): string;
  /** Mode, whether the last row is `其余`, truths of the rows, values of the rows, keys where they matter. */
  tableParts(table: Table<Node>): readonly string[];
}
