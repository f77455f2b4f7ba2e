import type { Id } from '../../../runtime/types.ts';
import type { Expr, Origin } from '../../ir/expressions.ts';
import type { Policy } from '../../ir/policy.ts';
import type { Num } from '../terms/term.ts';
import type { Constraints, Day } from '../values/day.ts';
import type { Sym } from '../values/sym.ts';
import type { Truth } from '../values/truth.ts';

/** Why something lies outside what can be proved. */
export type OutsideWhy =
  | 'population'
  | 'procedure'
  | 'duty'
  | 'product'
  | 'quotient'
  | 'varyingWorkdays'
  | 'yearlyDay'
  | 'keyedFact'
  | 'severalKeys'
  | 'reference'
  | 'distinct'
  | 'years'
  | 'fractionOfPeriod'
  | 'payments'
  | 'pauses'
  | 'type';

/** A place that proofs say nothing about: whatever hangs on it stays open. */
export interface Outside {
  readonly why: OutsideWhy;
  readonly origin: Origin;
}

/** Values of the binders around a node, the nearest first. */
export type Env = readonly Sym[];

/** What expressions read of the record, the parameters and the date. */
export interface World extends Constraints {
  readonly asOf: Day;
  /** `null` where its type is outside. */
  fact(of: 'subject' | 'circumstances', id: Id): Sym | null;
  parameter(id: Id, key: Sym | null): Sym;
}

/** The encoder as its families see it. */
export interface Scope {
  readonly policy: Policy;
  readonly world: World;
  readonly codes: {
    option(id: Id, option: string): number;
    options(id: Id): readonly string[];
    text(t: string): number;
    /** Places of the options in the policy's own order, where they are numbered by another. */
    ranks(id: Id): readonly number[] | null;
  };
  /** A condition as a truth, anything else as it is. */
  value(e: Expr, env: Env): Sym;
  /** Conditions too as they are read: for asking whether something is there at all. */
  raw(e: Expr, env: Env): Sym;
  truth(e: Expr, env: Env): Truth;
  /** The same with another year to ask about. */
  inRound(year: Num): Scope;
  /** Notes the place and says that nothing is known of it. */
  outside(why: OutsideWhy, origin: Origin): Sym;
}
