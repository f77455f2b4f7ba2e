import { define } from '../../runtime/define.ts';
import type { Id } from '../../runtime/types.ts';
import type { Value } from '../../runtime/value.ts';
import type { Expr } from '../ir/expressions.ts';
import type { Policy } from '../ir/policy.ts';
import type { Run, Scope } from './scope.ts';

/** What several rules read and each record settles once: definitions and tier tables. */
export class Shared {
  private readonly bodies: ReadonlyMap<string, Expr>;
  private readonly scope: Scope;
  private readonly compiled = new Map<string, Run<Value>>();

  constructor(policy: Policy, scope: Scope) {
    const definitions = policy.definitions.map(({ id, body }) => [id, body] as const);
    const tiers = policy.programmes.flatMap(({ id, tier }) =>
      tier ? [[tierKey(id), tier.table] as const] : [],
    );
    this.bodies = new Map([...definitions, ...tiers]);
    this.scope = scope;
  }

  definition(id: Id): Run<Value> {
    return (c) => this.once(id)(c, null);
  }

  tier(programme: Id): Run<Value> {
    return (c) => this.once(tierKey(programme))(c, null);
  }

  /** Compiled when first run, so that definitions may refer to each other in any order. */
  private once(key: string): Run<Value> {
    const known = this.compiled.get(key);
    if (known) return known;
    const run = this.remembered(key);
    this.compiled.set(key, run);
    return run;
  }

  private remembered(key: string): Run<Value> {
    const body = this.bodies.get(key);
    if (!body) throw new RangeError(`no such definition: ${key}`);
    const value = this.scope.value(body);
    return define(key, (c) => value(c, null));
  }
}

function tierKey(programme: Id): string {
  return `tier of ${programme}`;
}
