import type { Id } from '../../../runtime/types.ts';
import { partStates, renames } from '../../diff/index.ts';
import type { Policy } from '../../ir/policy.ts';
import { TIMEOUT } from '../search/prove.ts';
import type { Given } from '../search/setting.ts';
import type { Solver } from '../search/solver.ts';
import { alikeIn, asidesOf, comparedAlike } from './apart.ts';
import { ProgrammeComparison } from './programme.ts';
import type { Comparison } from './result.ts';

/**
 * Compares every programme of two versions over all complete records: who fares differently, and that nobody else
 * does. Of a programme whose eligibility, tier, money and dates mean the same nothing is asked. `given` is told in the
 * ids of the new version. Throws `InputErrors` where parameters do not fit a version.
 */
export async function* compareVersions(
  before: Policy,
  after: Policy,
  given: Given,
  solver: Solver,
  timeout: number = TIMEOUT,
): AsyncGenerator<Comparison> {
  const moved = renames(before, after);
  const alike = alikeIn(before, after, moved);
  for (const { id, sort, state } of partStates(before, after)) {
    if (sort !== 'programme' || (state !== 'same' && state !== 'changed')) continue;
    const ranking = [before, after].some((policy) => selects(policy, id));
    if (state === 'same' || comparedAlike(before, after, id, alike)) {
      const aside = state === 'same' ? [] : asidesOf(before, after, id, alike);
      yield { programme: id, state: 'same', regions: [], because: [], aside, narrowed: [], ranking };
      continue;
    }
    const session = solver.session(timeout);
    try {
      yield await new ProgrammeComparison({ before, after, moved, given, session, alike, ranking }, id).run();
    } finally {
      session.close();
    }
  }
}

const selects = ({ programmes }: Policy, id: Id): boolean =>
  programmes.some((one) => one.id === id && (one.select ?? []).length > 0);
