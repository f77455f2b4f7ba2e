import { type Candidate, isOpen, isPossible, isSure } from './entry.ts';
import { Ladder } from './ladder.ts';
import type { Direction } from './places.ts';

/** One group of a stage: its ranking, the ranking of those who may pass `须`, and how much in it is open. */
export interface Pool {
  readonly ranking: Ladder;
  readonly passing: Ladder;
  /** Rows that may still move others. */
  readonly open: number;
}

/** Groups with a short list of possible ones are counted in each; beyond that a row counts in every group. */
const MOST_OPTIONS = 8;

export interface Pools {
  readonly of: (group: string) => Pool;
  /** Rows whose group is not known at all: possible competitors everywhere. */
  readonly anywhere: Pool;
}

/** The groups a row may be in, or `null` when it may be in any. */
export function groupsOf(row: Candidate): readonly string[] | null {
  if (row.group.known !== null) return [row.group.known];
  const { options } = row.group;
  return options !== null && options.length <= MOST_OPTIONS ? options : null;
}

function makePool(rows: readonly Candidate[], directions: readonly Direction[]): Pool {
  const sure = (row: Candidate) => isSure(row) && row.group.known !== null;
  const possible = rows.filter(isPossible);
  const standing = (row: Candidate) => row.standing;
  const passing = possible.filter((row) => row.must !== 'no');
  return {
    ranking: new Ladder(possible.map(standing), possible.filter(sure).map(standing), directions),
    passing: new Ladder(
      passing.map(standing),
      passing.filter((row) => sure(row) && row.must === 'yes').map(standing),
      directions,
    ),
    open: possible.filter(isOpen).length,
  };
}

/** Sorts every group once. Groups of which only uncertain members are known have a pool too. */
export function makePools(rows: readonly Candidate[], directions: readonly Direction[]): Pools {
  const groups = new Map<string, Candidate[]>();
  const anywhere: Candidate[] = [];
  for (const row of rows) {
    const names = groupsOf(row);
    if (names === null) anywhere.push(row);
    for (const name of names ?? []) {
      const members = groups.get(name);
      if (members === undefined) groups.set(name, [row]);
      else members.push(row);
    }
  }
  const pools = new Map<string, Pool>();
  for (const [name, members] of groups) pools.set(name, makePool(members, directions));
  const empty = makePool([], directions);
  return { of: (group) => pools.get(group) ?? empty, anywhere: makePool(anywhere, directions) };
}
