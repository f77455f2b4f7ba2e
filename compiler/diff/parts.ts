import type { Id } from '../../runtime/types.ts';
import type { Policy } from '../ir/policy.ts';
import { Grounds } from './grounds.ts';
import { Keys } from './keys.ts';
import { renames } from './renames.ts';

/** A programme, procedure, duty or target: whether any decision about it can differ between two versions. */
export interface PartState {
  readonly id: Id;
  readonly sort: 'programme' | 'procedure' | 'duty';
  /** `same`: it means the same, with all that it rests on; `changed`: it may not. */
  readonly state: 'same' | 'changed' | 'added' | 'removed';
}

/**
 * Which parts of a policy are the same in both versions, by what they mean. A part that only reads a changed definition,
 * fact, parameter, enumeration, unit or part is changed too.
 */
export function partStates(before: Policy, after: Policy): readonly PartState[] {
  const old = new Keys(before, renames(before, after));
  const [ground, newGround] = [new Grounds(before, old), new Grounds(after, new Keys(after))];
  const sorts = [
    ['programme', before.programmes, after.programmes],
    ['procedure', before.procedures, after.procedures],
    ['duty', before.duties, after.duties],
  ] as const;
  return sorts.flatMap(([sort, a, b]) =>
    statesOf(sort, a, b, (x, y) => ground.of(x) === newGround.of(y), old),
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
