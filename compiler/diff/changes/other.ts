import type { Id } from '../../../runtime/types.ts';
import type { Origin } from '../../ir/expressions.ts';
import type { Policy } from '../../ir/policy.ts';
import type { Change } from '../change.ts';
import type { Keys } from '../keys.ts';
import { change, type Versions } from '../versions.ts';
import { label, side } from '../words.ts';

interface Owner {
  readonly id: Id;
  readonly origin: Origin;
}

/** Nothing that decides may change unseen: what differs in a part for which no other change was found is told as such. */
export function otherChanges(v: Versions, found: readonly Change[]): readonly Change[] {
  const told = new Set(found.flatMap(({ owner, at }) => [owner, at]));
  return owners(v.before).flatMap((a) => {
    const b = owners(v.after).find(({ id }) => id === v.old.renamed(a.id));
    if (!b || told.has(b.id) || content(v.old, a) === content(v.fresh, b)) return [];
    const place = { at: b.id, owner: b.id, words: label(v.after, b.id) };
    return [
      change(
        'otherChanged',
        place,
        side(label(v.before, a.id), a.origin),
        side(label(v.after, b.id), b.origin),
      ),
    ];
  });
}

const owners = (policy: Policy): readonly Owner[] => [
  ...policy.programmes,
  ...policy.procedures,
  ...policy.duties,
  ...policy.definitions,
];

/** As written, so that what only reads a changed part is not told again. The order of steps and stages was told, or means nothing. */
function content(keys: Keys, item: Owner): string {
  const parts = Object.entries(item).filter(([key]) => key !== 'origin' && key !== 'id');
  const unordered = (part: unknown): unknown =>
    Array.isArray(part) ? part.map((one) => keys.written(one)).sort() : keys.written(part);
  return JSON.stringify(parts.map(([key, part]) => [key, unordered(part)]).sort());
}
