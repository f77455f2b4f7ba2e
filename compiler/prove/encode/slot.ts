import type { Exact } from '../../../runtime/exact.ts';
import type { Value } from '../../../runtime/value.ts';
import type { Assignment } from '../terms/evaluate.ts';
import type { Bool, Num } from '../terms/term.ts';
import type { Sym } from '../values/sym.ts';

export type Values = Map<string, boolean | Exact>;

/** A place of a record whose value is not settled: its variables, and the way from them to data and back. */
export interface Slot {
  readonly sym: Sym;
  /** As an application hands it in: money in yuan, dates as text, options by id. */
  readonly raw: (given: Assignment) => unknown;
  /** Sets the variables to a value as the runtime reads it. */
  readonly write: (value: Value, into: Values) => void;
  /** Whether the value is that of the assignment. */
  readonly is: (given: Assignment) => Bool;
  /** Numbers that say how far one value is from another, each in turn. */
  readonly measures: readonly Num[];
  /** Holds of every value. */
  readonly holds: readonly Bool[];
}

export const boolAt = (given: Assignment, name: string): boolean => given.get(name) === true;

export function numAt(given: Assignment, name: string): Exact {
  const value = given.get(name);
  return value === undefined || typeof value === 'boolean' ? 0 : value;
}
