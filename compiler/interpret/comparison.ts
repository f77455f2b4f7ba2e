import { asText } from '../../runtime/access.ts';
import {
  equal,
  le,
  lt,
  memberAll,
  memberAny,
  memberIn,
  present,
  rank,
  within,
} from '../../runtime/compare.ts';
import { memberOfList } from '../../runtime/elements.ts';
import type { Case, SpanValue } from '../../runtime/rules.ts';
import { isExact } from '../../runtime/unknown.ts';
import type { Exact, Maybe, Truth, Value } from '../../runtime/value.ts';
import type { DateSpan, Expr } from '../ir/expressions.ts';
import type { Env, Run, Scope } from './scope.ts';

type Kind<K extends Expr['k']> = Extract<Expr, { readonly k: K }>;

export function comparison(e: Kind<'cmp'>, scope: Scope): Run<Truth> {
  if (e.op === 'eq') {
    const [a, b] = [scope.value(e.a), scope.value(e.b)];
    return (c, env) => equal(a(c, env), b(c, env), e.id);
  }
  const compare = e.op === 'lt' ? lt : le;
  const [a, b] = [sortable(e.a, scope), sortable(e.b, scope)];
  return (c, env) => compare(a(c, env), b(c, env), e.id);
}

/** Numbers as they are, options by their place in the enumeration. */
export function sortable(e: Expr, scope: Scope): Run<Maybe<Exact>> {
  const { type } = e;
  if (type.t !== 'enum') return scope.number(e);
  const options = scope.policy.enums.find((item) => item.id === type.enum)?.options ?? [];
  const option = scope.text(e);
  return (c, env) => rank(option(c, env), options);
}

export function spanTest(e: Kind<'within'>, scope: Scope): Run<Truth> {
  const a = scope.number(e.a);
  const span = spanValue(e.span, scope);
  return (c, env) => within(a(c, env), span(c, env), e.id);
}

export function spanValue({ lo, loIn, hi, hiIn }: DateSpan, scope: Scope): Run<SpanValue> {
  const open = () => null;
  const [from, to] = [lo ? scope.number(lo) : open, hi ? scope.number(hi) : open];
  return (c: Case, env: Env) => ({ lo: from(c, env), loIn, hi: to(c, env), hiIn });
}

export function membership(e: Kind<'member'>, scope: Scope): Run<Truth> {
  if (e.set.type.t === 'list') return listMembership(e, scope);
  const set = scope.set(e.set);
  if (e.mode === 'in') {
    const a = scope.value(e.a);
    return (c, env) => memberIn(element(a(c, env)), set(c, env), e.id);
  }
  const test = e.mode === 'any' ? memberAny : memberAll;
  const a = scope.set(e.a);
  return (c, env) => test(a(c, env), set(c, env), e.id);
}

function listMembership(e: Kind<'member'>, scope: Scope): Run<Truth> {
  const [a, list] = [scope.value(e.a), scope.list(e.set)];
  return (c, env) => memberOfList(element(a(c, env)), list(c, env), e.id);
}

function element(value: Value): Maybe<Exact | string> {
  return isExact(value) ? value : asText(value);
}

export function presence(e: Kind<'present'>, scope: Scope): Run<Truth> {
  const a = scope.raw(e.a);
  return (c, env) => present(a(c, env), e.id);
}
