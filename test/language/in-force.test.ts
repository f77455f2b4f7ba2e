import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/index.ts';
import { printDate } from '../../runtime/dates.ts';
import { bind, decision } from './kit.ts';

type Facts = Readonly<Record<string, unknown>>;

const facts = `主体 人 (person)
  生日 (birthDate): 日期
  申请日期 (appliedOn): 日期 可无
  年限 (years): 年 从 0 至 40
  有病 (ill): 是否
  走访日期 (visits): 日期 列表
`;

const notice = (header: string, rules: string): string => `方案 例 (example)\n${header}\n${facts}\n${rules}`;

const codes = (text: string): readonly string[] =>
  compile({ path: 'test.policy', text }).diagnostics.map(({ code }) => code);

const person: Facts = { birthDate: '1960-05-01', appliedOn: null, years: 20, ill: true, visits: [] };

const aid = (text: string, asOf: string, more: Facts = {}) => {
  const { aid: found } = decision(text, { ...person, ...more }, { asOf }).programmes;
  if (!found) throw new Error('no programme');
  return found;
};

/** On the day before, on the day, and on the day after the change of 1 July 2024. */
const DAYS = ['2024-06-30', '2024-07-01', '2024-07-02'] as const;

describe('a line in force for a time only', () => {
  it.each([
    [
      'a condition',
      '  资格 同时满足\n    有病\n    满龄: 生日 至今 满 70 周岁\n      施行 自 2024-07-01(含)\n',
      'eligible ineligible ineligible',
    ],
    [
      'one of several',
      '  资格 满足其一\n    满龄: 生日 至今 满 60 周岁\n      施行 2024-07-01 前(不含)\n',
      'eligible ineligible ineligible',
    ],
    ['资格 itself', '  资格 非 有病\n    施行 自 2024-07-01(不含)\n', 'eligible eligible ineligible'],
    [
      'an exclusion',
      '  排除\n    有病\n      施行 自 2024-07-01(含) 至 2024-07-01(含)\n',
      'eligible ineligible eligible',
    ],
    ['a programme', '  施行 自 2024-07-01(含) 1 日\n  资格 有病\n', 'ineligible eligible ineligible'],
    [
      'a deadline',
      '  期限\n    报送: 申请日期 在 2024-01-01 前(含)\n      逾期 不予受理\n      施行 2024-07-01 前(含)\n',
      'ineligible ineligible eligible',
    ],
  ])('%s', (_, rules, expected) => {
    const text = notice('', `项目 补助 (aid)\n${rules}`);
    expect(DAYS.map((asOf) => aid(text, asOf, { appliedOn: '2024-03-01' }).outcome).join(' ')).toBe(expected);
  });

  it('an amount, a grant and a route', () => {
    const text = notice(
      '',
      `项目 补助 (aid)
  金额
    旧 (before): 每人每月 800 元
      施行 2024-07-01 前(不含)
    新 (after): 每人每月 850 元
      施行 自 2024-07-01(含)
  给予 证书 (card)
    施行 自 2024-07-01(含)
  分流 依次
    转诊: 有病
      施行 自 2024-07-02(含)
`,
    );
    const found = DAYS.map((asOf) => {
      const { amounts, grants, routes } = aid(text, asOf);
      return [amounts.map(({ id }) => id.slice(4)).join(), grants[0]?.truth, routes[0]?.truth];
    });
    expect(found).toEqual([
      ['before', 'no', 'no'],
      ['after', 'yes', 'no'],
      ['after', 'yes', 'yes'],
    ]);
  });

  it('says which rule is out of play', () => {
    const text = notice(
      '',
      '项目 补助 (aid)\n  资格 同时满足\n    有病\n    满龄 (old): 生日 至今 满 70 周岁\n      施行 自 2024-07-01(含)\n',
    );
    const [, old] = aid(text, '2024-06-30').eligible.children;
    expect(old).toMatchObject({ id: 'aid.old', truth: 'yes', notApplicable: true });
  });
});

describe('rows of a table in force for a time only', () => {
  const table = (rows: string): string => notice('', `项目 补助 (aid)\n  档次 按 年限\n${rows}`);
  const changing = table(`    30 年 以下: 每人每月 800 元
      施行 2024-07-01 前(不含)
    30 年 以下: 每人每月 850 元
      施行 自 2024-07-01(含)
    超过 30 年: 每人每月 900 元
`);
  it('take each other’s place', () => {
    expect(DAYS.map((asOf) => aid(changing, asOf).amounts[0]?.amount.max)).toEqual([80000, 85000, 85000]);
    expect(DAYS.map((asOf) => aid(changing, asOf, { years: 31 }).amounts[0]?.amount.max)).toEqual([
      90000, 90000, 90000,
    ]);
  });
  it('overlap on a day, or leave one out: an error with that day', () => {
    expect(codes(changing.replace('前(不含)', '前(含)'))).toEqual(['BF3028']);
    expect(codes(changing.replace('自 2024-07-01(含)', '自 2024-07-01(不含)'))).toEqual(['BF3029']);
    const [overlap] = compile({ path: 'x', text: changing.replace('前(不含)', '前(含)') }).diagnostics;
    expect(overlap?.zh.message).toContain('2024-07-01');
  });
});

describe('duties in force for a time only', () => {
  it('period by period, by the first day of each', () => {
    const text = notice(
      '',
      '义务 对 人\n  期间 自 2024-05-01(含) 至 2024-12-31(含)\n  月访 (visit): 每月 有 走访日期\n    施行 自 2024-07-01(含)\n',
    );
    const states = decision(text, person, { asOf: '2024-09-15' }).duties?.['person.visit']?.periods ?? [];
    expect(states.map(({ state }) => state)).toEqual([
      'notApplicable',
      'notApplicable',
      'breached',
      'breached',
      'notDue',
    ]);
  });
  it('a whole block', () => {
    const text = notice('', '义务 对 人\n  施行 自 2024-07-01(含)\n  有人走访 (visited): 有 走访日期\n');
    const state = (asOf: string) => decision(text, person, { asOf }).duties?.['person.visited']?.state;
    expect(DAYS.map(state)).toEqual(['notApplicable', 'breached', 'breached']);
  });
});

describe('过渡: the rules in force on a day of the record’s own', () => {
  const header = `  参数 标准 (rate): 金额
    自 2020-01-01(含): 800 元
    自 2024-07-01(含): 850 元
  过渡 按 申请日期`;
  const rules = `项目 补助 (aid)
  资格 同时满足
    旧 (before): 生日 至今 满 55 周岁
      施行 2024-07-01 前(不含)
    新 (after): 生日 至今 满 70 周岁
      施行 自 2024-07-01(含)
  金额 每人每月 标准
`;
  const text = notice(header, rules);
  const seen = (birthDate: string, appliedOn: string | null | undefined, asOf = '2024-12-31') => {
    const { appliedOn: _, ...rest } = person;
    const record = { ...rest, birthDate, ...(appliedOn !== undefined && { appliedOn }) };
    const parameters = {
      rate: [
        { from: null, value: 800 },
        { from: '2024-07-01', value: 850 },
      ],
    };
    const { aid: found } = decision(text, record, { asOf, parameters }).programmes;
    return [found?.outcome, found?.amounts[0]?.amount.min, found?.amounts[0]?.amount.max, found?.missing];
  };
  const [young, old] = ['1960-05-01', '1950-05-01'];
  it.each([
    ['2024-06-30', ['eligible', 80000, 80000, []], ['eligible', 80000, 80000, []]],
    ['2024-07-01', ['ineligible', undefined, undefined, []], ['eligible', 85000, 85000, []]],
    ['2024-07-02', ['ineligible', undefined, undefined, []], ['eligible', 85000, 85000, []]],
    // Without an application the decision date chooses.
    [null, ['ineligible', undefined, undefined, []], ['eligible', 85000, 85000, []]],
    // Not known: the outcome is open only for whom the rules differ; the amount lies between the two.
    [undefined, ['undetermined', 80000, 85000, ['appliedOn']], ['eligible', 80000, 85000, []]],
  ])('applied on %s', (appliedOn, sixty, seventy) => {
    expect([seen(young, appliedOn), seen(old, appliedOn)]).toEqual([sixty, seventy]);
  });
  it('before the change everyone has the old rules', () => {
    expect(seen(young, null, '2024-06-30')).toEqual(['eligible', 80000, 80000, []]);
  });
  it('parameters bound with dates too', () => {
    const bound = bind(notice(header.replace(/\n {4}自.*/g, ''), rules), {
      asOf: '2024-12-31',
      parameters: {
        rate: [
          { from: null, value: 100 },
          { from: '2024-07-01', value: 200 },
        ],
      },
    });
    const amount = (appliedOn: string) =>
      bound.decide({ ...person, birthDate: old, appliedOn }).programmes.aid?.amounts[0]?.amount.max;
    expect(['2024-06-30', '2024-07-01'].map(amount)).toEqual([10000, 20000]);
  });
  it('a record to which only the new rules apply is decided as by a policy that never had others', () => {
    const plain = notice(
      '  参数 标准 (rate): 金额\n    自 2024-07-01(含): 850 元',
      rules.replace(/ {4}旧[^\n]*\n[^\n]*\n/, '').replace(/ {6}施行 自[^\n]*\n/, ''),
    );
    const [old, fresh] = [bind(text, { asOf: '2025-06-01' }), bind(plain, { asOf: '2025-06-01' })];
    const from = Math.floor(Date.UTC(2024, 6, 1) / 86_400_000);
    fc.assert(
      fc.property(fc.nat(330), fc.nat(20_000), (later, age) => {
        const record = {
          ...person,
          appliedOn: printDate(from + later),
          birthDate: printDate(from - 29_000 + age),
        };
        const [a, b] = [old, fresh].map((policy) => policy.decide(record).programmes.aid);
        expect([a?.outcome, a?.amounts[0]?.amount, a?.missing]).toEqual([
          b?.outcome,
          b?.amounts[0]?.amount,
          b?.missing,
        ]);
      }),
      { numRuns: 100 },
    );
  });
  it.each([
    ['nothing', '过渡', 'BF3071'],
    ['no date', '过渡 按 年限', 'BF3071'],
    ['no such fact', '过渡 按 受理日', 'BF2003'],
  ])('by %s', (_, line, code) => {
    expect(codes(notice(`  ${line}`, rules.replace('标准', '800 元')))).toEqual([code]);
  });
});
