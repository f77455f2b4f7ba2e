import type { Expr } from '../ir/expressions.ts';
import { drawOutline } from '../ir/outline.ts';
import { expressionOutline } from '../ir/print-expression.ts';
import type { Policy } from '../ir/policy.ts';
import { differences } from './figures.ts';
import type { Keys } from './keys.ts';
import type { Text } from './text.ts';
import { said, same, text } from './words.ts';

const ROUNDING = {
  up: text('进位', 'rounded up'),
  down: text('舍去', 'rounded down'),
  half: text('四舍五入', 'rounded half up'),
};

/** In what two expressions differ that read alike: the words of notices leave some things out. */
export function unlike(
  a: Expr,
  b: Expr,
  v: { readonly before: Policy; readonly after: Policy; readonly old: Keys; readonly fresh: Keys },
): { readonly before: Text; readonly after: Text } | null {
  const [found] = differences(a, b, v.old, v.fresh);
  if (!found) return null;
  const [x, y] = [inner(found.before), inner(found.after)];
  const words = [said(v.before, x), said(v.after, y)] as const;
  if (x.k === 'round' && y.k === 'round') return { before: ROUNDING[x.mode], after: ROUNDING[y.mode] };
  if (words[0].zh !== words[1].zh) return { before: words[0], after: words[1] };
  return { before: printed(x), after: printed(y) };
}

const inner = (e: Expr): Expr => (e.k === 'rule' ? inner(e.body) : e);
const printed = (e: Expr): Text => same(drawOutline(expressionOutline(e)).join(' '));
