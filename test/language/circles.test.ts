import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/index.ts';

const head = `方案 例 (example)

主体 户 (family)
  已制定 (planned): 是否
  名次 (place): 整数
`;

/** Findings as `code: path`. */
function found(text: string): readonly string[] {
  return compile({ path: 'x.policy', text: head + text }).diagnostics.map(
    ({ code, zh }) => `${code}: ${zh.message.replace(/^.*：/, '')}`,
  );
}

describe('circles', () => {
  it.each([
    ['项目 甲 (a)\n  资格 甲 符合\n', 'BF3045: 甲 → 甲。'],
    [
      '项目 甲 (a)\n  资格 乙 符合\n\n项目 乙 (b)\n  资格 已制定\n  排除\n    多领: 甲 符合\n',
      'BF3045: 甲 → 乙 → 甲。',
    ],
    ['义务 对 户\n  丙 (c): 丁 履行\n  丁 (d): 已制定 当 丙 违反\n', 'BF3045: 丙 → 丁 → 丙。'],
    [
      '项目 甲 (a)\n  资格 丙 履行\n\n义务 对 户\n  丙 (c): 已制定\n    例外 甲 符合\n',
      'BF3045: 甲 → 丙 → 甲。',
    ],
    ['定义 够了 (enough) = 甲 符合\n\n项目 甲 (a)\n  资格 够了\n', 'BF3045: 够了 → 甲 → 够了。'],
    [
      '程序 办 (p)\n  一 (s1): 由 县\n    当 二 逾期\n  二 (s2): 由 县\n    当 一 逾期\n',
      'BF3045: 二 → 一 → 二。',
    ],
    [
      '项目 甲 (a)\n  资格 已制定\n  名额 3 人\n    范围 甲 入选\n    排序 名次 从低到高\n    并列 全部进入\n',
      'BF3045: 甲 → 名额 → 甲。',
    ],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it('do not include what only looks like one', () => {
    const text = `项目 甲 (a)
  资格 已制定
  金额 每人一次性 3 元 当 甲 符合

项目 乙 (b)
  资格 甲 入选 且 丙 履行

义务 对 户
  丙 (c): 已制定 当 甲 符合
`;
    expect(found(text)).toEqual([]);
  });
});
