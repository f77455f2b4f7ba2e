import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Comparison,
  compareVersions,
  effects,
  evaluator,
  openZ3,
  type Region,
} from '../../compiler/index.ts';
import { compiled } from '../diff/kit.ts';

let solver: Awaited<ReturnType<typeof openZ3>>;
beforeAll(async () => {
  solver = await openZ3();
});
afterAll(() => solver.close());

const asOf = '2024-06-01';

/** The same numbers for the same seed. */
function dice(seed: number): (sides: number) => number {
  let state = seed * 2654435761 + 12345;
  return (sides) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % sides;
  };
}

/** Everything that one edit may change, by the place of a line. */
interface Draft {
  readonly conditions: readonly string[];
  readonly exclusions: readonly string[];
  readonly bounds: readonly [number, number];
  readonly money: readonly [string, string, string];
  readonly from: string;
}

const one = <T>(roll: (sides: number) => number, all: readonly T[]): T => all[roll(all.length)] as T;

function condition(roll: (sides: number) => number): string {
  const sum = `${(roll(4) + 1) * 500} 元`;
  return one(roll, [
    `收入 ${sum} 以下`,
    `非 收入 超过 ${sum}`,
    `收入 低于 ${sum}`,
    `年限 ${roll(6)} 以上`,
    `生日 至今 满 ${60 + roll(3)} 周岁`,
    '在岗',
    '非 在岗',
    '级别 为 中 或 有病',
    '级别 不为 低',
    `离职日期 不存在 或 离职日期 在 2020-0${roll(3) + 1}-01 后(含)`,
    `(收入 ${sum} 以下 且 年限 ${roll(6)} 以上)`,
    '未规定 "没有说"   当 有病',
  ]);
}

const rate = (roll: (sides: number) => number): string => `${(roll(5) + 3) * 100} 元`;

function draft(roll: (sides: number) => number): Draft {
  const low = roll(8) + 1;
  return {
    conditions: Array.from({ length: roll(3) + 1 }, () => condition(roll)),
    exclusions: Array.from({ length: roll(3) }, () => condition(roll)),
    bounds: [low, low + 1 + roll(8)],
    money: [rate(roll), rate(roll), rate(roll)],
    from: one(roll, ['当月', '次月']),
  };
}

function edit(before: Draft, roll: (sides: number) => number): Draft {
  const change = (list: readonly string[]): readonly string[] =>
    list.map((item, i) => (i === 0 ? condition(roll) : item));
  switch (roll(6)) {
    case 0:
      return { ...before, conditions: change(before.conditions) };
    case 1:
      return { ...before, exclusions: before.exclusions.slice(1) };
    case 2:
      return { ...before, bounds: [before.bounds[0], before.bounds[1] + 1] };
    case 3:
      return { ...before, money: [rate(roll), before.money[1], before.money[2]] };
    case 4:
      return { ...before, from: before.from === '当月' ? '次月' : '当月' };
    default:
      return { ...before, conditions: [...before.conditions].reverse() };
  }
}

function written({ conditions, exclusions, bounds: [low, high], money, from }: Draft): string {
  const lines = (list: readonly string[], name: string): string =>
    list.map((item, i) => `    条${name}${i} (${name}${i}): ${item}\n`).join('');
  return `方案 例 (example)

主体 人 (person)
  生日 (birthDate): 日期
  离职日期 (leftOn): 日期 可无
  收入 (income): 金额 从 0 元
  年限 (years): 整数 从 0 至 30
  在岗 (working): 是否
  有病 (ill): 是否
  级别 (grade): 低 (low) | 中 (middle) | 高 (high)
  起算日 (since): 日期

项目 补助 (aid)
  资格 同时满足
${lines(conditions, 'c')}${exclusions.length > 0 ? `  排除\n${lines(exclusions, 'x')}` : ''}  档次 按 年限
    0 至 ${low}: 每人每月 ${money[0]}
    ${low + 1} 至 ${high}: 每人每月 ${money[1]}
    其余: 每人每月 ${money[2]}
  发放
    起: 起算日 的 ${from}
`;
}

type Facts = { readonly [fact: string]: unknown };

const applicant = (roll: (sides: number) => number): Facts => ({
  birthDate: `19${60 + roll(6)}-0${5 + roll(3)}-0${1 + roll(2)}`,
  leftOn: one(roll, [null, '2019-12-31', '2020-01-01', '2020-02-01', '2020-03-01', '2021-01-01']),
  income: roll(6) * 500 + one(roll, [0, 0, 0.01, 499.99]),
  years: roll(31),
  working: roll(2) === 0,
  ill: roll(2) === 0,
  grade: one(roll, ['low', 'middle', 'high']),
  since: one(roll, ['2020-01-31', '2020-02-01']),
});

/** How the interpreter has both versions decide. */
function decided(before: string, after: string) {
  const [a, b] = [before, after].map((text) => evaluator(compiled(text)).bind({ asOf, parameters: {} }));
  return (facts: Facts): readonly string[] => {
    const [was, is] = [a?.decide(facts), b?.decide(facts)];
    return was && is ? effects(was, is).map(({ kind }) => kind) : [];
  };
}

async function comparison(before: string, after: string): Promise<Comparison | undefined> {
  const given = { binding: { asOf, parameters: {} }, bases: {} };
  for await (const found of compareVersions(compiled(before), compiled(after), given, solver)) return found;
  return undefined;
}

/** What the kinds of a comparison are called in effects of decisions. */
const shows = (region: Region): string => (region.kind === 'ifEligible' ? '' : region.kind);

describe.each(Array.from({ length: 40 }, (_, seed) => seed))(
  'random policies with a random edit, %i',
  (seed) => {
    it('hold against the interpreter', async () => {
      const roll = dice(seed);
      const old = draft(roll);
      const [before, after] = [written(old), written(edit(old, roll))];
      const found = await comparison(before, after);
      expect(found?.detail).toBeUndefined();
      expect(['same', 'compared']).toContain(found?.state);
      const differs = decided(before, after);
      for (const region of found?.regions ?? []) {
        const { facts, binding } = region.witness.after;
        expect(binding.asOf).toBe(asOf);
        const said = differs(facts);
        expect(said.length, region.kind).toBeGreaterThan(0);
        if (shows(region) !== '') expect(said).toContain(shows(region));
      }
      const kinds = new Set<string>(found?.regions.map(({ kind }) => kind));
      for (let i = 0; i < 500; i++) {
        const facts = applicant(roll);
        const said = differs(facts);
        // Whoever fares differently is of a kind that was found; where nothing was, nobody does.
        const known = said.every((kind) => kinds.has(kind) || (kinds.size > 0 && !SETTLED.has(kind)));
        expect(known, JSON.stringify([facts, said, [...kinds]])).toBe(true);
      }
    });
  },
);

/** Kinds of which a comparison surely has a region where somebody shows them. */
const SETTLED = new Set([
  'becomesEligible',
  'becomesIneligible',
  'opened',
  'settledIn',
  'settledOut',
  'moreMoney',
  'lessMoney',
  'otherDates',
]);
