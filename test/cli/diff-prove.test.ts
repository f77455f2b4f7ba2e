import { expect, test } from 'vitest';
import { Folder } from './harness.ts';
import { allowance, parameters } from './policies.ts';

const cases = `asOf: 2025-06-30
base: { applicant: { birthDate: 1950-01-01, localHukou: true, monthlyIncome: 1000, grades: {} } }
cases: []
`;

const versions = (find: string, put: string): Folder =>
  new Folder({
    'old/notice.policy': allowance,
    'new/notice.policy': allowance.replace(find, put),
    'new/parameters.yaml': parameters,
    'new/cases.yaml': cases,
  });
const files = ['old/notice.policy', 'new/notice.policy'];

test('who fares differently is told in the words of the notice, and that nobody else does', async () => {
  const { status, stdout, stderr } = await versions('2000 元 以下', '2500 元 以下').run([
    'diff',
    ...files,
    '--prove',
  ]);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout).toContain(`  生活补助
    变为符合
      由于：「收入较低」：否 → 是
      都是这样：月均收入 2000.01 元 至 2500 元
      这样的人，与案例的基准记录相比
        月均收入  2000.01 元
      改前：不符合；改后：符合，每人每月 300 元
    其余的人已证明不变
`);
});

test('in English, as Markdown, as a page', async () => {
  const folder = versions('2000 元 以下', '1500 元 以下');
  const english = await folder.run(['diff', ...files, '--prove', '--lang', 'en']);
  expect(english.stdout).toContain('before: eligible, 300 yuan per person per month; after: ineligible');
  expect(english.stdout).toContain('everybody else: proved unchanged');
  const markdown = await folder.run(['diff', ...files, '--prove', '--format', 'markdown']);
  expect(markdown.stdout).toContain(
    '### 逐人比较（证明）\n\n**生活补助**\n\n- 变为不符合\n  - 由于：「收入较低」：是 → 否\n  - 都是这样：月均收入 1500.01 元 至 2000 元\n  - 这样的人',
  );
  const page = await folder.run(['diff', ...files, '--prove', '--format', 'html']);
  expect(page.stdout).toContain('<h3>生活补助</h3><ul><li>变为不符合</li>');
  expect(page.stdout).toContain('<li>everybody else: proved unchanged</li>');
});

test('as JSON, with the record of each version and what both decide', async () => {
  const { stdout } = await versions('2000 元 以下', '2500 元 以下').run([
    'diff',
    ...files,
    '--prove',
    '--format',
    'json',
  ]);
  const [region] = JSON.parse(stdout).policies[0].proof.programmes[0].regions;
  expect(region).toMatchObject({
    kind: 'becomesEligible',
    smallest: true,
    witness: {
      changed: ['monthlyIncome'],
      before: { facts: { monthlyIncome: 2000.01 }, decision: { outcome: 'ineligible' } },
      after: { binding: { asOf: '2025-06-30' }, decision: { outcome: 'eligible' } },
    },
  });
});

test('a proved loser fails the run with --fail-on lose, a winner does not', async () => {
  const run = (folder: Folder, what: string) => folder.run(['diff', ...files, '--prove', '--fail-on', what]);
  expect((await run(versions('2000 元 以下', '1500 元 以下'), 'lose')).status).toBe(1);
  expect((await run(versions('2000 元 以下', '2500 元 以下'), 'lose')).status).toBe(0);
  expect((await run(versions('2000 元 以下', '2500 元 以下'), 'undecided')).status).toBe(0);
});

test('what proofs do not reach is not decided, with the line, and fails with --fail-on undecided', async () => {
  const product = (limit: string): string =>
    allowance
      .replace('  月均收入 (monthlyIncome)', '  人口 (heads): 整数 从 0\n  月均收入 (monthlyIncome)')
      .replace('月均收入 2000 元 以下', `月均收入 × 人口 低于 ${limit} 元`);
  const folder = new Folder({ 'old.policy': product('4000'), 'new.policy': product('5000') });
  const { status, stdout } = await folder.run([
    'diff',
    'old.policy',
    'new.policy',
    '--prove',
    '--fail-on',
    'undecided',
  ]);
  expect(stdout).toContain('不能判定：因为旧版第 16 行：两个不定的数相乘');
  expect(stdout).toMatch(/取界线上下的/);
  expect(status).toBe(1);
});

test('parameters that do not fit are told with their file', async () => {
  const folder = versions('2000 元 以下', '2500 元 以下');
  folder.write('new/parameters.yaml', 'parameters:\n  monthlyRate: 很多\n');
  const { status, stdout, stderr } = await folder.run(['diff', ...files, '--prove']);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('new/notice.policy');
});
