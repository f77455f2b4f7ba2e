import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { Folder, type Run } from '../cli/harness.ts';
import { quota } from '../cli/policies.ts';
import { unzip } from './unzip.ts';

const rows = ['编号,医疗费用,在岗', '甲,3000,是', '../乙:1,9000,是', '丙,x,是', '甲,1000,是', ',8000,否'];

const folder = new Folder({
  'notice.policy': quota,
  'all.csv': `${rows.join('\n')}\n`,
  'one.csv': `${rows[0]}\n丁,5000,是\n`,
  'changed.csv': `${rows[0]}\n../乙:1,10,是\n`,
  'bad.csv': `${rows[0]}\n丙,x,是\n丁,y,是\n`,
});

const explain = (data: string, ...more: readonly string[]): Promise<Run> =>
  folder.run(['explain', 'notice.policy', data, '--as-of', '2025-01-01', ...more]);

const unread = 'all.csv 第 4 行 医疗费用：';

describe('one of a register', () => {
  const place = async (...args: Parameters<typeof explain>) => {
    const { status, stdout, stderr } = await explain(...args, '--format', 'letter');
    return [status, /· 名额：.*/.exec(stdout)?.[0] ?? stdout, stderr] as const;
  };

  test('is ranked among the others, taken by row or by id', async () => {
    for (const choice of [
      ['--row', '2'],
      ['--who', '../乙:1'],
    ]) {
      const [status, line, stderr] = await place('all.csv', ...choice);
      expect([status, line]).toEqual([
        1,
        expect.stringContaining('在名额内，排第 1 位，名额 2 个，入选的末位为 3000'),
      ]);
      expect(stderr).toContain(unread);
    }
  });

  test('stands in a file of its own: open without the register, ranked with it', async () => {
    expect((await place('one.csv'))[1]).toContain('尚不能确定');
    expect((await place('one.csv', '--register', 'all.csv'))[1]).toContain('在名额内，排第 2 位');
  });

  test('is the row of the register with the same id, with the facts given', async () => {
    expect((await place('changed.csv', '--register', 'all.csv'))[1]).toContain('在名额外，排第 3 位');
  });

  test('comes to the same as in decide', async () => {
    const decided = await folder.run([
      'decide',
      'notice.policy',
      'all.csv',
      '--as-of',
      '2025-01-01',
      '--format',
      'json',
    ]);
    const { entries } = JSON.parse(decided.stdout) as { entries: { row: number; decision?: object }[] };
    for (const [at, { row, decision }] of entries.entries()) {
      if (!decision) continue;
      const { stdout } = await explain('all.csv', '--row', String(at + 1), '--format', 'json');
      expect(JSON.parse(stdout)).toMatchObject({ row, decision });
    }
  });

  test('must be one', async () => {
    const twice = await explain('all.csv', '--who', '甲');
    expect([twice.status, twice.stderr.trim()]).toEqual([
      2,
      'bangfu: 文件里不止一个编号为“甲”的人，请用 --row 指明第几个。',
    ]);
    expect((await explain('all.csv', '--who', '戊')).stderr).toContain('没有编号为“戊”的人');
    expect((await explain('all.csv', '--who', '甲', '--row', '1')).status).toBe(2);
    expect((await explain('all.csv')).stderr).toContain('--who');
  });
});

describe('a letter for each', () => {
  let result: Run;
  beforeAll(async () => {
    result = await explain('all.csv', '--format', 'html', '--out', 'letters/');
  });

  test('has a safe name of its own, and the row that cannot be read is reported', () => {
    expect(result.status).toBe(1);
    expect(result.stderr).toContain(unread);
    expect(result.stderr).toContain('已写 4 份告知书：letters/');
    expect(folder.list('letters')).toEqual(['0002-甲.html', '0003-_乙_1.html', '0005-甲.html', '0006.html']);
    expect(folder.read('letters/0003-_乙_1.html')).toContain('../乙:1');
    expect(folder.read('letters/0005-甲.html')).toMatch(/在名额外，排第 3 位[\s\S]*<\/html>\n$/);
  });

  test.each([
    ['text', 'all.txt', 'letter'],
    ['page', 'all.html', 'html'],
  ])('in one file: %s', async (_, name, format) => {
    expect((await explain('all.csv', '--format', format, '--out', name)).status).toBe(1);
    const text = folder.read(name);
    const letters = format === 'html' ? text.split('<article>').slice(1) : text.split('\f');
    expect(letters).toHaveLength(4);
    for (const letter of letters) expect(letter).toContain('办理结果告知书');
    expect(text.match(/<!DOCTYPE html>/g)?.length ?? 1).toBe(1);
  });

  test('in one document, a section each', async () => {
    await explain('all.csv', '--out', 'all.docx');
    const body = unzip(readFileSync(folder.at('all.docx')), 'word/document.xml');
    expect(body.match(/<w:sectPr\b/g)).toHaveLength(4);
  });

  test('comes from standard input as well', async () => {
    const { status } = await folder.run(
      ['explain', 'notice.policy', '-', '--as-of', '2025-01-01', '--format', 'letter', '--out', 'piped.txt'],
      { input: `${rows.join('\n')}\n` },
    );
    expect(status).toBe(1);
    expect(folder.read('piped.txt').split('\f')).toHaveLength(4);
  });

  test.each(['txt', 'html', 'docx'])('of nobody leaves the old %s file', async (ending) => {
    folder.write(`old.${ending}`, 'old');
    const format = ending === 'txt' ? 'letter' : ending;
    const { status } = await explain('bad.csv', '--format', format, '--out', `old.${ending}`);
    expect(status).toBe(1);
    expect(folder.read(`old.${ending}`)).toBe('old');
  });

  test('has no register but its own', async () => {
    const { status } = await explain('all.csv', '--out', 'x.html', '--register', 'one.csv');
    expect(status).toBe(2);
    expect(folder.list()).not.toContain('x.html');
  });
});
