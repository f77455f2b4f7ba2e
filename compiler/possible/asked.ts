import type { Type } from '../../runtime/types.ts';
import type { Expr, ExprKind } from '../ir/expressions.ts';

const bool: Type = { t: 'bool' };

/** A node made for a question; it stands where `like` stands. */
export function asked(kind: ExprKind, type: Type, like: Expr): Expr {
  return { id: `${like.id}?`, type, origin: like.origin, ...kind };
}

/** All of several conditions as one that the interpreter can be asked. */
export function allOf(parts: readonly Expr[], like: Expr): Expr {
  return { k: 'all', parts, id: `${like.id}.all`, type: bool, origin: like.origin };
}

export function anyOf(parts: readonly Expr[], like: Expr): Expr {
  return { k: 'any', parts, id: `${like.id}.any`, type: bool, origin: like.origin };
}

export function notOf(a: Expr): Expr {
  return { k: 'not', a, id: `${a.id}.not`, type: bool, origin: a.origin };
}
