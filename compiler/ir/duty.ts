import type { Expr } from './expressions.ts';

/**
 * Dates that a rule asks for, for itself and under 同时满足: `D 存在`, `D 在 …`. What the rule wants was done on the last of
 * them, so that a 期限 can be held against it. Of any other rule nothing tells on which day it came to hold.
 */
export function datesOfDoing(e: Expr): readonly Expr[] {
  if (e.k === 'rule') return datesOfDoing(e.body);
  if (e.k === 'all') return e.parts.flatMap(datesOfDoing);
  const date = e.k === 'present' || e.k === 'within' ? e.a : undefined;
  return date?.k === 'fact' && date.type.t === 'date' ? [date] : [];
}
