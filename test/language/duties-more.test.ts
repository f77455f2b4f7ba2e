import { describe, expect, it } from 'vitest';
import { compile, evaluator } from '../../compiler/index.ts';
import { bind, decision } from './kit.ts';

type Facts = Readonly<Record<string, unknown>>;

const head = `方案 例 (example)
  施行 自 2020-01-01(含) 5 年

情境
  发布日期 (issuedOn): 日期 可无

主体 户 (family)
  上报日期 (reported): 日期 可无
  慰问年份 (visitYears): 年份 列表
  已报月份 (reportedMonths): 月份 列表
`;

const dutiesOf = (lines: string, facts: Facts, asOf = '2024-06-01') =>
  decision(`${head}\n${lines}\n`, facts, { asOf }).duties ?? {};

describe('a duty whose 期限 the notice leaves out', () => {
  const duty = '义务 对 户\n  上报 (report): 上报日期 存在\n    期限 未规定 "原文没有日期"';
  it.each([
    ['done: met', { reported: '2024-05-01' }, 'met', []],
    [
      'not done: never overdue, open for the notice’s silence',
      { reported: null },
      'undetermined',
      ['unspecified'],
    ],
    ['not known', {}, 'undetermined', ['missing', 'unspecified']],
  ])('%s', (_, facts, state, reasons) => {
    const found = dutiesOf(duty, facts)['family.report'];
    expect(found?.state).toBe(state);
    expect(found?.reasons.map(({ kind }) => kind)).toEqual(reasons);
  });
});

describe('lists of years and months show the period like dated lists', () => {
  const yearly = '义务 对 户\n  期间 自 2021-01-01(含) 至 2023-12-31(含)\n  慰问 (visit): 每年 有 慰问年份';
  it('year by year', () => {
    const found = dutiesOf(yearly, { visitYears: [2021, 2023] })['family.visit'];
    expect(found?.periods.map(({ from, state }) => `${from} ${state}`)).toEqual([
      '2021-01-01 met',
      '2022-01-01 breached',
      '2023-01-01 met',
    ]);
  });
  it('with a filter of its own too', () => {
    const filtered = yearly.replace('慰问年份', '慰问年份 其中 超过 2021');
    expect(
      dutiesOf(filtered, { visitYears: [2021, 2023] })['family.visit']?.periods.map((p) => p.state),
    ).toEqual(['breached', 'breached', 'met']);
  });
  it('months in quarters', () => {
    const lines =
      '义务 对 户\n  期间 自 2024-01-01(含) 至 2024-12-31(含)\n  季报 (report): 每季度 有 2 次 以上 已报月份';
    const found = dutiesOf(lines, { reportedMonths: ['2024-01', '2024-03', '2024-04'] }, '2024-08-01');
    expect(found['family.report']?.periods.map((p) => p.state)).toEqual(['met', 'breached', 'notDue']);
  });
});

describe('duties about the circumstances, where there are several kinds of record', () => {
  const two = `${head}\n主体 干部 (cadre)\n  在岗 (working): 是否\n\n义务\n  发布 (issue): 发布日期 存在\n    期限 2024-03-31 前(含)\n`;
  it.each([
    ['2024-03-31', 'met'],
    ['2024-04-01', 'breached'],
    [null, 'breached'],
  ])('%s: %s, for every kind of record', (issuedOn, state) => {
    const { policy } = compile({ path: 'test.policy', text: two });
    const states = ['family', 'cadre'].map((subject) => {
      if (!policy) throw new Error('does not compile');
      const bound = evaluator(policy).bind({ asOf: '2024-06-01', subject, circumstances: { issuedOn } });
      return bound.decide({}).duties?.['duty.issue']?.state;
    });
    expect(states).toEqual([state, state]);
  });
  it('a fact of one kind asks for whom the block is', () => {
    const { diagnostics } = compile({
      path: 'test.policy',
      text: `${head}\n主体 干部 (cadre)\n  在岗 (working): 是否\n\n义务\n  到岗 (work): 在岗\n`,
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(['BF2006']);
  });
});

describe('期间 of a step', () => {
  const steps = '程序 申领 (claim)\n  公示 (posting): 由 县\n    期间 自 2024-03-01(含) 至 2024-03-15(含)';
  it.each([
    ['2024-03-14', 'open', 'open', null],
    ['2024-03-15', 'open', 'open', null],
    ['2024-03-16', 'overdue', 'missed', null],
    ['2024-03-20', 'late', 'missed', '2024-03-16'],
    ['2024-03-20', 'done', 'met', '2024-03-15'],
  ])('on %s it is %s, and says which day it was to end', (asOf, state, due, done) => {
    const bound = bind(`${head}\n${steps}\n`, { asOf });
    const [step] = bound.timeline(done === null ? {} : { posting: done }).procedures.claim?.steps ?? [];
    expect(step?.state).toBe(state);
    expect(step?.due.map((one) => [one.due, one.state, one.binds])).toEqual([['2024-03-15', due, true]]);
  });
});

describe('a periodic duty whose first day is not known', () => {
  const lines = (when: string) =>
    `义务 对 户\n  期间 自 上报日期(含)\n  慰问 (visit): 每年 有 慰问年份 当 ${when}`;
  const state = (when: string) =>
    dutiesOf(lines(when), { visitYears: [2021], reportedMonths: ['2023-02'] })['family.visit']?.state;
  it('is out of play only where it is in every period that there may have been', () => {
    expect(state('判定日 在 2020-01-01 前(含)')).toBe('notApplicable');
    expect(state('有 已报月份 在 当期')).toBe('undetermined');
  });
});
