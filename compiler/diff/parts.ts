import type { Id } from '../../runtime/types.ts';
import type { Policy } from '../ir/policy.ts';
import { Keys } from './keys.ts';
import { renames } from './renames.ts';

/** A programme, procedure, duty or target: whether any decision about it can differ between two versions. */
export interface PartState {
  readonly id: Id;
  readonly sort: 'programme' | 'procedure' | 'duty';
  /** `same`: it means the same, definitions looked through; `changed`: it may not. */
  readonly state: 'same' | 'changed' | 'added' | 'removed';
}

/**
 * Which parts of a policy are the same in both versions, by what they mean. A part that only reads a changed definition,
 * parameter, enumeration or unit is changed too.
 */
export function partStates(before: Policy, after: Policy): readonly PartState[] {
  const old = new Keys(before, renames(before, after));
  const fresh = new Keys(after);
  const [ground, newGround] = [common(before, old), common(after, fresh)];
  const sorts = [
    ['programme', before.programmes, after.programmes],
    ['procedure', before.procedures, after.procedures],
    ['duty', before.duties, after.duties],
  ] as const;
  return sorts.flatMap(([sort, a, b]) =>
    statesOf(
      sort,
      a,
      b,
      (x, y) => ground === newGround && old.meaning(bare(x)) === fresh.meaning(bare(y)),
      old,
    ),
  );
}

interface Part {
  readonly id: Id;
}

function statesOf(
  sort: PartState['sort'],
  before: readonly Part[],
  after: readonly Part[],
  same: (a: Part, b: Part) => boolean,
  old: Keys,
): readonly PartState[] {
  const kept = before.map((a): PartState => {
    const b = after.find(({ id }) => id === old.renamed(a.id));
    if (!b) return { id: a.id, sort, state: 'removed' };
    return { id: b.id, sort, state: same(a, b) ? 'same' : 'changed' };
  });
  const known = new Set(before.map(({ id }) => old.renamed(id)));
  const fresh = after.filter(({ id }) => !known.has(id));
  return [...kept, ...fresh.map(({ id }): PartState => ({ id, sort, state: 'added' }))];
}

const bare = ({ id, ...rest }: Part): object => rest;

/** What every part rests on: how facts are read, what parameters are worth, when the policy is in force. */
function common(policy: Policy, keys: Keys): string {
  const sorted = (list: readonly { readonly id: Id }[]): string =>
    list
      .map((item) => `${keys.renamed(item.id)} ${keys.meaning(bare(item))}`)
      .sort()
      .join('\n');
  const facts = policy.subjects.flatMap((subject) => subject.facts).filter((fact) => fact.fallback);
  return [
    sorted(policy.parameters.filter((item) => item.rows.length > 0)),
    sorted([...policy.circumstances.filter((fact) => fact.fallback), ...facts]),
    sorted(policy.units),
    sorted(policy.enums.filter((item) => item.ordered)),
    keys.meaning(policy.inForce ?? null),
    keys.meaning(policy.transitions),
  ].join('\n\n');
}
