import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision, Range } from '../../runtime/decision.ts';
import { type Exact, parseExact, plus, sameExact } from '../../runtime/exact.ts';
import { bind } from './kit.ts';

const text = `方案 例 (example)

主体 人 (person)
  镇 (town): 东 (east) | 西 (west)
  分数 (score): 整数 从 0 至 100
  困难 (poor): 是否
  年限 (years): 整数 从 1 至 60
  走访 (visits): 日期 列表

项目 补助 (aid)
  资格 困难
  档次 按 年限
    20 以上: 每人每月 900.01 元
    1 至 19: 每人每月 700 元
  名额 1 人
    分组 镇
    排序 分数 从高到低
    并列 全部进入
  分担 按 年限
    20 以上: 省 50%, 市 50%
    1 至 19: 县 100%

项目 走访慰问 (visit)
  资格 困难
  金额 每人 200 元 每次 走访

义务 对 人
  建档 (filed): 分数 60 以上
`;

type Facts = Readonly<Record<string, unknown>>;

const two = ['2024-01-05', '2024-02-05'];
const A: Facts = { town: 'east', score: 90, poor: true, years: 25, visits: two };
const B: Facts = { town: 'east', score: 80, poor: true, years: 25, visits: [] };
const C: Facts = { town: 'west', score: 70, years: 5, visits: ['2024-03-01'] };
const D: Facts = { town: 'west', score: 50, poor: true, visits: [] };
const E: Facts = { town: 'west', score: 99, poor: false, years: 30, visits: two };
const register = [A, B, C, D, E];

const summaryOf = (rows: readonly Facts[]) => bind(text).decideAll(rows).summary;
const exactly = (fen: number | string): Range => ({ min: fen, max: fen });
const upTo = (max: number): Range => ({ min: 0, max });

describe('totals of a small register, worked by hand', () => {
  const aid = summaryOf(register).programmes.aid;

  it('counts outcomes and selections', () => {
    expect(aid).toMatchObject({
      eligible: 3,
      ineligible: 1,
      undetermined: 1,
      selected: 1,
      notSelected: 2,
      selectionUndetermined: 2,
    });
    expect(Object.values(aid?.byTier ?? {}).sort()).toEqual([1, 1, 2]);
  });

  // A before B in the east; in the west C may not be eligible, and then D has the place.
  it('says of each group its places and how many are used', () => {
    expect(Object.values(aid?.stages ?? {})).toEqual([
      [
        { group: ['east'], places: exactly(1), free: exactly(0), in: 1, undetermined: 0, out: 1 },
        { group: ['west'], places: exactly(1), free: upTo(1), in: 0, undetermined: 2, out: 0 },
      ],
    ]);
  });

  // A 900.01 surely; C 700 and D, whose years are not known, at most 900.01, each perhaps. B and E have no place.
  it('adds up a month’s money of those who have a place, by tier and by payer, to a fraction of a fen', () => {
    const [rate, ...others] = aid?.money ?? [];
    expect(others).toEqual([]);
    expect(rate?.per).toEqual(['month']);
    expect(rate?.amount).toEqual({ min: 90_001, max: 250_002 });
    const tiers = Object.entries(rate?.byTier ?? {});
    expect(tiers.map(([row, range]) => [row.split('.').at(-1), range])).toEqual([
      ['', upTo(90_001)],
      ['1 to 19', upTo(70_000)],
      ['at least 20', exactly(90_001)],
    ]);
    expect(rate?.byPayer).toEqual({
      '': upTo(90_001),
      县: upTo(70_000),
      市: exactly('90001/2'),
      省: exactly('90001/2'),
    });
    expect(Object.values(rate?.byStage ?? {})).toEqual([
      [
        { group: ['east'], amount: exactly(90_001) },
        { group: ['west'], amount: upTo(160_001) },
      ],
    ]);
  });

  it('adds up events, open above where a list may go on', () => {
    const visit = (rows: readonly Facts[]) => summaryOf(rows).programmes.visit?.money;
    expect(visit(register)).toMatchObject([{ overEvents: true, amount: { min: 40_000, max: 60_000 } }]);
    const open = { ...B, visits: { items: ['2024-01-05'], complete: false } };
    expect(visit([A, open])).toMatchObject([{ amount: { min: 60_000, max: null } }]);
    expect(visit([E])).toEqual([]);
  });

  it('counts the states of a duty', () => {
    expect(summaryOf([...register, { town: 'east' }]).duties).toEqual({
      'person.filed': { met: 4, breached: 1, undetermined: 1 },
    });
  });
});

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const rows = fc.array(
  fc.record({
    town: maybe(fc.constantFrom('east', 'west')),
    score: maybe(fc.integer({ min: 0, max: 3 })),
    poor: maybe(fc.boolean()),
    years: maybe(fc.integer({ min: 1, max: 30 })),
    visits: maybe(fc.subarray(two)),
  }),
  { maxLength: 8 },
);

type Money = { least: bigint; most: bigint | null };

/** Anew, from the decisions alone: what each row surely gets, and the most that it may get. */
function moneyOf(decisions: readonly Decision[], id: string): Money {
  const sum: Money = { least: 0n, most: 0n };
  for (const { programmes } of decisions) {
    const one = programmes[id];
    const result = one?.selection?.result ?? (one?.outcome === 'eligible' ? 'selected' : 'undetermined');
    if (one === undefined || one.outcome === 'ineligible' || result === 'notSelected') continue;
    const [amount] = one.amounts;
    const range = amount?.total ?? amount?.amount ?? { min: 0, max: 0 };
    if (result === 'selected') sum.least += BigInt(range.min ?? 0);
    sum.most = sum.most === null || range.max === null ? null : sum.most + BigInt(range.max);
  }
  return sum;
}

const total = (ranges: { readonly [name: string]: Range }, end: 'min' | 'max'): Exact | null =>
  Object.values(ranges).reduce<Exact | null>((sum, range) => {
    const next = range[end] === null ? null : parseExact(String(range[end]));
    return sum === null || next === null ? null : plus(sum, next);
  }, 0);

describe('of any register', () => {
  it('does not depend on the order of the rows', () => {
    const shuffled = rows.chain((found) =>
      fc.tuple(fc.constant(found), fc.shuffledSubarray(found, { minLength: found.length })),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(summaryOf(other)).toEqual(summaryOf(one));
      }),
    );
  });

  it('is the sum over the decisions, and so are its parts', () => {
    fc.assert(
      fc.property(rows, (found) => {
        const { decisions, summary } = bind(text).decideAll(found);
        for (const id of ['aid', 'visit']) {
          const own = moneyOf(decisions, id);
          const rate = summary.programmes[id]?.money[0];
          const { min, max } = rate?.amount ?? { min: 0, max: 0 };
          expect([String(min), String(max)]).toEqual([String(own.least), String(own.most)]);
          const stages = Object.values(rate?.byStage ?? {}).flat();
          const byGroup = Object.fromEntries(stages.map(({ amount }, at) => [at, amount]));
          const groups = rate?.byStage && byGroup;
          for (const parts of [rate?.byAmount, rate?.byTier, rate?.byPayer, groups]) {
            if (parts === undefined) continue;
            for (const end of ['min', 'max'] as const) {
              const [all, whole] = [total(parts, end), rate?.amount[end]];
              const same = all === null ? whole === null : sameExact(all, parseExact(String(whole)) ?? -1);
              expect(same).toBe(true);
            }
          }
        }
      }),
    );
  });
});
