import { define } from '../diagnostic.ts';
import { enExample as en, ill, notice, type Shown, zhExample as zh } from './analysis-samples.ts';
import type { Words } from './samples.ts';

const procedure = (...lines: readonly string[]): string =>
  notice(
    [ill],
    ['项目 补助 (aid)', '  资格 有病', '', '程序 申领 (claim)', ...lines.map((line) => `  ${line}`)],
    ['参数 首年 (firstYear): 年份'],
  );

/** Findings about courses of events that the notice has not thought of. */
export const analysisTimetables = {
  termsDisagreeLate: define<Shown & { counted: Words; due: Words; earlier: Words; course: Words }>({
    code: 'BF4062',
    severity: 'warning',
    zh: {
      title: '前一步误期后两个期限相左',
      message: (p) =>
        `“${p.earlier.zh}” 误期而仍要往下办时，${p.counted.zh} 与 ${p.due.zh} 相左，没有说以哪个为准：${p.course.zh}。`,
      hint: () => '写明前一步 逾期 怎么办，或只留一个期限；原文就是这样的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'Two last days differ once the step before is late',
      message: (p) =>
        `When "${p.earlier.en}" is late and the work goes on, ${p.counted.en} and ${p.due.en} differ, and nothing says which counts: ${p.course.en}.`,
      hint: () =>
        'Say what lateness of the step before costs, or leave one last day; if the notice is so, add accept "reason".',
    },
    bad: procedure(
      '申请 (application): 由 本人',
      '  期限 首年-01-31 前(含)',
      '初审 (check): 由 乡镇',
      '  前提 申请 完成',
      '  期限 申请 后 5 个工作日 内',
      '  期限 首年-02-28 前(含)',
    ),
    good: procedure(
      '申请 (application): 由 本人',
      '  期限 首年-01-31 前(含)',
      '  逾期 视为放弃',
      '初审 (check): 由 乡镇',
      '  前提 申请 完成',
      '  期限 申请 后 5 个工作日 内',
      '  期限 首年-02-28 前(含)',
    ),
  }),
  daysBetween: define<Shown & { earlier: Words; last: Words; later: Words; first: Words; days: number }>({
    code: 'BF4063',
    severity: 'warning',
    zh: {
      title: '两个阶段之间空了几天',
      message: (p) =>
        `“${p.earlier.zh}” 到 ${p.last.zh} 为止，“${p.later.zh}” 从 ${p.first.zh} 才开始，中间 ${p.days} 天不在任何阶段。${zh(p)}`,
      hint: () => '检查两个日期；原文就是这样的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'A day or two between two stages',
      message: (p) =>
        `"${p.earlier.en}" ends on ${p.last.en} and "${p.later.en}" begins on ${p.first.en}: ${p.days === 1 ? 'the day' : `the ${p.days} days`} between belong to no stage.${en(p)}`,
      hint: () => 'Check both dates; if the notice is so, add accept "reason".',
    },
    bad: procedure(
      '准备 (preparation): 由 县',
      '  期间 自 首年-01-02(含) 至 首年-01-15(含)',
      '大会 (meeting): 由 县',
      '  期间 自 首年-01-17(含) 至 首年-01-17(含)',
    ),
    good: procedure(
      '准备 (preparation): 由 县',
      '  期间 自 首年-01-02(含) 至 首年-01-16(含)',
      '大会 (meeting): 由 县',
      '  期间 自 首年-01-17(含) 至 首年-01-17(含)',
    ),
  }),
} as const;
