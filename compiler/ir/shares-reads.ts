import type { Id } from '../../runtime/types.ts';
import { expressions } from './children.ts';
import type { Expr } from './expressions.ts';
import type { Policy, Shares } from './policy.ts';
import { readsOf } from './reads.ts';

/** What looks beyond the facts of the record itself. */
const BEYOND: ReadonlySet<Expr['k']> = new Set<Expr['k']>([
  'aggregate',
  'outcome',
  'tierOf',
  'ofRecord',
  'stepTime',
  'self',
]);

/**
 * The facts that alone, with what is bound, say who pays which part of a programme's cost: records that have them in common have
 * the shares in common. `null` where something else may make a difference.
 */
export function sharesReads(policy: Policy, shares: Shares): readonly Id[] | null {
  const facts = policy.subjects.flatMap((subject) => subject.facts);
  const bodies = new Map(policy.definitions.map(({ id, body }) => [id, body]));
  const roots = rootsOf(shares);
  if (!roots.every((root) => isOwn(root, bodies))) return null;
  const reads = readsOf(policy);
  const read = new Set(roots.flatMap((root) => reads(root)));
  const own = facts.filter(({ id }) => read.has(id));
  // One that stands in for what is not given reads facts of its own.
  return own.some(({ fallback }) => fallback !== undefined) ? null : own.map(({ id }) => id);
}

const rootsOf = ({ keys, rows }: Shares): readonly Expr[] => [
  ...keys,
  ...rows.flatMap(({ cases, parts }) => [
    ...cases.filter((one) => one !== null),
    ...('k' in parts ? [] : parts.map(({ share }) => share)),
  ]),
];

function isOwn(root: Expr, bodies: ReadonlyMap<Id, Expr>): boolean {
  for (const e of expressions(root)) {
    if (BEYOND.has(e.k)) return false;
    const body = e.k === 'def' ? bodies.get(e.def) : undefined;
    if (body !== undefined && !isOwn(body, bodies)) return false;
  }
  return true;
}
