import { expect, test } from 'vitest';
import { Folder } from './harness.ts';
import { allowance, quota } from './policies.ts';

const wrong = allowance
  .replace('月均收入 2000 元 以下', '月均收入 2000 天 以下')
  .replace('满 60 周岁', '满 60 元');

test('a clean policy: one line, exit 0', async () => {
  const folder = new Folder({ 'notice.policy': allowance.replace(/ {2}历年考核.*\n/, '') });
  expect(await folder.run(['check'])).toEqual({
    status: 0,
    stdout: '检查了 1 个政策文件：0 个错误，0 个警告\n',
    stderr: '',
  });
});

test('findings: the own line with the place underlined, in both languages, exit 1', async () => {
  const folder = new Folder({ 'notice.policy': wrong });
  const zh = await folder.run(['check', 'notice.policy']);
  const en = await folder.run(['check', 'notice.policy', '--lang', 'en']);
  expect([zh.status, en.status, zh.stderr, en.stderr]).toEqual([1, 1, '', '']);
  expect(`${zh.stdout}\n${en.stdout}`).toMatchSnapshot();
});

test('findings as JSON', async () => {
  const folder = new Folder({ 'notice.policy': wrong });
  const { status, stdout } = await folder.run(['check', '--format', 'json']);
  expect(status).toBe(1);
  const report = JSON.parse(stdout) as {
    schema: string;
    files: string[];
    findings: { from: { line: number }; severity: string }[];
  };
  expect(report).toMatchObject({ schema: 'bangfu.findings/1', files: ['notice.policy'] });
  expect(report.findings.map(({ severity, from }) => [severity, from.line])).toEqual([
    ['error', 13],
    ['error', 15],
  ]);
});

test('folders are searched; standard input is "-"', async () => {
  const folder = new Folder({
    'a/one.policy': allowance,
    'b/c/two.policy': quota,
    'b/notes.txt': '',
    '.hidden/x.policy': 'x',
  });
  expect((await folder.run(['check'])).stdout).toContain('2 个政策文件');
  expect((await folder.run(['check', '-'], { input: wrong })).stdout).toContain(' -:13:');
});

test('a policy that is not UTF-8 is refused', async () => {
  const folder = new Folder({ 'notice.policy': new Uint8Array([0xb7, 0xbd, 0xb0, 0xb8]) });
  const { status, stderr } = await folder.run(['check']);
  expect([status, stderr]).toEqual([2, 'bangfu: “notice.policy”不是 UTF-8 编码。请另存为 UTF-8 再试。\n']);
});

test('format: check, rewrite, nothing left to do', async () => {
  const folder = new Folder({
    'notice.policy': allowance.replace('项目 生活补助 (allowance)', '项目  生活补助（allowance）'),
  });
  const before = folder.read('notice.policy');
  expect(await folder.run(['format', '--check'])).toMatchObject({ status: 1, stdout: 'notice.policy\n' });
  expect(folder.read('notice.policy')).toBe(before);
  expect(await folder.run(['format'])).toMatchObject({ status: 0, stdout: 'notice.policy\n' });
  expect(folder.read('notice.policy')).toContain('项目 生活补助 (allowance)\n');
  expect(await folder.run(['format', '--check'])).toMatchObject({ status: 0, stdout: '' });
  expect(folder.list()).toEqual(['notice.policy']);
});

test('format translates there and back', async () => {
  const folder = new Folder({ 'notice.policy': quota });
  const canonical = (await folder.run(['format', '--stdout', 'notice.policy'])).stdout;
  const english = (await folder.run(['format', '--lang', 'en', '-'], { input: canonical })).stdout;
  expect(english).toMatch(/^notice quotaSample/);
  expect((await folder.run(['format', '--lang', 'zh', '-'], { input: english })).stdout).toBe(canonical);
  expect(folder.read('notice.policy')).toBe(quota);
});

test('format leaves a file with syntax errors alone', async () => {
  const broken = '方案 甲 (a)\n项目 (\n';
  const folder = new Folder({ 'notice.policy': broken });
  const { status, stderr } = await folder.run(['format']);
  expect(status).toBe(1);
  expect(stderr).toContain('notice.policy:2');
  expect(folder.read('notice.policy')).toBe(broken);
});
