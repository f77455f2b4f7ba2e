import type { Expr } from '../../ir/expressions.ts';
import { array, type Code } from './code.ts';
import type { Place, Unit } from './unit.ts';

type Logic = Extract<
  Expr,
  { readonly k: 'if' | 'not' | 'all' | 'any' | 'atLeast' | 'guard' | 'except' | 'rule' }
>;

export function logic(e: Logic, place: Place, unit: Unit): Code {
  const code = (part: Expr) => unit.code(part, place);
  switch (e.k) {
    case 'if':
      return unit.op(e.type.t === 'bool' ? 'chooseTruth' : 'choose', code(e.c), code(e.a), code(e.b));
    case 'not':
      return unit.op('not', code(e.a));
    case 'all':
    case 'any':
      return unit.op(e.k, ...e.parts.map(code));
    case 'atLeast':
      return unit.op('atLeast', String(e.n), ...e.parts.map(code));
    case 'guard':
      return unit.op('guard', code(e.when), code(e.then), String(e.neutral));
    case 'except':
      return unit.op('except', code(e.rule), array(e.by.map(code)), String(e.neutral));
    case 'rule':
      return code(e.body);
  }
}
