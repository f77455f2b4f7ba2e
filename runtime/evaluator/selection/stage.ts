import type { Reason, StageResult } from '../../decision.ts';
import { distinctReasons } from '../reasons.ts';
import { type Candidate, isOpen, isPossible } from './entry.ts';
import { compareKeys, type Place } from './places.ts';
import { groupsOf, makePools, type Pool, type Pools } from './pool.ts';
import { countBefore, judge, type StageShape, type Verdict } from './verdict.ts';

export interface RankedStage extends StageShape {
  readonly id: string;
  readonly cites: readonly string[];
  /** The notice names no order: ranks say nothing about a single row. */
  readonly unordered: boolean;
  readonly printKeys: (keys: readonly Place[]) => readonly string[];
}

export type StageVerdict = 'in' | 'out' | 'undetermined' | 'notInPool';

/** Results of one stage, by position of the candidate. */
export interface StageRun {
  readonly verdict: (index: number) => StageVerdict;
  readonly result: (index: number) => StageResult;
}

const VERDICTS = { in: 'in', out: 'out', open: 'undetermined' } as const;

/** Verdict over every group the row may belong to. */
function judgeEverywhere(row: Candidate, pools: Pools, stage: RankedStage): Verdict {
  const groups = groupsOf(row);
  if (groups === null) return { result: row.must === 'no' ? 'out' : 'open', holes: [], unknown: true };
  const verdicts = groups.map((group) => judge(row, [pools.of(group), pools.anywhere], stage, row.places));
  const results = new Set(verdicts.map((each) => each.result));
  const [only] = results;
  return {
    result: results.size === 1 && only !== undefined ? only : 'open',
    holes: verdicts.flatMap((each) => each.holes),
    unknown: results.size > 1 || verdicts.some((each) => each.unknown),
  };
}

/** Sort keys of the last row of each group that is surely in and whose keys are settled. */
function cutOffs(
  rows: readonly Candidate[],
  verdicts: readonly Verdict[],
  stage: RankedStage,
): ReadonlyMap<string, readonly Place[]> {
  const last = new Map<string, readonly Place[]>();
  if (stage.unordered) return last;
  rows.forEach((row, index) => {
    const { best, worst } = row.standing;
    if (verdicts[index]?.result !== 'in' || row.group.known === null || best !== worst) return;
    const so = last.get(row.group.known);
    if (so === undefined || compareKeys(so, worst, stage.directions) < 0) last.set(row.group.known, worst);
  });
  return last;
}

function whyOpen(row: Candidate, verdict: Verdict, others: number, stage: string): readonly Reason[] {
  if (verdict.result !== 'open') return [];
  const unknown = verdict.unknown
    ? [...row.reasons, ...(others > 0 ? [{ kind: 'population', stage } as const] : [])]
    : [];
  return distinctReasons([...verdict.holes, ...unknown]);
}

function rankOf(row: Candidate, pools: readonly Pool[], stage: RankedStage): StageResult['rank'] {
  const ladders = pools.map((pool) => pool.ranking);
  const before = countBefore(row, ladders, stage, false, { possible: true, sure: row.member === 'yes' });
  return { best: 1 + before.surely, worst: 1 + before.possibly };
}

/** Cuts every group of a stage. Time n log n; the same result for a row whatever the order of the rows. */
export function runStage(rows: readonly Candidate[], stage: RankedStage): StageRun {
  const pools = makePools(rows, stage.directions);
  const verdicts = rows.map((row) => judgeEverywhere(row, pools, stage));
  const last = cutOffs(rows, verdicts, stage);
  const verdict = (index: number): StageVerdict => {
    const row = rows[index];
    return row !== undefined && isPossible(row) ? VERDICTS[verdicts[index]?.result ?? 'open'] : 'notInPool';
  };
  return {
    verdict,
    result: (index) => {
      const row = rows[index];
      const found = verdicts[index];
      if (row === undefined || found === undefined) throw new RangeError(`no row ${index}`);
      return describe(row, found, verdict(index), pools, stage, last);
    },
  };
}

function describe(
  row: Candidate,
  found: Verdict,
  result: StageVerdict,
  pools: Pools,
  stage: RankedStage,
  last: ReadonlyMap<string, readonly Place[]>,
): StageResult {
  const known = row.group.known;
  const around = known === null ? [] : [pools.of(known), pools.anywhere];
  const open = around.reduce((sum, pool) => sum + pool.open, 0) - (isOpen(row) ? 1 : 0);
  const keys = known === null ? undefined : last.get(known);
  const inPool = result !== 'notInPool';
  return {
    id: stage.id,
    result,
    cites: stage.cites,
    group: row.group.known === null ? [] : row.group.printed,
    places: { min: row.places.min, max: row.places.max },
    rank: inPool && known !== null ? rankOf(row, around, stage) : null,
    cutOff: keys === undefined ? null : stage.printKeys(keys),
    reasons: inPool ? whyOpen(row, found, open, stage.id) : [],
  };
}
