import type { Reason } from '../../decision.ts';
import { type Candidate, isPossible, isSure, type Places } from './entry.ts';
import type { Ladder } from './ladder.ts';
import { compareKeys, type Direction } from './places.ts';
import type { Pool } from './pool.ts';

export type Standing3 = 'in' | 'out' | 'open';

/** One reading of what the file leaves open: ties at the cut kept out or not, failed tests refilled or not. */
export interface Reading {
  readonly tiesRefused: boolean;
  readonly refill: boolean;
}

/** How a stage treats its pool once ranked; holes are read every way there is. */
export interface StageShape {
  readonly directions: readonly Direction[];
  readonly ties: 'admit' | 'refuse' | { readonly hole: readonly Reason[] };
  /** Absent for a stage without `须`. */
  readonly refill?: boolean | { readonly hole: readonly Reason[] };
  readonly watch?: (turn: 'tie' | 'refill') => void;
}

interface Counts {
  readonly surely: number;
  readonly possibly: number;
}

/** How many others come before the row: surely at its best place, possibly at its worst. */
export function countBefore(
  row: Candidate,
  ladders: readonly Ladder[],
  shape: StageShape,
  ties: boolean,
  counted: { readonly possible: boolean; readonly sure: boolean },
): Counts {
  const { best, worst } = row.standing;
  const order = compareKeys(best, worst, shape.directions);
  // The row itself stands in the ladders; it does not come before itself.
  const selfPossible = counted.possible && (order < 0 || ties) ? 1 : 0;
  const selfSure = counted.sure && order === 0 && ties ? 1 : 0;
  let surely = -selfSure;
  let possibly = -selfPossible;
  for (const ladder of ladders) {
    surely += ladder.surelyBefore(best, ties);
    possibly += ladder.possiblyBefore(worst, ties);
  }
  return { surely, possibly };
}

/** In under every completion of what is unknown, out under every completion, or open, for `places` places. */
function standFor(
  row: Candidate,
  pools: readonly Pool[],
  shape: StageShape,
  reading: Reading,
  places: number | null,
): Standing3 {
  if (!isPossible(row) || row.must === 'no') return 'out';
  const sureOfGroup = isSure(row) && row.group.known !== null;
  const sure = sureOfGroup && (!reading.refill || row.must === 'yes');
  const ladders = pools.map((pool) => (reading.refill ? pool.passing : pool.ranking));
  const before = countBefore(row, ladders, shape, reading.tiesRefused, { possible: true, sure });
  if (places !== null && before.surely >= places) return 'out';
  const fits = places === null || before.possibly < places;
  return fits && isSure(row) && row.must === 'yes' ? 'in' : 'open';
}

function readings(shape: StageShape): readonly Reading[] {
  const ties = typeof shape.ties === 'object' ? [false, true] : [shape.ties === 'refuse'];
  const refills = typeof shape.refill === 'object' ? [false, true] : [shape.refill ?? false];
  return ties.flatMap((tiesRefused) => refills.map((refill) => ({ tiesRefused, refill })));
}

export interface Verdict {
  readonly result: Standing3;
  /** Holes of the file that alone would settle it. */
  readonly holes: readonly Reason[];
  /** Open because facts are unknown, its own or others'. */
  readonly unknown: boolean;
}

const allSame = (stands: readonly Standing3[]): boolean => new Set(stands).size <= 1;

/** The common case: nothing left open by the file itself. */
function judgeOnce(
  row: Candidate,
  pools: readonly Pool[],
  shape: StageShape,
  [only]: readonly Reading[],
  places: number,
): Verdict {
  const reading = only ?? { tiesRefused: false, refill: false };
  const result = standFor(row, pools, shape, reading, places);
  return { result, holes: [], unknown: result === 'open' };
}

/** The verdict that holds under every reading of the holes and for the fewest and the most places. */
export function judge(row: Candidate, pools: readonly Pool[], shape: StageShape, places: Places): Verdict {
  const numbers = places.min === places.max ? [places.min] : [places.min, places.max];
  if (shape.watch !== undefined) watchCut(row, pools, shape, places.min);
  const all = readings(shape);
  if (all.length === 1 && numbers.length === 1) return judgeOnce(row, pools, shape, all, places.min);
  const stands = all.map((reading) => numbers.map((number) => standFor(row, pools, shape, reading, number)));
  const flat = stands.flat();
  const first = flat[0] ?? 'open';
  const holes: Reason[] = [];
  if (stands.some((byNumber) => !allSame(byNumber))) holes.push(...places.reasons);
  if (differs(stands, all, 'tiesRefused') && typeof shape.ties === 'object') holes.push(...shape.ties.hole);
  if (differs(stands, all, 'refill') && typeof shape.refill === 'object') holes.push(...shape.refill.hole);
  return { result: allSame(flat) ? first : 'open', holes, unknown: flat.includes('open') };
}

/** Tells where the row stands or falls with how ties, or those who fail `须`, are read. */
function watchCut(row: Candidate, pools: readonly Pool[], shape: StageShape, places: number): void {
  const stand = (tiesRefused: boolean, refill: boolean): Standing3 =>
    standFor(row, pools, shape, { tiesRefused, refill }, places);
  const either = [false, true];
  if (either.some((refill) => stand(false, refill) !== stand(true, refill))) shape.watch?.('tie');
  if (shape.refill !== undefined && either.some((ties) => stand(ties, false) !== stand(ties, true)))
    shape.watch?.('refill');
}

/** Whether two readings that differ only in `what` come to different results. */
function differs(
  stands: readonly (readonly Standing3[])[],
  all: readonly Reading[],
  what: keyof Reading,
): boolean {
  const other: keyof Reading = what === 'refill' ? 'tiesRefused' : 'refill';
  return all.some((a, i) =>
    all.some(
      (b, j) => a[other] === b[other] && a[what] !== b[what] && String(stands[i]) !== String(stands[j]),
    ),
  );
}
