import type { Id } from '../../../runtime/types.ts';
import type { Expr, Origin } from '../../ir/expressions.ts';
import { isExpr } from '../../ir/nodes.ts';
import type { Policy } from '../../ir/policy.ts';

/** Where in a policy a thing stands. */
export interface Place {
  readonly line: number;
  /** Its own, or those of the line that it is part of. */
  readonly cites: readonly string[];
  /** The labelled line that it is, or is part of. */
  readonly rule: Id | null;
  /** Programmes, steps and duties that it has a part in, definitions followed. */
  readonly deciding: readonly Id[];
}

interface Around {
  readonly cites: readonly string[];
  readonly rule: Id | null;
}

/** Places of everything with an id. */
export function placesOf(policy: Policy): ReadonlyMap<Id, Place> {
  const users = usersOf(policy);
  const places = new Map<Id, Place>();
  const enter = (part: unknown, around: Around, deciding: readonly Id[]): void => {
    if (typeof part !== 'object' || part === null) return;
    const here = placed(part, around);
    if (here && !places.has(here.id)) places.set(here.id, { ...here.place, deciding });
    const inner = here ? { cites: here.place.cites, rule: here.place.rule } : around;
    for (const one of Object.values(part)) enter(one, inner, deciding);
  };
  const nothing: Around = { cites: [], rule: null };
  for (const one of decidingParts(policy)) enter(one, nothing, [one.id]);
  for (const definition of policy.definitions) enter(definition, nothing, users(definition.id));
  for (const parameter of policy.parameters) enter(parameter, nothing, []);
  return places;
}

function placed(
  part: object,
  around: Around,
): { readonly id: Id; readonly place: Omit<Place, 'deciding'> } | null {
  if (!('id' in part) || typeof part.id !== 'string' || !('origin' in part)) return null;
  const { line, cites } = part.origin as Origin;
  const rule = isExpr(part) && part.k === 'rule' ? part.id : around.rule;
  return { id: part.id, place: { line, cites: cites.length > 0 ? cites : around.cites, rule } };
}

const decidingParts = ({ programmes, procedures, duties }: Policy): readonly { readonly id: Id }[] => [
  ...programmes,
  ...procedures.flatMap(({ steps }) => steps),
  ...duties,
];

/** Who reads a definition, through others too. */
function usersOf(policy: Policy): (definition: Id) => readonly Id[] {
  const direct = new Map<Id, readonly Id[]>();
  for (const { id, body } of policy.definitions) direct.set(id, definitionsIn(body));
  const reached = (part: unknown): ReadonlySet<Id> => {
    const found = new Set<Id>();
    const queue = [...definitionsIn(part)];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      if (found.has(id)) continue;
      found.add(id);
      queue.push(...(direct.get(id) ?? []));
    }
    return found;
  };
  const byPart = decidingParts(policy).map((part) => [part.id, reached(part)] as const);
  return (definition) => byPart.filter(([, found]) => found.has(definition)).map(([id]) => id);
}

function definitionsIn(part: unknown): readonly Id[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = isExpr(part) && isDefinition(part) ? [part.def] : [];
  return [...own, ...Object.values(part).flatMap(definitionsIn)];
}

const isDefinition = (e: Expr): e is Extract<Expr, { readonly k: 'def' }> => e.k === 'def';
