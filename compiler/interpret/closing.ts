import { asTime } from '../../runtime/access.ts';
import type { Case } from '../../runtime/rules.ts';
import type { Exact, Maybe, Truth, Value } from '../../runtime/value.ts';
import type { Expr } from '../ir/expressions.ts';
import type { Run, Scope } from './scope.ts';

/** Expressions that stand by themselves, outside every binder, as the evaluator runs them. */
export interface Closing {
  readonly run: <T>(run: Run<T>) => (c: Case) => T;
  readonly value: (e: Expr) => (c: Case) => Value;
  readonly truth: (e: Expr) => (c: Case) => Truth;
  readonly number: (e: Expr) => (c: Case) => Maybe<Exact>;
  /** Dates as day numbers, months and years. */
  readonly time: (e: Expr) => (c: Case) => Maybe<number>;
}

export function closing(scope: Scope): Closing {
  const run =
    <T>(inner: Run<T>) =>
    (c: Case) =>
      inner(c, null);
  return {
    run,
    value: (e) => run(scope.value(e)),
    truth: (e) => run(scope.truth(e)),
    number: (e) => run(scope.number(e)),
    time: (e) => {
      const number = scope.number(e);
      return (c) => asTime(number(c, null));
    },
  };
}
