import type { Expr } from './expressions.ts';

/**
 * Name under which a condition stays open: two openings of one name are settled together. A fact or parameter that is
 * itself a condition goes by its own name wherever it is read, everything else by the id of its node.
 */
export function conditionKey(e: Expr): string {
  if (e.k === 'fact') return `${e.of}.${e.fact}`;
  if (e.k === 'param' && !e.key) return `parameter.${e.param}`;
  if (e.k === 'def') return `definition.${e.def}`;
  return e.id;
}
