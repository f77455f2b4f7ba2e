import { children } from '../ir/children.ts';
import type { Expr } from '../ir/expressions.ts';

/** An expression, the one it lies in, and the labelled line around both. */
export interface Met {
  readonly expr: Expr;
  readonly parent: Expr | null;
  readonly line: string;
}

/** Every expression anywhere in a piece of a policy, whatever holds it. */
export function* everyExpression(value: unknown): Generator<Met> {
  if (Array.isArray(value)) {
    for (const item of value) yield* everyExpression(item);
  } else if (typeof value === 'object' && value !== null) {
    if (isExpression(value)) yield* inside(value, null, value.id);
    else for (const item of Object.values(value)) yield* everyExpression(item);
  }
}

export function isExpression(value: object): value is Expr {
  return 'k' in value && 'type' in value && 'origin' in value;
}

function* inside(expr: Expr, parent: Expr | null, line: string): Generator<Met> {
  yield { expr, parent, line };
  const around = expr.k === 'rule' ? expr.id : line;
  for (const child of children(expr)) yield* inside(child.expr, expr, around);
}
