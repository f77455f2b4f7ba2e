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
    by: [{ was: 'no', is: 'yes' }],
    where: [{ key: 'monthlyIncome', min: 2000.01, max: 2500 }],
    smallest: true,
    witness: {
      changed: ['monthlyIncome'],
      before: { facts: { monthlyIncome: 2000.01 }, decision: { outcome: 'ineligible' } },
      after: { binding: { asOf: '2025-06-30' }, decision: { outcome: 'eligible' } },
    },
  });
});

test('months that move, sums over payments, another benefit in its place, and what is not compared', {
  timeout: 180_000,
}, async () => {
  const text = `方案 例 (example)

主体 人 (person)
  起算日 (since): 日期
  在岗 (working): 是否
  有病 (ill): 是否
  受灾日期 (struckOn): 日期 列表

项目 补助 (aid)
  资格 在岗
  金额 每人每月 200 元
  发放
    起: 起算日 的 次月

项目 受灾 (struck)
  资格 有病
  金额 每人 100 元 每次 受灾日期

项目 关怀 (care)
  资格 在岗
  给予 慰问 (visit)

项目 照料 (nursing)
  资格 有病
  给予 看护 (nurse)
  分流 依次
    转街道 (street): 在岗   转 街道
`;
  const folder = new Folder({
    'old.policy': text,
    'new.policy': `${text
      .replace('的 次月', '的 当月')
      .replace('元 每次', '元 首次')
      .replace('转 街道\n', '转 社区\n')}\n择一 依次\n  照料\n  关怀\n`,
  });
  const { stdout } = await folder.run(['diff', 'old.policy', 'new.policy', '--prove', '--fail-on', 'lose']);
  for (const said of [
    '起发月提前 1 个月',
    '合计 -200 元 至 -100 元',
    '择一发放，改为享受别的一项',
    '改前：符合；改后：符合，另一项发放，这项不发',
    '改了而不在比较之列：分流',
  ])
    expect(stdout).toContain(said);
  const english = await folder.run(['diff', 'old.policy', 'new.policy', '--prove', '--lang', 'en']);
  for (const said of [
    'first month 1 month earlier',
    '-200 yuan to -100 yuan in all',
    'of several benefits, now another is paid',
    'changed and not compared: routes',
  ])
    expect(english.stdout).toContain(said);
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
  expect(stdout).toMatch(/另取界线上下的 \d+ 人按两版各算一遍，有结果不同的（不是全部）\n\s+变为符合/);
  expect(status).toBe(1);
});

test('parameters that do not fit are told with their file', async () => {
  const folder = versions('2000 元 以下', '2500 元 以下');
  folder.write('new/parameters.yaml', 'parameters:\n  monthlyRate: 很多\n');
  const { status, stdout, stderr } = await folder.run(['diff', ...files, '--prove']);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('new/notice.policy');
});
