import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/index.ts';
import type { StepState } from '../../runtime/decision.ts';
import { bind, decision } from './kit.ts';

/** Application on Friday 1 March 2024; the check is due in the period given, without the time of the supplement. */
const policy = (period: string, pause = '不计 补正'): string => `方案 例 (example)
  施行 自 2024-01-01(含) 5 年

主体 人 (person)
  有病 (ill): 是否
  受理日期 (accepted): 日期 可无
  退件日期 (returned): 日期 可无

程序 申领 (claim)
  申请 (application): 由 申请人
  补正 (supplement): 由 申请人
  公告 (notice): 由 乡镇
  初审 (check): 由 乡镇
    期限 申请 后 ${period} 内
    ${pause}
`;

type Log = Readonly<Record<string, string | { readonly start: string; readonly end?: string }>>;

function check(text: string, events: Log, asOf = '2024-04-30'): StepState {
  const { steps = [] } = bind(text, { asOf }).timeline(events).procedures.claim ?? {};
  const found = steps.find(({ id }) => id === 'check');
  if (!found) throw new Error('no such step');
  return found;
}

const due = (period: string, pause: Log[string] | null, asOf?: string): string | null =>
  check(policy(period), { application: '2024-03-01', ...(pause && { supplement: pause }) }, asOf).due[0]
    ?.due ?? null;

describe('a period leaves out the days of a pause, its first and its last one included', () => {
  it.each([
    // Ten working days after Friday 1 March end on Friday 15 March.
    ['10 个工作日', null, '2024-03-15'],
    ['10 个工作日', { start: '2024-03-15', end: '2024-03-15' }, '2024-03-18'],
    ['10 个工作日', { start: '2024-03-18', end: '2024-03-20' }, '2024-03-15'],
    ['10 个工作日', { start: '2024-03-09', end: '2024-03-10' }, '2024-03-15'],
    ['10 个工作日', { start: '2024-03-08', end: '2024-03-11' }, '2024-03-19'],
    // What lies before the period begins, and its first day, takes nothing.
    ['10 个工作日', { start: '2024-02-20', end: '2024-03-01' }, '2024-03-15'],
    ['10 个工作日', { start: '2024-02-20', end: '2024-03-04' }, '2024-03-18'],
    // Ching Ming, 4 to 6 April 2024, with the make-up workday of Sunday 7 April.
    ['10 个工作日', { start: '2024-03-04', end: '2024-03-29' }, '2024-04-15'],
    // Civil days: 20 days after 1 March end on Thursday 21 March; a rest day at the end moves on (art. 203).
    ['20 日', null, '2024-03-21'],
    ['20 日', { start: '2024-03-21', end: '2024-03-21' }, '2024-03-22'],
    ['20 日', { start: '2024-03-20', end: '2024-03-21' }, '2024-03-25'],
    ['20 日', { start: '2024-03-22', end: '2024-03-29' }, '2024-03-21'],
    // Months end on the corresponding day (art. 202), then the days left out are added.
    ['1 个月', null, '2024-04-01'],
    ['1 个月', { start: '2024-03-10', end: '2024-03-10' }, '2024-04-02'],
    ['1 个月', { start: '2024-03-31', end: '2024-04-01' }, '2024-04-03'],
  ])('%s, %j: %s', (period, pause, last) => {
    expect(due(period, pause)).toBe(last);
  });

  it('says how many days it leaves out, in the days that it counts', () => {
    const at = (period: string) =>
      check(policy(period), {
        application: '2024-03-01',
        supplement: { start: '2024-03-08', end: '2024-03-11' },
      }).due;
    expect(at('10 个工作日')[0]?.paused).toBe(2);
    expect(at('20 日')[0]?.paused).toBe(4);
    expect(check(policy('20 日'), { application: '2024-03-01' }).due[0]).not.toHaveProperty('paused');
  });

  it('leaves out once what several pauses share', () => {
    const two = policy('20 日', '不计 补正\n    不计 公告 的 期间');
    const events = {
      application: '2024-03-01',
      supplement: { start: '2024-03-05', end: '2024-03-08' },
      notice: { start: '2024-03-07', end: '2024-03-09' },
    };
    expect(check(two, events).due[0]).toMatchObject({ due: '2024-03-26', paused: 5 });
  });

  it('takes a span between two days as well as a step', () => {
    const between = policy('20 日', '不计 自 补正 至 公告');
    const events = { application: '2024-03-01', supplement: '2024-03-05', notice: '2024-03-06' };
    expect(check(between, events).due[0]).toMatchObject({ due: '2024-03-25', paused: 2 });
  });
});

describe('while a pause is open the clock stands still', () => {
  const open = { application: '2024-03-01', supplement: { start: '2024-03-14' } };
  it('no day is due: waiting for the step that has still to end', () => {
    const found = check(policy('10 个工作日'), open, '2024-05-31');
    expect(found).toMatchObject({
      state: 'waiting',
      waitsFor: ['supplement'],
      due: [{ due: null, state: 'open', reasons: [{ kind: 'waiting', step: 'supplement', until: null }] }],
    });
  });
  it('a pause that began after the last day changes nothing', () => {
    const late = { application: '2024-03-01', supplement: { start: '2024-03-18' } };
    expect(check(policy('10 个工作日'), late, '2024-05-31')).toMatchObject({
      state: 'overdue',
      waitsFor: [],
    });
  });
  it('on the last day it still counts, on the day after it is too late', () => {
    const at = (start: string) =>
      check(policy('10 个工作日'), { application: '2024-03-01', supplement: { start } }, '2024-03-20').state;
    expect([at('2024-03-15'), at('2024-03-18')]).toEqual(['waiting', 'overdue']);
  });
  it('a step done meanwhile is done in time', () => {
    const done = check(policy('10 个工作日'), { ...open, check: '2024-03-29' }, '2024-04-30');
    expect(done).toMatchObject({ state: 'done', due: [{ state: 'met' }] });
  });
});

describe('other deadlines pause too', () => {
  const programme = `项目 补助 (aid)
  资格 有病
  期限
    答复 (answer): 受理日期 在 2024-03-01 后 20 日 内
      逾期 不予受理
      不计 自 退件日期 至 受理日期
`;
  const outcome = (returned: string | null, accepted: string) =>
    decision(`${policy('20 日')}\n${programme}`, { ill: true, accepted, returned }, { asOf: '2024-05-01' })
      .programmes.aid;
  it('of a programme', () => {
    expect(outcome(null, '2024-03-21')).toMatchObject({ outcome: 'eligible' });
    expect(outcome(null, '2024-03-22')).toMatchObject({
      outcome: 'ineligible',
      deadlines: [{ due: '2024-03-21' }],
    });
    expect(outcome('2024-03-20', '2024-03-24')).toMatchObject({
      outcome: 'eligible',
      deadlines: [{ due: '2024-03-26', paused: 5 }],
    });
  });
  it('of a duty', () => {
    const duty =
      '义务 对 人\n  答复 (answer): 受理日期 存在\n    期限 2024-03-01 后 20 日 内\n    不计 补正\n';
    const facts = { ill: true, accepted: '2024-03-22', returned: null };
    const state = (events: Log) =>
      decision(`${policy('20 日')}\n${duty}`, facts, { asOf: '2024-05-01', events }).duties?.[
        'person.answer'
      ];
    expect(state({})).toMatchObject({ state: 'breached', due: [{ due: '2024-03-21' }] });
    expect(state({ supplement: '2024-03-06' })).toMatchObject({
      state: 'met',
      due: [{ due: '2024-03-22', paused: 1 }],
    });
  });
});

describe('what pauses nothing is refused', () => {
  it.each([
    ['a stated day', '期限 2024-05-31 前(含)\n    不计 补正', 'BF3070'],
    ['no deadline', '不计 补正', 'BF3070'],
    ['a span without an end', '期限 申请 后 20 日 内\n    不计 自 补正(含)', 'BF3005'],
    ['no such step', '期限 申请 后 20 日 内\n    不计 补证', 'BF2003'],
  ])('%s', (_, lines, code) => {
    const text = policy('20 日').replace(/期限[\s\S]*$/, `${lines}\n`);
    const { diagnostics } = compile({ path: 'test.policy', text });
    expect(diagnostics.map((one) => one.code)).toEqual([code]);
  });
});
