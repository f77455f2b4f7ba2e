import { describe, expect, it } from 'vitest';
import { classify, displayWidth, fold, layOut, scan } from '../../grammar/index.ts';

/** Tokens of one line as `type:text`; keywords by id, numbers by value. */
function read(text: string, language: 'zh' | 'en' = 'zh'): readonly string[] {
  const scanned = scan(fold(text), language);
  const [line] = layOut(text, scanned, language).lines;
  return classify(line?.tokens ?? [], text, language).map((token) => {
    const { id, number, rates, date, side, included, cites, text: word } = token.payload;
    if (number) return `${number.value}${number.percent ? '%' : ''}`;
    if (rates) return `rate:${rates.join('+')}`;
    if (side) return `${side}(${included})`;
    if (included !== undefined) return `mark(${included})`;
    if (cites) return `cites:${cites.join('|')}`;
    if (date) return `${token.tokenType.name}:${[date.year, date.month, date.day].join('/')}`;
    return id === undefined ? `${token.tokenType.name}:${word}` : id;
  });
}

describe('words', () => {
  it.each([
    ['申请日期 存在', ['PlainName:申请日期', 'exists']],
    ['去世日期的次月', ['PlainName:去世日期的次月']],
    ['非 的士补贴', ['not', 'PlainName:的士补贴']],
    ['每户人口 超过 3人', ['PlainName:每户人口', 'above', '3', 'person']],
    ['资格 同时满足', ['eligible', 'allOf']],
    ['資格 同時滿足', ['eligible', 'allOf']],
    ['期间: 3 天', ['period', 'Colon::', '3', 'day']],
    ['金额 (amount): 金额', ['amount', 'Open:(', 'PlainName:amount', 'Close:)', 'Colon::', 'money']],
    ['起始日 (from): 日期', ['PlainName:起始日', 'Open:(', 'PlainName:from', 'Close:)', 'Colon::', 'date']],
    ['分流 并列', ['route', 'allThatApply']],
    ['并列 全部进入', ['ties', 'admitAll']],
    ['不一致 以 名额 为准', ['mismatch', 'quotaRules']],
    ['公示 的 完成', ['PlainName:公示', 'of', 'PlainName:完成']],
    ['「7岁以下子女」 存在', ['QuotedName:7岁以下子女', 'exists']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));

  it.each([
    ['eligible all of', ['eligible', 'allOf']],
    ['x is not y', ['PlainName:x', 'isNot', 'PlainName:y']],
    ['a on or before 2020-01-01', ['PlainName:a', 'onOrBefore', 'Date:2020/1/1']],
    ["x's date in thisYear", ['PlainName:x', 'of', 'PlainName:date', 'in', 'thisYear']],
    ['in force from 2020-01-01(incl)', ['inForce', 'sinceDay', 'Date:2020/1/1', 'mark(true)']],
    ['900 yuan per person per month', ['900', 'yuan', 'rate:person', 'rate:month']],
    ['60 years of age', ['60', 'yearOfAge']],
    ['at least 2 of', ['notBelow', '2', 'ofGroup']],
  ])('%s', (text, expected) => expect(read(text, 'en')).toEqual(expected));
});

describe('numbers and what is glued to them', () => {
  it.each([
    ['负债金额3万元以上', ['PlainName:负债金额', '30000', 'yuan', 'orMore']],
    ['1,000 元', ['1000', 'yuan']],
    ['３．５ 万 元', ['35000', 'yuan']],
    ['百分之二十', ['20%']],
    ['百分之二点五', ['2.5%']],
    ['２０％', ['20%']],
    ['5个工作日内', ['5', 'workday', 'inside']],
    ['30 年以上', ['30', 'year', 'orMore']],
    ['40学期以上', ['40', 'PlainName:学期', 'orMore']],
    ['1/2 年', ['1/2', 'year']],
    ['每人每月 900元', ['rate:person+month', '900', 'yuan']],
    ['每 2 个月', ['every1', '2', 'month']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('dates, marks and cites', () => {
  it.each([
    ['2022-12-31 前(含)', ['Date:2022/12/31', 'before(true)']],
    ['2022年12月31日前（不含）', ['Date:2022/12/31', 'before(false)']],
    ['每年 03-31', ['rate:year', 'YearlyDay:0/3/31']],
    ['首年-01-21(含) 5 年', ['PlainName:首年', 'Tail:0/1/21', 'mark(true)', '5', 'year']],
    ['(首年 + 5)-10 月底', ['Open:(', 'PlainName:首年', 'Plus:+', '5', 'Close:)', 'Tail:0/10/', 'end']],
    ['10月中旬', ['10', 'middle']],
    ['农历 九月初九', ['LunarDay:0/9/9']],
    ['農曆 臘月廿三', ['LunarDay:0/12/23']],
    ['甲 依据 三.1.a, 五.㈠、二.一.②b # 注', ['PlainName:甲', 'cites:三.1.a|五.㈠|二.一.②b']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));

  it('keeps what stands in quotes to the letter', () => {
    expect(read('未规定 "原文“有工作”自相矛盾：，"')).toEqual([
      'unspecified',
      'Text:原文“有工作”自相矛盾：，',
    ]);
    expect(read('未规定 “他说"不"”')).toEqual(['unspecified', 'Text:他说"不"']);
  });

  it('folds without moving anything', () => {
    const text = '（１２％）：，｛甲｝\u3000≥';
    expect(fold(text)).toBe('(12%):,{甲} ≥');
    expect(fold(text)).toHaveLength(text.length);
  });

  it('counts columns', () => expect(displayWidth('年限 12 “a”')).toBe(11));
});

describe('logical lines', () => {
  const lines = (text: string) => {
    const scanned = scan(fold(text), 'zh');
    return layOut(text, scanned, 'zh').lines.map((line) => text.slice(line.span.start, line.span.end));
  };

  it('go on with a joiner or inside brackets, at any indent', () => {
    expect(lines('甲\n且 乙\n    当 丙\n丁 (\n戊\n) 己\n')).toEqual([
      '甲\n且 乙\n    当 丙',
      '丁 (\n戊\n) 己',
    ]);
  });

  it('end where a bracket is never closed', () => {
    expect(lines('甲 (乙\n丙: 丁\n')).toEqual(['甲 (乙', '丙: 丁']);
  });

  it('read CRLF and a byte order mark', () => {
    expect(lines('\ufeff甲\r\n乙\r\n')).toEqual(['甲', '乙']);
  });

  it('keep each comment with its line', () => {
    const text = '# 一\n甲 # 二\n\n# 三\n乙\n# 四\n';
    const { lines: read, trailing } = layOut(text, scan(fold(text), 'zh'), 'zh');
    expect(read.map(({ before, after }) => [before, after])).toEqual([
      [['# 一'], '# 二'],
      [['# 三'], undefined],
    ]);
    expect(trailing).toEqual(['# 四']);
  });
});
