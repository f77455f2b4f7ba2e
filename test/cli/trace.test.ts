import { expect, test } from 'vitest';
import { Folder } from './harness.ts';
import { allowance, parameters } from './policies.ts';

const cases = `asOf: 2025-06-30
base: { applicant: { birthDate: 1950-01-05, localHukou: true, monthlyIncome: 100 } }
cases:
  - { name: 符合, clauses: [一.1, 三.1], expect: { allowance: { outcome: eligible } } }
  - { name: 年轻, clauses: [一.1, 九.9], with: { birthDate: 2000-01-01 }, expect: { allowance: { outcome: ineligible } } }
`;

const make = (clauses: string) =>
  new Folder({
    'notice.policy': allowance,
    'parameters.yaml': parameters,
    'cases.yaml': cases,
    'clauses.yaml': clauses,
  });

const complete = `clauses:
  一.1: { encoded: true }
  一.2: { encoded: [户籍在本县] }
  一.3: { encoded: [lowIncome, 月均收入] }
  二.1: { notEncoded: { kind: exhortation, why: "只是号召" } }
  三.1: { determination: 县财政局, encoded: [monthlyRate] }
  九.9: { determination: 乡镇 }
defects:
  D1: { shown: determination, at: [monthlyRate], note: "没有写标准" }
`;

test('every clause accounted for', async () => {
  const folder = make(complete);
  const zh = await folder.run(['trace']);
  const en = await folder.run(['trace', '--lang', 'en']);
  expect([zh.status, zh.stderr, en.status]).toEqual([0, '', 0]);
  expect(`${zh.stdout}\n${en.stdout}`).toMatchSnapshot();
});

test('what does not fit is a finding', async () => {
  const folder = make(`clauses:
  一.1: { note: "忘了" }
  一.2: { encoded: [没有这条] }
  一.3: { encoded: true }
  二.1: { encoded: true }
defects:
  D1: { shown: comment, at: [也没有] }
`);
  const zh = await folder.run(['trace']);
  const en = await folder.run(['trace', '--lang', 'en']);
  expect([zh.status, en.status]).toEqual([1, 1]);
  const problems = (text: string) => text.split('\n').slice(-8).join('\n');
  expect(`${problems(zh.stdout)}\n${problems(en.stdout)}`).toMatchSnapshot();
});

test('as JSON', async () => {
  const report = JSON.parse((await make(complete).run(['trace', '--format', 'json'])).stdout) as {
    policies: { clauses: object[] }[];
  };
  expect(report).toMatchObject({
    schema: 'bangfu.trace/1',
    policies: [{ path: 'notice.policy', problems: [] }],
  });
  expect(report.policies[0]?.clauses[0]).toEqual({
    id: '一.1',
    status: 'encoded',
    citedBy: [{ id: 'allowance.ageReached', line: 13 }],
    namedBy: [],
    testedBy: ['符合', '年轻'],
    determination: null,
    notEncoded: null,
    note: null,
  });
});

test.each([
  ['clauses:\n  一.1: { notEncoded: { kind: lazy, why: x } }\n', 'clauses.yaml:2:24'],
  ['clauses:\n  一.1: { notEncoded: { kind: duty } }\n', 'clauses.yaml:2:10'],
  ['clauses:\n  一.1: { encodet: true }\n', 'clauses.yaml:2:10'],
  ['defects:\n  D1: { shown: nowhere }\n', 'clauses.yaml:2:9'],
])('a badly written list is refused with its place', async (clauses, place) => {
  const { status, stderr } = await make(clauses).run(['trace']);
  expect(status).toBe(2);
  expect(stderr).toContain(`bangfu: ${place} `);
});

test('no list, nothing to account for', async () => {
  const folder = new Folder({ 'notice.policy': allowance });
  expect(await folder.run(['trace'])).toEqual({
    status: 2,
    stdout: '',
    stderr: 'bangfu: 没有 clauses.yaml，无从逐条核对。\n',
  });
});
