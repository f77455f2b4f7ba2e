import type { PolicyMeta } from '../../../runtime/types.ts';
import type { Applicant, Trial, Try } from './applicant.ts';
import { type Hunt, movesAt } from './moves.ts';
import { type Slot, slotsOf } from './slots.ts';

export interface Search {
  readonly meta: PolicyMeta;
  readonly steps: readonly string[];
  readonly attempt: Try;
  /** Everything worth reaching. */
  readonly goals: ReadonlySet<string>;
  /** What somebody reaches already. */
  readonly reached: ReadonlySet<string>;
  /** Facts, circumstances and parameters that a goal hangs on. */
  readonly readsOf: (goal: string) => readonly string[];
  /** Decisions that may be made. */
  readonly budget: number;
}

/** Applicants who together reach new goals, found by changing one thing at a time of those already known. */
export function search(seeds: readonly Applicant[], { goals, budget, ...rest }: Search): readonly Trial[] {
  const open = new Set([...goals].filter((goal) => !rest.reached.has(goal)));
  const found: Trial[] = [];
  const known = new Set<string>();
  let left = budget;
  const attempt: Try = (applicant) => {
    left--;
    return rest.attempt(applicant);
  };
  const queue: Trial[] = [];
  const consider = (applicant: Applicant, goOn = true): void => {
    const key = JSON.stringify(applicant);
    if (known.has(key) || left <= 0) return;
    known.add(key);
    const trial = attempt(applicant);
    const fresh = trial === null ? [] : [...trial.goals].filter((goal) => open.has(goal));
    if (trial === null || fresh.length === 0) return;
    for (const goal of fresh) open.delete(goal);
    found.push(trial);
    if (goOn) queue.push(trial);
  };
  for (const seed of seeds) for (const bare of withheld(seed)) consider(bare, false);
  for (const seed of seeds) {
    const trial = rest.attempt(seed);
    if (trial) queue.push(trial);
  }
  for (let trial = queue.shift(); trial && left > 0 && open.size > 0; trial = queue.shift())
    for (const slot of usefulSlots(trial, rest, open))
      for (const applicant of movesAt(trial, slot, huntFor(open, rest.meta, attempt))) consider(applicant);
  return found;
}

/** Nothing known of the applicant but what kind of applicant it is. */
const withheld = (seed: Applicant): readonly Applicant[] => [{ ...seed, facts: {} }];

function usefulSlots(
  { applicant }: Trial,
  { meta, steps, readsOf }: Pick<Search, 'meta' | 'steps' | 'readsOf'>,
  open: ReadonlySet<string>,
): readonly Slot[] {
  const useful = new Set([...open].flatMap(readsOf));
  return slotsOf(applicant, meta, steps).filter(
    ({ part, path }) => part === 'asOf' || part === 'events' || useful.has(String(path[0])),
  );
}

const huntFor = (open: ReadonlySet<string>, meta: PolicyMeta, attempt: Try): Hunt => ({
  meta,
  attempt,
  openBoundaries: new Set([...open].map((goal) => goal.replace(/ (at|below|above)$/, ''))),
  wantsLastDays: [...open].some((goal) => /^(step|deadline|duty) /.test(goal)),
  wantsMonthEnds: [...open].some((goal) => / (clipped|leapDay)$/.test(goal)),
});

/** The fewest of them, as near as choosing the one with most to add each time comes. */
export function fewest(trials: readonly Trial[], goals: ReadonlySet<string>): readonly Trial[] {
  const open = new Set([...goals].filter((goal) => trials.some((trial) => trial.goals.has(goal))));
  const chosen: Trial[] = [];
  while (open.size > 0) {
    const best = trials.reduce<{ trial: Trial | null; gain: number }>(
      (so, trial) => {
        const gain = [...trial.goals].filter((goal) => open.has(goal)).length;
        return gain > so.gain ? { trial, gain } : so;
      },
      { trial: null, gain: 0 },
    );
    if (!best.trial) break;
    chosen.push(best.trial);
    for (const goal of best.trial.goals) open.delete(goal);
  }
  return chosen;
}

/** Applicants one change away, in what any of `reads` stands for, in the date or in a step. */
export function* movesFrom(
  trial: Trial,
  meta: PolicyMeta,
  steps: readonly string[],
  reads: ReadonlySet<string>,
  attempt: Try,
): Generator<Applicant> {
  const openBoundaries = new Set(trial.distances.keys());
  const hunt: Hunt = { meta, attempt, openBoundaries, wantsLastDays: true, wantsMonthEnds: true };
  for (const slot of slotsOf(trial.applicant, meta, steps)) {
    const dated = slot.part === 'asOf' || slot.part === 'events';
    if (dated || reads.has(String(slot.path[0]))) yield* movesAt(trial, slot, hunt);
  }
}
