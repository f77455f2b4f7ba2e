import type { FactMeta, Id, Name } from '../../runtime/types.ts';
import type { Policy } from '../ir/policy.ts';
import { Keys, type Renames } from './keys.ts';
import { everyExpression } from './walk.ts';

/** Something declared: a fact, a parameter or a definition. */
interface Declared {
  readonly id: Id;
  readonly sort: 'fact' | 'parameter' | 'definition';
  readonly shape: string;
}

const PLACEHOLDER = '§';

/**
 * What was declared in the old version under one id and in the new one under another: of the same type, and either
 * with the same Chinese name or read in the same place. Order means nothing; what fits twice is no rename.
 */
export function renames(before: Policy, after: Policy): Renames {
  const old = declared(before);
  const fresh = declared(after);
  const gone = old.filter((a) => !fresh.some((b) => b.id === a.id && b.sort === a.sort));
  const come = fresh.filter((b) => !old.some((a) => a.id === b.id && a.sort === b.sort));
  const found = new Map<Id, Id>();
  for (const a of gone) {
    const fits = come.filter((b) => b.sort === a.sort && b.shape === a.shape);
    const named = fits.filter((b) => sameLabel(before.names[a.id], after.names[b.id]));
    const used = named.length > 0 ? named : fits.filter((b) => shareContext(before, a, after, b));
    const [only, ...others] = used;
    if (only && others.length === 0 && ![...found.values()].includes(only.id)) found.set(a.id, only.id);
  }
  for (const [a, b] of enumRenames(before, after, found)) found.set(a, b);
  return found;
}

/** An enumeration is renamed with the fact or parameter that declares it. */
function enumRenames(before: Policy, after: Policy, found: Renames): readonly (readonly [Id, Id])[] {
  const of = (policy: Policy, id: Id): Id | null => {
    const facts = [...policy.circumstances, ...policy.subjects.flatMap((subject) => subject.facts)];
    const type = [...facts, ...policy.parameters].find((item) => item.id === id)?.type;
    return type && 'enum' in type ? type.enum : null;
  };
  const known = new Set(after.enums.map(({ id }) => id));
  return [...found].flatMap(([a, b]) => {
    const [old, fresh] = [of(before, a), of(after, b)];
    return old !== null && fresh !== null && old !== fresh && !known.has(old) ? [[old, fresh] as const] : [];
  });
}

function declared(policy: Policy): readonly Declared[] {
  const facts = [...policy.circumstances, ...policy.subjects.flatMap((subject) => subject.facts)];
  const keys = new Keys(policy);
  return [
    ...facts.map((fact) => ({ id: fact.id, sort: 'fact' as const, shape: typeShape(policy, fact) })),
    ...policy.parameters.map(({ id, rows, ...meta }) => ({
      id,
      sort: 'parameter' as const,
      shape: typeShape(policy, { ...meta, id, optional: false }),
    })),
    ...policy.definitions.map(({ id, body }) => ({
      id,
      sort: 'definition' as const,
      shape: keys.meaning(body),
    })),
  ];
}

/** Two enumerations are of one shape when they have the same options, whatever they are called. */
function typeShape(policy: Policy, fact: Pick<FactMeta, 'id' | 'type' | 'optional' | 'min' | 'max'>): string {
  const { type } = fact;
  const options = 'enum' in type ? policy.enums.find((item) => item.id === type.enum)?.options : undefined;
  const shape = options ? [type.t, options] : type;
  return JSON.stringify([shape, fact.optional, fact.min ?? null, fact.max ?? null]);
}

function sameLabel(a: Name | undefined, b: Name | undefined): boolean {
  return a?.zh !== undefined && a.zh === b?.zh;
}

function shareContext(before: Policy, a: Declared, after: Policy, b: Declared): boolean {
  if (a.sort === 'definition') return true;
  const there = contexts(after, b.id);
  return [...contexts(before, a.id)].some((context) => there.has(context));
}

/** Where something is read: the comparison around it, or the line that it is by itself. */
function contexts(policy: Policy, id: Id): ReadonlySet<string> {
  const keys = new Keys(policy, new Map([[id, PLACEHOLDER]]));
  const found = new Set<string>();
  for (const { expr, parent, line } of everyExpression([
    policy.definitions,
    policy.programmes,
    policy.duties,
  ])) {
    const reads = (expr.k === 'fact' && expr.fact === id) || (expr.k === 'param' && expr.param === id);
    if (!reads) continue;
    const plain = parent === null || parent.k === 'rule' || parent.k === 'all' || parent.k === 'any';
    found.add(plain ? `line ${line}` : keys.written(parent));
  }
  return found;
}
