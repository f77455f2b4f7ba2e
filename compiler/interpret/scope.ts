import type { Case } from '../../runtime/rules.ts';
import type { Exact, List, Maybe, Truth, Value } from '../../runtime/value.ts';
import type { Expr } from '../ir/expressions.ts';
import type { Observer } from '../ir/observer.ts';
import type { Policy } from '../ir/policy.ts';

/** Values of the binders around a node, the nearest first. */
export type Env = { readonly value: Value; readonly outer: Env } | null;

/** An expression made ready: compiled once for a policy, run for each record. */
export type Run<T> = (c: Case, env: Env) => T;

/** The compiler of expressions as its families see it. */
export interface Scope {
  readonly policy: Policy;
  /** Told of everything that is evaluated. */
  readonly observer: Observer | undefined;
  /** A condition as a truth, anything else as it is. */
  readonly value: (e: Expr) => Run<Value>;
  /** Conditions too as they are read, unknown or absent: for asking whether something is there at all. */
  readonly raw: (e: Expr) => Run<Value>;
  readonly truth: (e: Expr) => Run<Truth>;
  readonly number: (e: Expr) => Run<Maybe<Exact>>;
  readonly text: (e: Expr) => Run<Maybe<string>>;
  readonly set: (e: Expr) => Run<Maybe<readonly string[]>>;
  readonly list: (e: Expr) => Run<Maybe<List>>;
  /** A definition of the policy, evaluated once a record. */
  readonly definition: (id: string) => Run<Value>;
  /** The tier table of a programme, likewise. */
  readonly tier: (programme: string) => Run<Value>;
}

/** `values` bound so that the first is the nearest. */
export function bindAll(values: readonly Value[], env: Env): Env {
  return values.reduceRight<Env>((outer, value) => ({ value, outer }), env);
}

/** Whatever is bound `index` binders up. Throws where a policy names a binder that is not there. */
export function boundAt(env: Env, index: number): Value {
  let at = env;
  for (let i = index; i > 0 && at; i--) at = at.outer;
  if (!at) throw new RangeError(`no binder ${index} levels up`);
  return at.value;
}
