import type { Id } from '../../runtime/types.ts';
import { expressions, spanEnds } from './children.ts';
import type { Expr } from './expressions.ts';
import type { Duty, Policy, Programme } from './policy.ts';

/** Ids of the facts, circumstances and parameters that an expression reads, sorted. */
export type ReadsOf = (e: Expr) => readonly Id[];

/**
 * Readers of a policy's expressions. Definitions, other programmes' rules and tier tables and duties are followed;
 * each is looked into once however often it is named. The policy must be acyclic, which the checker sees to.
 */
export function readsOf(policy: Policy): ReadsOf {
  const programmes = new Map(policy.programmes.map((programme) => [programme.id, programme]));
  const definitions = new Map(policy.definitions.map((definition) => [definition.id, definition.body]));
  const duties = new Map(policy.duties.map((duty) => [duty.id, duty]));
  const followed = new Map<string, ReadonlySet<Id>>();

  const behind = (key: string, bodies: () => readonly Expr[]): ReadonlySet<Id> => {
    const known = followed.get(key);
    if (known) return known;
    const found = new Set(bodies().flatMap((body) => [...direct(body)]));
    followed.set(key, found);
    return found;
  };

  const direct = (root: Expr): ReadonlySet<Id> => {
    const found = new Set<Id>();
    const add = (ids: ReadonlySet<Id>) => {
      for (const id of ids) found.add(id);
    };
    for (const e of expressions(root)) {
      if (e.k === 'fact') found.add(e.fact);
      if (e.k === 'param') found.add(e.param);
      if (e.k === 'def') add(behind(`def ${e.def}`, () => definedBy(definitions, e.def)));
      if (e.k === 'outcome')
        add(
          behind(`rules ${e.of}`, () => [...rulesOf(programmes.get(e.of)), ...dutyParts(duties.get(e.of))]),
        );
      if (e.k === 'tierOf') add(behind(`tier ${e.programme}`, () => tierOf(programmes.get(e.programme))));
    }
    return found;
  };

  return (e) => [...direct(e)].sort();
}

function definedBy(definitions: ReadonlyMap<Id, Expr>, id: Id): readonly Expr[] {
  const body = definitions.get(id);
  return body ? [body] : [];
}

function rulesOf(programme: Programme | undefined): readonly Expr[] {
  return programme ? [programme.eligible, ...programme.excluded] : [];
}

function tierOf(programme: Programme | undefined): readonly Expr[] {
  return programme?.tier ? [programme.tier.table] : [];
}

function dutyParts(duty: Duty | undefined): readonly Expr[] {
  if (!duty) return [];
  const spans = [
    ...(duty.during ? [duty.during] : []),
    ...duty.due.flatMap(({ span, pauses = [] }) => [span, ...pauses]),
  ];
  const single = [duty.measuredOn, duty.when].filter((e) => e !== undefined);
  return [duty.must, ...duty.excused, ...single, ...spans.flatMap(spanEnds)];
}
