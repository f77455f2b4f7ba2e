import type { Reaching } from './pool.ts';

/** Choices looked at before the best so far is taken. */
const LIMIT = 2000;

/**
 * The fewest of them that reach every goal which any of them reaches. Exact while that can be told within so many choices, which
 * goal by goal asks who reaches it; else at most the harmonic number of the greatest reach times the fewest, as taking each time
 * the one with most to add is. Either way none of them can be left out.
 */
export function fewest(
  pool: readonly Reaching[],
  goals: ReadonlySet<string>,
  limit = LIMIT,
): readonly Reaching[] {
  const open = new Set([...goals].filter((goal) => pool.some((one) => one.goals.has(goal))));
  return new Cover(pool, open, limit).best;
}

class Cover {
  best: readonly Reaching[];
  private left: number;
  private readonly reaching: ReadonlyMap<string, readonly Reaching[]>;

  constructor(pool: readonly Reaching[], goals: ReadonlySet<string>, limit: number) {
    this.left = limit;
    this.reaching = new Map([...goals].map((goal) => [goal, pool.filter((one) => one.goals.has(goal))]));
    this.best = irreducible(greedy(pool, goals), goals);
    this.extend([], goals);
    const needed = irreducible(this.best, goals);
    // In the order in which they were found: the plainest first.
    this.best = pool.filter((one) => needed.includes(one));
  }

  private extend(chosen: readonly Reaching[], open: ReadonlySet<string>): void {
    if (open.size === 0) {
      if (chosen.length < this.best.length) this.best = chosen;
      return;
    }
    if (--this.left < 0 || chosen.length + this.least(open) >= this.best.length) return;
    const goal = [...open].reduce((a, b) => (this.choices(b).length < this.choices(a).length ? b : a));
    const byGain = this.choices(goal).map((one) => ({ one, gain: gainOf(one, open) }));
    for (const { one } of byGain.sort((a, b) => b.gain - a.gain))
      this.extend([...chosen, one], new Set([...open].filter((other) => !one.goals.has(other))));
  }

  private choices(goal: string): readonly Reaching[] {
    return this.reaching.get(goal) ?? [];
  }

  /** Fewer than these cannot do: goals of which no two are reached by one applicant. */
  private least(open: ReadonlySet<string>): number {
    const taken = new Set<Reaching>();
    let least = 0;
    for (const goal of [...open].sort((a, b) => this.choices(a).length - this.choices(b).length)) {
      const who = this.choices(goal);
      if (who.some((one) => taken.has(one))) continue;
      least += 1;
      for (const one of who) taken.add(one);
    }
    return least;
  }
}

const gainOf = ({ goals }: Reaching, open: ReadonlySet<string>): number => {
  let gain = 0;
  for (const goal of goals) if (open.has(goal)) gain += 1;
  return gain;
};

function greedy(pool: readonly Reaching[], goals: ReadonlySet<string>): readonly Reaching[] {
  const open = new Set(goals);
  const chosen: Reaching[] = [];
  while (open.size > 0) {
    const best = pool.reduce<{ one: Reaching | null; gain: number }>(
      (so, one) => {
        const gain = gainOf(one, open);
        return gain > so.gain ? { one, gain } : so;
      },
      { one: null, gain: 0 },
    );
    if (!best.one) break;
    chosen.push(best.one);
    for (const goal of best.one.goals) open.delete(goal);
  }
  return chosen;
}

/** Without those whose goals the others reach as well. */
function irreducible(chosen: readonly Reaching[], goals: ReadonlySet<string>): readonly Reaching[] {
  return chosen.reduce((kept, one) => {
    const others = kept.filter((other) => other !== one);
    const covered = [...one.goals].every(
      (goal) => !goals.has(goal) || others.some((other) => other.goals.has(goal)),
    );
    return covered ? others : kept;
  }, chosen);
}
