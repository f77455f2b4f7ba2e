import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { Folder } from './harness.ts';
import { allowance, claim, parameters } from './policies.ts';

const head = `# 头上的说明
asOf: 2025-06-30   # 判定日
base:
  applicant: { birthDate: 1950-01-05, localHukou: true, monthlyIncome: 100 }
cases:
  # 第一个
  - { name: 符合,   expect: { allowance: { outcome: eligible } } }   # 留着
`;
const folderOf = (cases: string, policy = allowance) =>
  new Folder({ 'notice.policy': policy, 'parameters.yaml': parameters, 'cases.yaml': cases });

interface Suggested {
  readonly name: string;
  readonly unconfirmed: boolean;
  readonly with?: { readonly [fact: string]: unknown };
  readonly without?: readonly string[];
  readonly expect: { readonly [programme: string]: unknown };
}

async function suggested(folder: Folder): Promise<readonly Suggested[]> {
  const { stdout } = await folder.run(['test', '--suggest', '--format', 'json']);
  const report = JSON.parse(stdout) as { policies: { cases: readonly Suggested[] }[] };
  return report.policies[0]?.cases ?? [];
}

const withOf = (cases: readonly Suggested[], fact: string): readonly unknown[] =>
  cases.flatMap((one) => (one.with && fact in one.with ? [one.with[fact]] : []));

test('at, just below and just above a sum of money, and an age to the day', async () => {
  const cases = await suggested(folderOf(head));
  expect(withOf(cases, 'monthlyIncome')).toEqual(expect.arrayContaining([2000, 1999.99, 2000.01]));
  expect(withOf(cases, 'birthDate')).toEqual(
    expect.arrayContaining(['1965-06-30', '1965-06-29', '1965-07-01']),
  );
  expect(cases.every(({ unconfirmed }) => unconfirmed)).toBe(true);
});

test('one condition at a time, and nothing known', async () => {
  const cases = await suggested(folderOf(head));
  expect(withOf(cases, 'localHukou')).toContain(false);
  const blank = cases.find(({ without }) => without?.length === 3);
  expect(blank?.expect).toMatchObject({
    allowance: { outcome: 'undetermined', missing: ['birthDate', 'localHukou', 'monthlyIncome'] },
  });
});

test('what a case tries already is not suggested', async () => {
  const cases = await suggested(
    folderOf(`${head}  - { name: 线上, with: { monthlyIncome: 2000 }, expect: {} }\n`),
  );
  expect(withOf(cases, 'monthlyIncome')).not.toContain(2000);
  expect(withOf(cases, 'monthlyIncome')).toContain(2000.01);
});

test('a birthday on 29 February and at the end of a month', async () => {
  const born = head.replace('1950-01-05', '1952-02-29').replace('2025-06-30', '2012-02-28');
  const { stdout } = await folderOf(born).run(['test', '--suggest', '--format', 'json']);
  expect(stdout).not.toContain('起算日为二月二十九日');
  const cases = await suggested(folderOf(head));
  expect(withOf(cases, 'birthDate').some((date) => String(date).endsWith('02-29'))).toBe(true);
});

test('put into the file, comments and order kept, they pass, and nothing more is found', async () => {
  const folder = folderOf(head);
  const made = await folder.run(['test', '--suggest', '--update']);
  expect(made.status).toBe(0);
  expect(folder.read('cases.yaml').startsWith(head)).toBe(true);
  const again = await folder.run(['test', '--coverage', '--fail-under', '100']);
  expect(again.stdout).toContain('还没有人对照原文确认');
  expect([again.status, again.stderr]).toEqual([0, '']);
  const before = folder.read('cases.yaml');
  expect((await folder.run(['test', '--suggest', '--update'])).stdout).toContain('建议 0 个案例');
  expect(folder.read('cases.yaml')).toBe(before);
});

test('entries after the cases stay where they are', async () => {
  const tail = 'uncoverable:\n  - { rule: lowIncome, results: [unknown], why: 试一试 }\n';
  const folder = folderOf(head + tail);
  await folder.run(['test', '--suggest', '--update']);
  const text = folder.read('cases.yaml');
  expect(text.endsWith(tail)).toBe(true);
  const cases = (parse(text) as { cases: Suggested[] }).cases;
  expect(cases.length).toBeGreaterThan(3);
});

test('steps: late, overdue, on the last day', async () => {
  const folder = new Folder({
    'notice.policy': claim,
    'cases.yaml': `asOf: 2024-03-08
base: { applicant: { listed: true } }
cases:
  - { name: 受理, events: { application: 2024-02-27 }, expect: {} }
`,
  });
  await folder.run(['test', '--suggest', '--update']);
  const { stdout } = await folder.run(['test', '--coverage']);
  expect(stdout).not.toMatch(/步骤/);
});

test('a list in brackets cannot be added to, and is left alone', async () => {
  const flow = head.replace(/cases:[\s\S]*/, 'cases: [{ name: 符合, expect: {} }]\n');
  const folder = folderOf(flow);
  const { status, stderr } = await folder.run(['test', '--suggest', '--update']);
  expect(status).toBe(2);
  expect(stderr).toContain('每项一行起头');
  expect(folder.read('cases.yaml')).toBe(flow);
});

test.each([
  [['--update'], '“--update”要和“--suggest”一起用'],
  [['--suggest', '--coverage'], '“--coverage”与“--suggest”不能一起用'],
])('wrong usage: %s', async (args, message) => {
  const { status, stderr } = await folderOf(head).run(['test', ...args]);
  expect([status, stderr.includes(message)]).toEqual([2, true]);
});
