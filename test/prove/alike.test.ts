import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluator, mutantsOf, openZ3, type Policy, surelyAlike } from '../../compiler/index.ts';
import type { Decision } from '../../runtime/index.ts';
import { Inputs, type Run } from '../agree/applicants.ts';
import { randomPolicy } from '../agree/random-policy.ts';
import { seed } from '../agree/seed.ts';
import { compiled, type Edit, edited } from '../diff/kit.ts';

let solver: Awaited<ReturnType<typeof openZ3>>;
beforeAll(async () => {
  solver = await openZ3();
});
afterAll(() => solver.close());

const given = { binding: { asOf: '2024-06-01', parameters: {} }, bases: {} };
const alike = (before: Policy, after: Policy) => surelyAlike(before, after, given, solver, 2_000);

/** The edited policy; what says the same in both is one and the same object, as in a mutant. */
const edit = (before: Policy, change: Edit, of = text) => grafted(before, compiled(edited(of, [change])));

function grafted<T>(before: T, after: T): T {
  if (said(before) === said(after)) return before;
  if (Array.isArray(before) && Array.isArray(after))
    return after.map((one: unknown, at) => {
      const twin = before.find((other: unknown) => said(other) === said(one));
      return twin ?? (before.length === after.length ? grafted(before[at] as unknown, one) : one);
    }) as T;
  if (typeof before !== 'object' || typeof after !== 'object' || !before || !after) return after;
  const own = before as { readonly [key: string]: unknown };
  return Object.fromEntries(
    Object.entries(after).map(([key, value]) => [
      key,
      key === 'origin' || (key === 'id' && own.id) ? own[key] : grafted(own[key], value as unknown),
    ]),
  ) as T;
}

const said = (part: unknown): string | undefined =>
  JSON.stringify(part, (key, value: unknown) => (key === 'origin' || key === 'id' ? undefined : value));

const text = `方案 例 (example)
  参数 首年 (firstYear): 年份
  参数 标准 (rate): 金额 按 城市

主体 人 (person)
  城市 (city): 文字
  生日 (birthDate): 日期
  年限 (years): 年 从 0 至 40
  孤儿 (orphans): 人 从 0
  有病 (ill): 是否
  就医日期 (visits): 日期 列表

定义 多出 (further) = 若 孤儿 超过 1 人 则 孤儿 - 1 人 否则 0 人
定义 高龄 (old) = 生日 至今 满 60 周岁 且 年限 10 年 以上

项目 救助 (aid)
  资格 同时满足
    老 (aged): 高龄
    多 (many): 多出 1 人 以上
    就医 (visited): 有 2 次 以上 就医日期 在 近 12 个月 内
  排除
    重 (again): 年限 超过 5 年 且 年限 超过 3 年
  档次 依次
    年限 20 年 以上: 每人每月 200 元
    年限 10 年 以上 且 年限 低于 20 年: 每人每月 100 元
    其余: 未规定 "没有说"
  分流 依次
    甲处 (one): 有病
    乙处 (two): 非 有病

定义 资浅 (young) = 年限 低于 12 年
定义 资深 (senior) = 年限 低于 35 年

项目 加发 (more)
  资格 年限 30 年 以上
  给予 慰问品 (gifts)                                                当 资浅
  给予 慰问信 (letter)                                               当 资深
  分流 并列
    丙处 (three): 满足其一
      有的病 (illOnly): 有病
      有的年 (yearsOnly): 年限 低于 3 年                             当 非 有病
  金额
    甲 (first): 每人每月 标准                                        当 有病
    乙 (second): 每人每月 100 元
`;

describe('what decides everybody alike', () => {
  const same: readonly (readonly [string, Edit])[] = [
    ['a bound of a branch where both give the same', ['孤儿 超过 1 人', '孤儿 1 人 以上']],
    ['a condition that the one beside it holds', [' 且 年限 超过 3 年', '']],
    ['a definition that only those refused would show', ['年限 低于 12 年', '年限 低于 13 年']],
    [
      'a line below a route, which shows only what comes of it',
      ['年限 低于 3 年                             当 非 有病', '年限 低于 3 年'],
    ],
    ['items of which one at most holds', ['分流 依次', '分流 并列']],
  ];
  const policy = compiled(text);
  it.each(same)('%s', async (_, change) => {
    expect(await alike(policy, edit(policy, change))).toBe(true);
  });

  const different: readonly (readonly [string, Edit])[] = [
    ['a bound', ['年限 30 年 以上', '年限 超过 30 年']],
    ['a definition', ['满 60 周岁', '满 61 周岁']],
    ['a definition that those not refused show', ['年限 低于 35 年', '年限 低于 36 年']],
    ['a branch', ['否则 0 人', '否则 1 人']],
    ['a count of a list', ['有 2 次 以上', '有 3 次 以上']],
    ['a row that holds less', ['年限 10 年 以上 且 年限 低于', '年限 11 年 以上 且 年限 低于']],
    ['items that may hold together', ['甲处 (one): 有病', '甲处 (one): 年限 2 年 以上']],
    ['what is left open', ['其余: 未规定 "没有说"', '其余: 每人每月 1 元']],
    ['a condition of an amount', ['标准                                        当 有病', '标准']],
  ];
  it.each(different)('not: %s', async (_, change) => {
    expect(await alike(policy, edit(policy, change))).toBe(false);
  });

  it('never says so of a count that lists are not looked at so far for', async () => {
    const far = edited(text, [['有 2 次 以上', '有 5 次 以上']]);
    const many = compiled(far);
    expect(await alike(many, edit(many, ['有 5 次 以上', '有 6 次 以上'], far))).toBe(false);
  });
});

const decided = (policy: Policy, { binding, rows }: Run): readonly Decision[] => {
  const bound = evaluator(policy).bind(binding);
  return rows.map((row) => bound.decide(row));
};

/** Outcome and amounts, where they are settled. */
const settled = ({ programmes }: Decision) =>
  Object.entries(programmes).map(([id, { outcome, amounts }]) => ({
    id,
    outcome: outcome === 'undetermined' ? null : outcome,
    amounts:
      outcome === 'eligible'
        ? amounts.flatMap(({ id: amount, amount: { min, max } }) =>
            min === max && min !== null ? [`${amount} ${String(min)}`] : [],
          )
        : [],
  }));

it(`of random mutants that are proved alike no applicant is settled otherwise (seed ${seed})`, {
  timeout: 120_000,
}, async () => {
  let proved = 0;
  for (let i = 0; i < 8; i += 1) {
    const policy = randomPolicy(seed + i);
    const runs = fc.sample(new Inputs(policy).run(5), { numRuns: 30, seed: seed + i });
    const mutants = mutantsOf(policy).filter((_, at) => at % 5 === i % 5);
    for (const mutant of mutants.slice(0, 15)) {
      const other = mutant.make();
      if (!(await alike(policy, other))) continue;
      proved += 1;
      for (const run of runs) {
        const [own, fresh] = [decided(policy, run).map(settled), decided(other, run).map(settled)];
        own.flat().forEach((one, at) => {
          const two = fresh.flat()[at];
          const about = `seed ${seed + i}: ${mutant.id}`;
          if (one.outcome && two?.outcome) expect([about, two.outcome]).toEqual([about, one.outcome]);
          if (one.amounts.length === two?.amounts.length)
            expect([about, two.amounts]).toEqual([about, one.amounts]);
        });
      }
    }
  }
  expect(proved).toBeGreaterThan(0);
});
