import { describe, expect, it } from 'vitest';
import { outcome } from './kit.ts';

/** Which of three debts, below, at and above 30,000 yuan, are eligible. */
function debts(line: string): string {
  return ['29999.99', '30000', '30000.01']
    .map((debt) => (outcome(line, { debt }) === 'eligible' ? 'y' : 'n'))
    .join('');
}

describe('words that decide boundaries (Civil Code art. 1259)', () => {
  it.each([
    ['负债 3万元 以上', 'nyy'],
    ['负债 至少 3万元', 'nyy'],
    ['负债 不低于 30,000 元', 'nyy'],
    ['负债 超过 3万元', 'nny'],
    ['负债 3万元 以下', 'yyn'],
    ['负债 不超过 3万元', 'yyn'],
    ['负债 不高于 3万元', 'yyn'],
    ['负债 低于 3万元', 'ynn'],
    ['负债 为 3万元', 'nyn'],
    ['负债 不为 3万元', 'yny'],
    ['负债 29999.99 元 至 3万元', 'yyn'],
    ['负债３万元以上', 'nyy'],
  ])('%s', (line, expected) => {
    expect(debts(line)).toBe(expected);
  });
});

describe('ages and elapsed time (art. 202)', () => {
  it.each([
    ['生日 至今 满 60 周岁', '1964-06-01', 'eligible'],
    ['生日 至今 满 60 周岁', '1964-06-02', 'ineligible'],
    ['生日 至今 超过 60 周岁', '1964-06-01', 'ineligible'],
    ['生日 至今 超过 60 周岁', '1964-05-31', 'eligible'],
    ['生日 至今 不满 60 周岁', '1964-06-01', 'ineligible'],
    ['生日 至今 不满 60 周岁', '1964-06-02', 'eligible'],
    ['生日 至今 不超过 60 周岁', '1964-06-01', 'eligible'],
    ['生日 至今 不超过 60 周岁', '1964-05-31', 'ineligible'],
    ['生日 至今 满 3 个月', '2024-03-01', 'eligible'],
    ['生日 至今 满 3 个月', '2024-03-02', 'ineligible'],
  ])('%s, %s: %s', (line, birthDate, expected) => {
    expect(outcome(line, { birthDate })).toBe(expected);
  });

  it('counts a birthday on 29 February as 28 February in a common year', () => {
    const at = (asOf: string): string =>
      outcome('生日 至今 满 55 周岁', { birthDate: '1964-02-29' }, { asOf });
    expect([at('2019-02-27'), at('2019-02-28'), at('2019-03-01')]).toEqual([
      'ineligible',
      'eligible',
      'eligible',
    ]);
  });
});

describe('dates before and after, with and without the day itself', () => {
  const at = (line: string): string =>
    ['2020-03-26', '2020-03-27', '2020-03-28']
      .map((birthDate) =>
        outcome(line, { birthDate }, { parameters: { closing: '2020-03-27', firstYear: 2020 } }) ===
        'eligible'
          ? 'y'
          : 'n',
      )
      .join('');
  it.each([
    ['生日 在 截止日 前(含)', 'yyn'],
    ['生日 在 截止日 前(不含)', 'ynn'],
    ['生日 在 截止日 后(含)', 'nyy'],
    ['生日 在 截止日 后(不含)', 'nny'],
    ['生日 在 2020-03-27 前（含）', 'yyn'],
    ['生日 在 首年-03-27 前(含)', 'yyn'],
    ['生日 在 截止日(不含) 至 2020-08-31(含)', 'nny'],
    ['生日 在 自 截止日(含) 至 2020-08-31(含)', 'nyy'],
    ['生日 不在 截止日 前(含)', 'nny'],
    ['生日 在 首年 内', 'yyy'],
    ['生日 在 2020-03 内', 'yyy'],
    ['生日 在 首年-03 月底 前(含)', 'yyy'],
    ['生日 在 截止日 前 1 日 内', 'ynn'],
    ['生日 在 截止日 后 1 日 内', 'nny'],
    ['生日 在 自 截止日(含) 1 日', 'nyn'],
    ['生日 在 自 截止日(不含) 1 日', 'nny'],
  ])('%s: %s', (line, expected) => {
    expect(at(line)).toBe(expected);
  });

  it('reads 近 2 年 as the half-open window (T − 2 years, T]', () => {
    const at = (aid: string): string => outcome('有 受助日期 在 近 2 年 内', { aidDates: [aid] });
    expect([at('2022-06-01'), at('2022-06-02'), at('2024-06-01')]).toEqual([
      'ineligible',
      'eligible',
      'eligible',
    ]);
  });
});

describe('units', () => {
  it.each([
    [39, 'ineligible'],
    [40, 'eligible'],
  ])('compares %i terms with 20 years: %s', (terms, expected) => {
    expect(outcome('学期数 20 年 以上', { terms })).toBe(expected);
  });

  it.each([
    [58, 'ineligible'],
    [59, 'eligible'],
    [60, 'eligible'],
    [61, 'ineligible'],
  ])('rounds a remaining term up: %i terms are 30 years: %s', (terms, expected) => {
    expect(outcome('学期数 折合 年 进位 为 30 年', { terms })).toBe(expected);
  });

  it('compares ordered options', () => {
    const at = (grade: string): string => outcome('级别 不低于 中', { grade });
    expect([at('low'), at('middle'), at('high')]).toEqual(['ineligible', 'eligible', 'eligible']);
  });
});
