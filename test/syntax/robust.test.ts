import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixture, read } from './kit.ts';
import { right, rightEnglish } from './mistakes.ts';

const sources = [right, rightEnglish, fixture('housing.zh.policy'), fixture('housing.en.policy')];

/** Pieces that authors put in the wrong place. */
const scraps = fc.constantFrom(
  '(',
  ')',
  '{',
  '}',
  '"',
  '“',
  '「',
  '」',
  ':',
  '：',
  '，',
  '。',
  '#',
  '\t',
  '　',
  '-',
  '至',
  '自',
  '前',
  '起',
  '(含)',
  '且',
  '或',
  '非',
  '为',
  '其中',
  '的',
  '每人',
  '10-19',
  '2022-13',
  '3万',
  '依据',
  '当',
  '资格',
  'eligible',
  "'s",
  '\u0000',
  '𠮷',
);

/** At the start of a line these join it to the one above, or take it out: two lines change then. */
const joining = ['，', '-', '#'];

type Change = (text: string) => string;

const position = fc.nat(10_000);

const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(position, scraps).map(
    ([at, piece]): Change =>
      (text) => {
        const i = at % (text.length + 1);
        return text.slice(0, i) + piece + text.slice(i);
      },
  ),
  fc.tuple(position, fc.nat(12)).map(
    ([at, length]): Change =>
      (text) => {
        const i = at % (text.length + 1);
        return text.slice(0, i) + text.slice(i + length);
      },
  ),
  fc.tuple(position, position).map(
    ([from, to]): Change =>
      (text) => {
        const lines = text.split('\n');
        const [line = ''] = lines.splice(from % lines.length, 1);
        lines.splice(to % (lines.length + 1), 0, line);
        return lines.join('\n');
      },
  ),
  fc.tuple(position, fc.nat(7)).map(
    ([at, width]): Change =>
      (text) => {
        const lines = text.split('\n');
        const i = at % lines.length;
        lines[i] = ' '.repeat(width) + (lines[i] ?? '').trimStart();
        return lines.join('\n');
      },
  ),
);

const broken = fc
  .tuple(fc.constantFrom(...sources), fc.array(changes, { minLength: 1, maxLength: 4 }))
  .map(([text, list]) => list.reduce((now, change) => change(now), text));

describe('whatever is typed', () => {
  it('is read without a throw, and every finding points into the text', () => {
    fc.assert(
      fc.property(broken, (text) => {
        for (const { span, zh, en } of read(text).found) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(`${zh.message}${zh.hint}${en.message}${en.hint}`).not.toMatch(/undefined|NaN|\[object/);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is read too where it is no policy at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(read(text).found.length).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });

  it('yields at most one finding for a scrap within one line of a right file', () => {
    const within = fc.tuple(fc.nat(10_000), fc.nat(200), scraps);
    fc.assert(
      fc.property(within, ([lineAt, columnAt, piece]) => {
        const lines = right.split('\n');
        const i = lineAt % lines.length;
        const line = lines[i] ?? '';
        const start = line.length - line.trimStart().length;
        const at = start + (columnAt % (line.length - start + 1));
        fc.pre(at > start || !joining.includes(piece));
        lines[i] = line.slice(0, at) + piece + line.slice(at);
        const { found } = read(lines.join('\n'));
        expect(found.map(({ code }) => code).slice(1)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes time in proportion to its length', () => {
    const block = right.slice(right.indexOf('项目'));
    const long = right + Array.from({ length: 300 }, () => block).join('');
    const before = performance.now();
    read(long);
    expect(performance.now() - before).toBeLessThan(10_000);
    const deep = `${right}\n定义 深 = ${'('.repeat(300)}在编${')'.repeat(300)}\n`;
    expect(read(deep).found).toEqual([]);
  });
});
