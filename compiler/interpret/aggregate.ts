import { asNumber, field } from '../../runtime/access.ts';
import { type Bounds, count, every, exists, noneOf } from '../../runtime/aggregates.ts';
import { elements } from '../../runtime/elements.ts';
import { from, type Selected } from '../../runtime/lists.ts';
import type { Case } from '../../runtime/rules.ts';
import { distinct, maxOf, minOf, only, sum } from '../../runtime/totals.ts';
import { all } from '../../runtime/truth.ts';
import type { Exact, Maybe, Truth, Value } from '../../runtime/value.ts';
import type { Expr, Source } from '../ir/expressions.ts';
import type { Env, Run, Scope } from './scope.ts';

type Aggregate = Extract<Expr, { readonly k: 'aggregate' }>;
type Elements = Run<Selected<Value>>;

export function aggregate(e: Aggregate, scope: Scope): Run<Value> {
  switch (e.op) {
    case 'exists':
    case 'none':
      return existence(e, scope);
    case 'every':
      return universality(e, scope);
    case 'count': {
      const selected = selection(e.source, scope, e.id, e.test);
      return (c, env) => count(selected(c, env));
    }
    default:
      return total(e, e.op, scope);
  }
}

function existence(e: Aggregate, scope: Scope): Run<Truth> {
  const selected = selection(e.source, scope, e.id, e.test);
  const bounds = boundsOf(e, scope);
  const quantify = e.op === 'exists' ? exists : noneOf;
  return (c, env) => quantify(selected(c, env), e.id, bounds(c, env));
}

function boundsOf({ atLeast, atMost }: Aggregate, scope: Scope): Run<Bounds> {
  const least = atLeast && scope.number(atLeast);
  const most = atMost && scope.number(atMost);
  return (c, env) => ({
    ...(least && { atLeast: least(c, env) }),
    ...(most && { atMost: most(c, env) }),
  });
}

function universality(e: Aggregate, scope: Scope): Run<Truth> {
  const selected = selection(e.source, scope, e.id);
  const test = e.test ? scope.truth(e.test) : () => true;
  return (c, env) => every(selected(c, env), (value) => test(c, { value, outer: env }), e.id);
}

function total(e: Aggregate, op: 'distinct' | 'sum' | 'min' | 'max' | 'only', scope: Scope): Run<Value> {
  const selected = selection(e.source, scope, e.id, e.test);
  const map = e.map ? scope.value(e.map) : (_: Case, env: Env) => env?.value ?? null;
  return (c, env) => {
    const value = (element: Value) => map(c, { value: element, outer: env });
    const number = (element: Value): Maybe<Exact> => asNumber(value(element));
    const found = selected(c, env);
    if (op === 'distinct') return distinct(found, value);
    if (op === 'only') return only(found, value, e.id);
    return { sum, min: minOf, max: maxOf }[op](found, number);
  };
}

/** The elements that pass the source's filter and `test`; dated ones after the day decided for are set aside. */
export function selection(source: Source, scope: Scope, key: string, test?: Expr): Elements {
  const list = scope.value(source.of);
  const tests = [source.where, test].flatMap((e) => (e ? [scope.truth(e)] : []));
  const time = timeOf(source);
  return (c, env) =>
    from(elements(list(c, env)), {
      where: (value) => all(...tests.map((run) => run(c, { value, outer: env }))),
      time,
      asOf: c.asOf,
      ...(source.windowed && { window: c.period }),
      key,
    });
}

/** The day of an element, where it has one. */
export function timeOf({ time }: Source): ((element: Value) => Maybe<Exact>) | undefined {
  if (time === undefined) return undefined;
  return time === 'self' ? asNumber : (element) => asNumber(field(element, time));
}
