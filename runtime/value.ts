import type { Reason } from './decision.ts';
import type { Exact } from './exact.ts';

export type { Exact };

/**
 * A value that is not settled: all that is known of it and why it is open.
 * `min` and `max` bound numbers, dates (day numbers), months (year × 12 + month − 1) and years; `null` is open.
 * `options` lists what an enumeration, a text or a set member may still be.
 */
export interface Unknown {
  readonly unknown: true;
  readonly min: Exact | null;
  readonly max: Exact | null;
  readonly options: readonly string[] | null;
  /** May turn out to be legally absent. */
  readonly mayBeAbsent: boolean;
  readonly reasons: readonly Reason[];
}

/** A value, `null` for legally absent (`可无`), or unknown. */
export type Maybe<T> = T | null | Unknown;

/** Yes, no, or in doubt together with what the doubt hangs on. */
export type Truth = boolean | Doubt;

export interface Doubt {
  readonly doubt: Formula;
}

/**
 * What is left to settle. Atoms of the same `key` are the same condition; facts stand in `reasons` of kind `missing`.
 * From it `settling` finds a smallest set of facts that decides the whole.
 */
export type Formula =
  | { readonly op: 'atom'; readonly key: string; readonly reasons: readonly Reason[] }
  | { readonly op: 'and' | 'or'; readonly parts: readonly Formula[] }
  | { readonly op: 'atLeast'; readonly n: number; readonly parts: readonly Formula[] }
  | { readonly op: 'not'; readonly part: Formula };

/** A list as far as it is known; with `complete: false` more elements may exist. */
export interface List<T = Value> {
  readonly items: readonly T[];
  readonly complete: boolean;
  /** Why it is not complete. */
  readonly reasons?: readonly Reason[];
}

/** A record. Made without a prototype, so that any name is an ordinary key; every declared field is there, unknown ones as `Unknown`. */
export interface Row {
  readonly [field: string]: Value;
}

/** Where a record that was read keeps what other records call it (编号): no fact can have this name. */
export const recordId: unique symbol = Symbol('编号');

/**
 * A record as readers hand it to fast deciders: by fact, dates as day numbers, months as year × 12 + month − 1, money as fen,
 * options by id, `null` for legally absent. A fact left out is unknown.
 */
export interface ReadRecord {
  readonly [fact: string]: Value | undefined;
  readonly [recordId]?: string;
}

/** A keyed fact or parameter; an absent key is unknown for the reason given by `missing`. */
export interface Keyed {
  readonly keyed: ReadonlyMap<string, Value>;
  readonly missing: (key: string) => Unknown;
}

/** A record of a population as rules have it in hand: what a reference names, the element of a population, 本人. */
export interface Handle {
  /** Its kind. */
  readonly record: string;
  /** What other records call it; `null` where its data do not say. */
  readonly id: string | null;
}

export type Value = Truth | Exact | string | readonly string[] | List | Row | Keyed | Handle | null | Unknown;
