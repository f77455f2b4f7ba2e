import type { Failure, LineRule } from '../../grammar/index.ts';
import { entries, groups, spelling } from '../../grammar/index.ts';
import type { Language } from '../ast/names.ts';

/** How each kind of token is called in a message. */
const kinds: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  Name: { zh: '一个名称', en: 'a name' },
  Colon: { zh: '冒号', en: 'a colon' },
  Comma: { zh: '逗号', en: 'a comma' },
  Equals: { zh: '等号', en: '"="' },
  Close: { zh: '“)”', en: '")"' },
  CloseSet: { zh: '“}”', en: '"}"' },
  Bar: { zh: '“|”', en: '"|"' },
  Number: { zh: '一个数', en: 'a number' },
  Text: { zh: '引号里的文字', en: 'a text in quotes' },
  Paper: { zh: '“原件” 或 “复印件”', en: '"original" or "copy"' },
  Unit: { zh: '一个单位', en: 'a unit' },
};

/** What would have been read, in both languages; a long list is called by what it amounts to. */
export function expectedWords(failure: Failure, language: Language): { zh: string; en: string } {
  const names = failure.expected.filter((name) => name !== '');
  if (names.length === 0)
    return {
      zh: '结束这一行，或写 “依据 …” 之类的从句',
      en: 'the end of the line, or a clause such as "cite …"',
    };
  if (names.includes('Number') && names.includes('Name'))
    return { zh: '一个条件或数值', en: 'a condition or a value' };
  const shown = names.slice(0, 4).map((name) => kinds[name] ?? keywordNamed(name, language));
  return { zh: shown.map((each) => each.zh).join('、'), en: shown.map((each) => each.en).join(', ') };
}

function keywordNamed(token: string, language: Language): { zh: string; en: string } {
  const [group, id] = token.split('_');
  const known = groups.find((each) => each === group);
  const found = known && entries(language, known).find(([each]) => each === id)?.[1][0];
  const other =
    known && entries(language === 'zh' ? 'en' : 'zh', known).find(([each]) => each === id)?.[1][0];
  const word = found ?? other ?? token;
  return { zh: `“${word}”`, en: `"${word}"` };
}

type Example = Readonly<Record<Language, string>>;

const examples: Readonly<Record<LineRule, Example>> = {
  blockLine: { zh: '项目 生活补助 (allowance)', en: 'programme allowance (生活补助)' },
  defineLine: {
    zh: '定义 规定年龄 (requiredAge) = 60 周岁',
    en: 'define requiredAge (规定年龄) = 60 years of age',
  },
  grantsLine: { zh: '给予 慰问品 (gifts), 慰问信 (letter)', en: 'grants gifts (慰问品), letter (慰问信)' },
  unitLine: { zh: '单位 学期 (term) = 1/2 年', en: 'unit term (学期) = 1/2 year' },
  parameterLine: { zh: '参数 首年 (firstYear): 年份', en: 'parameter firstYear (首年): year' },
  factLine: { zh: '出生日期 (birthDate): 日期', en: 'birthDate (出生日期): date' },
  optionLine: { zh: '在岗 (employed) | 失业 (unemployed)', en: 'employed (在岗) | unemployed (失业)' },
  textLine: { zh: '出处 "文件名称"', en: 'source "title of the notice"' },
  spanLine: { zh: '期限 申请 后 5 个工作日 内', en: 'deadline within 5 workdays after application' },
  bodyLine: { zh: '资格 年龄 60 周岁 以上', en: 'eligible age at least 60 years of age' },
  orderLine: { zh: '排序 成绩 从高到低', en: 'order score high to low' },
  groupLine: { zh: '分组 应聘单位', en: 'group employer' },
  sharesLine: { zh: '分担 省 50%, 市 50%', en: 'shares province 50%, city 50%' },
  itemLine: { zh: '达到年龄: 年龄 60 周岁 以上', en: 'ofAge: age at least 60 years of age' },
  bareLine: { zh: '年龄 60 周岁 以上', en: 'age at least 60 years of age' },
  rowLine: {
    zh: '20 年 至 29 年: 每人每月 800 元',
    en: '20 years to 29 years: 800 yuan per person per month',
  },
  shareRowLine: { zh: '其余: 地方 100%', en: 'otherwise: locality 100%' },
  documentLine: { zh: '身份证: 复印件 2 份', en: 'idCard: copy 2 copies' },
};

/** A line of the same shape that is right. */
export function exampleOf(rule: LineRule, language: Language): string {
  return examples[rule][language];
}

const itemExamples: Readonly<Record<string, Example>> = {
  step: { zh: '初审: 由 乡镇', en: 'review: by township' },
  stage: { zh: '面试人选: 6 人', en: 'shortlist: 6 persons' },
  destination: { zh: '上门办理: 行动不便', en: 'homeVisit: mobilityImpaired' },
  deadline: { zh: '申报: 送达日期 在 2022-10-31 前(含)', en: 'filing: receivedOn on or before 2022-10-31' },
  paymentDate: { zh: '起: 达龄日 的 次月', en: "start: ageReachedOn's nextMonth" },
};

/** A labelled line of the kind that belongs here, where a label is required. */
export function labelledExample(item: string, language: Language): string | undefined {
  return itemExamples[item]?.[language];
}

/** Example bounds for a bare number. */
export function boundExamples(number: string, language: Language): readonly [string, string] {
  return [
    `${number} ${spelling(language, 'word', 'orMore')}`,
    `${number} ${spelling(language, 'word', 'orLess')}`,
  ];
}
