import type { Id } from '../../../runtime/types.ts';
import { Keys, partStates, renames, sameGround } from '../../diff/index.ts';
import type { Policy } from '../../ir/policy.ts';
import type { Given } from '../search/setting.ts';
import { TIMEOUT } from '../search/prove.ts';
import type { Solver } from '../search/solver.ts';
import { ProgrammeComparison } from './programme.ts';
import type { Comparison, Undecided } from './result.ts';
import { readsChanged } from './steady.ts';

/**
 * Compares every programme of two versions over all complete records: who fares differently, and that nobody else
 * does. `given` is told in the ids of the new version. Throws `InputErrors` where parameters do not fit a version.
 */
export async function* compareVersions(
  before: Policy,
  after: Policy,
  given: Given,
  solver: Solver,
  timeout: number = TIMEOUT,
): AsyncGenerator<Comparison> {
  const moved = renames(before, after);
  const parts = partStates(before, after);
  const changed = new Set(parts.flatMap(({ id, state }) => (state === 'same' ? [] : [id])));
  const [old, fresh] = [new Keys(before, moved), new Keys(after)];
  const ground = sameGround(before, after);
  const alike = (a: unknown, b: unknown): boolean => ground && old.meaning(a) === fresh.meaning(b);
  const chosen = chosenBetween(before, after);
  for (const { id, sort, state } of parts) {
    if (sort !== 'programme' || (state !== 'same' && state !== 'changed')) continue;
    const steady =
      state === 'same' && !readsChanged(before, id, changed) && !readsChanged(after, id, changed);
    const choice = chosen.get(id);
    const choiceSame = choice === undefined || (alike(before.choices, after.choices) && changed.size === 0);
    const ranking = [before, after].some((policy) =>
      policy.programmes.some((one) => one.id === id && (one.select ?? []).length > 0),
    );
    if (steady && choiceSame) {
      yield { programme: id, state: 'same', regions: [], because: [], narrowed: [], ranking };
      continue;
    }
    const because: readonly Undecided[] = choice ? [{ k: 'incomparable', what: 'choice', id: choice }] : [];
    const session = solver.session(timeout);
    try {
      const one = new ProgrammeComparison(
        { before, after, moved, given, session, alike, ranking, because },
        id,
      );
      yield await one.run();
    } finally {
      session.close();
    }
  }
}

/** Programmes that are only paid where no other benefit is, with the id of the choice. */
function chosenBetween(...versions: readonly Policy[]): ReadonlyMap<Id, Id> {
  return new Map(
    versions.flatMap(({ choices = [] }) =>
      choices.flatMap(({ id, members }) =>
        members.flatMap((member) => ('programme' in member ? [[member.programme, id] as const] : [])),
      ),
    ),
  );
}
