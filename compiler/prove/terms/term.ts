import type { Exact } from '../../../runtime/exact.ts';

/**
 * What a solver reasons about: conditions and exact numbers over variables, in linear arithmetic with whole division.
 * Built by `logic.ts` and `number.ts`, which fold what is settled; the meaning is `evaluate.ts`, and `smtlib.ts` writes it out.
 */
export type Bool =
  | { readonly k: 'const'; readonly value: boolean }
  | { readonly k: 'var'; readonly name: string }
  | { readonly k: 'not'; readonly a: Bool }
  | { readonly k: 'and' | 'or'; readonly parts: readonly Bool[] }
  /** The number is below, at most, or equal to zero. */
  | { readonly k: 'lt0' | 'le0' | 'eq0'; readonly a: Num };

/** A linear sum: `base + Σ by × atom`, every atom once and none with the factor zero. */
export interface Num {
  readonly base: Exact;
  readonly parts: readonly Part[];
}

export interface Part {
  readonly by: Exact;
  readonly atom: Atom;
}

export type Atom =
  | NumVar
  | { readonly k: 'ite'; readonly c: Bool; readonly a: Num; readonly b: Num }
  /** The greatest whole number that is not above. */
  | { readonly k: 'floor'; readonly a: Num };

/** A number that is not settled, within its bounds (`null`: none). */
export interface NumVar {
  readonly k: 'var';
  readonly name: string;
  readonly whole: boolean;
  readonly min: Exact | null;
  readonly max: Exact | null;
  /** A part of the civil date of a day number, where it is one: then the variable is determined by it. */
  readonly civil?: { readonly of: Num; readonly part: 'year' | 'month' | 'day' };
}
