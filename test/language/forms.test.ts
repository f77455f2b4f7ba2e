import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/index.ts';
import { InputErrors } from '../../runtime/index.ts';
import { bind, decided } from './kit.ts';

const policy = (header: string, facts: string, programme: string): string =>
  `方案 例 (example)\n${header}\n主体 人 (person)\n${facts}\n${programme}`;
const found = (text: string): readonly string[] =>
  compile({ path: 'a.policy', text }).diagnostics.map((d) => d.code);

describe('parameters keyed by several facts', () => {
  const text = policy(
    '  参数 标准 (rate): 金额 按 市, 年度\n',
    '  市 (city): 文字\n  年度 (year): 年份\n',
    '项目 补助 (aid)\n  金额 每人 标准\n',
  );
  const run = { parameters: { rate: { 甲市: { 2023: 5, 2024: 6 }, 乙市: { 2024: 7 } } } };
  it.each([
    ['甲市', 2023, 500],
    ['甲市', 2024, 600],
    ['乙市', 2024, 700],
  ])('%s %i: %i fen', (city, year, fen) =>
    expect(decided(text, { city, year }, run).amounts[0]?.amount).toEqual({ min: fen, max: fen }),
  );

  it('one key not bound, one fact not known', () => {
    expect(decided(text, { city: '乙市', year: 2023 }, run).amounts[0]?.reasons).toEqual([
      { kind: 'parameter', parameter: 'rate', key: '乙市, 2023' },
    ]);
    expect(decided(text, { city: '甲市' }, run).amounts[0]?.reasons).toEqual([
      { kind: 'missing', fact: 'year' },
    ]);
  });
});

describe('a range by another fact', () => {
  const text = policy(
    '',
    '  应种 (wanted): 人 从 0 人\n  接种 (given): 人 从 0 人 至 应种\n',
    '项目 补助 (aid)\n  资格 接种 1 人 以上\n',
  );
  it.each([
    [3, 2, 'eligible'],
    [3, 3, 'eligible'],
    [3, 4, '[given] outOfRange'],
  ])('wanted %i, given %i: %s', (wanted, given, outcome) => {
    const run = (): string => {
      try {
        return decided(text, { wanted, given }).outcome;
      } catch (error) {
        if (!(error instanceof InputErrors)) throw error;
        return error.errors.map(({ path, problem }) => `[${path}] ${problem}`).join();
      }
    };
    expect(run()).toBe(outcome);
  });
  it('holds nothing against a fact that is not known', () =>
    expect(decided(text, { given: 4 }).outcome).toBe('eligible'));
});

describe('sets of options with a name', () => {
  const facts =
    '  病种 (illness): 甲病 (alpha) | 乙病 (beta) | 丙病 (gamma)\n  别病 (other): 甲病 (alpha) | 丁病 (delta)\n';
  const text = (set: string, fact = '病种') =>
    policy('', facts, `定义 重病 (severe) = ${set}\n\n项目 补助 (aid)\n  资格 ${fact} 属于 重病\n`);
  it.each([
    ['alpha', 'eligible'],
    ['beta', 'eligible'],
    ['gamma', 'ineligible'],
  ])('%s: %s', (illness, outcome) =>
    expect(decided(text('{甲病, 乙病}'), { illness }).outcome).toBe(outcome),
  );
  it('of one enumeration only, and compared with that one only', () => {
    expect(found(text('{甲病}'))).toContain('BF2003');
    expect(found(text('{甲病, 乙病}', '别病'))).toEqual(['BF3019']);
  });
});

describe('grants', () => {
  const text = policy(
    '',
    '  有病 (ill): 是否\n',
    '项目 补助 (aid)\n  给予 慰问品 (gifts), 慰问信 (letter)   当 有病   依据 二\n  给予 培训 (training) 未规定 "次数没有说"\n',
  );
  it('several on a line, and what the notice leaves open', () =>
    expect(decided(text, { ill: true }).grants).toEqual([
      { id: 'aid.gifts', truth: 'yes', cites: ['二'], reasons: [] },
      { id: 'aid.letter', truth: 'yes', cites: ['二'], reasons: [] },
      {
        id: 'aid.training',
        truth: 'unknown',
        cites: [],
        reasons: [expect.objectContaining({ kind: 'unspecified' })],
      },
    ]));
});

describe('names', () => {
  it('options may be called like rates and marks', () => {
    const text = policy(
      '',
      '  方式 (way): 一次性 (lump) | 每年 (yearly)\n  去向 (place): 计入 (included) | 不计 (excluded)\n',
      '项目 补助 (aid)\n  资格 方式 为 每年 且 去向 为 计入\n  档次 按 方式\n    一次性: 每人 5 元\n    每年: 每人 6 元\n',
    );
    expect(decided(text, { way: 'yearly', place: 'included' })).toMatchObject({
      outcome: 'eligible',
      amounts: [{ amount: { min: 600, max: 600 } }],
    });
  });
  it('half a name shared with a field of the list is found when checked', () => {
    const text = (name: string) =>
      policy(
        `  参数 截止日 (${name}): 日期\n`,
        '  费用 (costs): 列表\n    日期 (date): 日期\n',
        '项目 补助 (aid)\n  资格 有 费用 其中 日期 在 截止日 前(含)\n',
      );
    expect([found(text('date')), found(text('closing'))]).toEqual([['BF3121'], []]);
  });
  it('a word out of its place is not cut into pieces', () =>
    expect(found(policy('', '  日 (days): 日期 列表\n', '项目 补助 (aid)\n  资格 有 日 在 当月\n'))).toEqual([
      'BF3120',
    ]));
});

describe('periods with a named length', () => {
  const text = policy(
    '',
    '  送达日 (served): 日期\n  办理日 (done): 日期\n  天数 (days): 个工作日\n',
    '项目 补助 (aid)\n  资格 办理日 在 送达日 后 天数 内\n',
  );
  it.each([
    ['2024-03-07', 'eligible'],
    ['2024-03-08', 'eligible'],
    ['2024-03-11', 'ineligible'],
  ])('done %s: %s', (done, outcome) =>
    expect(decided(text, { served: '2024-03-01', done, days: 5 }).outcome).toBe(outcome),
  );
  it('fractions of a unit are read as text', () => {
    const half = policy('', '  年限 (years): 年\n', '项目 补助 (aid)\n  资格 年限 1/2 年 以上\n');
    expect(['1/2', '1/3', 0.5].map((years) => decided(half, { years }).outcome)).toEqual([
      'eligible',
      'ineligible',
      'eligible',
    ]);
  });
});

describe('amounts that rest on what does not exist', () => {
  const text = policy('', '  津贴 (allowance): 金额 可无\n', '项目 补助 (aid)\n  金额 每人 津贴\n');
  it('pay nothing, and say so', () => {
    expect(decided(text, { allowance: null }).amounts[0]).toMatchObject({
      amount: { min: 0, max: 0 },
      absent: 'yes',
    });
    expect(decided(text, {}).amounts[0]).toMatchObject({ absent: 'perhaps' });
    expect(decided(text, { allowance: 5 }).amounts[0]).not.toHaveProperty('absent');
  });
});

describe('sums of lists that may go on', () => {
  const text = (range: string) =>
    policy(
      '',
      `  费用 (costs): 列表\n    数额 (sum): 金额${range}\n`,
      '项目 补助 (aid)\n  资格 (合计 费用 的 数额) 10 元 以上\n',
    );
  const facts = { costs: { items: [{ sum: 20 }], complete: false } };
  it('are settled from below only where the range says that nothing is negative', () => {
    expect(decided(text(' 从 0 元'), facts).outcome).toBe('eligible');
    expect(decided(text(''), facts).outcome).toBe('undetermined');
    expect(bind(text('')).decide({ costs: [{ sum: 20 }] }).programmes.aid?.outcome).toBe('eligible');
  });
});
