import type { Decision } from '../../../runtime/decision.ts';
import type { Binding } from '../../../runtime/evaluator.ts';
import { definePolicy } from '../../../runtime/index.ts';
import type { Case, Implementation } from '../../../runtime/rules.ts';
import type { Truth, Value } from '../../../runtime/value.ts';
import { interpret } from '../../interpret/index.ts';
import { expressionScope } from '../../interpret/expression.ts';
import type { Expr } from '../../ir/expressions.ts';
import type { Policy } from '../../ir/policy.ts';

type Raw = { readonly [name: string]: unknown };

/** A record as the interpreter sees it. */
export interface Replayed {
  readonly decision: Decision;
  truth(e: Expr): Truth;
  value(e: Expr): Value;
}

/** The reference interpreter, for holding what a solver found against the meaning of the language. */
export class Replay {
  private readonly implementation: Implementation;
  private readonly scope: ReturnType<typeof expressionScope>;

  constructor(policy: Policy) {
    this.implementation = interpret(policy);
    this.scope = expressionScope(policy);
  }

  /** Throws `InputErrors` where the record does not fit the policy. */
  run(binding: Binding, facts: Raw): Replayed {
    let seen: Case | null = null;
    const look = (c: Case): boolean => {
      seen = c;
      return true;
    };
    const assertions = [{ id: 'look', cites: [], holds: look }];
    const bound = definePolicy({ ...this.implementation, assertions }).bind(binding);
    bound.check(facts);
    const decide = () => bound.decide(facts);
    const scope = this.scope;
    const caseSeen = (): Case => seen ?? unreachable();
    return {
      get decision() {
        return decide();
      },
      truth: (e) => scope.truth(e)(caseSeen(), null),
      value: (e) => scope.value(e)(caseSeen(), null),
    };
  }
}

function unreachable(): never {
  throw new RangeError('the record was not looked at');
}
