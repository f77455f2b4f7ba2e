import { describe, expect, it } from 'vitest';
import { bind } from './kit.ts';

const text = `方案 例 (example)

主体 人 (person)
  年限 (years): 年 从 0 至 60
  重点 (key): 是否

项目 慰问 (visit)
  资格 年限 0 年 以上
  名额 1 人
    排序 重点 优先, 年限 从高到低
    并列 全部不进
`;

/** Results in the order of the register. */
const results = (...records: readonly Readonly<Record<string, unknown>>[]): readonly (string | undefined)[] =>
  bind(text)
    .decideAll(records)
    .decisions.map(({ programmes }) => programmes['visit']?.selection?.result);

describe('优先', () => {
  it('puts those first for whom the condition holds', () => {
    expect(results({ years: 30, key: false }, { years: 1, key: true })).toEqual(['notSelected', 'selected']);
    expect(results({ years: 30, key: true }, { years: 1, key: true })).toEqual(['selected', 'notSelected']);
  });

  it('leaves open who may still come first', () => {
    expect(results({ years: 30 }, { years: 1, key: true })).toEqual(['undetermined', 'undetermined']);
    expect(results({ years: 1 }, { years: 30, key: true })).toEqual(['notSelected', 'selected']);
  });
});
