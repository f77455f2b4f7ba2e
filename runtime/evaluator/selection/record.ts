import type { Reason, TruthName } from '../../decision.ts';
import type { Case, StageRules } from '../../rules.ts';
import { reasonsOf, truthName } from '../../truth.ts';
import type { Truth } from '../../value.ts';
import type { Entry, Places } from './entry.ts';
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

/** Places by stage and group: they depend on nothing else (surface §4 rule 20). */
export type PlacesCache = Map<string, Places>;

function cachedPlaces(stage: StageRules, c: Case, group: string | null, cache: PlacesCache): Places {
  if (group === null) return placesOf(stage, c);
  const key = `${stage.id} ${group}`;
  const found = cache.get(key);
  if (found !== undefined) return found;
  const places = placesOf(stage, c);
  cache.set(key, places);
  return places;
}

function entryOf(stage: StageRules, c: Case, cache: PlacesCache, inPool: boolean): Entry {
  const group = groupOf(stage, c);
  const places = cachedPlaces(stage, c, group.membership.known, cache);
  const shared = { group: group.membership, places };
  if (!inPool) return { ...shared, only: 'no', must: 'no', standing: ANYWHERE, reasons: [] };
  const only = stage.only?.(c) ?? true;
  const must = stage.must?.(c) ?? true;
  const { standing, reasons } = standingOf(stage.order, c);
  const open = [...reasonsOf(only), ...reasonsOf(must), ...group.reasons, ...reasons];
  return { ...shared, only: truthName(only), must: truthName(must), standing, reasons: open };
}

/** Reads from one record all that its selection will need; the record itself can then be let go. */
export function rankingRecord(
  stages: readonly StageRules[],
  c: Case,
  eligible: Truth,
  cache: PlacesCache,
): RankingRecord {
  return {
    eligible: truthName(eligible),
    reasons: reasonsOf(eligible),
    stages: stages.map((stage) => entryOf(stage, c, cache, eligible !== false)),
  };
}
