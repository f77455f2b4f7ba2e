import { define } from '../diagnostic.ts';
import { eligible, head, tier } from './samples.ts';

const claim = (lines: readonly string[]): string =>
  `${head}程序 申领 (claim)\n  申请 (application): 由 申请人\n  补正 (supplement): 由 申请人\n  初审 (check): 由 乡镇\n${lines.map((line) => `    ${line}\n`).join('')}`;

/** Findings about clocks that stand still and about what is in force when. */
export const checkTime = {
  nothingPauses: define({
    code: 'BF3070',
    severity: 'error',
    zh: {
      title: '没有可以扣除的期间',
      message: () => '“不计” 从一段期间里扣除时间，这里的期限都是写明的日子，扣除不了什么。',
      hint: () => '把期限写成从某一天起算的一段时间，例如 “期限 申请 后 20 个工作日 内”，或者去掉这一行。',
    },
    en: {
      title: 'There is no period to leave anything out of',
      message: () =>
        '"not counting" leaves time out of a period; the deadlines here are stated days, which stay as they are.',
      hint: () =>
        'Count the deadline from a day, such as "deadline within 20 workdays after application", or drop this line.',
    },
    bad: claim(['期限 首年-05-31 前(含)', '不计 补正']),
    good: claim(['期限 申请 后 20 个工作日 内', '不计 补正']),
  }),
  transitionShape: define<{ found: string | undefined }>({
    code: 'BF3071',
    severity: 'error',
    zh: {
      title: '过渡要按一个日期',
      message: ({ found }) =>
        found === undefined
          ? '“过渡” 没有说按哪一天适用规定。'
          : `“${found}” 不是直接填写的日期，不能决定适用哪一天的规定。`,
      hint: () => '写成 “过渡 按 申请日期”，这个日期要是一项没有 “未填则” 的事实。',
    },
    en: {
      title: 'A transition goes by a date',
      message: ({ found }) =>
        found === undefined
          ? '"transition" does not say by which day the rules are chosen.'
          : `"${found}" is no date that is given, so it cannot choose the rules.`,
      hint: () => 'Write "transition by applicationDate"; the date must be a fact without "default".',
    },
    bad: eligible('生日 存在').replace('\n\n主体', '\n  过渡 按 负债\n\n主体'),
    good: eligible('生日 存在').replace('\n\n主体', '\n  过渡 按 生日\n\n主体'),
  }),
  otherwiseDated: define({
    code: 'BF3072',
    severity: 'error',
    zh: {
      title: '“其余” 不能另写施行的时间',
      message: () => '“其余” 是其他各行都不适用时的一行，只施行一段时间的就说不清剩下的是什么。',
      hint: () => '把这一行写成具体的情形，例如 “20 年 以下”，再写它的 “施行”。',
    },
    en: {
      title: '"otherwise" cannot be in force for a time only',
      message: () =>
        '"otherwise" is the row for all that no other row holds; in force for a time only, what is left is not clear.',
      hint: () => 'Write out its case, such as "at most 20 years", and put "in force" below that.',
    },
    bad: tier(['20 年 以下: 100 元', '其余: 200 元', '  施行 自 2024-01-01(含)']),
    good: tier(['20 年 以下: 100 元', '超过 20 年: 200 元']),
  }),
} as const;
