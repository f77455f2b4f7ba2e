import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSource } from '../../compiler/index.ts';
import { parse, Reporter, sameTree } from '../../compiler/testkit.ts';

const names = fc.constantFrom('甲', '乙收入', '丙日期', '「7岁以下」', '「有」', 'spareName', '从前');
const whole = fc.integer({ min: 0, max: 99_999 });
const unit = fc.constantFrom('元', '年', '个月', '周岁', '人', '学期', '个工作日');
const quantity = fc.oneof(
  whole.map(String),
  fc.tuple(whole, unit).map(([n, word]) => `${n} ${word}`),
  whole.map((n) => `${n}%`),
  fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 9 })).map(([a, b]) => `${a}/${b} 年`),
);
const date = fc.constantFrom(
  '2020-02-29',
  '2020-02',
  '甲-01-21',
  '(甲 + 1)-10 月底',
  '甲 的 春节',
  '每年 03-31',
  '农历 腊月廿三',
  '乙日',
);
const mark = fc.constantFrom('(含)', '(不含)');

const { condition } = fc.letrec<{ condition: string; operand: string; test: string; span: string }>(
  (tie) => ({
    operand: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      names,
      quantity,
      fc.tuple(names, names).map(([of, field]) => `${of} 的 ${field}`),
      fc
        .tuple(tie('operand'), fc.constantFrom('+', '-', '×', '÷'), tie('operand'))
        .map(([a, op, b]) => `(${a} ${op} ${b})`),
      fc.tuple(names, names, tie('operand')).map(([a, b, c]) => `${a} × ${b} - ${c}`),
      fc
        .tuple(names, fc.constantFrom('舍去', '进位 到 10 元', '折合 年', '折合 学期'))
        .map(([a, f]) => `(${a} ${f})`),
      fc.tuple(names, tie('condition')).map(([l, c]) => `(合计 ${l} 的 金额 其中 ${c})`),
      tie('condition').map((c) => `(${c})`),
    ),
    span: fc.oneof(
      fc.tuple(date, fc.constantFrom('前', '后'), mark).map(([d, side, m]) => `${d} ${side}${m}`),
      fc.tuple(date, mark, date, mark).map(([a, m, b, n]) => `自 ${a}${m} 至 ${b}${n}`),
      fc.tuple(date, date).map(([a, b]) => `${a} 至 ${b}`),
      fc.tuple(date, mark, whole).map(([a, m, n]) => `自 ${a}${m} ${n} 年`),
      fc.tuple(date, fc.constantFrom('前', '后'), whole).map(([d, side, n]) => `${d} ${side} ${n} 个月 内`),
      fc.tuple(date, whole).map(([d, n]) => `截至 ${d} 近 ${n} 年 内`),
      fc.constantFrom('本年', '7 月中旬', '10 月', '近 2 年', '公示 的 期间 内'),
    ),
    test: fc.oneof(
      { maxDepth: 4 },
      names,
      fc
        .tuple(names, quantity, fc.constantFrom('以上', '以下', '以内', '以外'))
        .map(([s, q, b]) => `${s} ${q} ${b}`),
      fc
        .tuple(
          tie('operand'),
          fc.constantFrom('超过', '低于', '不低于', '至多', '恰', '≥', '<', '为', '不为', '含'),
          tie('operand'),
        )
        .map(([a, op, b]) => `${a} ${op} ${b}`),
      fc
        .tuple(names, fc.constantFrom('满', '不满', '超过', '不超过'), quantity)
        .map(([a, op, q]) => `${a} 至今 ${op} ${q}`),
      fc.tuple(names, quantity, quantity).map(([s, a, b]) => `${s} ${a} 至 ${b}`),
      fc
        .tuple(names, fc.constantFrom('在', '不在'), tie('span'))
        .map(([s, op, span]) => `${s} ${op} ${span}`),
      fc.tuple(names, names, names).map(([s, a, b]) => `${s} 属于 {${a}, ${b}}`),
      fc.tuple(names, fc.constantFrom('存在', '不存在', '符合', '逾期', '完成')).map(([s, p]) => `${s} ${p}`),
      fc
        .tuple(fc.constantFrom('有', '没有', '有 2 次 以上', '有 恰 1', '有 2 至 3 人'), names, tie('span'))
        .map(([q, l, s]) => `${q} ${l} 在 ${s}`),
      fc.tuple(names, tie('condition')).map(([l, c]) => `(有 ${l} 其中 ${c})`),
      fc.tuple(names, tie('span'), tie('condition')).map(([l, s, c]) => `(全部 ${l} 在 ${s} 均 ${c})`),
    ),
    condition: fc.oneof(
      { maxDepth: 4 },
      tie('test'),
      tie('test').map((t) => `非 (${t})`),
      fc
        .tuple(tie('test'), fc.constantFrom('且', '或'), tie('test'))
        .map(([a, op, b]) => `(${a}) ${op} (${b})`),
      fc.tuple(tie('test'), tie('test'), tie('test')).map(([a, b, c]) => `(若 ${a} 则 ${b} 否则 ${c})`),
    ),
  }),
);

const frame = (text: string) =>
  `方案 例 (e)\n\n单位 学期 (term) = 1/2 年\n\n主体 人 (p)\n  甲 (first): 年份\n  乙收入 (income): 金额\n\n项目 补助 (aid)\n  资格 同时满足\n    规则: ${text}\n`;

function tree(text: string) {
  const reporter = new Reporter('test.policy');
  const notice = parse({ path: 'test.policy', text }, reporter);
  return { notice, errors: reporter.found.map(({ code, en }) => `${code} ${en.message}`) };
}

describe('the laws of printing', () => {
  it('hold for any condition: print then read is the same tree, printing twice is printing once', () => {
    fc.assert(
      fc.property(condition, (text) => {
        const { notice, errors } = tree(frame(text));
        expect(errors).toEqual([]);
        const printed = formatSource({ path: 'test.policy', text: frame(text) }).text;
        if (printed === null || !notice) throw new Error(`not printed: ${text}`);
        const again = tree(printed);
        expect(again.errors).toEqual([]);
        expect(again.notice && sameTree(notice, again.notice)).toBe(true);
        expect(formatSource({ path: 'test.policy', text: printed }).text).toBe(printed);
      }),
      { numRuns: 400 },
    );
  });

  it('hold across the languages: there and back gives the same bytes', () => {
    fc.assert(
      fc.property(condition, (text) => {
        const own = formatSource({ path: 'test.policy', text: frame(text) }).text ?? '';
        const english = formatSource({ path: 'test.policy', text: own }, { language: 'en' }).text;
        if (english === null) throw new Error(`not translated: ${text}`);
        expect(formatSource({ path: 'test.policy', text: english }, { language: 'zh' }).text).toBe(own);
      }),
      { numRuns: 400 },
    );
  });
});
