import type { Id } from '../../../runtime/types.ts';
import { Grounds, Keys, partStates, renames } from '../../diff/index.ts';
import type { Policy } from '../../ir/policy.ts';
import { TIMEOUT } from '../search/prove.ts';
import type { Given } from '../search/setting.ts';
import type { Solver } from '../search/solver.ts';
import { ProgrammeComparison } from './programme.ts';
import type { Comparison, Undecided } from './result.ts';

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
  const [old, fresh] = [new Grounds(before, new Keys(before, moved)), new Grounds(after, new Keys(after))];
  const alike = (a: unknown, b: unknown): boolean => old.of(piece(a)) === fresh.of(piece(b));
  const chosen = chosenBetween(before, after);
  for (const { id, sort, state } of partStates(before, after)) {
    if (sort !== 'programme' || (state !== 'same' && state !== 'changed')) continue;
    const ranking = [before, after].some((policy) =>
      policy.programmes.some((one) => one.id === id && (one.select ?? []).length > 0),
    );
    if (state === 'same') {
      yield { programme: id, state, regions: [], because: [], narrowed: [], ranking };
      continue;
    }
    const choice = chosen.get(id);
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

const piece = (content: unknown): { readonly id: Id } => Object.assign({ id: '' }, { content });

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
