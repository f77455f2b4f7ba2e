import type { Range, StageResult } from '../decision.ts';
import { compareExact, type Exact, minus, parseExact } from '../exact.ts';
import type { GroupSummary } from '../register-summary.ts';
import type { Id } from '../types.ts';

interface Group {
  readonly group: readonly string[];
  places: Range;
  readonly counts: { in: number; undetermined: number; out: number };
}

type End = number | string | null;

const read = (end: number | string): Exact => parseExact(String(end)) ?? 0;

const pick = (a: End, b: End, wanted: -1 | 1): End => {
  if (a === null || b === null) return null;
  return compareExact(read(a), read(b)) === wanted ? a : b;
};

/** Rows whose group is not settled may each have another number of places in view. */
const hullOf = (a: Range, b: Range): Range => ({
  min: pick(a.min, b.min, -1),
  max: pick(a.max, b.max, 1),
});

/** Places of one programme over a register, by stage and group. */
export class PlacesSum {
  readonly #stages = new Map<Id, Map<string, Group>>();

  add(stages: readonly StageResult[]): void {
    for (const stage of stages) {
      const groups = this.#stages.get(stage.id) ?? new Map<string, Group>();
      this.#stages.set(stage.id, groups);
      const { group, result } = stage;
      const key = JSON.stringify(group);
      const found = groups.get(key);
      const counts = found?.counts ?? { in: 0, undetermined: 0, out: 0 };
      const places = found === undefined ? stage.places : hullOf(found.places, stage.places);
      groups.set(key, { group, places, counts });
      if (result !== 'notInPool') counts[result] += 1;
    }
  }

  summary(): { readonly [stage: string]: readonly GroupSummary[] } {
    return Object.fromEntries([...this.#stages].map(([id, groups]) => [id, groupsOf(groups)]));
  }
}

/** In a stage that groups, a row outside the pool whose group is not settled says nothing of any places. */
function groupsOf(groups: ReadonlyMap<string, Group>): readonly GroupSummary[] {
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  const ranked = ({ counts }: Group): boolean => counts.in + counts.undetermined + counts.out > 0;
  const astray = sorted.some(({ group }) => group.length > 0)
    ? (sorted.find(({ group }) => group.length === 0)?.counts.undetermined ?? 0)
    : 0;
  return sorted
    .filter((one) => one.group.length > 0 || sorted.length === 1 || ranked(one))
    .map((one) => groupSummary(one, one.group.length > 0 ? astray : 0));
}

/** Every row that may have a place may take one; those whose group is not settled, in any group. */
const groupSummary = ({ group, places, counts }: Group, astray: number): GroupSummary => ({
  group,
  places,
  free: {
    min: left(places.min, counts.in + counts.undetermined + astray),
    max: left(places.max, counts.in),
  },
  ...counts,
});

function left(places: End, taken: number): End {
  if (places === null) return null;
  const rest = minus(read(places), taken);
  return typeof rest === 'number' ? Math.max(0, rest) : 0;
}
