import type { Exact } from '../../runtime/value.ts';
import type { Expr } from '../ir/expressions.ts';
import type { Key } from './formula.ts';

/** A number that varies: a quantity, a day number, a month, a year, or the months that lie between two days. */
export interface NumberVariable {
  readonly key: Key;
  readonly whole: boolean;
  readonly min: Exact | null;
  readonly max: Exact | null;
  /** What it is the value of; absent where it only stands between two others. */
  readonly of?: Expr;
  /** `months` from one day to another: at least n exactly when the first day + n months is not after the second. */
  readonly elapsed?: { readonly from: Key; readonly to: Key };
  /** A date or month made from a year alone: its number in a given year. */
  readonly inYear?: YearProfile;
}

export interface YearProfile {
  readonly year: Key;
  readonly at: (year: number) => number;
}

/** A choice: one of the options, or of any texts where `options` is null. */
export interface ChoiceVariable {
  readonly key: Key;
  readonly options: readonly string[] | null;
  readonly of: Expr;
}

/** A yes or no; `present` tells whether the fact is there at all. */
export interface FlagVariable {
  readonly key: Key;
  readonly of: Expr;
  readonly about: 'truth' | 'presence' | 'option';
  readonly option?: string;
}

/** What the conditions of one policy speak about. */
export class Variables {
  readonly numbers = new Map<Key, NumberVariable>();
  readonly choices = new Map<Key, ChoiceVariable>();
  readonly flags = new Map<Key, FlagVariable>();
}
