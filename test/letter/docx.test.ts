import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Folder } from '../cli/harness.ts';
import { files, hostile, letters } from './cases.ts';
import { unzip } from './unzip.ts';

/** The paragraphs of a document. */
const paragraphs = (xml: string): readonly string[] =>
  [...xml.matchAll(/<w:p[ >][\s\S]*?<\/w:p>/g)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
      .map(([, text = '']) => text)
      .join('')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&'),
  );

const folder = new Folder(files);

test.each(letters.flatMap((one) => [['zh', ...one] as const, ['en', ...one] as const]))(
  '%s, %s: a document with every line of the letter',
  async (lang, name, ...args) => {
    const out = `${name}-${lang}.docx`;
    const run = await folder.run(['explain', ...args, '--out', out, '--lang', lang]);
    expect(run).toMatchObject({ status: 0, stdout: '' });
    const { stdout } = await folder.run(['explain', ...args, '--format', 'letter', '--lang', lang]);
    const body = stdout.slice(0, stdout.search(/^(附表|Annex)/m));
    const archive = readFileSync(folder.at(out));
    const found = paragraphs(unzip(archive, 'word/document.xml'));
    const lines = body.split('\n').map((line) => line.replace(/^[\s·]+/, ''));
    expect(lines.filter((line) => line !== '' && !found.includes(line))).toEqual([]);
    expect(unzip(archive, 'word/styles.xml')).toContain('w:eastAsia="宋体"');
    expect(unzip(archive, '[Content_Types].xml')).toContain('wordprocessingml.document.main');
  },
);

test('names and ids are text', async () => {
  const strange = new Folder(hostile);
  await strange.run(['explain', 'notice.policy', 'one.json', '--out', 'one.docx', '--as-of', '2024-01-01']);
  const xml = unzip(readFileSync(strange.at('one.docx')), 'word/document.xml');
  expect(xml).not.toContain('<img');
  expect(xml).not.toContain('\u0007');
  expect(paragraphs(xml)).toContain('人（编号 <img src=x onerror=alert(1)> & co）：');
});

test('a binary file needs a place of its own', async () => {
  const { status, stdout, stderr } = await folder.run([
    'explain',
    'notice.policy',
    'eligible.json',
    '--format',
    'docx',
  ]);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('DOCX 是二进制文件');
});
