import type { Applicant, Trial } from './applicant.ts';

/** An applicant with the goals reached that are of use. */
export interface Reaching {
  readonly applicant: Applicant;
  readonly goals: ReadonlySet<string>;
}

/** Applicants of whom none reaches only what another reaches too; of equal ones the first. */
export class Pool {
  #all: Reaching[] = [];

  get all(): readonly Reaching[] {
    return this.#all;
  }

  add({ applicant, goals }: Trial, wanted: ReadonlySet<string>): void {
    const mine = new Set([...goals].filter((goal) => wanted.has(goal)));
    if (mine.size === 0 || this.#all.some((other) => isWithin(mine, other.goals))) return;
    this.#all = this.#all.filter((other) => !isWithin(other.goals, mine));
    this.#all.push({ applicant, goals: mine });
  }
}

function isWithin(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size > b.size) return false;
  for (const goal of a) if (!b.has(goal)) return false;
  return true;
}
