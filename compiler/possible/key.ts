import type { Expr } from '../ir/expressions.ts';
import type { Key } from './formula.ts';

const known = new WeakMap<object, Key>();

/** Equal for expressions that say the same; ids and places do not count. */
export function keyOf(e: Expr): Key {
  const before = known.get(e);
  if (before !== undefined) return before;
  const key =
    e.k === 'fact' ? `${e.of}.${e.fact}` : e.k === 'param' && !e.key ? `parameter.${e.param}` : written(e);
  known.set(e, key);
  return key;
}

function written(e: Expr): Key {
  return JSON.stringify(e, (name, value: unknown) =>
    name === 'id' || name === 'origin' ? undefined : value,
  );
}
