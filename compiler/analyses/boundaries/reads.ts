import { nodesOf } from '../../ir/nodes.ts';
import type { Policy } from '../../ir/policy.ts';
import { readsOf } from '../../ir/reads.ts';

/** Facts, circumstances and parameters behind whatever has the id, by id; nothing for an id that is not there. */
export function readsById(policy: Policy): (id: string) => readonly string[] {
  const reads = readsOf(policy);
  const owners = new Map<string, object>();
  index(policy, owners);
  const known = new Map<string, readonly string[]>();
  return (id) => {
    const before = known.get(id);
    if (before) return before;
    const owner = owners.get(id);
    const found = owner ? [...new Set([...nodesOf(owner)].flatMap((e) => reads(e)))] : [];
    known.set(id, found);
    return found;
  };
}

function index(part: unknown, owners: Map<string, object>): void {
  if (typeof part !== 'object' || part === null) return;
  if ('id' in part && typeof part.id === 'string' && !owners.has(part.id)) owners.set(part.id, part);
  for (const inner of Object.values(part)) index(inner, owners);
}
