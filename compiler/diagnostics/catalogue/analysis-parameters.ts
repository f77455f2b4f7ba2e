import { define } from '../diagnostic.ts';
import { aid, debt } from './analysis-samples.ts';
import type { Words } from './samples.ts';

const rate = '参数 标准 (rate): 金额';
const lines = ['资格 负债 1 元 以上', '金额 每人 标准'];

/** Findings about values that are bound where a policy is used. Their examples are checked with no parameter given. */
export const analysisParameters = {
  parameterUnbound: define<{ name: Words }>({
    code: 'BF4061',
    severity: 'warning',
    zh: {
      title: '参数没有值',
      message: ({ name }) => `parameters.yaml 里没有参数 “${name.zh}” 的值，用到它的都判不出来。`,
      hint: ({ name }) =>
        `在 parameters.yaml 里写上 “${name.zh}”；还要由谁来定的，写 由 … 确定；原文缺的，在行末写 容许 "原因"。`,
    },
    en: {
      title: 'The parameter has no value',
      message: ({ name }) =>
        `parameters.yaml gives no value for "${name.en}"; whatever needs it stays undetermined.`,
      hint: ({ name }) =>
        `Give "${name.en}" in parameters.yaml; if somebody has still to set it, add decided by; if the notice lacks it, accept "reason".`,
    },
    bad: aid([debt], lines, [rate]),
    good: aid([debt], lines, [`${rate} 由 县财政局 确定`]),
  }),
} as const;
