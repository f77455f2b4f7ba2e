import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Comparison, openZ3, type Region, type Solver } from '../../compiler/index.ts';
import { amountPairs } from '../diff/notices/amounts.ts';
import { conditionPairs } from '../diff/notices/conditions.ts';
import { factPairs } from '../diff/notices/facts.ts';
import { type NoticePair, versions } from '../diff/notices/kit.ts';
import { refactorings } from '../diff/notices/refactorings.ts';
import { restPairs } from '../diff/notices/rest.ts';
import { compared, counting, shownBy, witnessOf } from './comparing.ts';
import { firstPairs } from './notices/first.ts';
import { besideOf, type Expected, type RegionPair } from './notices/kit.ts';
import { rewordings } from './notices/rewording.ts';
import { secondPairs } from './notices/second.ts';
import { thirdPairs } from './notices/third.ts';

let z3: Awaited<ReturnType<typeof openZ3>>;
beforeAll(async () => {
  z3 = await openZ3();
});
afterAll(() => z3.close());

const known = [...conditionPairs, ...amountPairs, ...factPairs, ...restPairs];
const pairs = [...firstPairs, ...secondPairs, ...thirdPairs];

function pairOf({ notice, title, edits }: RegionPair): NoticePair {
  if (edits) return { notice, title, edits, zh: [], changed: [] };
  const found = known.find((one) => one.notice === notice && one.title === title);
  if (!found) throw new Error(`no change of ${notice} is called ${title}`);
  return found;
}

async function comparisonsOf(pair: NoticePair, solver: Solver): Promise<readonly Comparison[]> {
  const [before, after] = versions(pair);
  return compared(before, after, solver, besideOf(pair.notice, after));
}

/** The witness as a number where several applicants are as near. */
function told(region: Region, expected: readonly Expected[]): Expected {
  const is = shownBy(region);
  const witness = witnessOf(region);
  const counted = expected.some((one) => one.is === is && typeof one.witness === 'number');
  return { is, witness: counted ? Object.keys(witness).length : witness };
}

const sorted = (list: readonly Expected[]): readonly Expected[] =>
  [...list].sort((a, b) => (a.is < b.is ? -1 : a.is > b.is ? 1 : 0));

function undecidedOf({ because, tried }: Comparison): readonly string[] {
  const why = because.map((one) => (one.k === 'outside' ? one.outside.why : one.k));
  return [[...new Set(why)].join(), ...(tried?.found ?? []).map(({ kind }) => kind)];
}

describe('who fares differently by a change of a real notice, and that nobody else does', () => {
  test.each(pairs)('$notice $title', async (pair) => {
    const found = await comparisonsOf(pairOf(pair), z3);
    const { regions, undecided = {} } = pair;
    const changed = found.filter((one) => one.regions.length > 0);
    const said = changed.map(
      ({ programme, regions: own }) =>
        [programme, sorted(own.map((region) => told(region, regions[programme] ?? [])))] as const,
    );
    expect(Object.fromEntries(said)).toEqual(
      Object.fromEntries(Object.entries(regions).map(([id, list]) => [id, sorted(list)])),
    );
    const open = found.filter(({ state }) => state !== 'same' && state !== 'compared');
    expect(Object.fromEntries(open.map((one) => [one.programme, undecidedOf(one)]))).toEqual(undecided);
    expect(changed.flatMap(({ regions: own }) => own).every(({ smallest }) => smallest)).toBe(true);
  });

  test('at least forty, and every notice', () => {
    const all = Array.from({ length: 19 }, (_, i) => String(i + 1).padStart(2, '0'));
    expect(all.filter((notice) => !pairs.some((pair) => pair.notice === notice))).toEqual([]);
    expect(pairs.length).toBeGreaterThanOrEqual(40);
  });
});

describe('nobody fares differently', () => {
  test.each(refactorings)('$notice $title: nothing is asked', async (pair) => {
    const count = counting(z3);
    const found = await comparisonsOf(pair, count.solver);
    expect(found.filter(({ state, aside }) => state !== 'same' || aside.length > 0)).toEqual([]);
    expect(count.asked()).toBe(0);
  });

  test.each(rewordings)('$notice $title: proved', async ({ asked, ...pair }) => {
    const found = await comparisonsOf({ ...pair, zh: [], changed: [] }, z3);
    const proved = found.filter(({ state }) => state !== 'same');
    expect(proved.map(({ programme, state }) => [programme, state])).toEqual(
      asked.map((programme) => [programme, 'compared']),
    );
    expect(proved.flatMap(({ regions }) => regions)).toEqual([]);
  });
});
