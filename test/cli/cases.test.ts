import { describe, expect, test } from 'vitest';
import { Folder } from './harness.ts';
import { allowance, claim, parameters, quota, visits } from './policies.ts';

const base = 'base:\n  applicant: { birthDate: 1950-01-05, localHukou: true, monthlyIncome: 100 }\n';
const withCases = (cases: string, policy = allowance) =>
  new Folder({
    'notice.policy': policy,
    'parameters.yaml': parameters,
    'cases.yaml': `${base}cases:\n${cases}`,
  });

test('all well', async () => {
  const folder = withCases(`
  - name: 符合
    expect: { allowance: { outcome: eligible, amount: 300, true: [达到年龄], missing: [] } }
  - name: 缺户籍
    without: [本县户籍]
    expect: { 生活补助: { outcome: undetermined, missing: [localHukou], unknown: [户籍在本县], reasons: [missing] } }
`);
  expect(await folder.run(['test'])).toEqual({
    status: 0,
    stdout: 'notice.policy: 2 个案例全部通过\n',
    stderr: '',
  });
});

test('a parameter unbound, and what is granted', async () => {
  const granting = allowance.replace(
    '  金额 每人',
    '  给予 证书 (card) 当 月均收入 500 元 以下\n  给予 奖章 (medal) 当 月均收入 50 元 以下\n  金额 每人',
  );
  const run = (expected: string) =>
    withCases(
      `
  - name: 标准未定
    without: [月标准]
    expect: { allowance: ${expected} }
`,
      granting,
    ).run(['test']);
  expect((await run('{ amount: [0, null], grants: [证书] }')).stdout).toContain('allowance.amount');
  expect((await run('{ amount: [null, null], grants: [card] }')).status).toBe(0);
  expect((await run('{ grants: [奖章] }')).stdout).toContain('allowance.grants');
});

test('what a case leaves out must be there to leave out', async () => {
  const { status, stderr } = await withCases(`
  - name: 笔误
    without: [本县户藉]
    expect: { allowance: { outcome: eligible } }
`).run(['test']);
  expect(status).toBe(2);
  expect(stderr).toContain('cases.yaml:6:');
  expect(stderr).toContain('localHukou');
});

/** Each expectation is false of its case: an expectation that cannot fail would test nothing. */
const failing = `
  - { name: outcome, expect: { allowance: { outcome: ineligible } } }
  - { name: amount, expect: { allowance: { amount: 300.01 } } }
  - { name: range, expect: { allowance: { amount: [300, null] } } }
  - { name: hit, expect: { allowance: { hit: [重复领取] } } }
  - { name: truth, expect: { allowance: { false: [户籍在本县] } } }
  - { name: no such rule, expect: { allowance: { true: [没有这条] } } }
  - { name: missing, without: [localHukou], expect: { allowance: { missing: [birthDate] } } }
  - { name: reasons, without: [localHukou], expect: { allowance: { reasons: [unspecified] } } }
  - { name: tier, expect: { allowance: { tier: 甲 } } }
  - { name: from, expect: { allowance: { from: 2020-01 } } }
  - { name: payments, expect: { allowance: { payments: { from: 2025-01, to: 2025-12, count: 11, total: 3300 } } } }
  - { name: would change, with: { localHukou: false }, expect: { allowance: { wouldChange: [达到年龄] } } }
  - { name: shares, expect: { allowance: { shares: { 省: 50% } } } }
  - { name: warnings, expect: { warnings: [dueDatesContradict] } }
  - { name: bad data, with: { birthDate: 昨天 }, expect: {} }
`;

test('failures show case, path, expected, found and clause', async () => {
  const folder = withCases(failing);
  const zh = await folder.run(['test']);
  const en = await folder.run(['test', '--lang', 'en']);
  expect([zh.status, en.status]).toEqual([1, 1]);
  expect(zh.stdout).toContain('15 个案例，15 个未通过');
  expect(`${zh.stdout}\n${en.stdout}`).toMatchSnapshot();
});

test('as JSON', async () => {
  const folder = withCases(failing);
  const report = JSON.parse((await folder.run(['test', '--format', 'json'])).stdout) as {
    policies: { cases: { passed: boolean }[] }[];
  };
  expect(report).toMatchObject({ schema: 'bangfu.test/1', summary: { cases: 15, failed: 15 } });
  expect(report.policies[0]?.cases[0]).toEqual({
    name: 'outcome',
    place: 'cases.yaml:5:5',
    clauses: [],
    passed: false,
    mismatches: [{ path: 'allowance.outcome', expected: 'ineligible', found: 'eligible', cites: [] }],
    badInput: [],
  });
});

test('steps by name, with dates on the calendar of work days', async () => {
  const folder = new Folder({
    'notice.policy': claim,
    'cases.yaml': `asOf: 2024-03-01
base: { applicant: { listed: true } }
cases:
  - name: 受理后五个工作日
    events: { 申请: 2024-02-27 }
    expect:
      steps: { 初审: { state: open, due: 2024-03-05 }, application: { state: done, end: 2024-02-27 } }
  - name: 不对
    events: { application: 2024-02-27 }
    expect: { steps: { firstCheck: { state: done, due: 2024-03-04 } } }
`,
  });
  const { status, stdout } = await folder.run(['test']);
  expect(status).toBe(1);
  expect(stdout).toMatchSnapshot();
});

test('duties with their periods, last days and parts', async () => {
  const folder = new Folder({
    'notice.policy': visits,
    'cases.yaml': `asOf: 2024-03-05
base: { family: { visits: [2024-01-09], filed: false, paused: false } }
cases:
  - name: 二月没有走访
    expect:
      duties:
        visit: { state: breached, periods: [met, breached, notDue], excusedBy: [], reasons: [] }
        建档: { state: breached, due: 2024-02-15, false: [record] }
  - { name: 停访, with: { paused: true }, expect: { duties: { 月访: { state: notApplicable, excusedBy: [family.visit.except.1] } } } }
  - { name: 缺记录, without: [visits], expect: { duties: { visit: { state: undetermined, reasons: [missing], unknown: [visit] } } } }
  - name: 不对
    expect:
      duties:
        visit: { state: met, periods: [met, met], excusedBy: [family.visit.except.1], reasons: [missing], true: [visit] }
        record: { due: null, false: [没有这条] }
`,
  });
  const { status, stdout } = await folder.run(['test']);
  expect(status).toBe(1);
  expect(stdout).toMatchSnapshot();
});

test('a population with copies', async () => {
  const folder = new Folder({
    'notice.policy': quota,
    'cases.yaml': `asOf: 2025-01-01
base: { teacher: { expense: 1000, posted: true } }
cases:
  - name: 并列都进
    population:
      - { id: 甲, with: { expense: 9000 } }
      - { id: 乙, copies: 3, with: { expense: 5000 } }
      - { id: 丙 }
    expect: { aid: { selected: [甲, 乙], notSelected: [丙], undetermined: [], summary: { eligible: 5, selected: 4 } } }
  - name: 不对
    population: [{ id: 甲 }, { id: 乙, with: { posted: false } }]
    expect: { 救助: { selected: [乙], summary: { ineligible: 2 } } }
`,
  });
  const { status, stdout } = await folder.run(['test']);
  expect(status).toBe(1);
  expect(stdout).toMatchSnapshot();
});

describe('a case file that is badly written is refused with the place', () => {
  test.each([
    ['unknown key', '  - { name: a, expct: {} }\n'],
    ['no name', '  - { expect: {} }\n'],
    ['unknown programme', '  - { name: a, expect: { 补助: {} } }\n'],
    ['unknown expectation', '  - name: a\n    expect:\n      allowance:\n        amont: 3\n'],
    ['not money', '  - { name: a, expect: { allowance: { amount: 3.001 } } }\n'],
    ['a range of three', '  - { name: a, expect: { allowance: { amount: [1, 2, 3] } } }\n'],
    ['not YAML', '  - { name: a, expect: }}\n'],
    ['copies', '  - { name: a, population: [{ copies: 0 }], expect: {} }\n'],
  ])('%s', async (_, cases) => {
    const { status, stdout, stderr } = await withCases(cases).run(['test']);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatchSnapshot();
  });
});

test('coverage names what no case has met', async () => {
  const folder = withCases(
    '  - { name: a, expect: {} }\n  - { name: b, with: { birthDate: 2000-01-01 }, expect: {} }\n',
  );
  expect((await folder.run(['test', '--coverage'])).stdout).toMatchSnapshot();
});

test('without cases nothing was tested, and that is not well', async () => {
  const folder = new Folder({ 'notice.policy': allowance });
  expect(await folder.run(['test'])).toEqual({
    status: 2,
    stdout: '',
    stderr: 'notice.policy 旁边没有 cases.yaml\n',
  });
});
