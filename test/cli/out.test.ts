import { spawn } from 'node:child_process';
import { chmodSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { command, Folder } from './harness.ts';
import { allowance, parameters } from './policies.ts';

const person = '{"birthDate": "1950-01-05", "localHukou": true, "monthlyIncome": 1}';
const make = (data: string) =>
  new Folder({ 'notice.policy': allowance, 'parameters.yaml': parameters, 'data.json': data });
const files = ['data.json', 'notice.policy', 'parameters.yaml'];

test('the file appears whole, with a mark for spreadsheet programs', async () => {
  const folder = make(`[${person}]`);
  const { status, stdout, stderr } = await folder.run(['decide', '.', 'data.json', '--out', 'new/out.csv']);
  expect([status, stdout]).toEqual([0, '']);
  expect(stderr).toContain('已写入 new/out.csv');
  expect(folder.read('new/out.csv')).toMatch(/^\uFEFF行,编号,/);
  expect(folder.list('new')).toEqual(['out.csv']);
});

test.each(['csv', 'json', 'ndjson', 'xlsx'])(
  'data that break off leave the old %s file as it was',
  async (format) => {
    const folder = make(`[${person},\n${person}\n`);
    folder.write(`out.${format}`, 'old');
    const { status, stderr } = await folder.run(['decide', '.', 'data.json', '--out', `out.${format}`]);
    expect(status).toBe(2);
    expect(stderr).toContain('data.json:3:1 数据格式不对');
    expect(folder.read(`out.${format}`)).toBe('old');
    expect(folder.list()).toEqual([...files, `out.${format}`].sort());
  },
);

test('a run that is stopped leaves nothing behind', async () => {
  const folder = make(`[${person}]`);
  const args = [command, 'decide', '.', '-', '--out', 'out.ndjson', '--input', 'ndjson'];
  const child = spawn(process.execPath, args, { cwd: folder.path });
  child.stdin.on('error', () => undefined);
  child.stdin.write(`${person}\n`.repeat(5000));
  while (!folder.list().some((name) => name.endsWith('.part'))) await new Promise((go) => setTimeout(go, 20));
  child.kill('SIGTERM');
  const status = await new Promise((done) => child.on('close', done));
  expect(status).toBe(143);
  expect(folder.list()).toEqual(files);
});

test('permissions of a file that is replaced are kept', async () => {
  const folder = make(`[${person}]`);
  folder.write('out.csv', 'old');
  chmodSync(folder.at('out.csv'), 0o600);
  await folder.run(['decide', '.', 'data.json', '--out', 'out.csv']);
  expect(statSync(folder.at('out.csv')).mode & 0o777).toBe(0o600);
});

test('a place that cannot be written is said', async () => {
  const folder = make(`[${person}]`);
  const { status, stderr } = await folder.run(['decide', '.', 'data.json', '--out', 'notice.policy/out.csv']);
  expect([status, stderr.split('\n').at(-2)]).toEqual([
    2,
    'bangfu: 写不了“notice.policy/out.csv”：路径当中有一段不是文件夹。',
  ]);
});
