import { children } from '../../ir/children.ts';
import type { Expr } from '../../ir/expressions.ts';
import { TRACED } from '../../ir/lines.ts';
import { nodesOf } from '../../ir/nodes.ts';
import type { Policy } from '../../ir/policy.ts';
import { Possible } from '../../ir/possible.ts';
import { replaced } from './replace.ts';

/** Tells changes that provably change nothing: the line, or the definition, keeps its truth whatever its conditions come to. */
export function equivalenceIn(policy: Policy): (e: Expr, next: Expr) => boolean {
  const possible = new Possible(policy);
  const units = unitsIn(policy);
  return (e, next) => {
    const unit = units.get(e);
    if (unit === undefined || unit.type.t !== 'bool') return false;
    return possible.same(unit, replaced(unit, e, next));
  };
}

/** What decisions show of each expression: the labelled line that it is in; of a definition, a route and the like only the whole. */
function unitsIn({ definitions, programmes, duties }: Policy): ReadonlyMap<Expr, Expr> {
  const units = new Map<Expr, Expr>();
  const visit = (e: Expr, unit: Expr, lines: boolean): void => {
    const own = lines && e.k === 'rule' ? e : unit;
    units.set(e, own);
    for (const { expr } of children(e)) visit(expr, own, lines);
  };
  const fields = [...programmes, ...duties].flatMap((part) => Object.entries(part));
  const traced = fields.flatMap(([name, value]) => (TRACED.has(name) ? [value as unknown] : []));
  // Lines of a definition stand in a rule that is no more than its name; there each is shown.
  for (const e of nodesOf(traced)) if (!units.has(e)) visit(e, e, true);
  for (const e of nodesOf([definitions, fields])) if (!units.has(e)) visit(e, e, false);
  return units;
}
