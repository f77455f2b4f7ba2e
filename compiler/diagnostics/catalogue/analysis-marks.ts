import { define } from '../diagnostic.ts';
import { aid, years } from './analysis-samples.ts';

/** Findings about the marks by which findings are kept. */
export const analysisMarks = {
  nothingToAccept: define<{ reason: string }>({
    code: 'BF4091',
    severity: 'warning',
    zh: {
      title: '没有什么要容许的',
      message: ({ reason }) => `这一行没有发现问题，容许 “${reason}” 是多余的。`,
      hint: () => '删去这个 “容许”。',
    },
    en: {
      title: 'There is nothing to accept',
      message: ({ reason }) => `Nothing is found on this line, so accept "${reason}" is not needed.`,
      hint: () => 'Leave "accept" out.',
    },
    bad: aid([years], ['资格 年限 20 年 以上 容许 "原文如此"']),
    good: aid([years], ['资格 年限 50 年 以上 容许 "原文如此"']),
  }),
} as const;
