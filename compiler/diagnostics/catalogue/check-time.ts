import { define } from '../diagnostic.ts';
import { head } from './samples.ts';

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
} as const;
