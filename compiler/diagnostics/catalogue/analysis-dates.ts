import { define } from '../diagnostic.ts';
import { aid, birth, enExample as en, ill, notice, type Shown, zhExample as zh } from './analysis-samples.ts';
import type { Words } from './samples.ts';

const year = '参数 首年 (firstYear): 年份';
const next = '参数 次年 (secondYear): 年份';

const procedure = (...lines: readonly string[]): string =>
  notice(
    [ill],
    ['项目 补助 (aid)', '  资格 有病', '', '程序 申领 (claim)', ...lines.map((line) => `  ${line}`)],
    [year],
  );

const paid = (from: string, force = '施行 自 首年-01-21(含) 5 年'): string =>
  aid([ill], ['资格 有病', '金额 每人每月 100 元', '  发放', `    起: ${from}`], [year, force]);

/** Findings about dates that cannot be kept, or not in this order. */
export const analysisDates = {
  spanBackwards: define<Shown & { span: Words }>({
    code: 'BF4051',
    severity: 'error',
    zh: {
      title: '起止日期颠倒',
      message: (p) => `“${p.span.zh}” 的末日在首日之前，没有一天落在里面。${zh(p)}`,
      hint: () => '对调两个日期，或检查年份；原文就是这样的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'The dates run backwards',
      message: (p) => `"${p.span.en}" ends before it begins: no day lies in it.${en(p)}`,
      hint: () => 'Change the two dates round or check the year; if the notice is so, add accept "reason".',
    },
    bad: aid([birth], ['资格 生日 在 首年-11-25(含) 至 首年-01-15(含)'], [year]),
    good: aid([birth], ['资格 生日 在 首年-11-25(含) 至 (首年 + 1)-01-15(含)'], [year]),
  }),
  spanHangsOnYears: define<Shown & { span: Words; first: Words; second: Words }>({
    code: 'BF4052',
    severity: 'warning',
    zh: {
      title: '两个年份相同时起止颠倒',
      message: (p) =>
        `“${p.first.zh}” 与 “${p.second.zh}” 是同一年时，“${p.span.zh}” 首日晚于末日，没有一天落在里面。${zh(p)}`,
      hint: ({ first }) =>
        `后一年总是前一年之后的，用 “${first.zh} + 1” 写；原文隐去年份的，在行末写 容许 "原因"。`,
    },
    en: {
      title: 'The dates run backwards in one and the same year',
      message: (p) =>
        `If "${p.first.en}" and "${p.second.en}" are one year, "${p.span.en}" ends before it begins.${en(p)}`,
      hint: ({ first }) =>
        `Write "${first.en} + 1" if one always follows the other; if the notice hides the years, add accept "reason".`,
    },
    bad: aid([birth], ['资格 生日 在 首年-11-25(含) 至 次年-01-15(含)'], [year, next]),
    good: aid([birth], ['资格 生日 在 首年-01-15(含) 至 次年-11-25(含)'], [year, next]),
  }),
  stepsOutOfOrder: define<Shown & { step: Words; due: Words; earlier: Words; first: Words }>({
    code: 'BF4053',
    severity: 'warning',
    zh: {
      title: '后一步的期限早于前一步',
      message: (p) =>
        `“${p.step.zh}” 要在 ${p.due.zh} 前完成，它要等的 “${p.earlier.zh}” 却可以到 ${p.first.zh} 才完成。${zh(p)}`,
      hint: () => '检查两个期限；原文就是这样的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'A step is due before the one it waits for',
      message: (p) =>
        `"${p.step.en}" is due by ${p.due.en}, but "${p.earlier.en}", which it waits for, only by ${p.first.en}.${en(p)}`,
      hint: () => 'Check both last days; if the notice is so, add accept "reason".',
    },
    bad: procedure(
      '申请 (application): 由 本人',
      '  期限 首年-03-31 前(含)',
      '审核 (check): 由 县',
      '  前提 申请 完成',
      '  期限 首年-03-15 前(含)',
    ),
    good: procedure(
      '申请 (application): 由 本人',
      '  期限 首年-03-15 前(含)',
      '审核 (check): 由 县',
      '  前提 申请 完成',
      '  期限 首年-03-31 前(含)',
    ),
  }),
  termsDisagree: define<Shown & { counted: Words; due: Words; earlier: Words; first: Words }>({
    code: 'BF4054',
    severity: 'warning',
    zh: {
      title: '两个期限合不到一起',
      message: (p) =>
        `“${p.earlier.zh}” 在末日 ${p.first.zh} 完成时，从它起算的期限已在 ${p.due.zh} 之后：两个期限合不到一起。${zh(p)}`,
      hint: () => '检查天数和日期；原文就是这样的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'Two last days do not go together',
      message: (p) =>
        `When "${p.earlier.en}" is done on its last day, ${p.first.en}, the period counted from it ends after ${p.due.en}.${en(p)}`,
      hint: () => 'Check the days and the dates; if the notice is so, add accept "reason".',
    },
    bad: procedure(
      '申请 (application): 由 本人',
      '  期限 首年-03-31 前(含)',
      '审核 (check): 由 县',
      '  前提 申请 完成',
      '  期限 申请 后 30 日 内',
      '  期限 首年-04-15 前(含)',
    ),
    good: procedure(
      '申请 (application): 由 本人',
      '  期限 首年-03-31 前(含)',
      '  逾期 视为放弃',
      '审核 (check): 由 县',
      '  前提 申请 完成',
      '  期限 申请 后 10 日 内',
      '  期限 首年-04-15 前(含)',
    ),
  }),
  windowTooShort: define<Shown & { step: Words; lasts: Words; window: Words }>({
    code: 'BF4055',
    severity: 'error',
    zh: {
      title: '期间放不下要历时的天数',
      message: (p) => `“${p.step.zh}” 要历时 ${p.lasts.zh}，“${p.window.zh}” 没有这么长。${zh(p)}`,
      hint: () => '检查天数和起止日期；原文就是这样的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'The time is too short for what must last',
      message: (p) => `"${p.step.en}" must last ${p.lasts.en}; "${p.window.en}" is shorter.${en(p)}`,
      hint: () => 'Check the days and both dates; if the notice is so, add accept "reason".',
    },
    bad: procedure(
      '公示 (posting): 由 县',
      '  历时 10 日 以上',
      '  期间 自 首年-03-01(含) 至 首年-03-07(含)',
    ),
    good: procedure(
      '公示 (posting): 由 县',
      '  历时 7 日 以上',
      '  期间 自 首年-03-01(含) 至 首年-03-07(含)',
    ),
  }),
  noticeTooLate: define<Shown & { step: Words; lasts: Words; due: Words; earlier: Words; first: Words }>({
    code: 'BF4056',
    severity: 'warning',
    zh: {
      title: '前一步用足时间就放不下',
      message: (p) =>
        `“${p.earlier.zh}” 在末日 ${p.first.zh} 完成时，到 ${p.due.zh} 已不足 “${p.step.zh}” 要历时的 ${p.lasts.zh}。${zh(p)}`,
      hint: () => '检查天数和两个日期；原文就是这样的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'Too little time is left after the step before',
      message: (p) =>
        `When "${p.earlier.en}" is done on its last day, ${p.first.en}, less than the ${p.lasts.en} of "${p.step.en}" is left until ${p.due.en}.${en(p)}`,
      hint: () => 'Check the days and both dates; if the notice is so, add accept "reason".',
    },
    bad: procedure(
      '审核 (check): 由 县',
      '  期限 首年-03-28 前(含)',
      '公示 (posting): 由 县',
      '  前提 审核 完成',
      '  历时 7 日 以上',
      '  期限 首年-03-31 前(含)',
    ),
    good: procedure(
      '审核 (check): 由 县',
      '  期限 首年-03-15 前(含)',
      '公示 (posting): 由 县',
      '  前提 审核 完成',
      '  历时 7 日 以上',
      '  期限 首年-03-31 前(含)',
    ),
  }),
  paysBeforeForce: define<Shown & { programme: Words; first: Words; from: Words }>({
    code: 'BF4057',
    severity: 'warning',
    zh: {
      title: '施行之前就开始发放',
      message: (p) => `“${p.programme.zh}” 从 ${p.first.zh} 起发，方案 ${p.from.zh} 才施行。${zh(p)}`,
      hint: () => '检查起发月和施行日；原文就是这样的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'Payment begins before the notice is in force',
      message: (p) =>
        `"${p.programme.en}" is paid from ${p.first.en}, the notice is in force from ${p.from.en}.${en(p)}`,
      hint: () => 'Check the first month and the day of force; if the notice is so, add accept "reason".',
    },
    bad: paid('首年-01'),
    good: paid('首年-02'),
  }),
  forceEndsFirst: define<Shown & { programme: Words; first: Words; last: Words }>({
    code: 'BF4058',
    severity: 'error',
    zh: {
      title: '还没有发放就已经失效',
      message: (p) => `“${p.programme.zh}” 从 ${p.first.zh} 起发，方案到 ${p.last.zh} 已经失效。${zh(p)}`,
      hint: () => '检查起发月和有效期；原文就是这样的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'The notice ends before the first payment',
      message: (p) =>
        `"${p.programme.en}" is paid from ${p.first.en}, the notice is in force until ${p.last.en}.${en(p)}`,
      hint: () => 'Check the first month and the time in force; if the notice is so, add accept "reason".',
    },
    bad: paid('(首年 + 2)-03', '施行 自 首年-01-21(含) 至 (首年 + 1)-12-31(含)'),
    good: paid('(首年 + 1)-03', '施行 自 首年-01-21(含) 至 (首年 + 1)-12-31(含)'),
  }),
  dueBeforeForce: define<Shown & { what: Words; due: Words; from: Words }>({
    code: 'BF4059',
    severity: 'warning',
    zh: {
      title: '期限在施行之前',
      message: (p) => `“${p.what.zh}” 的期限是 ${p.due.zh}，方案 ${p.from.zh} 才施行。${zh(p)}`,
      hint: () => '检查期限和施行日；原文就是这样的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'The last day lies before the notice is in force',
      message: (p) =>
        `"${p.what.en}" is due by ${p.due.en}, the notice is in force from ${p.from.en}.${en(p)}`,
      hint: () => 'Check the last day and the day of force; if the notice is so, add accept "reason".',
    },
    bad: procedure('申请 (application): 由 本人', '  期限 首年-01-15 前(含)').replace(
      year,
      `${year}\n  施行 自 首年-01-21(含)`,
    ),
    good: procedure('申请 (application): 由 本人', '  期限 首年-01-31 前(含)').replace(
      year,
      `${year}\n  施行 自 首年-01-21(含)`,
    ),
  }),
  dueBeforeTerm: define<Shown & { what: Words; due: Words; from: Words }>({
    code: 'BF4060',
    severity: 'warning',
    zh: {
      title: '期限在它开始之前',
      message: (p) => `“${p.what.zh}” 的期限是 ${p.due.zh}，它的期间从 ${p.from.zh} 才开始。${zh(p)}`,
      hint: () => '检查期限和期间；原文就是这样的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'A last day lies before the beginning',
      message: (p) => `"${p.what.en}" is due by ${p.due.en}, its term begins on ${p.from.en}.${en(p)}`,
      hint: () => 'Check the last day and the term; if the notice is so, add accept "reason".',
    },
    bad: notice(
      [ill],
      ['义务', '  报告 (report): 有病', '    期间 首年-05-01 后(含)', '    期限 首年-03-31 前(含)'],
      [year],
    ),
    good: notice(
      [ill],
      ['义务', '  报告 (report): 有病', '    期间 首年-01-01 后(含)', '    期限 首年-03-31 前(含)'],
      [year],
    ),
  }),
} as const;
