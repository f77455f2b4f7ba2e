import { describe, expect, it } from 'vitest';
import { bind } from './kit.ts';

const text = `方案 例 (example)

主体 户 (family)
  走访日期 (visits): 日期 列表
  停访 (paused): 是否
  已制定 (planned): 是否
  接种 (given): 人
  应种 (wanted): 人

义务 对 户
  期间 自 2024-01-15(含) 至 2024-12-31(含)
  月访 (visit): 每月 有 1 次 以上 走访日期               依据 一.1
    例外 停访
  方案 (plan): 同时满足
    已制定                                               依据 一.2
    有 走访日期
  值班 (watch): 每日 有 走访日期 在 当日 前 40 日 内

指标 对 户
  接种率 (rate): 接种 ÷ 应种 90% 以上  当 应种 超过 0 人
`;

const facts = { visits: ['2024-02-01', '2024-04-30'], planned: false, paused: false, given: 9 };

/** The part of the explanation about duties, as text. */
function parts(lang: 'zh' | 'en', record: Readonly<Record<string, unknown>>): readonly string[] {
  const found = bind(text, { asOf: '2024-05-10' }).explain(record)[lang];
  return found.sections.flatMap(({ parts }) =>
    parts.flatMap(({ heading, lines }) => [
      heading,
      ...lines.map(({ depth, text }) => '  '.repeat(depth) + text),
    ]),
  );
}

describe('duties in words', () => {
  it('say in Chinese which periods went wrong and why one is open', () => {
    expect(parts('zh', facts)).toMatchInlineSnapshot(`
      [
        "义务",
        "  [违反] 月访（依据 一.1）",
        "    违反：2024-03",
        "    未到期：2024-05",
        "    已履行：2024-02、2024-04",
        "    不适用：2024-01-15 至 2024-01-31",
        "  [违反] 方案",
        "    [否] 已制定（依据 一.2）",
        "    [是] 有 走访日期",
        "  [违反] 值班",
        "    违反：2024-01-15 至 2024-02-01、2024-03-13 至 2024-04-30",
        "    已履行：2024-02-02 至 2024-03-12、2024-05-01 至 2024-05-10",
        "指标",
        "  [尚不能确定] 接种率（缺 应种）",
      ]
    `);
  });

  it('say the same in English', () => {
    expect(parts('en', facts)).toMatchInlineSnapshot(`
      [
        "Duties",
        "  [breached] visit (clause 一.1)",
        "    breached: 2024-03",
        "    not due yet: 2024-05",
        "    met: 2024-02, 2024-04",
        "    not applicable: 2024-01-15 to 2024-01-31",
        "  [breached] plan",
        "    [no] planned (clause 一.2)",
        "    [yes] any visits",
        "  [breached] watch",
        "    breached: 2024-01-15 to 2024-02-01, 2024-03-13 to 2024-04-30",
        "    met: 2024-02-02 to 2024-03-12, 2024-05-01 to 2024-05-10",
        "Targets",
        "  [cannot be determined yet] rate (wanted is missing)",
      ]
    `);
  });

  it('name the exception that excuses', () => {
    expect(parts('zh', { ...facts, paused: true })[1]).toBe('  [不适用] 月访（依据 一.1），因“停访”免除');
  });

  it('name no more than twelve periods of a state', () => {
    const days = Array.from({ length: 60 }, (_, i) =>
      new Date(Date.UTC(2024, 0, 15 + 2 * i)).toISOString().slice(0, 10),
    );
    const daily = text.replace('有 走访日期 在 当日 前 40 日 内', '有 走访日期');
    const found = bind(daily, { asOf: '2024-05-10' }).explain({ ...facts, visits: days }).zh;
    const lines = found.sections.flatMap(({ parts }) =>
      parts.flatMap((part) => part.lines.map((line) => line.text)),
    );
    const breached = lines.find((line) => line.startsWith('违反：2024-01-16、2024-01-18'));
    expect(breached).toMatch(/2024-02-07，另有 46 期$/);
  });
});
