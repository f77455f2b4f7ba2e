import { all, any, atLeast, chooseTruth, except, guard, not } from '../../runtime/truth.ts';
import type { Truth } from '../../runtime/value.ts';
import type { Expr } from '../ir/expressions.ts';
import type { Run, Scope } from './scope.ts';

type Kind<K extends Expr['k']> = Extract<Expr, { readonly k: K }>;

/** Strong Kleene logic over conditions; every part is evaluated, whatever its siblings came to. */
export function logic(
  e: Kind<'not' | 'all' | 'any' | 'atLeast' | 'guard' | 'except' | 'rule'>,
  { truth }: Scope,
): Run<Truth> {
  switch (e.k) {
    case 'not': {
      const a = truth(e.a);
      return (c, env) => not(a(c, env));
    }
    case 'all':
      return over(e.parts.map(truth), all);
    case 'any':
      return over(e.parts.map(truth), any);
    case 'atLeast':
      return over(e.parts.map(truth), (...parts) => atLeast(e.n, ...parts));
    case 'guard': {
      const [when, then] = [truth(e.when), truth(e.then)];
      return (c, env) => guard(when(c, env), then(c, env), e.neutral);
    }
    case 'except':
      return over([e.rule, ...e.by].map(truth), (rule = true, ...by) => except(rule, by, e.neutral));
    case 'rule':
      return truth(e.body);
  }
}

/** `若` between conditions. */
export function conditional(e: Kind<'if'>, { truth }: Scope): Run<Truth> {
  return over([e.c, e.a, e.b].map(truth), (c = true, a = true, b = true) => chooseTruth(c, a, b));
}

function over(parts: readonly Run<Truth>[], join: (...truths: readonly Truth[]) => Truth): Run<Truth> {
  return (c, env) => join(...parts.map((part) => part(c, env)));
}
