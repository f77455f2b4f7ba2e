import type { Expr } from './expressions.ts';

/** Every expression in a policy, or in a part of one, in the order in which it is written down there; outer ones first. */
export function* nodesOf(part: unknown): Generator<Expr> {
  if (typeof part !== 'object' || part === null) return;
  if (isExpr(part)) yield part;
  for (const inner of Object.values(part)) yield* nodesOf(inner);
}

/** Expressions alone have a kind, a type and an origin. */
export function isExpr(part: object): part is Expr {
  return 'k' in part && 'type' in part && 'origin' in part;
}
