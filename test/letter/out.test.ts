import { expect, test } from 'vitest';
import { Folder } from '../cli/harness.ts';
import { files } from './cases.ts';

const make = (): Folder => new Folder(files);

test.each([
  ['letter.html', '<!DOCTYPE html>'],
  ['letter.HTM', '<!DOCTYPE html>'],
  ['letter.docx', 'PK'],
  ['letter.json', '{'],
  ['letter.txt', '生活补助示例'],
])('%s is written in the format its name says', async (name, start) => {
  const folder = make();
  const { status, stdout, stderr } = await folder.run([
    'explain',
    'notice.policy',
    'eligible.json',
    '--out',
    `new/${name}`,
  ]);
  expect([status, stdout]).toEqual([0, '']);
  expect(stderr).toContain(`已写入 new/${name}`);
  expect(folder.read(`new/${name}`).startsWith(start)).toBe(true);
  expect(folder.list('new')).toEqual([name]);
});

test('--format decides over the name', async () => {
  const folder = make();
  await folder.run(['explain', 'notice.policy', 'eligible.json', '--format', 'letter', '--out', 'one.html']);
  expect(folder.read('one.html')).toMatch(/^办理结果告知书\n/);
});

test.each(['html', 'docx', 'json'])(
  'data that do not fit leave the old %s file as it was',
  async (format) => {
    const folder = make();
    folder.write('bad.json', '{"birthDate": "2000-02-30"}');
    folder.write(`out.${format}`, 'old');
    const before = folder.list();
    const { status } = await folder.run(['explain', 'notice.policy', 'bad.json', '--out', `out.${format}`]);
    expect(status).toBe(1);
    expect(folder.read(`out.${format}`)).toBe('old');
    expect(folder.list()).toEqual(before);
  },
);

test('a place that cannot be written is said, and nothing is left', async () => {
  const folder = make();
  const before = folder.list();
  const { status, stderr } = await folder.run([
    'explain',
    'notice.policy',
    'eligible.json',
    '--out',
    'notice.policy/x.html',
  ]);
  expect([status, stderr.split('\n').at(-2)]).toEqual([
    2,
    'bangfu: 写不了“notice.policy/x.html”：路径当中有一段不是文件夹。',
  ]);
  expect(folder.list()).toEqual(before);
});

test('a format there is not', async () => {
  const { status, stderr } = await make().run([
    'explain',
    'notice.policy',
    'eligible.json',
    '--format',
    'pdf',
  ]);
  expect(status).toBe(2);
  expect(stderr).toContain('docx');
});
