import { expressions } from './children.ts';
import type { Expr } from './expressions.ts';
import type { Policy } from './policy.ts';

/** Every expression of a policy with all that is inside it, wherever it stands. */
export function* everyExpression(policy: Policy): Generator<Expr> {
  for (const root of rootsIn(policy)) yield* expressions(root);
}

/** Expressions that stand in no other: whatever has a kind, a type and an origin, found by walking the plain data. */
function* rootsIn(value: unknown): Generator<Expr> {
  if (isExpr(value)) yield value;
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) yield* rootsIn(inner);
}

function isExpr(value: unknown): value is Expr {
  return typeof value === 'object' && value !== null && 'k' in value && 'type' in value && 'origin' in value;
}
