import { expect, test } from 'vitest';
import { Folder } from './harness.ts';
import { assertion as notice } from './policies.ts';

const cases = (refuted: string): string => `asOf: 2024-03-15
base: { person: { places: 1, heads: 9 } }
cases:
  - name: 九人评两名
    with: { places: 2 }
    expect: { aid: { outcome: eligible }${refuted} }
`;

const sample = (refuted = ''): Folder =>
  new Folder({ 'notice.policy': notice, 'cases.yaml': cases(refuted) });

test('what is refuted fails the run and is shown with the smallest applicant as a case', async () => {
  const folder = sample();
  const { status, stdout, stderr } = await folder.run(['check', '--prove']);
  expect(stderr).toBe('');
  expect(status).toBe(1);
  expect(stdout).toContain('✗ 已推翻  不过两成（第 12 行，依据 一.1）');
  expect(stdout).toContain('名额数  2');
  expect(stdout).toContain('✓ 已证明  有人能够符合「补助」');
  // The case that was printed holds in `test`.
  const printed = /( {6}- name: 不过两成\n(?: {8}.*\n)*)/.exec(stdout)?.[1] ?? '';
  folder.write('cases.yaml', `${cases(', refuted: [不过两成]')}${printed.replaceAll(/^ {4}/gm, '')}`);
  expect((await folder.run(['test'])).status).toBe(0);
});

test('what a case says the notice itself breaks is expected to be refuted', async () => {
  const { status, stdout } = await sample(', refuted: [不过两成]').run(['check', '--prove', '--lang', 'en']);
  expect(status).toBe(0);
  expect(stdout).toContain(
    'refuted, for the reason that the policy or a case gives  withinFifth (line 12, 一.1)',
  );
});

test('as JSON', async () => {
  const { status, stdout } = await sample().run(['check', '--prove', '--format', 'json']);
  expect(status).toBe(1);
  const { proofs } = JSON.parse(stdout);
  expect(proofs.schema).toBe('bangfu.proofs/1');
  expect(proofs.proofs[0]).toMatchObject({
    question: 'assertion',
    verdict: 'refuted',
    fails: true,
    smallest: true,
    records: [{ facts: { places: 2, heads: 9 }, changed: ['places'] }],
  });
});

test('a time limit is a number of seconds above nought', async () => {
  const { status, stderr } = await sample().run(['check', '--prove', '--timeout', '0']);
  expect(status).toBe(2);
  expect(stderr).toContain('--timeout');
});

test('a base record that does not fit is named', async () => {
  const folder = sample();
  folder.write('cases.yaml', 'asOf: 2024-03-15\nbase: { person: { places: many } }\ncases: []\n');
  const { status, stderr } = await folder.run(['check', '--prove']);
  expect(status).toBe(2);
  expect(stderr).toContain('places');
});

const overTime = `方案 例 (example)

主体 人 (household)
  有病 (ill): 是否
  走访日期 (visits): 日期 列表
  全年救助 (aidOfYear): 金额 从 0 元

项目 补助 (aid)
  资格 有病

义务
  月访 (monthly): 每月 有 走访日期
  年助 (yearly): 每年 全年救助 100 元 以上
  建档 (filed): 有病
`;

test('what nothing is asked about is named with the reason', async () => {
  const folder = new Folder({ 'notice.policy': overTime });
  const { stdout } = await folder.run(['check', '--prove', '--lang', 'en']);
  expect(stdout).toContain(
    'not analysed, because judged period by period against a log of dates: monthly (line 12)',
  );
  expect(stdout).toContain(
    'not analysed, because it reads no log of dates and is judged for the current period only: yearly (line 13)',
  );
  const { proofs } = JSON.parse((await folder.run(['check', '--prove', '--format', 'json'])).stdout);
  expect(proofs.unasked.map(({ why }: { why: string }) => why)).toEqual(['periods', 'current', 'once']);
});

const sums = `方案 例 (example)

主体 人 (household)
  甲 (a): 整数 从 0 至 100000
  乙 (b): 整数 从 0 至 100000
  丙 (c): 整数 从 0 至 100000

项目 补助 (aid)
  资格 甲 × 30011 + 乙 × 70001 - 丙 × 110017 为 12347
`;

test('no answer in the time given says so, and the run ends', async () => {
  const folder = new Folder({ 'notice.policy': sums });
  const { stdout, stderr, status } = await folder.run([
    'check',
    '--prove',
    '--timeout',
    '0.001',
    '--lang',
    'en',
  ]);
  expect(stdout).toMatch(/\? not decided in 0\.001 s|✓ proved/);
  expect([status, stderr]).toEqual([0, '']);
});
