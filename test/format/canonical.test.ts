import { describe, expect, it } from 'vitest';
import { formatSource } from '../../compiler/index.ts';
import { sameTree } from '../../compiler/testkit.ts';
import { fixture, read } from '../syntax/kit.ts';

const zh = fixture('housing.zh.policy');
const en = fixture('housing.en.policy');

const inOwn = (text: string) => formatSource({ path: 'test.policy', text }).text;
const translated = (text: string, language: 'zh' | 'en') =>
  formatSource({ path: 'test.policy', text }, { language }).text;

/** One condition, printed; the frame is taken off again. */
function line(text: string, language: 'zh' | 'en' = 'zh'): string {
  const frame = {
    zh: `方案 例 (e)\n\n项目 补助 (aid)\n  资格 ${text}\n`,
    en: `notice e (例)\n\nprogramme aid (补助)\n  eligible ${text}\n`,
  };
  const printed = inOwn(frame[language]) ?? 'nothing';
  return (printed.split('\n')[3] ?? '').replace(/^ {2}\S+ /, '').replace(/ {2,}/g, ' ');
}

describe('the canonical form', () => {
  it.each([
    ['zh', zh],
    ['en', en],
  ])('of a canonical file is the file itself: %s', (_language, text) => expect(inOwn(text)).toBe(text));

  it('says the same as what it was made from', () => {
    const careless = zh.replaceAll(' 以上', '以上').replaceAll(': ', '：').replaceAll('不高于', '至多');
    const before = read(careless).notice;
    const after = read(inOwn(careless) ?? '').notice;
    expect(before && after && sameTree(before, after)).toBe(true);
  });

  it('brings a careless file into order, every comment kept', () => {
    const careless = `方案 例 (e) # 一
# 二
主体 人 (p)
  类（k）：单选
    # 三
    甲(a)|乙 (b) # 四
  钱 (m): 金额 从 1,000元 至 3万元 依据 一 # 五
    当 乙


定义 x= 钱 至少 百分之二十 依据 二, 一 # 六
# 七
`;
    expect(inOwn(careless)).toBe(`方案 例 (e)                                                          # 一

# 二
主体 人 (p)
  # 三
  # 四
  类 (k): 甲 (a) | 乙 (b)
  钱 (m): 金额 从 1000 元 至 30000 元                                当 乙   依据 一   # 五

定义 x = 钱 20% 以上                                                 依据 二, 一   # 六

# 七
`);
  });

  it.each([
    ['甲 至少 3 元', '甲 3 元 以上'],
    ['甲 ≥ 乙', '甲 不低于 乙'],
    ['甲 3万元以内', '甲 30000 元 以下'],
    ['甲 多于 3 元', '甲 超过 3 元'],
    ['甲 至今 不低于 3 年', '甲 至今 满 3 年'],
    ['甲 至今 ≤ 3 年', '甲 至今 不超过 3 年'],
    ['甲 至今 少于 乙', '甲 至今 不满 乙'],
    ['甲 不低于 -3', '甲 不低于 -3'],
    ['甲 在 乙 后 5 个工作日', '甲 在 乙 后 5 个工作日 内'],
    ['甲 在 本年', '甲 在 本年 内'],
    ['甲 在 自 乙 至 丙(不含)', '甲 在 乙(含) 至 丙(不含)'],
    ['甲 在 10 月底 前（ 含 ）', '甲 在 10 月底 前(含)'],
    ['甲 在 农历 正月初一 后(含)', '甲 在 农历 正月初一 后(含)'],
    ['甲 属于 {乙，丙}', '甲 属于 {乙, 丙}'],
    ['甲 为 “他说"不"”', '甲 为 “他说"不"”'],
    ['「甲」 且 「有」', '甲 且 「有」'],
    ['甲 ÷ 2 进位 为 3', '甲 ÷ 2 进位 为 3'],
  ])('%s', (from, to) => expect(line(from)).toBe(to));

  it.each([
    ['x no less than 3 yuan', 'x at least 3 yuan'],
    ['x 3 yuan or more', 'x at least 3 yuan'],
    ['x under 1 years', 'x under 1 year'],
    ['x in before 2020-01-01', 'x before 2020-01-01'],
    ['any at least 2 times y', 'any 2 times or more y'],
    ['「more」 or 「less」', '「more」 or 「less」'],
  ])('%s', (from, to) => expect(line(from, 'en')).toBe(to));
});

describe('translation', () => {
  it('gives the other file, and back the same bytes', () => {
    expect(translated(zh, 'en')).toBe(en);
    expect(translated(en, 'zh')).toBe(zh);
  });

  it('tells words by the fact they are compared with, the list they are fields of, the block they are in', () => {
    const text = `方案 例 (e)

主体 户 (household)
  户别 (kind): 普通 (ordinary) | 无 (none)
  灾种 (hazard): 未受灾 (none) | 火灾 (fire)
  成员 (members): 列表
    日期 (date): 日期
  日期 (day): 日期

项目 补助 (aid) 对 户
  资格 户别 为 无 且 灾种 为 未受灾 且 有 成员 其中 日期 存在 且 日期 存在
`;
    const english = translated(text, 'en');
    expect(english).toContain(
      'eligible kind is none and hazard is none and any members where date exists and date exists',
    );
    expect(translated(english ?? '', 'zh')).toBe(text);
  });

  it('leaves a word alone that could mean two things', () => {
    const text = `方案 例 (e)

主体 甲类 (p)
  状态 (a): 是否

主体 乙类 (q)
  状态 (b): 是否

定义 两者 (both) = 状态
`;
    expect(translated(text, 'en')).toContain('define both (两者) = 状态');
  });

  it('keeps who pays as written, though something declared is called the same', () => {
    const text =
      '方案 例 (e)\n\n主体 市县 (place)\n  有差额 (short): 是否\n\n项目 差额 (gap)\n  资格 有差额\n  分担 市县 100%\n';
    expect(translated(text, 'en')).toContain('shares 市县 100%');
  });

  it('keeps names of one half, texts, cites and comments', () => {
    const text =
      '方案 例 (e)\n\n定义 x (「from」) = 甲 为 "资格"                                   依据 三.1.a   # 资格\n';
    expect(translated(text, 'en')).toContain('define 「from」');
    expect(translated(text, 'en')).toContain('= 甲 is "资格"');
    expect(translated(text, 'en')).toContain('cite 三.1.a   # 资格');
  });
});

describe('a file with errors', () => {
  it('is not printed; its findings are given', () => {
    const { text, diagnostics } = formatSource({
      path: 'test.policy',
      text: '方案 例 (e)\n\n定义 x = 甲 且\n',
    });
    expect(text).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toEqual(['BF1064']);
  });
});
