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
 * ids of the new version, `given.former` in those of the old one; where parameters differ, both versions are to hold theirs
 * (`deployedWith`). Throws `InputErrors` where parameters do not fit a version.
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
    const run = async (own: Given): Promise<Comparison> => {
      const session = solver.session(timeout);
      const common = { before, after, moved, given: own, session, alike, ranking };
      try {
        return await new ProgrammeComparison(common, id).run();
      } finally {
        session.close();
      }
    };
    const found = await run(given);
    yield nobody(found) ? await run({ ...given, limits: { ...given.limits, list: LONG } }) : found;
  }
}

/** A cap or a count may only bite in a longer list: before it is said that nobody fares differently, such are looked at. */
const LONG = 8;

const nobody = ({ state, regions, lists }: Comparison): boolean =>
  state === 'compared' && regions.length === 0 && lists !== undefined && lists < LONG;

const selects = ({ programmes }: Policy, id: Id): boolean =>
  programmes.some((one) => one.id === id && (one.select ?? []).length > 0);
