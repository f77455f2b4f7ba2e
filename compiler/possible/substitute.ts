import type { Expr } from '../ir/expressions.ts';
import { mapFields } from '../ir/fields.ts';

/** A row's test with the keys of its table in place of what is bound: `bound` i of the nearest binder becomes `keys[i]`. */
export function withKeys(test: Expr, keys: readonly Expr[]): Expr {
  return replaced(test, keys, 0) as Expr;
}

/** Rebuilds plain data, what stays the same being kept; only tables and aggregates add binders, see `children`. */
function replaced(node: unknown, keys: readonly Expr[], depth: number): unknown {
  if (typeof node !== 'object' || node === null) return node;
  if ('k' in node && node.k === 'bound' && 'index' in node && typeof node.index === 'number') {
    return keys[node.index - depth] ?? node;
  }
  const deeper = binders(node);
  return mapFields(node, (value, name) =>
    name === 'origin' || name === 'type' ? value : replaced(value, keys, depth + deeper(name)),
  );
}

function binders(node: object): (name: string) => number {
  if ('cases' in node && Array.isArray(node.cases)) {
    const count = node.cases.length;
    return (name) => (name === 'cases' ? count : 0);
  }
  return (name) => (['where', 'map', 'test'].includes(name) ? 1 : 0);
}
