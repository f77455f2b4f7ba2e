import { asNumber, field } from '../../runtime/access.ts';
import { type Bounds, count, every, exists, noneOf } from '../../runtime/aggregates.ts';
import { elements, keyedElements } from '../../runtime/elements.ts';
import { from, type Selected } from '../../runtime/lists.ts';
import { dayOfRecord } from '../../runtime/relations.ts';
import type { Case } from '../../runtime/rules.ts';
import { distinct, maxOf, minOf, only, sum } from '../../runtime/totals.ts';
import { all } from '../../runtime/truth.ts';
import type { Exact, List, Maybe, Truth, Value } from '../../runtime/value.ts';
import type { Expr, Source } from '../ir/expressions.ts';
import { addsNoNegative } from '../ir/signs.ts';
import { gathered } from './relation.ts';
import { spanValue } from './comparison.ts';
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
  const neverNegative = addsNoNegative(e, scope.policy);
  return (c, env) => {
    const value = (element: Value) => map(c, { value: element, outer: env });
    const number = (element: Value): Maybe<Exact> => asNumber(value(element));
    const found = selected(c, env);
    if (op === 'distinct') return distinct(found, value);
    if (op === 'only') return only(found, value, e.id);
    if (op === 'sum') return sum(found, number, neverNegative);
    return { min: minOf, max: maxOf }[op](found, number);
  };
}

/** The elements that pass the source's filter and `test`; dated ones after the day decided for are set aside. */
export function selection(source: Source, scope: Scope, key: string, test?: Expr): Elements {
  const list = given(source, scope, test);
  const tests = [source.where, test].flatMap((e) => (e ? [scope.truth(e)] : []));
  const time = timeOf(source);
  return (c, env) =>
    from(list(c, env), {
      where: (value) => all(...tests.map((run) => run(c, { value, outer: env }))),
      ...(time && { time: (value: Value) => time(value, c) }),
      asOf: c.asOf,
      ...(source.windowed && { window: c.period }),
      key,
    });
}

/** The day of an element, where it has one. */
export function timeOf(source: Source): ((element: Value, c: Case) => Maybe<Exact>) | undefined {
  const { time } = source;
  if (time === undefined) return undefined;
  if (source.k === 'population') return (element, c) => dayOfRecord(c, element, source.subject, time);
  return time === 'self' ? asNumber : (element) => asNumber(field(element, time));
}

/** What is gone through: a list, or the records of a population that its filter may hold for. */
function given(source: Source, scope: Scope, test?: Expr): Run<Maybe<List>> {
  if (source.k === 'population') return gathered(source, scope, test);
  const list = scope.value(source.of);
  const { keyed } = source;
  if (keyed === undefined) return (c, env) => elements(list(c, env));
  const span = keyed.span && spanValue(keyed.span, scope);
  // The ends of the span stand where an element is bound, which they do not look at.
  return (c, env) =>
    keyedElements(list(c, env), keyed.key, span ? span(c, { value: null, outer: env }) : null);
}
