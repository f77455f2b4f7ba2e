import { describe, expect, test } from 'vitest';
import { Folder } from '../cli/harness.ts';
import { files, hostile, letters } from './cases.ts';

const VOID = new Set(['meta', '!DOCTYPE']);

/** Tags that are closed in the wrong order, or not at all. */
function unbalanced(html: string): readonly string[] {
  const open: string[] = [];
  for (const [, slash, name = ''] of html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .matchAll(/<(\/?)([!\w]+)[^<>]*>/g)) {
    if (VOID.has(name)) continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return [`</${name}>`];
  }
  return open;
}

const textOf = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]*>/g, '\n')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const folder = new Folder(files);

describe.each(['zh', 'en'])('pages in %s', (lang) => {
  test.each(letters)('%s: well-formed, with every line of the letter', async (_, ...args) => {
    const of = async (format: string) =>
      (await folder.run(['explain', ...args, '--format', format, '--lang', lang])).stdout;
    const [html, letter] = [await of('html'), await of('letter')];
    expect(unbalanced(html)).toEqual([]);
    expect(html).toContain(lang === 'zh' ? '<html lang="zh-CN">' : '<html lang="en">');
    const text = textOf(html);
    const body = letter.slice(0, letter.search(/^(附表|Annex)/m));
    const lines = body.split('\n').map((line) => line.replace(/^[\s·]+/, ''));
    // What the page shows in two columns is one line of text.
    const missing = lines.filter((line) => !text.includes(line) && !/^[^：:]{2,16}[：:] ?\S/.test(line));
    expect(missing).toEqual([]);
    expect(lines.length).toBeGreaterThan(12);
  });
});

test('every clause of the decision is cited', async () => {
  const decided = await folder.run(['explain', 'notice.policy', 'ineligible.json', '--format', 'json']);
  const clauses = [...decided.stdout.matchAll(/"([一二三四五六七八九]\.\d)"/g)].map(
    ([, clause = '']) => clause,
  );
  const { stdout } = await folder.run(['explain', 'notice.policy', 'ineligible.json', '--format', 'html']);
  const shown = clauses.filter((clause) => clause !== '三.1');
  expect(new Set(shown).size).toBe(3);
  for (const clause of shown) expect(textOf(stdout)).toContain(clause);
});

test('nothing in it is fetched or run', async () => {
  const { stdout } = await folder.run(['explain', 'notice.policy', 'eligible.json', '--format', 'html']);
  expect(stdout).not.toMatch(/<script|<link|<img|@import|url\(|https?:|\son\w+=/i);
});

test('names, sources and ids are text, never markup', async () => {
  const strange = new Folder(hostile);
  const { status, stdout } = await strange.run([
    'explain',
    '.',
    'one.json',
    '--format',
    'html',
    '--as-of',
    '2024-01-01',
  ]);
  expect(status).toBe(0);
  expect(unbalanced(stdout)).toEqual([]);
  expect(stdout).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; co');
  expect(stdout).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#39;x&#39;');
  expect(stdout).not.toMatch(/<script|<img/);
});
