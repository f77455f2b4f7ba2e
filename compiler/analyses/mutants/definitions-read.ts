import type { Id } from '../../../runtime/types.ts';
import type { Expr } from '../../ir/expressions.ts';
import { nodesOf } from '../../ir/nodes.ts';
import type { Definition, Policy } from '../../ir/policy.ts';

/** Definitions that something reads, be it an assertion, directly or through others. */
export function definitionsRead({ definitions, ...rest }: Policy): readonly Definition[] {
  const bodies = new Map(definitions.map(({ id, body }) => [id, body]));
  const read = new Set<Id>();
  const follow = (nodes: Iterable<Expr>): void => {
    for (const e of nodes) {
      if (e.k !== 'def' || read.has(e.def)) continue;
      read.add(e.def);
      follow(nodesOf(bodies.get(e.def)));
    }
  };
  follow(nodesOf(rest));
  return definitions.filter(({ id }) => read.has(id));
}

/** Whether the end of a span is never settled: then no day lies on it. */
export function neverSettled(e: Expr, policy: Policy): boolean {
  switch (e.k) {
    case 'hole':
      return e.why === 'unspecified';
    case 'def': {
      const body = policy.definitions.find(({ id }) => id === e.def)?.body;
      return body !== undefined && neverSettled(body, policy);
    }
    case 'addPeriod':
      return neverSettled(e.date, policy) || neverSettled(e.n, policy);
    case 'calendar':
      return e.args.some((arg) => neverSettled(arg, policy));
    default:
      return false;
  }
}
