import { describe, expect, it } from 'vitest';
import type { DutyDecision } from '../../runtime/decision.ts';
import { bind, decision, type Run } from './kit.ts';

type Facts = Readonly<Record<string, unknown>>;

const head = `方案 例 (example)
  参数 首年 (firstYear): 年份

主体 户 (family)
  结对日 (paired): 日期 可无
  解除日 (parted): 日期 可无
  走访日期 (visits): 日期 列表
  任期 (terms): 列表
    起始日 (from): 日期
    结束日 (to): 日期 可无
  停访 (pauses): 日期 列表
  上报日期 (reported): 日期 可无
  已报月份 (reportedMonths): 月份 列表
  已制定 (planned): 是否
  特殊 (special): 是否
  应种 (wanted): 人
  接种 (given): 人
  救助 (aid): 金额 从 0 元
`;

/** The only duty of a policy with these lines below the block's head. */
function duty(lines: string, facts: Facts = {}, run: Run = {}, block = '义务'): DutyDecision {
  const below = lines
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
  const { duties = {} } = decision(`${head}\n${block} 对 户\n${below}\n`, facts, {
    parameters: { firstYear: 2023 },
    ...run,
  });
  const [only, ...others] = Object.values(duties);
  if (!only || others.length > 0) throw new Error('not one duty');
  return only;
}

const LETTER = { met: 'y', breached: 'n', notDue: '.', notApplicable: '-', undetermined: '?' } as const;

/** `2024-01-01/2024-01-31 y`, a line a period. */
const periods = (found: DutyDecision): readonly string[] =>
  found.periods.map(({ from, to, state }) => `${from}/${to} ${LETTER[state]}`);

const letters = (found: DutyDecision): string => found.periods.map(({ state }) => LETTER[state]).join('');

const term = '期间 自 2024-01-01(含) 至 2024-12-31(含)';
const monthly = (more = ''): string => `${term}\n月访 (visit): 每月 有 1 次 以上 走访日期${more}`;

describe('periods', () => {
  it.each([
    ['每日', '2024-01-03', ['2024-01-01/2024-01-01 n', '2024-01-02/2024-01-02 y', '2024-01-03/2024-01-03 .']],
    ['每周', '2024-01-17', ['2024-01-01/2024-01-07 y', '2024-01-08/2024-01-14 n', '2024-01-15/2024-01-21 .']],
    [
      '每旬',
      '2024-02-01',
      [
        '2024-01-01/2024-01-10 y',
        '2024-01-11/2024-01-20 n',
        '2024-01-21/2024-01-31 y',
        '2024-02-01/2024-02-10 .',
      ],
    ],
    ['每月', '2024-03-01', ['2024-01-01/2024-01-31 y', '2024-02-01/2024-02-29 n', '2024-03-01/2024-03-31 .']],
    [
      '每季度',
      '2024-08-01',
      ['2024-01-01/2024-03-31 y', '2024-04-01/2024-06-30 n', '2024-07-01/2024-09-30 y'],
    ],
    ['每半年', '2024-08-01', ['2024-01-01/2024-06-30 y', '2024-07-01/2024-12-31 y']],
    ['每年', '2024-08-01', ['2024-01-01/2024-12-31 y']],
    [
      '每 10 日',
      '2024-01-25',
      ['2024-01-01/2024-01-10 y', '2024-01-11/2024-01-20 n', '2024-01-21/2024-01-30 y'],
    ],
    ['每 2 周', '2024-01-25', ['2024-01-01/2024-01-14 y', '2024-01-15/2024-01-28 y']],
    [
      '每 2 个月',
      '2024-05-01',
      ['2024-01-01/2024-02-29 y', '2024-03-01/2024-04-30 n', '2024-05-01/2024-06-30 .'],
    ],
  ])('%s, judged on %s', (every, asOf, expected) => {
    const found = duty(
      `${term}\n走访 (visit): ${every} 有 1 次 以上 走访日期`,
      { visits: ['2024-01-02', '2024-01-21', '2024-07-31'] },
      { asOf },
    );
    expect(periods(found)).toEqual(expected);
  });

  it('counts in each period only what is dated within it', () => {
    const found = duty(
      `${term}\n走访 (visit): 每季度 有 2 次 以上 走访日期`,
      { visits: ['2024-01-01', '2024-03-31', '2024-06-30', '2024-07-01'] },
      { asOf: '2024-07-01' },
    );
    expect(letters(found)).toBe('yn.');
  });

  it('windows the lists of definitions too, and shows them whole elsewhere', () => {
    const text = `${head}
定义 走访次数 (times) = 次数 走访日期

义务 对 户
  ${term}
  走访 (visit): 每月 走访次数 2 次 以上

项目 补助 (aid)
  资格 走访次数 2 次 以上
`;
    const found = decision(
      text,
      { visits: ['2024-01-05', '2024-02-01', '2024-02-09'] },
      { asOf: '2024-02-20' },
    );
    expect(Object.values(found.duties ?? {}).map(letters)).toEqual(['ny']);
    expect(found.programmes.aid?.outcome).toBe('eligible');
  });

  it('sets aside what is dated after the decision date', () => {
    expect(letters(duty(monthly(), { visits: ['2024-01-20'] }, { asOf: '2024-01-19' }))).toBe('.');
    expect(letters(duty(monthly(), { visits: ['2024-01-20'] }, { asOf: '2024-01-20' }))).toBe('y');
  });

  it('keeps the last day of a period open and breaches it the day after', () => {
    expect(letters(duty(monthly(), { visits: [] }, { asOf: '2024-01-31' }))).toBe('.');
    expect(letters(duty(monthly(), { visits: [] }, { asOf: '2024-02-01' }))).toBe('n.');
  });

  it('reports days in a row that came to the same as one range, over ten years', () => {
    const days = Array.from({ length: 3653 }, (_, i) =>
      new Date(Date.UTC(2014, 0, 1 + i)).toISOString().slice(0, 10),
    );
    const visits = days.filter((day) => day !== '2016-02-29' && day !== '2020-05-06' && day !== '2020-05-07');
    const found = duty('期间 自 2014-01-01(含) 至 2023-12-31(含)\n值班 (watch): 每日 有 走访日期', {
      visits,
    });
    expect(periods(found)).toEqual([
      '2014-01-01/2016-02-28 y',
      '2016-02-29/2016-02-29 n',
      '2016-03-01/2020-05-05 y',
      '2020-05-06/2020-05-07 n',
      '2020-05-08/2023-12-31 y',
    ]);
    expect(found.state).toBe('breached');
  });
});

describe('the term (期间)', () => {
  const within = (span: string, facts: Facts, asOf = '2024-05-10'): DutyDecision =>
    duty(`${span}\n走访 (visit): 每月 有 走访日期`, facts, { asOf });

  it('leaves a first and a last period that are not whole ones out', () => {
    const found = within('期间 自 2024-01-15(含) 至 2024-03-15(含)', { visits: [] });
    expect(periods(found)).toEqual([
      '2024-01-15/2024-01-31 -',
      '2024-02-01/2024-02-29 n',
      '2024-03-01/2024-03-15 -',
    ]);
  });

  it('begins on the day after one that is not included', () => {
    expect(periods(within('期间 自 2024-03-31(不含) 至 2024-04-30(含)', { visits: [] }))).toEqual([
      '2024-04-01/2024-04-30 n',
    ]);
  });

  it('runs to the decision date while its end is open', () => {
    expect(letters(within('期间 结对日 后(含)', { paired: '2024-02-01', visits: ['2024-03-03'] }))).toBe(
      'nyn.',
    );
    expect(
      letters(
        within('期间 自 结对日(含) 至 解除日(含)', {
          paired: '2024-02-01',
          parted: null,
          visits: ['2024-03-03'],
        }),
      ),
    ).toBe('nyn.');
  });

  it('counts blocks from its first day, by corresponding days (art. 202)', () => {
    const found = duty(
      '期间 结对日 后(含)\n走访 (visit): 每 1 个月 有 走访日期\n',
      { paired: '2024-01-01', visits: ['2024-02-15'] },
      { asOf: '2024-03-01' },
    );
    expect(letters(found)).toBe('ny.');
    const blocks = duty(
      '期间 结对日 后(含)\n走访 (visit): 每 2 个月 有 走访日期',
      { paired: '2023-12-31', visits: ['2024-02-28'] },
      { asOf: '2024-05-10' },
    );
    expect(periods(blocks)).toEqual([
      '2023-12-31/2024-02-28 y',
      '2024-02-29/2024-04-29 n',
      '2024-04-30/2024-06-29 .',
    ]);
  });

  it('is never guessed', () => {
    const without = duty('走访 (visit): 每月 有 走访日期', { visits: ['2024-03-03'] });
    expect([without.state, without.periods.length, without.reasons.map((r) => r.kind)]).toEqual([
      'undetermined',
      0,
      ['unspecified'],
    ]);
    const unknown = within('期间 结对日 后(含)', { visits: ['2024-03-03'] });
    expect([unknown.state, unknown.reasons]).toEqual(['undetermined', [{ kind: 'missing', fact: 'paired' }]]);
    expect(within('期间 结对日 后(含)', { paired: null, visits: [] }).state).toBe('undetermined');
  });

  it('while its end is not known leaves each period open', () => {
    const found = within('期间 自 结对日(含) 至 解除日(含)', {
      paired: '2024-04-01',
      visits: ['2024-04-03'],
    });
    expect([letters(found), found.state, found.reasons]).toEqual([
      '??',
      'undetermined',
      [{ kind: 'missing', fact: 'parted' }],
    ]);
  });

  it('has not begun', () => {
    expect(within('期间 自 2024-06-01(含) 至 2024-12-31(含)', { visits: [] })).toMatchObject({
      state: 'notDue',
      periods: [],
    });
  });
});

describe('what is not known', () => {
  it('leaves every period open while the log is missing', () => {
    const found = duty(monthly(), {}, { asOf: '2024-03-10' });
    expect([letters(found), found.reasons]).toEqual(['???', [{ kind: 'missing', fact: 'visits' }]]);
  });

  it('settles what a log that may go on surely holds', () => {
    const found = duty(
      monthly(),
      { visits: { items: ['2024-02-02'], complete: false } },
      { asOf: '2024-03-10' },
    );
    expect(letters(found)).toBe('?y?');
    expect(
      duty(
        `${term}\n不得 (never): 每月 没有 走访日期`,
        { visits: { items: ['2024-02-02'], complete: false } },
        { asOf: '2024-03-10' },
      ).state,
    ).toBe('breached');
  });
});

describe('当 and 例外', () => {
  it.each([
    [{ special: true, visits: [] }, 'n.', 'breached'],
    [{ special: false, visits: [] }, '--', 'notApplicable'],
    [{ visits: [] }, '??', 'undetermined'],
    [{ visits: ['2024-01-05', '2024-02-05'] }, 'yy', 'met'],
  ])('当 特殊, %j: %s', (facts, expected, state) => {
    const found = duty(monthly('  当 特殊'), facts, { asOf: '2024-02-10' });
    expect([letters(found), found.state]).toEqual([expected, state]);
  });

  it.each([
    [{ pauses: ['2024-01-15'], visits: [] }, '-.', ['family.visit.except.1']],
    [{ pauses: [], visits: [] }, 'n.', []],
    [{ visits: [] }, '??', []],
    [{ visits: ['2024-01-05', '2024-02-05'] }, 'yy', []],
  ])('例外 有 停访, period by period, %j: %s', (facts, expected, excusedBy) => {
    const found = duty(`${monthly()}\n  例外 有 停访`, facts, { asOf: '2024-02-10' });
    expect([letters(found), found.excusedBy]).toEqual([expected, excusedBy]);
  });

  it('excuses a duty that does not fall again', () => {
    const line = '方案 (plan): 已制定\n  例外 特殊';
    const state = (facts: Facts): string => duty(line, facts).state;
    expect(
      [
        { planned: false, special: true },
        { planned: false, special: false },
        { planned: false },
        { planned: true },
      ].map(state),
    ).toEqual(['notApplicable', 'breached', 'undetermined', 'met']);
  });
});

describe('duties that do not fall again', () => {
  it.each([
    [true, 'met'],
    [false, 'breached'],
    [undefined, 'undetermined'],
  ])('已制定 %s: %s', (planned, state) => {
    expect(duty('方案 (plan): 已制定', planned === undefined ? {} : { planned }).state).toBe(state);
  });

  it.each([
    ['2023-10-15', { reported: '2023-10-15' }, 'met', 'met'],
    ['2023-10-15', { reported: null }, 'notDue', 'open'],
    ['2023-10-15', {}, 'undetermined', 'undetermined'],
    ['2023-10-16', { reported: null }, 'breached', 'missed'],
    ['2023-10-16', { reported: '2023-10-16' }, 'breached', 'missed'],
    ['2023-10-16', { reported: '2023-10-15' }, 'met', 'met'],
    ['2023-10-10', { reported: '2023-10-12' }, 'notDue', 'open'],
  ])('期限 2023-10-15, on %s with %j: %s', (asOf, facts, state, due) => {
    const found = duty('上报 (report): 上报日期 存在\n  期限 首年-10-15 前(含)', facts, { asOf });
    expect([found.state, found.due.map((one) => [one.due, one.state, one.binds])]).toEqual([
      state,
      [['2023-10-15', due, true]],
    ]);
  });

  it('holds the day of a dated list against the last day', () => {
    const on = (visits: readonly string[]): string =>
      duty('走访 (visit): 有 2 次 以上 走访日期\n  期限 首年-10-15 前(含)', { visits }).state;
    expect([on(['2023-10-01', '2023-10-15']), on(['2023-10-01', '2023-10-16'])]).toEqual(['met', 'breached']);
  });

  it('cannot tell when a bare condition came to hold: it counts if it holds', () => {
    const at = (planned: boolean, asOf: string): string =>
      duty('方案 (plan): 已制定\n  期限 首年-10-15 前(含)', { planned }, { asOf }).state;
    expect([at(true, '2023-12-01'), at(false, '2023-12-01'), at(false, '2023-10-01')]).toEqual([
      'met',
      'breached',
      'notDue',
    ]);
  });

  it.each([
    ['2023-12-31', 'notDue'],
    ['2024-01-01', 'breached'],
    ['2025-05-01', 'breached'],
  ])('with a term, on %s: %s', (asOf, state) => {
    expect(duty(`${term}\n方案 (plan): 已制定`, { planned: false }, { asOf }).state).toBe(state);
  });

  it('after the term are judged as of its last day', () => {
    const at = (visit: string): string =>
      duty(`${term}\n走访 (visit): 有 走访日期`, { visits: [visit] }, { asOf: '2025-05-01' }).state;
    expect([at('2024-12-31'), at('2025-01-01')]).toEqual(['met', 'breached']);
  });
});

describe('rules about facts as they stand, in periods', () => {
  it.each([
    ['2024-06-01', 500, 'met', '2024-01-01/2024-12-31 y'],
    ['2024-06-01', 499, 'notDue', '2024-01-01/2024-12-31 .'],
    ['2026-06-01', 499, 'notDue', '2026-01-01/2026-12-31 .'],
  ])('are judged for the current period only: %s, %i yuan: %s', (asOf, aid, state, period) => {
    const found = duty('期间 2023-02-01 后(含)\n扶助 (support): 每年 救助 500 元 以上', { aid }, { asOf });
    expect([found.state, ...periods(found)]).toEqual([state, period]);
  });

  it('need no term', () => {
    expect(periods(duty('扶助 (support): 每年 救助 500 元 以上', { aid: 600 }))).toEqual([
      '2024-01-01/2024-12-31 y',
    ]);
  });
});

describe('cover without a gap', () => {
  const cover = (terms: readonly Facts[], asOf = '2024-03-10'): readonly string[] =>
    periods(
      duty(
        '期间 结对日 后(含)\n不断档 (cover): 每日 有 任期 其中 当日 在 起始日 至 结束日',
        { paired: '2024-01-01', terms },
        { asOf },
      ),
    );

  it('finds the days between two terms', () => {
    expect(
      cover([
        { from: '2023-12-01', to: '2024-01-31' },
        { from: '2024-02-03', to: null },
      ]),
    ).toEqual(['2024-01-01/2024-01-31 y', '2024-02-01/2024-02-02 n', '2024-02-03/2024-03-10 y']);
  });

  it('is met by terms that follow each other, and still open today', () => {
    expect(
      cover([
        { from: '2024-01-01', to: '2024-01-31' },
        { from: '2024-02-01', to: '2024-03-09' },
      ]),
    ).toEqual(['2024-01-01/2024-03-09 y', '2024-03-10/2024-03-10 .']);
  });
});

describe('当期', () => {
  it('is the period itself, where a filter names it', () => {
    const line = `${term}\n下月报 (report): 每月 有 走访日期 在 当期 后 10 日 内\n  期限 当期 后 10 日 内`;
    const found = duty(line, { visits: ['2024-02-05'] }, { asOf: '2024-03-15' });
    expect(letters(found)).toBe('yn.');
    expect(letters(duty(line, { visits: [] }, { asOf: '2024-02-10' }))).toBe('..');
  });

  it('judges past periods by a list of months too', () => {
    const line = `${term}\n月报 (report): 每月 有 已报月份 为 当日 的 当月`;
    expect(letters(duty(line, { reportedMonths: ['2024-01', '2024-03'] }, { asOf: '2024-04-10' }))).toBe(
      'yny.',
    );
    expect(letters(duty(line, {}, { asOf: '2024-02-10' }))).toBe('??');
  });
});

describe('lists of years', () => {
  const years = `方案 例 (example)

主体 户 (family)
  复查年份 (reviews): 年份 列表

义务 对 户
  期间 自 2022-01-01(含) 至 2024-12-31(含)
  复查 (review): 每年 有 复查年份 在 当期
`;

  it('are held against the year of the period', () => {
    const { duties = {} } = decision(years, { reviews: [2022, 2024] });
    expect(Object.values(duties).map(letters)).toEqual(['yny']);
  });

  it('are not compared with days', () => {
    const days = years.replace('在 当期', '在 自 2022-01-01(含) 2 年');
    expect(() => bind(days)).toThrow('BF3005');
  });
});

describe('指标', () => {
  const rate = '测算日 首年-12-31\n接种率 (rate): 接种 ÷ 应种 90% 以上  当 应种 超过 0 人';
  it.each([
    ['2023-12-30', { wanted: 10, given: 10 }, 'notDue'],
    ['2023-12-31', { wanted: 10, given: 9 }, 'met'],
    ['2023-12-31', { wanted: 1000, given: 899 }, 'breached'],
    ['2024-06-01', { wanted: 0, given: 0 }, 'notApplicable'],
    ['2024-06-01', { wanted: 10 }, 'undetermined'],
  ])('on %s with %j: %s', (asOf, facts, state) => {
    const found = duty(rate, facts, { asOf }, '指标');
    expect([found.kind, found.state]).toEqual(['target', state]);
  });

  it('divides by zero only where 当 does not guard it', () => {
    const found = duty('接种率 (rate): 接种 ÷ 应种 90% 以上', { wanted: 0, given: 0 }, {}, '指标');
    expect([found.state, found.reasons.map((r) => r.kind)]).toEqual(['undetermined', ['data']]);
  });

  it('is judged as of the day of measuring, that day over', () => {
    const lines = '测算日 首年-06-30\n期间 首年\n走访 (visit): 每季度 有 走访日期';
    expect(letters(duty(lines, { visits: ['2023-02-01', '2023-07-05'] }, {}, '指标'))).toBe('yn');
  });
});

describe('履行 and 违反', () => {
  const text = `${head}
义务 对 户
  方案 (plan): 已制定  当 特殊

项目 补助 (aid)
  资格 方案 履行

项目 约谈 (talk)
  资格 方案 违反
`;
  const outcomes = (facts: Facts): readonly string[] =>
    Object.values(decision(text, facts).programmes).map(({ outcome }) => outcome);

  it.each([
    [{ planned: true, special: true }, ['eligible', 'ineligible']],
    [{ planned: false, special: true }, ['ineligible', 'eligible']],
    [{ planned: false, special: false }, ['eligible', 'ineligible']],
    [{ planned: true }, ['eligible', 'ineligible']],
    [{ planned: false }, ['undetermined', 'undetermined']],
  ])('%j', (facts, expected) => {
    expect(outcomes(facts)).toEqual(expected);
  });

  it('names the facts that settle it', () => {
    const found = decision(text, { planned: false }).programmes.aid;
    expect([found?.missing, found?.eligible.facts]).toEqual([['special'], ['planned', 'special']]);
  });

  it('stands in steps and in assertions', () => {
    const more = `${text}
程序 处置 (handling)
  面谈 (meeting): 由 县
    前提 方案 违反

断言
  不违反 (kept): 非 方案 违反
`;
    const bound = bind(more);
    expect(bound.check({ planned: false, special: true }).map(({ truth }) => truth)).toEqual(['no']);
    const steps = bound.decide({ planned: true, special: true }, {}).procedures.handling?.steps;
    expect(steps?.map(({ state }) => state)).toEqual(['waiting']);
  });
});

describe('duties of no kind of record', () => {
  it('are judged on the circumstances alone', () => {
    const text = `方案 例 (example)

情境
  评估日期 (reviews): 日期 列表

义务
  ${term}
  评估 (review): 每季度 有 评估日期
`;
    const { duties } = decision(text, {}, { circumstances: { reviews: ['2024-03-01'] } });
    expect(Object.values(duties ?? {}).map(letters)).toEqual(['y.']);
  });
});
