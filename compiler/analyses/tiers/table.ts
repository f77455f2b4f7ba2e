import type { Expr } from '../../ir/expressions.ts';

export type Table = Expr & { k: 'table' };

/** Two conditions, or all of several, as one that the interpreter can be asked. */
export function allOf(parts: readonly Expr[], like: Expr): Expr {
  return { k: 'all', parts, id: `${like.id}.all`, type: { t: 'bool' }, origin: like.origin };
}

export function notOf(a: Expr): Expr {
  return { k: 'not', a, id: `${a.id}.not`, type: { t: 'bool' }, origin: a.origin };
}
