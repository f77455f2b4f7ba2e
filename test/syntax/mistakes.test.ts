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

describe('a section that lost its indent', () => {
  const head = '方案 例 (e)\n\n主体 人 (p)\n  甲 (a): 是否\n\n项目 补助 (aid)\n';
  it.each([
    [
      'with its lines below it and others beside them',
      '资格 同时满足\n  第一 (x): 甲\n  排除\n    不要 (n): 甲\n  金额 每人 1 元\n  给予 表扬\n',
    ],
    [
      'and others as deep as its lines would be',
      '资格 甲\n  金额 每人 1 元\n  排除\n    不要 (n): 甲\n  给予 表扬\n  期限\n    报 (f): 甲\n',
    ],
    [
      'and its lines keep theirs',
      '资格 同时满足\n    第一 (x): 甲\n  排除\n    不要 (n): 甲\n  金额 每人 1 元\n',
    ],
  ])('is one finding: %s', (_, text) => {
    expect(codes(head + text)).toHaveLength(1);
    expect(codes(`${head}  ${text.trimEnd().replaceAll('\n', '\n  ')}\n`)).not.toContain('BF1004');
  });
});
