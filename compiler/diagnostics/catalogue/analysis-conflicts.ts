import { define } from '../diagnostic.ts';
import { aid, enExample as en, ill, type Shown, years, zhExample as zh } from './analysis-samples.ts';
import type { Words } from './samples.ts';

const year = '参数 首年 (firstYear): 年份';
const applied = '申请日期 (appliedOn): 日期';

const dueBy = (day: string): string =>
  aid(
    [ill, applied],
    ['资格 同时满足', '  有病', '  申请日期 在 首年-05-01 后(含)', `期限 申请日期 在 ${day} 前(含)`],
    [year],
  );

/** Findings about parts of a notice that take each other back. */
export const analysisConflicts = {
  exceptionsLeaveNothing: define<Shown & { what: Words; neutral: boolean }>({
    code: 'BF4014',
    severity: 'error',
    zh: {
      title: '例外把规定全部抵消',
      message: (p) =>
        p.neutral
          ? `达不到 “${p.what.zh}” 的人都在例外里，这条规定对谁都不起作用。${zh(p)}`
          : `“${p.what.zh}” 的人都在例外里，这条排除对谁都不起作用。${zh(p)}`,
      hint: () => '检查几个例外是不是互相矛盾；原文就是这样的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'The exceptions leave nothing of the rule',
      message: (p) =>
        p.neutral
          ? `Whoever misses "${p.what.en}" falls under an exception: the rule asks nothing of anybody.${en(p)}`
          : `Whoever "${p.what.en}" holds for falls under an exception: it excludes nobody.${en(p)}`,
      hint: () =>
        'See whether the exceptions contradict each other; if the notice is so, add accept "reason".',
    },
    bad: aid(
      [years, ill],
      ['资格 同时满足', '  够年限 (enough): 年限 20 年 以上', '    例外 有病', '    例外 非 有病'],
    ),
    good: aid([years, ill], ['资格 同时满足', '  够年限 (enough): 年限 20 年 以上', '    例外 有病']),
  }),
  deadlineNeverMet: define<Shown & { programme: Words; what: Words }>({
    code: 'BF4015',
    severity: 'error',
    zh: {
      title: '符合资格的人都误期',
      message: (p) => `凡符合 “${p.programme.zh}” 资格的人都赶不上期限 “${p.what.zh}”。${zh(p)}`,
      hint: () => '检查期限和资格里的日期；原文就是这样的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'Whoever is eligible is too late',
      message: (p) =>
        `Nobody who is eligible for "${p.programme.en}" can keep the deadline "${p.what.en}".${en(p)}`,
      hint: () =>
        'Check the deadline against the dates of eligibility; if the notice is so, add accept "reason".',
    },
    bad: dueBy('首年-03-31'),
    good: dueBy('首年-06-30'),
  }),
} as const;
