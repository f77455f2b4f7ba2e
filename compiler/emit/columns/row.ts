import type * as L from '../../lower/index.ts';
import type { Value } from '../../../runtime/value.ts';
import type { Record } from './evaluate.ts';
import type { NumberCode } from './arithmetic.ts';
import type { Facts, NumberLeaf, Source, TruthLeaf } from './source.ts';

/** Text for a condition: 1 where it surely holds, 1 where it may; `hard` as in `NumberCode`. */
export interface TruthCode {
  readonly yes: string;
  readonly may: string;
  readonly hard: string;
}

export type Around = Omit<Record, 'fact' | 'local'>;

/** Where the values of a row come from. */
export interface Inputs {
  /** What a node that looks at these inputs alone is looked up by; `null` where there is no such thing. */
  readonly source: (inputs: ReadonlySet<number>) => Source | null;
  /** Text for the place of the row's state among those of a source. */
  readonly place: (source: Source) => string;
  /** Text for a number that is read as it is, and that lies in the range of its input. */
  readonly wide: (input: number) => NumberCode;
  /** Text for one that is read as it is though it could be looked up; `null` for others. */
  readonly plain: (input: number) => NumberCode | null;
  /** The same for a comparison, to which it makes no difference how far away a day or month lies. */
  readonly compared: (input: number) => NumberCode;
  /** Text for whether the row has none of an input that is optional. */
  readonly absent: (input: number) => string;
  /** What nodes that hang on one source come to there, by source and node. */
  readonly leaves: Map<string, TruthLeaf | NumberLeaf>;
  /** What stands for an input that the batch has no column of (`未填则`). */
  readonly instead: (input: number) => L.Node | undefined;
}

export type Kind<N extends L.Node, K extends L.Node['k']> = Extract<N, { readonly k: K }>;

/** The text of one row while it is written. */
export interface Row {
  readonly inputs: Inputs;
  /** A condition, or a number, as names of what was written of it. */
  readonly truth: (node: L.Truth) => TruthCode;
  readonly number: (node: L.Num) => NumberCode;
  /** A name for text that is used more than once. */
  readonly named: (text: string) => string;
  readonly looked: (source: Source, leaf: NumberLeaf) => NumberCode;
  /** The one source that all of a node hangs on. */
  readonly sourceOf: (node: L.Node) => Source | null;
  /** Whether no record makes a difference to it. */
  readonly isBound: (node: L.Node) => boolean;
  /** The node as a function of what its inputs are. */
  readonly valueOf: (node: L.Node) => (facts: Facts) => Value;
  readonly local: (local: number) => L.Node | undefined;
}

export const keyOf = (node: L.Node): string =>
  JSON.stringify(node, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
