import { define } from '../diagnostic.ts';

const head = '方案 例 (example)\n';
const person = `${head}\n主体 人 (person)\n  生日 (birthDate): 日期\n  年限 (years): 年\n`;
const aid = `${person}\n项目 补助 (aid)\n`;

/** Findings about dates, periods and bounds, where the words of notices leave a boundary open. */
export const dateDiagnostics = {
  bareSide: define<{ day: string; side: string; inclusive: string; exclusive: string }>({
    code: 'BF1040',
    severity: 'error',
    zh: {
      title: '“前”“后” 没有说含不含当天',
      message: ({ day, side }) => `“${day} ${side}” 没有说含不含这一天。`,
      hint: ({ inclusive, exclusive }) => `含当天写 “${inclusive}”，不含写 “${exclusive}”。`,
    },
    en: {
      title: '"before" and "after" do not say whether the day counts',
      message: ({ day, side }) => `"${day} ${side}" does not say whether that day counts.`,
      hint: ({ inclusive, exclusive }) =>
        `Write "${inclusive}" if it does and "${exclusive}" if it does not.`,
    },
    bad: `${aid}  资格 生日 在 1960-12-31 前\n`,
    good: `${aid}  资格 生日 在 1960-12-31 前(含)\n`,
  }),
  bareFrom: define<{ day: string }>({
    code: 'BF1041',
    severity: 'error',
    zh: {
      title: '“起” 没有说含不含当天',
      message: ({ day }) => `“${day} 起” 没有说含不含这一天。`,
      hint: ({ day }) => `写成 “${day} 后(含)” 或 “${day} 后(不含)”；一段时间写 “自 ${day}(含) 至 …”。`,
    },
    en: {
      title: '"起" does not say whether the day counts',
      message: ({ day }) => `"${day} 起" does not say whether that day counts.`,
      hint: ({ day }) => `Write "${day} 后(含)" or "${day} 后(不含)"; for a period, "自 ${day}(含) 至 …".`,
    },
    bad: `${aid}  资格 生日 在 1960-12-31 起\n`,
    good: `${aid}  资格 生日 在 1960-12-31 后(含)\n`,
  }),
  bareStart: define<{ inclusive: string; exclusive: string }>({
    code: 'BF1042',
    severity: 'error',
    zh: {
      title: '“自” 没有说含不含当天',
      message: () => '这段时间没有说含不含起始的一天，它的最后一天因此也不确定。',
      hint: ({ inclusive, exclusive }) => `含当天写 “${inclusive}”，不含写 “${exclusive}”。`,
    },
    en: {
      title: '"from" does not say whether the day counts',
      message: () => 'The period does not say whether its first day counts, so its last day is open too.',
      hint: ({ inclusive, exclusive }) =>
        `Write "${inclusive}" if it does and "${exclusive}" if it does not.`,
    },
    bad: `${head}  施行 自 2022-01-21 5 年\n`,
    good: `${head}  施行 自 2022-01-21(含) 5 年\n`,
  }),
  halfInRange: define<{ day: string; mark: string }>({
    code: 'BF1043',
    severity: 'error',
    zh: {
      title: '“前(含)” 之后不能再写 “至”',
      message: () => '“前(含)” “后(含)” 已经是一段时间，后面不能再写 “至”。',
      hint: ({ day, mark }) => `一段时间写成 “自 ${day}${mark} 至 …(含)”。`,
    },
    en: {
      title: 'A half-open period cannot go on with "to"',
      message: () => '"on or before" and its like are a period already; no "to" can follow.',
      hint: ({ day, mark }) => `Write the period as "自 ${day}${mark} 至 …(含)".`,
    },
    bad: `${aid}  资格 生日 在 1960-01-01 后(含) 至 1969-12-31\n`,
    good: `${aid}  资格 生日 在 1960-01-01(含) 至 1969-12-31(含)\n`,
  }),
  rangeHyphen: define<{ found: string; suggestion: string }>({
    code: 'BF1044',
    severity: 'error',
    zh: {
      title: '范围不能用连字符',
      message: ({ found }) => `“${found}” 会读成日期或减法。`,
      hint: ({ suggestion }) => `范围写成 “${suggestion}”。`,
    },
    en: {
      title: 'A range cannot be written with a hyphen',
      message: ({ found }) => `"${found}" would read as a date or a subtraction.`,
      hint: ({ suggestion }) => `Write the range as "${suggestion}".`,
    },
    bad: `${aid}  资格 年限 10-19 年\n`,
    good: `${aid}  资格 年限 10 年 至 19 年\n`,
  }),
  minusSpaces: define<{ suggestion: string }>({
    code: 'BF1045',
    severity: 'error',
    zh: {
      title: '减号两边要空一格',
      message: () => '减号和旁边的字连在一起，会和日期混淆。',
      hint: ({ suggestion }) => `两边各空一格：“${suggestion}”；月、日要写两位数，如 “首年-01-21”。`,
    },
    en: {
      title: 'A minus needs a space on both sides',
      message: () => 'The minus touches what stands beside it and could be taken for a date.',
      hint: ({ suggestion }) =>
        `Put a space on each side: "${suggestion}"; months and days take two digits, as in "firstYear-01-21".`,
    },
    bad: `${aid}  资格 年限-1 超过 3 年\n`,
    good: `${aid}  资格 年限 - 1 年 超过 3 年\n`,
  }),
  missingBound: define<{ number: string; examples: readonly [string, string] }>({
    code: 'BF1046',
    severity: 'error',
    zh: {
      title: '数后面没有说以上还是以下',
      message: ({ number }) => `“${number}” 前后没有比较的词。`,
      hint: ({ examples }) => `写成 “${examples[0]}” 或 “${examples[1]}”，也可以用 “为”。`,
    },
    en: {
      title: 'A number without a comparison',
      message: ({ number }) => `Nothing says how "${number}" is compared.`,
      hint: ({ examples }) => `Write "${examples[0]}" or "${examples[1]}"; or use "is".`,
    },
    bad: `${aid}  资格 年限 30 年\n`,
    good: `${aid}  资格 年限 30 年 以上\n`,
  }),
};
