import { add, choose, convert, divide, multiply, round, subtract } from '../../runtime/arithmetic.ts';
import { exact, over } from '../../runtime/exact.ts';
import type { Exact, Maybe, Value } from '../../runtime/value.ts';
import type { Expr } from '../ir/expressions.ts';
import { unitOf } from '../ir/units.ts';
import type { Run, Scope } from './scope.ts';

type Kind<K extends Expr['k']> = Extract<Expr, { readonly k: K }>;

export function arithmetic(e: Kind<'arith'>, { number }: Scope): Run<Maybe<Exact>> {
  const [a, b] = [number(e.a), number(e.b)];
  if (e.op === '/') return (c, env) => divide(a(c, env), b(c, env), e.id);
  const operate = { '+': add, '-': subtract, '*': multiply }[e.op];
  return (c, env) => operate(a(c, env), b(c, env));
}

export function rounding(e: Kind<'round'>, { number }: Scope): Run<Maybe<Exact>> {
  const a = number(e.a);
  const to = exact(e.to);
  return (c, env) => round(a(c, env), e.mode, to);
}

export function conversion(e: Kind<'convert'>, { number, policy }: Scope): Run<Maybe<Exact>> {
  const a = number(e.a);
  const from = unitOf(e.a.type, policy.units);
  const to = unitOf(e.type, policy.units);
  const factor = over(exact(from.factor), exact(to.factor));
  return (c, env) => convert(a(c, env), factor);
}

/** `若` between values. */
export function choice(e: Kind<'if'>, { truth, value }: Scope): Run<Value> {
  const [test, a, b] = [truth(e.c), value(e.a), value(e.b)];
  return (c, env) => choose(test(c, env), a(c, env), b(c, env));
}
