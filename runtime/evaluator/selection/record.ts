import type { Reason, TruthName } from '../../decision.ts';
import type { Case, StageRules } from '../../rules.ts';
import { reasonsOf, truthName } from '../../truth.ts';
import type { Truth } from '../../value.ts';
import type { Entry, Membership, Places } from './entry.ts';
import { groupOf } from './group.ts';
import { placesOf } from './limits.ts';
import { ANYWHERE } from './places.ts';
import { standingOf } from './standing.ts';

/** What selection keeps of one applicant for one programme. */
export interface RankingRecord {
  readonly eligible: TruthName;
  readonly reasons: readonly Reason[];
  readonly stages: readonly Entry[];
}

/** What all rows of one group share: its places depend on nothing else (surface §4 rule 20). */
interface SharedGroup {
  readonly group: Membership;
  readonly places: Places;
  /** The entry of every row of the group that is not in the pool. */
  readonly outside: Entry;
}

/** Groups by stage and keys, so that a register keeps each of them once. */
export type GroupCache = Map<string, SharedGroup>;

const NO_REASONS: readonly Reason[] = [];

/** A record to be ranked; `shared` sees the parameters that all of the register share. */
interface Ranked {
  readonly case: Case;
  readonly shared: Case;
}

function makeGroup(stage: StageRules, c: Case, group: Membership): SharedGroup {
  const places = placesOf(stage, c);
  const closed = { only: 'no', must: 'no', standing: ANYWHERE, reasons: NO_REASONS } as const;
  return { group, places, outside: { group, places, ...closed } };
}

function sharedGroup(
  stage: StageRules,
  { shared }: Ranked,
  group: Membership,
  cache: GroupCache,
): SharedGroup {
  if (group.known === null) return makeGroup(stage, shared, group);
  const key = `${stage.id} ${group.known}`;
  const found = cache.get(key);
  if (found !== undefined) return found;
  const made = makeGroup(stage, shared, group);
  cache.set(key, made);
  return made;
}

function entryOf(stage: StageRules, of: Ranked, cache: GroupCache, inPool: boolean): Entry {
  const c = of.case;
  const { membership, reasons: groupReasons } = groupOf(stage, c);
  const { group, places, outside } = sharedGroup(stage, of, membership, cache);
  if (!inPool) return outside;
  const only = stage.only?.(c) ?? true;
  const must = stage.must?.(c) ?? true;
  const { standing, reasons } = standingOf(stage.order, c);
  const open = [...reasonsOf(only), ...reasonsOf(must), ...groupReasons, ...reasons];
  return {
    group,
    places,
    only: truthName(only),
    must: truthName(must),
    standing,
    reasons: open.length === 0 ? NO_REASONS : open,
  };
}

/** Reads from one record all that its selection will need; the record itself can then be let go. */
export function rankingRecord(
  stages: readonly StageRules[],
  of: Ranked,
  eligible: Truth,
  cache: GroupCache,
): RankingRecord {
  return {
    eligible: truthName(eligible),
    reasons: reasonsOf(eligible),
    stages: stages.map((stage) => entryOf(stage, of, cache, eligible !== false)),
  };
}
