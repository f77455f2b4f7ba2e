import { asList, asNumber, asSet, asText } from '../../runtime/access.ts';
import { periodEdge } from '../../runtime/period-edge.ts';
import { self } from '../../runtime/relations.ts';
import { truthOf } from '../../runtime/truth.ts';
import type { Truth, Value } from '../../runtime/value.ts';
import { conditionKey } from '../ir/condition-key.ts';
import type { Expr } from '../ir/expressions.ts';
import type { Observer } from '../ir/observer.ts';
import type { Policy } from '../ir/policy.ts';
import { aggregate } from './aggregate.ts';
import { arithmetic, choice, conversion, rounding } from './arithmetic.ts';
import { comparison, membership, presence, spanTest } from './comparison.ts';
import { calendarCall, shifted } from './dates.ts';
import { conditional, logic } from './logic.ts';
import { bound, fact, fieldOf, hole, literalValue, parameter } from './read.ts';
import type { Run, Scope } from './scope.ts';
import { Shared } from './shared.ts';
import { lookedUp } from './relation.ts';
import { inBands, rowRead, rowsOf } from './table.ts';

/** The compiler of a policy's expressions. Definitions and tier tables are compiled when first asked for. */
export function expressionScope(policy: Policy, observer?: Observer): Scope {
  const narrowed =
    <T>(as: (value: Value) => T) =>
    (e: Expr): Run<T> => {
      const run = scope.value(e);
      return (c, env) => as(run(c, env));
    };
  const scope: Scope = {
    policy,
    observer,
    value: (e) => (e.type.t === 'bool' ? truth(e, scope) : observed(e, compile(e, scope), scope)),
    truth: (e) => truth(e, scope),
    raw: (e) => observed(e, compile(e, scope), scope),
    number: narrowed(asNumber),
    text: narrowed(asText),
    set: narrowed(asSet),
    list: narrowed(asList),
    definition: (id) => shared.definition(id),
    tier: (programme) => shared.tier(programme),
  };
  const shared = new Shared(policy, scope);
  return scope;
}

/** A condition: what a value of type 是否 comes to, open under a name of its own where it is not known. */
function truth(e: Expr, scope: Scope): Run<Truth> {
  const run = compile(e, scope);
  const key = conditionKey(e);
  return observed(e, (c, env) => truthOf(run(c, env), key), scope);
}

/** The same run, its result told to the observer; the run itself where there is none. */
export function observed<T extends Value>(
  e: Expr,
  run: Run<T>,
  { observer }: Pick<Scope, 'observer'>,
): Run<T> {
  if (!observer) return run;
  return (c, env) => {
    const value = run(c, env);
    observer.node(e, value);
    return value;
  };
}

/** Every kind of node; one that is not handled does not compile. */
function compile(e: Expr, scope: Scope): Run<Value> {
  switch (e.k) {
    case 'lit': {
      const value = literalValue(e.value, e.type);
      return () => value;
    }
    case 'fact':
      return fact(e);
    case 'param':
      return parameter(e, scope);
    case 'def':
      return scope.definition(e.def);
    case 'asOf':
      return (c) => c.asOf;
    case 'roundYear':
      return (c) => c.roundYear;
    case 'period':
      return (c) => periodEdge(c, e.part);
    case 'bound':
      return bound(e);
    case 'field':
      return fieldOf(e, scope);
    case 'self':
      return self;
    case 'ofRecord':
      return lookedUp(e, scope);
    case 'hole':
      return hole(e);
    case 'outcome':
      return (c) => c.outcome(e.of, e.state);
    case 'stepTime':
      return (c) => c.stepTime(e.step, e.part);
    case 'tierOf':
      return scope.tier(e.programme);
    case 'arith':
      return arithmetic(e, scope);
    case 'round':
      return rounding(e, scope);
    case 'convert':
      return conversion(e, scope);
    case 'addPeriod':
      return shifted(e, scope);
    case 'calendar':
      return calendarCall(e, scope);
    case 'if':
      return e.type.t === 'bool' ? conditional(e, scope) : choice(e, scope);
    case 'cmp':
      return comparison(e, scope);
    case 'within':
      return spanTest(e, scope);
    case 'member':
      return membership(e, scope);
    case 'present':
      return presence(e, scope);
    case 'not':
    case 'all':
    case 'any':
    case 'atLeast':
    case 'guard':
    case 'except':
    case 'rule':
      return logic(e, scope);
    case 'table': {
      const read = rowRead(rowsOf(e), scope);
      return (c, env) => read(c, env).value;
    }
    case 'bands':
      return inBands(e, scope);
    case 'aggregate':
      return aggregate(e, scope);
  }
}
