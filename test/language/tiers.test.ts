import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/index.ts';
import { decided } from './kit.ts';

const head = `方案 例 (example)
  参数 低保标准 (line): 金额

主体 人 (person)
  级别 (grade): 一级 (one) | 二级 (two) | 三级 (three)
  收入 (income): 金额 从 0 元
  生日 (birthDate): 日期
  去世日期 (deathDate): 日期 可无
  有病 (ill): 是否
  独居 (alone): 是否

项目 补助 (aid)
`;

const rows = (lines: readonly string[], mode = ''): string =>
  `${head}  档次${mode}\n${lines.map((line) => `    ${line}\n`).join('')}`;

const codes = (text: string): readonly string[] =>
  compile({ path: 'a.policy', text }).diagnostics.map(
    ({ code, span }) => `${code} ${text.slice(span.start, span.end).split('\n')[0]}`,
  );

const byGrade = rows([
  '级别 为 一级 且 收入 低于 1000 元: 每人每月 900 元',
  '级别 为 一级 且 收入 1000 元 以上: 每人每月 800 元',
  '级别 属于 {二级, 三级}: 每人每月 300 元',
]);

describe('tiers by conditions', () => {
  it.each([
    [{ grade: 'one', income: 999.99 }, 90000],
    [{ grade: 'one', income: 1000 }, 80000],
    [{ grade: 'two', income: 1000 }, 30000],
    [{ grade: 'three' }, 30000],
  ])('%j: %i fen a month', (facts, fen) => {
    const { tier, amounts } = decided(byGrade, facts);
    expect(amounts[0]).toMatchObject({ amount: { min: fen, max: fen }, per: ['person', 'month'] });
    expect(tier?.possible).toEqual([tier?.row]);
  });

  it('what is not known leaves the rows open that it may lead to', () => {
    expect(decided(byGrade, { grade: 'one' }).amounts[0]).toMatchObject({
      amount: { min: 80000, max: 90000 },
      reasons: [{ kind: 'missing', fact: 'income' }],
    });
    expect(decided(byGrade, { income: 5000 }).amounts[0]?.amount).toEqual({ min: 30000, max: 80000 });
  });

  const ages = rows(
    [
      '生日 至今 满 100 周岁: 每人每月 500 元',
      '生日 至今 满 90 周岁: 每人每月 300 元',
      '生日 至今 满 80 周岁: 每人每月 100 元',
      '其余: 每人每月 0 元',
    ],
    ' 依次',
  );

  it.each([
    ['1924-06-02', 30000],
    ['1924-06-01', 50000],
    ['1924-05-31', 50000],
    ['1934-06-01', 30000],
    ['1934-06-02', 10000],
    ['1944-06-02', 0],
  ])('in order the first row that holds is taken: born %s, %i fen', (birthDate, fen) => {
    expect(decided(ages, { birthDate }).amounts[0]?.amount).toEqual({ min: fen, max: fen });
  });
});

describe('rows that may hold together', () => {
  const two = rows(['有病: 每人 3 元', '独居: 每人 2 元', '其余: 每人 1 元']);

  it('are refused where an input shows it', () => expect(codes(two)).toEqual(['BF3028 独居: 每人 2 元']));

  const open = rows([
    '有病 且 收入 低于 低保标准: 每人 3 元',
    '独居 且 生日 在 1960-01-01 前(含): 每人 2 元',
    '其余: 每人 1 元',
  ]);
  const run = { parameters: { line: 1000 } };
  const both = { ill: true, income: 500, alone: true, birthDate: '1950-01-01' };

  it('contradict each other where two do, and the amount is between theirs', () => {
    const { tier, amounts } = decided(open, both, run);
    expect(tier).toMatchObject({ row: null, reasons: [{ kind: 'contradiction', at: 'aid.tier' }] });
    expect(tier?.possible).toHaveLength(2);
    expect(amounts[0]).toMatchObject({
      amount: { min: 200, max: 300 },
      reasons: [{ kind: 'contradiction' }],
    });
  });

  it('one holds: its value', () => {
    expect(decided(open, { ...both, alone: false }, run).amounts[0]?.amount).toEqual({ min: 300, max: 300 });
    expect(decided(open, { ...both, ill: false }, run).amounts[0]?.amount).toEqual({ min: 200, max: 200 });
    expect(decided(open, { ill: false, alone: false }, run).amounts[0]?.amount).toEqual({
      min: 100,
      max: 100,
    });
  });

  it('while a second may still hold, nothing is settled', () => {
    const { tier, amounts } = decided(open, { ill: true, income: 500, birthDate: '1950-01-01' }, run);
    expect(tier).toMatchObject({ row: null, reasons: [{ kind: 'missing', fact: 'alone' }] });
    expect(amounts[0]?.amount).toEqual({ min: 200, max: 300 });
  });

  it('two parameters that exclude each other are seen to', () => {
    const text = rows(['收入 低于 低保标准: 每人 3 元', '收入 不低于 低保标准: 每人 2 元']);
    expect(codes(text)).toEqual([]);
  });

  it('in a table by a key, bounds that are parameters are looked at too', () => {
    const text = `${head}  档次 按 收入\n    低于 低保标准: 每人 3 元\n    不低于 低保标准: 每人 2 元\n`;
    expect(codes(text)).toEqual([]);
    expect(decided(text, { income: 999.99 }, run).amounts[0]?.amount).toEqual({ min: 300, max: 300 });
    expect(decided(text, { income: 1000 }, run).amounts[0]?.amount).toEqual({ min: 200, max: 200 });
  });
});

describe('rows that leave something out', () => {
  it.each([
    [['有病: 每人 3 元'], 'BF3029'],
    [['级别 为 一级: 每人 3 元', '级别 为 二级: 每人 2 元'], 'BF3029'],
    [['收入 低于 5 元: 每人 3 元', '收入 超过 5 元: 每人 2 元'], 'BF3029'],
    [['有病: 每人 3 元', '非 有病 且 生日 在 1960-01-01 前(含): 每人 2 元'], 'BF3100'],
    [['收入 低于 5 元 且 收入 超过 6 元: 每人 3 元', '其余: 每人 2 元'], 'BF3101'],
  ])('%j', (lines, code) => expect(codes(rows(lines)).map((line) => line.slice(0, 6))).toEqual([code]));

  it('an absent date falls through rows that compare it', () => {
    const lines = ['去世日期 至今 满 1 年: 每人 3 元', '去世日期 至今 不满 1 年: 每人 2 元'];
    expect(codes(rows(lines))).toEqual(['BF3029 档次']);
    expect(codes(rows([...lines, '去世日期 不存在: 每人 1 元']))).toEqual(['BF3100 档次']);
    expect(codes(rows([...lines, '其余: 每人 1 元']))).toEqual([]);
  });

  it('the notice may say that it does not say', () => {
    const text = rows(['有病: 每人 3 元', '其余: 未规定 "没有写"']);
    expect(decided(text, { ill: false }).amounts[0]).toMatchObject({
      amount: { min: null, max: null },
      reasons: [{ kind: 'unspecified', text: '没有写' }],
    });
  });

  it('rows in order that can never be reached are pointed out', () => {
    const lines = ['收入 低于 10 元: 每人 3 元', '收入 低于 5 元: 每人 2 元', '其余: 每人 1 元'];
    expect(codes(rows(lines, ' 依次'))).toEqual(['BF3101 收入 低于 5 元: 每人 2 元']);
  });
});

describe('an amount by a table', () => {
  const text = `${head}  金额 按 级别\n    一级: 每人 10 元\n    其余: 每人 5 元\n    不超过 8 元\n`;
  it.each([
    ['one', 800],
    ['two', 500],
  ])('is one amount, not one a row: %s', (grade, fen) => {
    expect(decided(text, { grade }).amounts).toMatchObject([
      { id: 'aid.amount', amount: { min: fen, max: fen } },
    ]);
  });
});
