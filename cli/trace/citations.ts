import type { Policy } from '../../compiler/index.ts';
import type { Id } from '../../runtime/types.ts';

/** Something in a policy that rests on clauses. `line` is one-based. */
export interface Citation {
  readonly id: Id;
  readonly line: number;
  readonly cites: readonly string[];
}

/** Every part of a policy that cites a clause, in the order of the file. What a library cites are clauses of something else. */
export function citationsIn(policy: Policy): readonly Citation[] {
  const found = new Map<string, Citation>();
  walk(policy, policy.id, (citation) => {
    if (citation.cites.length > 0) found.set(`${citation.line} ${citation.id}`, citation);
  });
  return [...found.values()].sort((a, b) => a.line - b.line);
}

/** Parts without an id of their own (`发放`, `分担`) go by the id of what holds them; `施行` by `inForce`. */
function walk(node: unknown, holder: Id, take: (citation: Citation) => void): void {
  if (Array.isArray(node)) {
    for (const item of node) walk(item, holder, take);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const id = 'id' in node && typeof node.id === 'string' ? node.id : holder;
  const origin = 'origin' in node && isOrigin(node.origin) ? node.origin : undefined;
  if (origin && origin.file === undefined && isLine(node)) take({ id, ...pick(origin) });
  for (const [key, value] of Object.entries(node)) {
    if (key !== 'origin' && key !== 'names') walk(value, key === 'inForce' ? key : id, take);
  }
}

/** Parts of an expression repeat the cites of the line they stand in; only lines are counted. */
const isLine = (node: object): boolean => !('k' in node) || node.k === 'rule';

interface Origin {
  readonly line: number;
  readonly file?: string;
  readonly cites: readonly string[];
}

const isOrigin = (value: unknown): value is Origin =>
  typeof value === 'object' && value !== null && 'cites' in value && 'line' in value;

const pick = ({ line, cites }: Origin): Origin => ({ line, cites });

/** Every id that a clause list may name. */
export function idsIn(policy: Policy): ReadonlySet<Id> {
  const ids = new Set<Id>(Object.keys(policy.names));
  walkIds(policy, ids);
  return ids;
}

function walkIds(node: unknown, ids: Set<Id>): void {
  if (typeof node !== 'object' || node === null) return;
  if ('id' in node && typeof node.id === 'string') ids.add(node.id);
  for (const value of Object.values(node)) walkIds(value, ids);
}
