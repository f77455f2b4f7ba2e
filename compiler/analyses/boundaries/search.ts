import type { PolicyMeta } from '../../../runtime/types.ts';
import type { Applicant, Trial, Try } from './applicant.ts';
import { type Hunt, movesAt } from './moves.ts';
import { Pool, type Reaching } from './pool.ts';
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

/** Decisions made, once all is reached that will be, for applicants who reach much at once. */
const SPARE = 400;

/**
 * Applicants who reach new goals, found by changing one thing at a time of those already known: all who were tried and reach any,
 * so that few can be chosen among them.
 */
export function search(seeds: readonly Applicant[], of: Search): readonly Reaching[] {
  return new Hunting(of).from(seeds);
}

class Hunting {
  private readonly wanted: ReadonlySet<string>;
  private readonly open: Set<string>;
  private readonly pool = new Pool();
  private readonly known = new Set<string>();
  /** Who reached something new, and everybody. */
  private readonly queue: Trial[] = [];
  private readonly everybody: Trial[] = [];
  private left: number;

  constructor(private readonly of: Search) {
    this.wanted = new Set([...of.goals].filter((goal) => !of.reached.has(goal)));
    this.open = new Set(this.wanted);
    this.left = of.budget;
  }

  from(seeds: readonly Applicant[]): readonly Reaching[] {
    for (const seed of seeds) for (const bare of withheld(seed)) this.consider(bare, false);
    for (const seed of seeds) this.begin(seed);
    this.spread(this.queue, this.open);
    this.left = Math.min(this.left, SPARE);
    this.spread(this.everybody, this.wanted);
    return this.pool.all;
  }

  /** Everybody one change away from those in the queue, which grows on the way. */
  private spread(queue: readonly Trial[], goals: ReadonlySet<string>): void {
    for (let i = 0; i < queue.length && this.left > 0 && goals.size > 0; i += 1) {
      const trial = queue[i];
      if (!trial) return;
      for (const slot of usefulSlots(trial, this.of, goals))
        for (const applicant of movesAt(trial, slot, huntFor(goals, this.of.meta, this.attempt)))
          this.consider(applicant);
    }
  }

  private readonly attempt: Try = (applicant) => {
    this.left -= 1;
    return this.of.attempt(applicant);
  };

  private consider(applicant: Applicant, goOn = true): void {
    const key = JSON.stringify(applicant);
    if (this.known.has(key) || this.left <= 0) return;
    this.known.add(key);
    const trial = this.attempt(applicant);
    if (trial === null) return;
    this.pool.add(trial, this.wanted);
    if (this.everybody.length < SPARE) this.everybody.push(trial);
    const fresh = [...trial.goals].filter((goal) => this.open.has(goal));
    for (const goal of fresh) this.open.delete(goal);
    if (goOn && fresh.length > 0) this.queue.push(trial);
  }

  /** From what is known the search goes on whatever it reaches. */
  private begin(seed: Applicant): void {
    this.known.add(JSON.stringify(seed));
    const trial = this.of.attempt(seed);
    if (trial === null) return;
    this.pool.add(trial, this.wanted);
    for (const goal of trial.goals) this.open.delete(goal);
    this.queue.push(trial);
    if (this.everybody.length < SPARE) this.everybody.push(trial);
  }
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
