import type { Value } from '../../../runtime/value.ts';
import { children } from '../../ir/children.ts';
import type { Expr } from '../../ir/expressions.ts';
import type { Policy } from '../../ir/policy.ts';

type Values = ReadonlyMap<Expr, Value>;

/**
 * Whether the truth of a condition decides: the other way round, all else alike, what it stands in would come out otherwise, up to
 * the outcome of the programme (or the row, the amount, the duty) that asks for it.
 */
export class Deciding {
  readonly #parents = new Map<Expr, Expr>();
  readonly #bodies: ReadonlyMap<Expr, readonly Expr[]>;
  /** By eligibility and exclusion: those on which the outcome hangs beside it. */
  readonly #beside = new Map<Expr, { readonly eligible: Expr | null; readonly excluded: readonly Expr[] }>();

  constructor(policy: Policy, nodes: readonly Expr[]) {
    for (const node of nodes)
      for (const { expr, binds } of children(node)) if (binds === 0) this.#parents.set(expr, node);
    const uses = (id: string): readonly Expr[] => nodes.filter((e) => e.k === 'def' && e.def === id);
    this.#bodies = new Map(policy.definitions.map(({ id, body }) => [body, uses(id)]));
    for (const { eligible, excluded } of policy.programmes) {
      this.#beside.set(eligible, { eligible: null, excluded });
      for (const one of excluded)
        this.#beside.set(one, { eligible, excluded: excluded.filter((other) => other !== one) });
    }
  }

  decides(e: Expr, values: Values): boolean {
    const parent = this.#parents.get(e);
    if (!parent) return this.#outside(e, values);
    if (parent.type.t !== 'bool') return true;
    return lets(parent, e, values) && this.decides(parent, values);
  }

  #outside(e: Expr, values: Values): boolean {
    const uses = this.#bodies.get(e) ?? [];
    if (uses.length > 0) return uses.some((use) => this.decides(use, values));
    const beside = this.#beside.get(e);
    if (!beside) return true;
    const isIn = beside.eligible === null || values.get(beside.eligible) === true;
    return isIn && beside.excluded.every((other) => values.get(other) === false);
  }
}

/** Whether a condition lets the truth of one of its parts through. */
function lets(parent: Expr, e: Expr, values: Values): boolean {
  const is = (one: Expr, truth: boolean): boolean => values.get(one) === truth;
  switch (parent.k) {
    case 'all':
    case 'any':
      return parent.parts.every((other) => other === e || is(other, parent.k === 'all'));
    case 'atLeast': {
      const others = parent.parts.filter((other) => other !== e);
      const settled = others.every((other) => typeof values.get(other) === 'boolean');
      return settled && others.filter((other) => is(other, true)).length === parent.n - 1;
    }
    case 'guard':
      return e === parent.then ? is(parent.when, true) : is(parent.then, !parent.neutral);
    case 'except':
      return (
        parent.by.every((other) => other === e || is(other, false)) &&
        (e === parent.rule || is(parent.rule, !parent.neutral))
      );
    case 'if':
      return e === parent.c ? values.get(parent.a) !== values.get(parent.b) : is(parent.c, e === parent.a);
    default:
      return true;
  }
}
