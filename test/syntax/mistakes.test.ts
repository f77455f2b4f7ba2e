import { describe, expect, it } from 'vitest';
import { codes, rendered } from './kit.ts';
import { englishMistakes, mistakes, right, rightEnglish } from './mistakes.ts';

const sets = [
  ['zh', right, mistakes],
  ['en', rightEnglish, englishMistakes],
] as const;

describe.each(sets)('one mistake gives one finding: %s', (_language, text, list) => {
  it('and the right text none', () => expect(codes(text)).toEqual([]));

  it.each(list)('%s', (_name, from, to, code) => {
    const broken = text.replace(from, to);
    expect(broken).not.toBe(text);
    expect(codes(broken)).toEqual([code]);
    expect(rendered(broken)).toMatchSnapshot();
  });
});

describe('two mistakes on two lines', () => {
  it('give two findings, in both parts of the file', () => {
    const broken = right
      .replace('主体 申', '主题 申')
      .replace('年限 10 年 以上', '年限 10 年')
      .replace('在编\n', '在编 且\n');
    expect(codes(broken)).toEqual(['BF1023', 'BF1046', 'BF1064']);
  });
});

describe('no header', () => {
  it.each(['', '\n# 只有注释\n', '主体 人 (p)\n', 'subject p\n'])('%j', (text) =>
    expect(codes(text)).toEqual(['BF1001']),
  );
});
