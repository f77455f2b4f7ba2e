import { describe, expect, it } from 'vitest';
import { paintFor } from '../../cli/console/colour.ts';
import { renderDiagnostic } from '../../cli/render/diagnostics.ts';
import { textsIn } from '../../cli/texts/texts.ts';
import { compile, type Language } from '../../compiler/index.ts';

const zh = `方案 困难补助 (hardshipAid)

主体 申请人 (applicant)
  出生日期 (birthDate): 日期
  负债金额 (debt): 金额 从 0 元
  工作年限 (years): 整数 从 0 至 40
`;
const en = `notice hardshipAid (困难补助)

subject applicant (申请人)
  birthDate (出生日期): date
  debt (负债金额): money range 0 yuan
  years (工作年限): integer range 0 to 40
`;

/** The mistakes that cost authors most, each in a Chinese and in an English file. */
const mistakes: readonly (readonly [name: string, zh: string, en: string])[] = [
  [
    'a wrong character in a keyword',
    '项目 补助 (aid)\n  资挌 负债金额 ３万元 以上\n  金额 每人 ４000 元\n',
    'programme aid (补助)\n  elegible debt at least 30,000 yuan\n  amount 4000 yuan per person\n',
  ],
  [
    'a missing indent',
    '项目 补助 (aid)\n  资格 同时满足\n  出生日期 至今 满 60 周岁\n  负债金额 3万元 以上\n  金额 每人 4000 元\n',
    'programme aid (补助)\n  eligible all of\n  birthDate to now at least 60 years of age\n  debt at least 30,000 yuan\n  amount 4000 yuan per person\n',
  ],
  [
    'an unknown fact name',
    '项目 补助 (aid)\n  资格 出生日 至今 满 60 周岁\n  金额 每人 4000 元\n',
    'programme aid (补助)\n  eligible birthdate to now at least 60 years of age\n  amount 4000 yuan per person\n',
  ],
  [
    'money compared with years',
    '项目 补助 (aid)\n  资格 负债金额 3 年 以上\n  金额 每人 4000 元\n',
    'programme aid (补助)\n  eligible debt at least 3 years\n  amount 4000 yuan per person\n',
  ],
  [
    'overlapping tiers',
    '项目 补助 (aid)\n  档次 按 工作年限\n    20 至 40: 每人每月 800 元\n    10 至 20: 每人每月 700 元\n    其余: 每人每月 600 元\n',
    'programme aid (补助)\n  tier by years\n    20 to 40: 800 yuan per person per month\n    10 to 20: 700 yuan per person per month\n    otherwise: 600 yuan per person per month\n',
  ],
];

function messages(text: string, language: Language): readonly string[] {
  const source = { path: 'notice.policy', text };
  const how = { language, texts: textsIn(language), paint: paintFor(false, {}) };
  return compile(source).diagnostics.map((found) => renderDiagnostic(found, [source], how));
}

describe.each(mistakes)('%s', (_, chinese, english) => {
  it.each([
    ['zh', `${zh}\n${chinese}`],
    ['en', `${en}\n${english}`],
  ] as const)('gives one message that says what to do: %s', (language, text) => {
    const found = messages(text, language);
    expect(found).toHaveLength(1);
    expect(`${text}\n${found[0]}`).toMatchSnapshot();
  });
});
