import { asNumber, asText, field, lookup, read } from '../../runtime/access.ts';
import type { Type } from '../../runtime/types.ts';
import { decidedBy, isExact, unspecified } from '../../runtime/unknown.ts';
import type { Value } from '../../runtime/value.ts';
import type { Expr } from '../ir/expressions.ts';
import { scalarLiteral } from '../ir/literals.ts';
import { boundAt, type Run, type Scope } from './scope.ts';

type Kind<K extends Expr['k']> = Extract<Expr, { readonly k: K }>;

/** The value of a constant. Throws a `RangeError` for a text that its type does not read, which lowering rules out. */
export function literalValue(value: string | boolean | readonly string[], type: Type): Value {
  if (typeof value !== 'string') return listLiteral(value, type);
  return scalarLiteral(value, type);
}

/** Options of a set as they are; elements of a list by their type. */
function listLiteral(value: boolean | readonly string[], type: Type): Value {
  if (typeof value === 'boolean' || type.t !== 'list') return value;
  return { items: value.map((item) => scalarLiteral(item, type.of)), complete: true };
}

export function fact(e: Kind<'fact'>): Run<Value> {
  const from = e.of === 'subject' ? 'facts' : 'circumstances';
  return (c) => read(c[from], e.fact);
}

export function parameter(e: Kind<'param'>, scope: Scope): Run<Value> {
  if (!e.key) return (c) => read(c.parameters, e.param);
  const keys = [e.key, ...(e.more ?? [])].map(scope.value);
  return (c, env) =>
    keys.reduce((value, key) => lookup(value, asKey(key(c, env))), read(c.parameters, e.param));
}

/** Keys are option ids, texts or whole numbers. */
function asKey(value: Value) {
  return isExact(value) ? asNumber(value) : asText(value);
}

export function bound(e: Kind<'bound'>): Run<Value> {
  return (_, env) => boundAt(env, e.index);
}

export function fieldOf(e: Kind<'field'>, scope: Scope): Run<Value> {
  const record = scope.value(e.of);
  return (c, env) => field(record(c, env), e.field);
}

/** What the notice leaves open, or leaves to a named body. */
export function hole(e: Kind<'hole'>): Run<Value> {
  const value = e.why === 'unspecified' ? unspecified(e.id, e.text ?? '') : decidedBy(e.by ?? '', e.id);
  return () => value;
}
