import { define } from '../diagnostic.ts';
import { aid, ill, years } from './analysis-samples.ts';
import type { Words } from './samples.ts';

/** Findings about what is declared and never used. */
export const analysisUnused = {
  fact: define<{ name: Words }>({
    code: 'BF4041',
    severity: 'warning',
    zh: {
      title: '这项事实没有用到',
      message: ({ name }) => `“${name.zh}” 没有任何条件、金额、步骤或义务用到。`,
      hint: () => '原文用到它的，补上那一条；用不到的删去；只为存档的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'The fact is never used',
      message: ({ name }) => `No condition, amount, step or duty uses "${name.en}".`,
      hint: () =>
        'Add the rule that needs it or leave it out; if it is only for the record, add accept "reason".',
    },
    bad: aid([years, ill], ['资格 年限 20 年 以上']),
    good: aid([years, ill], ['资格 年限 20 年 以上 且 有病']),
  }),
  parameter: define<{ name: Words }>({
    code: 'BF4042',
    severity: 'warning',
    zh: {
      title: '这个参数没有用到',
      message: ({ name }) => `参数 “${name.zh}” 没有任何一行用到。`,
      hint: () => '原文用到它的，补上那一条；用不到的删去；只为说明的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'The parameter is never used',
      message: ({ name }) => `No line uses the parameter "${name.en}".`,
      hint: () => 'Add the rule that needs it or leave it out; if it only explains, add accept "reason".',
    },
    bad: aid([years], ['资格 年限 20 年 以上'], ['参数 标准 (rate): 金额']),
    good: aid([years], ['资格 年限 20 年 以上', '金额 每人 标准'], ['参数 标准 (rate): 金额']),
  }),
  definition: define<{ name: Words }>({
    code: 'BF4043',
    severity: 'warning',
    zh: {
      title: '这条定义没有用到',
      message: ({ name }) => `定义 “${name.zh}” 没有任何一行用到。`,
      hint: () => '用到它的那一行写上它的名字；用不到的删去；只为说明的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'The definition is never used',
      message: ({ name }) => `No line uses the definition "${name.en}".`,
      hint: () => 'Name it where it is meant, or leave it out; if it only explains, add accept "reason".',
    },
    bad: `${aid([years], ['资格 年限 20 年 以上'])}\n定义 老教师 (veteran) = 年限 30 年 以上\n`,
    good: `${aid([years], ['资格 老教师'])}\n定义 老教师 (veteran) = 年限 30 年 以上\n`,
  }),
} as const;
