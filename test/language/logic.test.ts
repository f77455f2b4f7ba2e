import { describe, expect, it } from 'vitest';
import { bind, condition, decided, head, outcome } from './kit.ts';

const group = (op: string, lines: readonly string[]): string =>
  `${op}\n${lines.map((l) => `    ${l}`).join('\n')}`;

describe('groups', () => {
  const facts = { working: true, ill: false };
  it.each([
    ['同时满足', 'ineligible', 'ineligible'],
    ['满足其一', 'eligible', 'eligible'],
    ['均不满足', 'ineligible', 'ineligible'],
    ['满足 1 项 以上', 'eligible', 'eligible'],
    ['满足 2 项 以上', 'ineligible', 'undetermined'],
  ])('%s', (op, without, withUnknown) => {
    expect(outcome(group(op, ['在岗', '有病']), facts)).toBe(without);
    expect(outcome(group(op, ['在岗', '有病', '负债 3 元 以上']), facts)).toBe(withUnknown);
  });

  it('an unknown part is decided by another where it can be', () => {
    expect(outcome('在岗 且 有病', { ill: false })).toBe('ineligible');
    expect(outcome('在岗 或 有病', { ill: true })).toBe('eligible');
    expect(outcome('在岗 且 有病', { ill: true })).toBe('undetermined');
  });

  it('names the smallest set of facts that settles the outcome', () => {
    const { missing } = decided(condition('(在岗 或 有病) 且 在岗'), {});
    expect(missing).toEqual(['working']);
    expect(decided(condition('在岗 或 有病'), {}).missing).toEqual(['working', 'ill']);
  });

  it('a condition that 当 puts out of play counts as met among all, as unmet among any', () => {
    const all = group('同时满足', ['在岗', '负债 3 元 以上 当 有病']);
    const any = group('满足其一', ['在岗', '负债 3 元 以上 当 有病']);
    expect(outcome(all, { working: true, ill: false, debt: 0 })).toBe('eligible');
    expect(outcome(all, { working: true, ill: true, debt: 0 })).toBe('ineligible');
    expect(outcome(any, { working: false, ill: false, debt: 9 })).toBe('ineligible');
    expect(outcome(any, { working: false, ill: true, debt: 9 })).toBe('eligible');
  });

  it('例外 lifts a condition and an exclusion', () => {
    const waived = condition(group('同时满足', ['条件: 在岗', '  例外 有病']));
    expect(decided(waived, { working: false, ill: true }).outcome).toBe('eligible');
    expect(decided(waived, { working: false, ill: false }).outcome).toBe('ineligible');
    const lifted = `${condition('生日 存在')}  排除\n    在岗者: 在岗\n      例外 有病\n`;
    expect(decided(lifted, { birthDate: '1990-01-01', working: true, ill: true }).outcome).toBe('eligible');
    expect(decided(lifted, { birthDate: '1990-01-01', working: true, ill: false }).outcome).toBe(
      'ineligible',
    );
  });
});

describe('exclusion beats eligibility', () => {
  const policy = `${condition('在岗')}  排除\n    病人 (sick): 有病\n`;
  it.each([
    [{ working: true, ill: true }, 'ineligible', ['aid.sick']],
    [{ working: true, ill: false }, 'eligible', []],
    [{ working: true }, 'undetermined', []],
    [{ working: false }, 'ineligible', []],
  ])('%j: %s', (facts, expected, hit) => {
    const made = decided(policy, facts);
    expect(made.outcome).toBe(expected);
    expect(made.hit).toEqual(hit);
  });
});

describe('absent is not unknown', () => {
  it.each([
    ['去世日期 存在', null, 'ineligible'],
    ['去世日期 不存在', null, 'eligible'],
    ['去世日期 存在', undefined, 'undetermined'],
    ['去世日期 在 2020-01-01 前(含)', null, 'ineligible'],
    ['非 (去世日期 在 2020-01-01 前(含))', null, 'eligible'],
    ['去世日期 在 2020-01-01 前(含)', '2019-12-31', 'eligible'],
  ])('%s with %s: %s', (line, deathDate, expected) => {
    expect(outcome(line, deathDate === undefined ? {} : { deathDate })).toBe(expected);
  });
});

describe('lists and choices', () => {
  it.each([
    ['有 受助日期', { aidDates: [] }, 'ineligible'],
    ['没有 受助日期', { aidDates: [] }, 'eligible'],
    ['没有 受助日期', {}, 'undetermined'],
    ['有 2 次 以上 受助日期', { aidDates: ['2023-01-01', '2023-02-01'] }, 'eligible'],
    ['有 2 次 以上 受助日期', { aidDates: ['2023-01-01'] }, 'ineligible'],
    ['有 2 次 以上 受助日期', { aidDates: { items: ['2023-01-01'], complete: false } }, 'undetermined'],
    ['有 恰 1 次 受助日期', { aidDates: ['2023-01-01'] }, 'eligible'],
    ['有 受助日期', { aidDates: ['2024-06-02'] }, 'ineligible'],
    ['全部 费用 均 金额 5 元 以上', { costs: [{ date: '2023-01-01', amount: 5 }] }, 'eligible'],
    ['全部 费用 均 金额 5 元 以上', { costs: [{ date: '2023-01-01', amount: 4 }] }, 'ineligible'],
    [
      '(合计 费用 的 金额) 9 元 以上',
      {
        costs: [
          { date: '2023-01-01', amount: 4 },
          { date: '2023-01-02', amount: 5 },
        ],
      },
      'eligible',
    ],
    [
      '(合计 费用 的 金额 其中 日期 在 2023-01-02 后(含)) 9 元 以上',
      {
        costs: [
          { date: '2023-01-01', amount: 4 },
          { date: '2023-01-02', amount: 5 },
        ],
      },
      'ineligible',
    ],
    ['(最晚 受助日期) 在 2023-02-01 后(含)', { aidDates: ['2023-01-01', '2023-02-01'] }, 'eligible'],
    ['材料 含 身份证', { papers: ['idCard'] }, 'eligible'],
    ['材料 不含 身份证', { papers: ['idCard'] }, 'ineligible'],
    ['材料 含全部 {身份证, 户口簿}', { papers: ['idCard'] }, 'ineligible'],
    ['材料 含其一 {身份证, 户口簿}', { papers: ['idCard'] }, 'eligible'],
    ['有 材料', { papers: [] }, 'ineligible'],
    ['性别 属于 {男, 女}', { sex: 'male' }, 'eligible'],
    ['城市 属于 {"广州市", "深圳市"}', { city: '广州市' }, 'eligible'],
    ['城市 不属于 {"广州市", "深圳市"}', { city: '广州市' }, 'ineligible'],
  ])('%s %j: %s', (line, facts, expected) => {
    expect(outcome(line, facts)).toBe(expected);
  });
});

describe('what is still to come', () => {
  it('facts that a body must find count as coming: the applicant is still asked for the rest', () => {
    const policy = `${head.replace('有病 (ill): 是否', '有病 (ill): 是否 由 医院 认定')}\n项目 补助 (aid)\n  资格 有病 且 在岗\n`;
    const made = decided(policy, {});
    expect(made.missing).toEqual(['working']);
    expect(made.reasons).toMatchObject([
      { kind: 'missing', fact: 'working' },
      { kind: 'determination', by: '医院' },
    ]);
  });

  it('a benefit in kind is as open as its programme', () => {
    const policy = `${condition('在岗')}  给予 表扬 (praise)\n`;
    const truth = (facts: object) => decided(policy, { ...facts }).grants.map((g) => g.truth);
    expect([truth({ working: true }), truth({}), truth({ working: false })]).toEqual([
      ['yes'],
      ['unknown'],
      [],
    ]);
  });
});

describe('holes', () => {
  it('what the notice does not say leaves the outcome open for that reason', () => {
    const made = decided(condition('未规定 "谁来认定"'), {});
    expect(made.outcome).toBe('undetermined');
    expect(made.missing).toEqual([]);
    expect(made.reasons).toMatchObject([{ kind: 'unspecified', text: '谁来认定' }]);
  });

  it('a fact that a body must find is a pending determination, not a question to the applicant', () => {
    const policy = `${head.replace('有病 (ill): 是否', '有病 (ill): 是否 由 医院 认定')}\n项目 补助 (aid)\n  资格 有病\n`;
    const made = decided(policy, {});
    expect(made.reasons).toMatchObject([{ kind: 'determination', by: '医院', fact: 'ill' }]);
  });
});

describe('a step confined to a period', () => {
  const policy = `${head}\n程序 招聘 (hiring)\n  笔试 (exam): 由 人事处\n    期间 2024-05 月中旬\n`;
  it.each([
    ['2024-05-10', 'done', ['beforePeriod']],
    ['2024-05-11', 'done', []],
    ['2024-05-20', 'done', []],
    ['2024-05-21', 'late', []],
  ])('%s: %s, %j', (exam, state, warnings) => {
    const { procedures, warnings: found } = bind(policy).timeline({ exam });
    expect(procedures.hiring?.steps[0]?.state).toBe(state);
    expect(found.map((warning) => warning.problem)).toEqual(warnings);
  });
});
