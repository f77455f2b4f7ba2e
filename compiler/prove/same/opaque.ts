import type { Id } from '../../../runtime/types.ts';
import { children } from '../../ir/children.ts';
import type { Expr } from '../../ir/expressions.ts';
import { isExpr } from '../../ir/nodes.ts';
import type { Fact, Policy } from '../../ir/policy.ts';
import { readsAny } from './readers.ts';

/**
 * Parts that both versions share and that terms do not say (populations, steps, values by key) become facts that may
 * be anything: what is the same whatever they are is the same.
 */
export class Opaque {
  private readonly facts = new Map<string, Fact>();
  private readonly made = new WeakMap<object, unknown>();
  private readonly shared: ReadonlySet<unknown>;
  private readonly changed: ReadonlySet<Id>;

  /** `shared`: expressions of both versions; `changed`: definitions that differ, and those that read them. */
  constructor(shared: ReadonlySet<unknown>, changed: ReadonlySet<Id>) {
    this.shared = shared;
    this.changed = changed;
  }

  of<T>(part: T): T {
    return this.rebuilt(part) as T;
  }

  /** The policy without what terms do not say, and with the facts made so far. Values of parameters play no part. */
  policy(policy: Policy): Policy {
    const definitions = policy.definitions.map((one) => ({ ...one, body: this.of(one.body) }));
    const programmes = this.of(policy.programmes);
    const free = (facts: readonly Fact[]): readonly Fact[] => facts.map(({ fallback: _, ...fact }) => fact);
    return {
      ...policy,
      parameters: [],
      definitions,
      programmes,
      transitions: [],
      assertions: [],
      subjects: policy.subjects.map((one) => ({ ...one, facts: free(one.facts) })),
      circumstances: [...free(policy.circumstances), ...this.facts.values()],
    };
  }

  private rebuilt(part: unknown): unknown {
    if (typeof part !== 'object' || part === null) return part;
    const known = this.made.get(part);
    if (known !== undefined) return known;
    const made = this.remade(part);
    this.made.set(part, made);
    return made;
  }

  private remade(part: object): unknown {
    if (Array.isArray(part)) return part.map((one: unknown) => this.rebuilt(one));
    if (
      isExpr(part) &&
      isBeyond(part) &&
      this.shared.has(part) &&
      isClosed(part) &&
      !readsAny(part, this.changed)
    )
      return this.fact(part);
    return Object.fromEntries(
      Object.entries(part).map(([name, value]) => [
        name,
        name === 'origin' || name === 'type' ? value : this.rebuilt(value),
      ]),
    );
  }

  private fact(e: Expr): Expr {
    const key = `⟨${JSON.stringify(e, (name, value: unknown) => (['id', 'origin'].includes(name) ? undefined : value))}⟩`;
    const { type, origin } = e;
    // Parameters have a value; of the rest there may be none.
    this.facts.set(key, { id: key, type, optional: e.k !== 'param', origin });
    return { k: 'fact', fact: key, of: 'circumstances', id: key, type, origin };
  }
}

/** What terms do not say, whatever is in it. */
function isBeyond(e: Expr): boolean {
  switch (e.k) {
    case 'outcome':
    case 'stepTime':
    case 'period':
    case 'self':
    case 'ofRecord':
    case 'roundYear':
      return true;
    case 'param':
      return true;
    case 'aggregate':
      return (
        e.source.k === 'population' ||
        e.op === 'distinct' ||
        (e.source.k === 'list' && e.source.keyed !== undefined)
      );
    default:
      return false;
  }
}

/** Reads nothing of the binders around it. */
export function isClosed(e: Expr, depth = 0): boolean {
  if (e.k === 'bound') return e.index < depth;
  return children(e).every(({ expr, binds }) => isClosed(expr, depth + binds));
}

/** A parameter that is left would be unknown in both versions: nothing can be said through it. */
export const readsParameters = (all: readonly Expr[]): boolean => all.some(({ k }) => k === 'param');
