import { define } from '../diagnostic.ts';
import { aid, enExample as en, ill, notice, type Shown, zhExample as zh } from './analysis-samples.ts';
import type { Words } from './samples.ts';

const year = '参数 首年 (firstYear): 年份';
const force = '施行 自 首年-01-01(含) 至 首年-12-31(含)';

const planned = (day: string): string =>
  notice(
    [ill],
    [
      '项目 补助 (aid)',
      '  资格 有病',
      '',
      '程序 申领 (claim)',
      '  初审 (check): 由 乡镇',
      '    期限 首年-03-31 前(含)',
      `    拟于 ${day}`,
    ],
    [year],
  );
const paidUntil = (month: string): string =>
  aid([ill], ['资格 有病', '金额 每人每月 5 元', '  发放', '    起: 首年-06', `    止: ${month}`], [year]);
const extra = (from: string): string =>
  aid(
    [ill],
    [
      '资格 有病',
      '金额',
      '  基本 (base): 每人每月 5 元',
      '  加发 (extra): 每人每月 2 元',
      `    施行 自 ${from}(含)`,
    ],
    [year, force],
  );

/** Findings about days of which one takes the other back. */
export const analysisDays = {
  plannedAfterDue: define<Shown & { step: Words; planned: Words; due: Words }>({
    code: 'BF4064',
    severity: 'warning',
    zh: {
      title: '拟定的日子在期限之后',
      message: (p) => `“${p.step.zh}” 拟于 ${p.planned.zh}，期限却是 ${p.due.zh}。${zh(p)}`,
      hint: () => '检查两个日期；原文就是这样的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'The planned day lies after the last day',
      message: (p) => `"${p.step.en}" is planned for ${p.planned.en} and due by ${p.due.en}.${en(p)}`,
      hint: () => 'Check both dates; if the notice is so, add accept "reason".',
    },
    bad: planned('首年-04-15'),
    good: planned('首年-03-15'),
  }),
  payEndsFirst: define<Shown & { programme: Words; first: Words; last: Words }>({
    code: 'BF4065',
    severity: 'error',
    zh: {
      title: '停发在起发之前',
      message: (p) =>
        `“${p.programme.zh}” 从 ${p.first.zh} 起发，到 ${p.last.zh} 就已停发，一次也不发。${zh(p)}`,
      hint: () => '检查起、止两个月份；原文就是这样的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'Payment ends before it begins',
      message: (p) =>
        `"${p.programme.en}" is paid from ${p.first.en} and only until ${p.last.en}: it is never paid.${en(p)}`,
      hint: () => 'Check both months; if the notice is so, add accept "reason".',
    },
    bad: paidUntil('首年-03'),
    good: paidUntil('首年-09'),
  }),
  neverInForce: define<Shown & { span: Words }>({
    code: 'BF4066',
    severity: 'error',
    zh: {
      title: '施行的时候方案已经失效',
      message: (p) => `这一行 ${p.span.zh} 施行，整个方案那时都不在有效期内。${zh(p)}`,
      hint: () => '检查这一行和方案的施行日期；原文就是这样的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'The line is in force only when the notice is not',
      message: (p) => `The line is in force ${p.span.en}, when the notice as a whole is not.${en(p)}`,
      hint: () => 'Check both times in force; if the notice is so, add accept "reason".',
    },
    bad: extra('(首年 + 1)-01-01'),
    good: extra('首年-07-01'),
  }),
} as const;
