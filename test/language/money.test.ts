import { describe, expect, it } from 'vitest';
import { bind, condition, decided, head } from './kit.ts';

const known = { birthDate: '1960-01-01' };
const paying = (lines: string): string => `${condition('生日 存在')}${lines}`;

const tiers = paying(`  档次 按 年限
    超过 30 年: 每人每月 900 元
    30 年: 未规定 "恰三十年"
    20 年 至 29 年: 每人每月 800 元
    10 年 至 19 年: 每人每月 700 元
    其余: 每人每月 100 元
`);
// Quantities of time may be fractions, so these rows would leave 19 to 20 open: the key is rounded.
const rounded = tiers
  .replace('按 年限', '按 整年')
  .replace('项目', '定义 整年 (wholeYears) = 年限 进位\n\n项目');

describe('tiers', () => {
  it.each([
    [9, 10000],
    [10, 70000],
    [19, 70000],
    [20, 80000],
    [29, 80000],
    [31, 90000],
  ])('%i years: %i fen a month', (years, fen) => {
    const { amounts, tier } = decided(rounded, { ...known, years });
    expect(amounts[0]).toMatchObject({ amount: { min: fen, max: fen }, per: ['person', 'month'] });
    expect(tier?.possible).toHaveLength(1);
  });

  it('a row that the notice leaves out has no amount, for that reason', () => {
    const { amounts, outcome } = decided(rounded, { ...known, years: 30 });
    expect(outcome).toBe('eligible');
    expect(amounts[0]).toMatchObject({
      amount: { min: null, max: null },
      reasons: [{ kind: 'unspecified', text: '恰三十年' }],
    });
  });

  it('an unknown key leaves an exact range', () => {
    const { amounts, tier } = decided(
      rounded.replace('30 年: 未规定 "恰三十年"', '30 年: 每人每月 850 元'),
      known,
    );
    expect(amounts[0]).toMatchObject({
      amount: { min: 10000, max: 90000 },
      reasons: [{ kind: 'missing', fact: 'years' }],
    });
    expect(tier?.possible).toHaveLength(5);
  });
});

describe('amounts', () => {
  const first = (lines: string, facts: object = {}, run = {}) =>
    decided(paying(lines), { ...known, ...facts }, run).amounts[0];

  it.each([
    ['每人 200 元', 20000],
    ['每人 负债 × 20% 舍去', 200],
    ['每人 负债 × 20% 进位', 300],
    ['每人 负债 × 20% 四舍五入 到 0.1 元', 240],
    ['每人 负债 ÷ 3 舍去 到 0.01 元', 400],
    ['每人 200 元 + 负债', 21201],
  ])('%s', (amount, fen) => {
    expect(first(`  金额 ${amount}\n`, { debt: '12.01' })?.amount).toEqual({ min: fen, max: fen });
  });

  it('caps and floors', () => {
    const lines = '  金额 每人 负债\n    不超过 100 元\n    不少于 10 元\n';
    expect(['5', '50', '500'].map((debt) => first(lines, { debt })?.amount.max)).toEqual([1000, 5000, 10000]);
    expect(first(lines)?.amount).toEqual({ min: 1000, max: 10000 });
  });

  it('pays each event, or the first only', () => {
    const warnings = [
      { date: '2024-03-01', colour: 'orange' },
      { date: '2024-02-01', colour: 'red' },
      { date: '2024-01-05', colour: 'orange' },
    ];
    const run = { circumstances: { warnings } };
    const each = first('  金额 每人 200 元 每次 预警 其中 颜色 为 橙\n', {}, run);
    expect(each).toMatchObject({
      on: ['2024-01-05', '2024-03-01'],
      times: { min: 2, max: 2 },
      total: { min: 40000, max: 40000 },
    });
    const once = first('  金额 每人 200 元 首次 预警 其中 颜色 为 橙\n', {}, run);
    expect(once).toMatchObject({ on: ['2024-01-05'], times: { min: 1, max: 1 } });
  });

  it('an unknown list of events is paid from nothing upwards', () => {
    expect(first('  金额 每人 200 元 每次 预警\n')).toMatchObject({
      amount: { min: 20000, max: 20000 },
      times: { min: 0, max: null },
    });
  });

  it('lists monthly payments from the first month to the month of death', () => {
    const policy = paying(
      '  金额 每人每月 5 元\n    发放\n      起: 生日 的 次月\n      止: 去世日期 的 当月\n',
    );
    const list = (deathDate: string | null) =>
      bind(policy)
        .payments({ ...known, deathDate }, { from: '1960-01-01', to: '1960-05-31' })
        .map((p) => p.on);
    expect(list('1960-04-02')).toEqual(['1960-02', '1960-03', '1960-04']);
    expect(list(null)).toEqual(['1960-02', '1960-03', '1960-04', '1960-05']);
  });

  it('pays on a lunar day every year', () => {
    const policy = paying('  金额 每人 5 元\n    发放 每年 农历 九月初九\n');
    expect(
      bind(policy)
        .payments(known, { from: '2021-01-01', to: '2023-12-31' })
        .map((p) => p.on),
    ).toEqual(['2021-10-14', '2022-10-04', '2023-10-23']);
  });
});

describe('parameters', () => {
  it('takes the value in force on the date', () => {
    const policy = `方案 例 (example)\n  参数 标准 (rate): 金额\n    自 2020-01-01(含): 800 元\n    自 2023-01-01(含): 850 元\n\n主体 人 (person)\n  生日 (birthDate): 日期\n\n项目 补助 (aid)\n  金额 每人 标准\n`;
    const at = (asOf: string) => decided(policy, known, { asOf }).amounts[0]?.amount;
    expect([at('2020-01-01'), at('2022-12-31'), at('2023-01-01')].map((a) => a?.max)).toEqual([
      80000, 80000, 85000,
    ]);
    expect(at('2019-12-31')).toEqual({ min: null, max: null });
  });

  it('looks a keyed one up and says who must still set a missing key', () => {
    const policy = `方案 例 (example)\n  参数 标准 (rate): 金额 按 城市 由 市 确定\n\n主体 人 (person)\n  城市 (city): 文字\n\n项目 补助 (aid)\n  金额 每人 标准\n`;
    const at = (city?: string) =>
      decided(policy, city === undefined ? {} : { city }, {
        parameters: { rate: { 广州市: 600, 深圳市: 700 } },
      }).amounts[0];
    expect(at('广州市')?.amount).toEqual({ min: 60000, max: 60000 });
    expect(at('云浮市')).toMatchObject({
      amount: { min: null },
      reasons: [{ kind: 'determination', by: '市', parameter: 'rate', key: '云浮市' }],
    });
    expect(at()?.reasons).toMatchObject([{ kind: 'missing', fact: 'city' }]);
  });
});

describe('shares', () => {
  const policy = paying(
    '  金额 每人 5 元\n  分担 按 城市\n    属于 {"汕头市", "梅州市"}: 省 50%, 市 50%\n    "深圳市": 未规定 "两处不一"\n    其余: 地方 100%\n',
  );
  it.each([
    [
      '梅州市',
      [
        ['省', '1/2'],
        ['市', '1/2'],
      ],
    ],
    ['广州市', [['地方', 1]]],
    ['深圳市', []],
  ])('%s', (city, expected) => {
    expect(decided(policy, { ...known, city }).shares.map((s) => [s.payer, s.share.min])).toEqual(expected);
  });
});

describe('documents and deadlines', () => {
  const policy = `${head}
项目 补助 (aid)
  资格 生日 存在
  材料 以 材料 计
    身份证: 原件
    诊断: 复印件 2 份 当 有病
  期限
    申报 (filing): 去世日期 在 首年-10 月底 前(含)
      逾期 视为放弃
`;
  it('lists the papers that are still to come', () => {
    const { documents } = decided(
      policy,
      { ...known, ill: true, papers: ['idCard'] },
      { parameters: { firstYear: 2024 } },
    );
    expect(documents.map((d) => [d.id, d.form, d.copies, d.required, d.submitted])).toEqual([
      ['aid.documents.idCard', 'original', 1, 'yes', 'yes'],
      ['aid.documents.diagnosis', 'copy', 2, 'yes', 'no'],
    ]);
  });

  it.each([
    ['2024-10-31', 'met', 'eligible'],
    ['2024-11-01', 'missed', 'ineligible'],
    [null, 'open', 'undetermined'],
  ])('%s: %s, %s', (deathDate, state, outcome) => {
    const asOf = deathDate ? '2024-12-01' : '2024-10-31';
    const made = decided(policy, { ...known, deathDate }, { asOf, parameters: { firstYear: 2024 } });
    expect(made.deadlines).toMatchObject([{ due: '2024-10-31', state, late: 'forfeit' }]);
    expect(made.outcome).toBe(outcome);
  });
});
