import { describe, expect, it } from 'vitest';
import { compile, formatSource, policyVersion } from '../../compiler/index.ts';
import { decided } from './kit.ts';

type Facts = Readonly<Record<string, unknown>>;

const head = `方案 例 (example)
  参数 年度 (thisYearly): 年份

主体 人 (person)
  历年等次 (grades): 优秀 (excellent) | 称职 (competent) | 不称职 (poor) 按 年份
  月收入 (income): 金额 从 0 元 按 月份
  人口 (heads): 人
`;

const outcome = (condition: string, facts: Facts, asOf = '2024-06-30'): string => {
  const { outcome: found, missing } = decided(`${head}\n项目 表扬 (praise)\n  资格 ${condition}\n`, facts, {
    asOf,
    parameters: { thisYearly: 2023 },
  });
  return [found, ...missing].join(' ');
};

const grades = (from: number, ...list: readonly string[]): Facts => ({
  grades: Object.fromEntries(list.map((grade, i) => [String(from + i), grade])),
});

describe('facts by years, read over years', () => {
  const three = '全部 历年等次 在 截至 年度 近 3 年 内 均 为 优秀';
  it.each([
    ['all of them', grades(2021, 'excellent', 'excellent', 'excellent'), 'eligible'],
    ['one falls short', grades(2021, 'excellent', 'competent', 'excellent'), 'ineligible'],
    [
      'a year before them does not count',
      grades(2020, 'poor', 'excellent', 'excellent', 'excellent'),
      'eligible',
    ],
    ['nor does one after them', grades(2021, 'excellent', 'excellent', 'excellent', 'poor'), 'eligible'],
    ['a year not given is unknown', grades(2022, 'excellent', 'excellent'), 'undetermined grades.2021'],
    ['but nothing hangs on it where another falls short', grades(2022, 'excellent', 'poor'), 'ineligible'],
  ])('three years in a row: %s', (_, facts, expected) => {
    expect(outcome(three, facts)).toBe(expected);
  });

  it.each([
    ['有 2 次 以上 历年等次 其中 年份 在 近 5 年 内 且 为 优秀', 'eligible'],
    ['有 3 次 以上 历年等次 其中 年份 在 近 5 年 内 且 为 优秀', 'undetermined grades.2020 grades.2024'],
    ['没有 历年等次 其中 年份 在 2021 至 2023 且 为 不称职', 'eligible'],
    ['没有 历年等次 其中 年份 在 2020 至 2023 且 为 不称职', 'undetermined grades.2020'],
    ['有 历年等次 其中 年份 为 年度 且 为 优秀', 'eligible'],
    ['有 历年等次 为 优秀', 'eligible'],
    // Which years there are is not said: others may come to light.
    ['全部 历年等次 均 不为 不称职', 'undetermined grades.…'],
  ])('%s: %s', (condition, expected) => {
    expect(outcome(condition, grades(2021, 'excellent', 'competent', 'excellent'))).toBe(expected);
  });
});

describe('facts by months', () => {
  const year: Facts = {
    heads: 2,
    income: Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [
        `${i < 6 ? 2023 : 2024}-${String(((i + 6) % 12) + 1).padStart(2, '0')}`,
        1000,
      ]),
    ),
  };
  it('add up over the months up to the decision date', () => {
    expect(outcome('(合计 月收入 其中 月份 在 近 12 个月 内) 12000 元 以下', year)).toBe('eligible');
    expect(outcome('(合计 月收入 其中 月份 在 近 12 个月 内) 低于 12000 元', year)).toBe('ineligible');
    expect(outcome('(合计 月收入 其中 月份 在 近 12 个月 内) ÷ 人口 6000 元 以下', year)).toBe('eligible');
    expect(outcome('(合计 月收入 其中 月份 在 近 12 个月 内) ÷ 人口 低于 6000 元', year)).toBe('ineligible');
  });
  it('a month that is not given leaves the sum open upwards', () => {
    const { income } = year as { readonly income: Facts };
    const { '2023-10': _, ...rest } = income;
    expect(outcome('(合计 月收入 其中 月份 在 近 12 个月 内) 11000 元 以上', { ...year, income: rest })).toBe(
      'eligible',
    );
    expect(outcome('(合计 月收入 其中 月份 在 近 12 个月 内) 11000 元 以下', { ...year, income: rest })).toBe(
      'undetermined income.2023-10',
    );
    expect(
      outcome('(最大 月收入 其中 月份 在 2024-01 至 2024-06) 1000 元 以下', { ...year, income: rest }),
    ).toBe('eligible');
  });
});

describe('in the other language', () => {
  const zh = `${head}
项目 表扬 (praise)
  资格 同时满足
    全部 历年等次 在 截至 年度 近 3 年 内 均 为 优秀
    有 2 次 以上 历年等次 其中 年份 在 近 5 年 内 且 为 优秀
    (合计 月收入 其中 月份 在 近 12 个月 内) 12000 元 以下
`;
  const text = (source: string, language: 'zh' | 'en'): string => {
    const { text: found, diagnostics } = formatSource({ path: 'x', text: source }, { language });
    return found ?? diagnostics.map((d) => d.en.message).join('\n');
  };
  const version = (source: string): string => {
    const { policy, diagnostics } = compile({ path: 'x', text: source });
    return policy ? policyVersion(policy) : diagnostics.map((d) => `${d.code} ${d.en.message}`).join('\n');
  };
  it('means the same, there and back', () => {
    const en = text(zh, 'en');
    expect(en).toContain('any 2 times or more grades where year in the last 5 years and is excellent');
    expect(text(en, 'zh')).toBe(zh);
    expect(version(en)).toBe(version(zh));
  });
});
