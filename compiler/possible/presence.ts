import type { Expr } from '../ir/expressions.ts';
import type { Fact, Policy } from '../ir/policy.ts';
import { and, type Formula, flag, isYes, or, YES } from './formula.ts';
import { keyOf } from './key.ts';
import type { Variables } from './variables.ts';

/** When a value is there: `可无` facts may be absent, and so is what is made from them. */
export class Presence {
  private readonly optional: ReadonlySet<string>;
  private readonly bodies: ReadonlyMap<string, Expr>;

  constructor(
    policy: Policy,
    private readonly variables: Variables,
  ) {
    const absent = (prefix: string, facts: readonly Fact[]): readonly string[] =>
      facts.filter((fact) => fact.optional).map((fact) => `${prefix}.${fact.id}`);
    this.optional = new Set([
      ...absent('circumstances', policy.circumstances),
      ...policy.subjects.flatMap(({ facts }) => absent('subject', facts)),
    ]);
    this.bodies = new Map(policy.definitions.map(({ id, body }) => [id, body]));
  }

  of(e: Expr): Formula {
    switch (e.k) {
      case 'fact':
        return this.optional.has(`${e.of}.${e.fact}`) ? this.open(e) : YES;
      case 'lit':
      case 'param':
      case 'asOf':
      case 'roundYear':
      case 'hole':
        return YES;
      case 'arith':
        return and(this.of(e.a), this.of(e.b));
      case 'addPeriod':
        return and(this.of(e.date), this.of(e.n));
      case 'round':
      case 'convert':
        return this.of(e.a);
      case 'calendar':
        return and(...e.args.map((arg) => this.of(arg)));
      case 'def': {
        const body = this.bodies.get(e.def);
        return body ? this.of(body) : this.open(e);
      }
      case 'if':
        return or(this.open(e), and(this.of(e.a), this.of(e.b)));
      case 'table': {
        // Without `mode` the checker has seen that the rows leave no case out.
        const chosen = e.mode === undefined && e.keys.length > 0 ? e.keys.map((key) => this.of(key)) : null;
        if (!chosen?.every(isYes)) return this.open(e);
        return or(this.open(e), and(...e.rows.map(({ then }) => this.of(then))));
      }
      case 'aggregate':
        return ['count', 'distinct', 'sum', 'exists', 'none', 'every'].includes(e.op) ? YES : this.open(e);
      default:
        return this.open(e);
    }
  }

  private open(e: Expr): Formula {
    const key = `present ${keyOf(e)}`;
    this.variables.flags.set(key, { key, of: e, about: 'presence' });
    return flag(key);
  }
}
