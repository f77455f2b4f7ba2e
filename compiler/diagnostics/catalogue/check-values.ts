import { define } from '../diagnostic.ts';
import { eligible, head, money, type Words } from './samples.ts';

/** Findings about values: units, dates, names and types. */
export const checkValues = {
  missingUnit: define<{ number: string; expected: Words }>({
    code: 'BF3001',
    severity: 'error',
    zh: {
      title: '数字没有单位',
      message: ({ number, expected }) => `“${number}” 没有单位，这里需要${expected.zh}。`,
      hint: ({ number }) => `在数字后写上单位，例如 “${number} 元”“${number} 年”。`,
    },
    en: {
      title: 'A number has no unit',
      message: ({ number, expected }) => `"${number}" has no unit; ${expected.en} is needed here.`,
      hint: ({ number }) => `Write the unit after it, such as "${number} yuan" or "${number} years".`,
    },
    bad: eligible('负债 不低于 30000'),
    good: eligible('负债 30000 元 以上'),
  }),
  fractionOfFenWritten: define<{ amount: string }>({
    code: 'BF3002',
    severity: 'error',
    zh: {
      title: '金额小于一分',
      message: ({ amount }) => `“${amount} 元” 带有不足一分的零头。`,
      hint: () => '金额最多写两位小数。',
    },
    en: {
      title: 'An amount has a fraction of a fen',
      message: ({ amount }) => `"${amount} yuan" has a fraction of a fen.`,
      hint: () => 'Write at most two decimals.',
    },
    bad: eligible('负债 3.005 元 以上'),
    good: eligible('负债 3.05 元 以上'),
  }),
  unknownUnit: define<{ name: string }>({
    code: 'BF3003',
    severity: 'error',
    zh: {
      title: '没有这个单位',
      message: ({ name }) => `数字后的 “${name}” 不是单位。`,
      hint: ({ name }) =>
        `检查写法；如果是本方案自己的单位，先声明，例如 “单位 ${name} (unitName) = 1/2 年”。`,
    },
    en: {
      title: 'There is no such unit',
      message: ({ name }) => `"${name}" after a number is no unit.`,
      hint: ({ name }) => `Check the spelling, or declare it: "unit ${name} = 1/2 year".`,
    },
    bad: eligible('年限 3 学期 以上'),
    good: eligible('年限 3 年 以上'),
  }),
  noSuchDate: define<{ date: string; last: number | undefined }>({
    code: 'BF3004',
    severity: 'error',
    zh: {
      title: '没有这一天',
      message: ({ date }) => `日历上没有 “${date}”。`,
      hint: ({ last }) => (last ? `这个月最后一天是 ${last} 日。` : '日期写成 年-月-日，例如 2022-12-31。'),
    },
    en: {
      title: 'There is no such day',
      message: ({ date }) => `The calendar has no "${date}".`,
      hint: ({ last }) =>
        last ? `That month ends on day ${last}.` : 'Write year-month-day, such as 2022-12-31.',
    },
    bad: eligible('生日 在 2021-02-29 前(含)'),
    good: eligible('生日 在 2021-02-28 前(含)'),
  }),
  wrongType: define<{ what: string; found: Words; expected: Words }>({
    code: 'BF3005',
    severity: 'error',
    zh: {
      title: '值的种类不对',
      message: ({ what, found, expected }) => `“${what}” 是${found.zh}，这里需要${expected.zh}。`,
      hint: () => '换成需要的那一种，或检查是不是写错了名称。',
    },
    en: {
      title: 'A value is of the wrong kind',
      message: ({ what, found, expected }) => `"${what}" is ${found.en}; ${expected.en} is needed here.`,
      hint: () => 'Use a value of the kind needed, or check the name.',
    },
    bad: money('每人 30 年'),
    good: money('每人 30 元'),
  }),
  whichYear: define<{ what: string }>({
    code: 'BF3006',
    severity: 'error',
    zh: {
      title: '没有说是哪一年',
      message: ({ what }) => `“${what}” 没有年份，这里不知道是哪一年。`,
      hint: ({ what }) => `写上年份，例如 “首年-${what}”“2022-${what}”；每年都是这一天的写 “每年 ${what}”。`,
    },
    en: {
      title: 'The year is missing',
      message: ({ what }) => `"${what}" has no year and none is known here.`,
      hint: ({ what }) =>
        `Add the year, such as "firstYear-${what}" or "2022-${what}"; for every year write "every year ${what}".`,
    },
    bad: eligible('生日 在 03-31 前(含)'),
    good: eligible('生日 在 首年-03-31 前(含)'),
  }),
  notAValue: define<{ name: string }>({
    code: 'BF3007',
    severity: 'error',
    zh: {
      title: '这个名称不能当作值',
      message: ({ name }) => `“${name}” 是一个项目、主体、程序或单位，不能直接当作值。`,
      hint: ({ name }) => `要问它的结果，写 “${name} 符合”“${name} 完成” 或 “${name} 的 档次”。`,
    },
    en: {
      title: 'This name is no value',
      message: ({ name }) =>
        `"${name}" names a programme, subject, procedure or unit and has no value by itself.`,
      hint: ({ name }) => `Ask for its result: "${name} is eligible", "${name} done" or "${name}'s tier".`,
    },
    bad: eligible('人'),
    good: eligible('生日 存在'),
  }),
  keyOutOfReach: define<{ name: string; key: string }>({
    code: 'BF3008',
    severity: 'error',
    zh: {
      title: '参数的键在这里取不到',
      message: ({ name, key }) => `“${name}” 要按 “${key}” 取值，这里没有这个事实。`,
      hint: ({ key }) => `在能看到 “${key}” 的主体里使用它，或检查 “按” 后面的名称。`,
    },
    en: {
      title: 'The key of a parameter is out of reach',
      message: ({ name, key }) => `"${name}" is looked up by "${key}", which is not known here.`,
      hint: ({ key }) => `Use it where the fact "${key}" is in reach, or check the name after "by".`,
    },
    bad: `方案 例 (example)\n  参数 标准 (rate): 金额 按 城市\n\n主体 人 (person)\n  生日 (birthDate): 日期\n\n项目 补助 (aid)\n  金额 每人 标准\n`,
    good: `方案 例 (example)\n  参数 标准 (rate): 金额 按 城市\n\n主体 人 (person)\n  城市 (city): 文字\n\n项目 补助 (aid)\n  金额 每人 标准\n`,
  }),
  noSuchMember: define<{ field: string; of: Words }>({
    code: 'BF3009',
    severity: 'error',
    zh: {
      title: '“的” 后面取不到这一项',
      message: ({ field, of }) => `${of.zh}没有 “${field}”。`,
      hint: () => '日期可取 “当月”“次月”“当年”；步骤可取 “开始”“完成”“期间”；有档次的项目可取 “档次”“金额”。',
    },
    en: {
      title: 'There is no such part',
      message: ({ field, of }) => `There is no "${field}" of ${of.en}.`,
      hint: () =>
        'A date has month, nextMonth, year; a step has start, end, period; a programme with tiers has tier and amount.',
    },
    bad: eligible('生日 的 颜色 存在'),
    good: eligible('生日 的 当月 在 2022-12 前(含)'),
  }),
  cannotCompute: define<{ op: string; left: Words; right: Words }>({
    code: 'BF3010',
    severity: 'error',
    zh: {
      title: '这两样不能相算',
      message: ({ op, left, right }) =>
        `${left.zh}不能与${right.zh}作 “${op === '*' ? '×' : op === '/' ? '÷' : op}”。`,
      hint: () => '只有同一种单位才能加减；日期可以加减一段时间；金额可以乘以人数、倍数或比例。',
    },
    en: {
      title: 'These two cannot be computed together',
      message: ({ op, left, right }) => `"${op}" cannot be applied to ${left.en} and ${right.en}.`,
      hint: () =>
        'Add only like units; add a length of time to a date; multiply money by heads, a factor or a ratio.',
    },
    bad: eligible('负债 + 年限 3 元 以上'),
    good: eligible('负债 + 1 元 3 元 以上'),
  }),
  cannotRound: define<{ what: string; type: Words }>({
    code: 'BF3011',
    severity: 'error',
    zh: {
      title: '这里不能取整',
      message: ({ what, type }) => `“${what}” 是${type.zh}，不能这样取整。`,
      hint: () => '“进位”“舍去”“四舍五入” 用于金额、数量和比例，可写 “到 1 元”。',
    },
    en: {
      title: 'This cannot be rounded',
      message: ({ what, type }) => `"${what}" is ${type.en} and cannot be rounded so.`,
      hint: () => 'Round money, quantities and ratios, if need be "to 1 yuan".',
    },
    bad: `${head}定义 甲 (a) = 生日 进位\n`,
    good: `${head}定义 甲 (a) = 年限 进位\n`,
  }),
  cannotConvert: define<{ found: Words; to: Words }>({
    code: 'BF3012',
    severity: 'error',
    zh: {
      title: '不能这样折合',
      message: ({ found, to }) => `${found.zh}不能折合为${to.zh}。`,
      hint: () => '只能在同一类单位之间折合，例如学期折合年、月折合年。',
    },
    en: {
      title: 'This cannot be converted',
      message: ({ found, to }) => `${found.en} cannot be converted to ${to.en}.`,
      hint: () => 'Convert within one dimension, such as terms to years or months to years.',
    },
    bad: `${head}定义 甲 (a) = 负债 折合 年\n`,
    good: `${head}定义 甲 (a) = 年限 折合 月\n`,
  }),
  branchesDiffer: define<{ then: Words; otherwise: Words }>({
    code: 'BF3013',
    severity: 'error',
    zh: {
      title: '几种情形的值不是同一种',
      message: ({ then, otherwise }) => `一处是${then.zh}，另一处是${otherwise.zh}。`,
      hint: () => '让各种情形给出同一种值。',
    },
    en: {
      title: 'The alternatives are of different kinds',
      message: ({ then, otherwise }) => `One is ${then.en}, another ${otherwise.en}.`,
      hint: () => 'Let all alternatives give the same kind of value.',
    },
    bad: `${head}定义 甲 (a) = 若 生日 存在 则 3 元 否则 3 年\n`,
    good: `${head}定义 甲 (a) = 若 生日 存在 则 3 元 否则 5 元\n`,
  }),
  notAList: define<{ name: string; found: Words }>({
    code: 'BF3014',
    severity: 'error',
    zh: {
      title: '这里需要列表或多选',
      message: ({ name, found }) => `“${name}” 是${found.zh}，这里用不上。`,
      hint: () => '“有”“没有”“全部”“合计” 用于列表和多选，“含” 只用于多选；单个值用 “存在”“为”。',
    },
    en: {
      title: 'A list is needed here',
      message: ({ name, found }) => `"${name}" is ${found.en}, which does not fit here.`,
      hint: () =>
        'any, no, all and sum work on lists and multiple choices, contains on multiple choices only; a single value takes "exists" or "is".',
    },
    bad: eligible('没有 生日 在 近 2 年 内'),
    good: eligible('没有 受助日期 在 近 2 年 内'),
  }),
} as const;
