import { define } from '../diagnostic.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

const head = `方案 例 (example)
  参数 首年 (firstYear): 年份

主体 人 (person)
  生日 (birthDate): 日期
  负债 (debt): 金额 从 0 元
  年限 (years): 年 从 0 至 40
  级别 (grade): 一级 (one) | 二级 (two)
  受助日期 (aidDates): 日期 列表
  材料 (papers): 多选
    身份证 (idCard) | 户口簿 (hukouBook)

`;
const eligible = (condition: string): string => `${head}项目 补助 (aid)\n  资格 ${condition}\n`;
const money = (amount: string): string => `${eligible('生日 存在')}  金额 ${amount}\n`;
const tier = (rows: readonly string[], key = '年限'): string =>
  `${eligible('生日 存在')}  档次 按 ${key}\n${rows.map((r) => `    ${r}\n`).join('')}`;
const quota = (line: string, rows: readonly string[]): string =>
  `${eligible('生日 存在')}  名额 ${line}\n${rows.map((r) => `    ${r}\n`).join('')}`;

/** Findings about types, units and the shape of rules. */
export const checkDiagnostics = {
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
      message: ({ name, found }) => `“${name}” 是${found.zh}，不是列表。`,
      hint: () => '“有”“没有”“全部”“合计”“含” 用于列表和多选；单个值用 “存在”“为”。',
    },
    en: {
      title: 'A list is needed here',
      message: ({ name, found }) => `"${name}" is ${found.en}, not a list.`,
      hint: () =>
        'any, no, all, sum and contains work on lists and multiple choices; a single value takes "exists" or "is".',
    },
    bad: eligible('没有 生日 在 近 2 年 内'),
    good: eligible('没有 受助日期 在 近 2 年 内'),
  }),
  notYet: define<{ what: Words }>({
    code: 'BF3015',
    severity: 'error',
    zh: {
      title: '这一版还不支持',
      message: ({ what }) => `这一版还不能处理${what.zh}。`,
      hint: () => '先去掉这一行，并在 clauses.yaml 里写明该条款未编入的理由。',
    },
    en: {
      title: 'Not supported in this version',
      message: ({ what }) => `This version cannot handle ${what.en} yet.`,
      hint: () => 'Leave the line out and give the reason in clauses.yaml.',
    },
    bad: eligible('有 全体 人'),
    good: eligible('有 受助日期'),
  }),
  noSubject: define<{ what: string }>({
    code: 'BF3016',
    severity: 'error',
    zh: {
      title: '没有说是谁',
      message: ({ what }) => `“${what}” 前面缺少比较的对象。`,
      hint: ({ what }) => `写明是哪一项，例如 “负债 ${what}”。`,
    },
    en: {
      title: 'There is nothing to compare',
      message: ({ what }) => `"${what}" has nothing before it to compare.`,
      hint: ({ what }) => `Say which fact is meant, such as "debt ${what}".`,
    },
    bad: eligible('3 元 以上'),
    good: eligible('负债 3 元 以上'),
  }),
  stateOfWhat: define<{ what: string }>({
    code: 'BF3017',
    severity: 'error',
    zh: {
      title: '这个状态用在了别处',
      message: ({ what }) => `“${what}” 里的状态前面不是合适的名称。`,
      hint: () => '“符合”“入选” 用于项目，“完成”“逾期” 用于程序的步骤。',
    },
    en: {
      title: 'This state belongs to something else',
      message: ({ what }) => `In "${what}" the state does not follow a fitting name.`,
      hint: () => 'eligible and selected are asked of programmes, done and late of steps.',
    },
    bad: eligible('生日 完成'),
    good: `${eligible('生日 存在')}\n项目 续补 (more)\n  资格 补助 符合\n`,
  }),
  notOrdered: define<{ type: Words }>({
    code: 'BF3018',
    severity: 'error',
    zh: {
      title: '没有大小先后可比',
      message: ({ type }) => `${type.zh}没有大小或先后，不能这样比较或排序。`,
      hint: () => '用 “为”“属于” 比较；有先后的选项在声明时用 “<” 连接。',
    },
    en: {
      title: 'There is no order to compare by',
      message: ({ type }) => `${type.en} has no order and cannot be compared or ranked so.`,
      hint: () => 'Compare with "is" or "one of"; declare ordered options with "<".',
    },
    bad: eligible('级别 不低于 一级'),
    good: eligible('级别 为 一级'),
  }),
  cannotCompare: define<{ left: Words; right: Words; what: string; value: string }>({
    code: 'BF3019',
    severity: 'error',
    zh: {
      title: '两样东西不能比较',
      message: ({ left, right, what, value }) =>
        `${what ? `“${what}” 是` : '前面是'}${left.zh}，“${value}” 是${right.zh}，两者不能比较。`,
      hint: ({ left }) => `把后面的改成${left.zh}，或检查单位是不是写错了。`,
    },
    en: {
      title: 'Two things cannot be compared',
      message: ({ left, right, what, value }) =>
        `${what ? `"${what}"` : 'The first'} is ${left.en}, "${value}" is ${right.en}; they cannot be compared.`,
      hint: ({ left }) => `Make the second ${left.en}, or check the unit.`,
    },
    bad: eligible('负债 3 年 以上'),
    good: eligible('负债 3 元 以上'),
  }),
  elapsedNeedsBound: define<{ what: string }>({
    code: 'BF3020',
    severity: 'error',
    zh: {
      title: '“至今” 后面要写满多久',
      message: ({ what }) => `“${what} 至今” 后面没有说多久。`,
      hint: ({ what }) => `例如 “${what} 至今 满 60 周岁”“${what} 至今 不满 1 年”。`,
    },
    en: {
      title: '"to now" needs a length of time',
      message: ({ what }) => `How long "${what} to now" must be is not said.`,
      hint: ({ what }) => `For example "${what} to now at least 60 years of age".`,
    },
    bad: eligible('生日 至今 为 生日'),
    good: eligible('生日 至今 满 60 周岁'),
  }),
  notACondition: define<{ what: string; found: Words }>({
    code: 'BF3021',
    severity: 'error',
    zh: {
      title: '这里需要一个条件',
      message: ({ what, found }) => `“${what}” 是${found.zh}，不是能回答是或否的条件。`,
      hint: ({ what }) => `写完整，例如 “${what} 存在”“${what} 为 …”“${what} 3 年 以上”。`,
    },
    en: {
      title: 'A condition is needed here',
      message: ({ what, found }) => `"${what}" is ${found.en}, not something that is yes or no.`,
      hint: ({ what }) =>
        `Complete it, such as "${what} exists", "${what} is …" or "${what} at least 3 years".`,
    },
    bad: eligible('年限'),
    good: eligible('年限 3 年 以上'),
  }),
  misplaced: define<{ what: string }>({
    code: 'BF3022',
    severity: 'error',
    zh: {
      title: '这种写法不能放在这里',
      message: ({ what }) => `“${what}” 不能放在这里。`,
      hint: () => '看一看这一行的关键词后面应当写什么；集合里只能写确定的值。',
    },
    en: {
      title: 'This form does not belong here',
      message: ({ what }) => `"${what}" does not belong here.`,
      hint: () => 'See what the keyword of this line takes; sets hold fixed values only.',
    },
    bad: `${head}定义 甲 (a) = {生日}\n`,
    good: `${head}定义 甲 (a) = {"广州市"}\n`,
  }),
  emptyRule: define({
    code: 'BF3023',
    severity: 'error',
    zh: {
      title: '这一行没有内容',
      message: () => '这一行只有名称，没有写条件、金额或期限。',
      hint: () => '在冒号后写上内容，或删去这一行。',
    },
    en: {
      title: 'The line says nothing',
      message: () => 'This line has a name but no condition, amount or deadline.',
      hint: () => 'Write it after the colon, or delete the line.',
    },
    bad: `${eligible('生日 存在')}  金额\n    甲:\n`,
    good: money('每人 3 元'),
  }),
  emptyGroup: define({
    code: 'BF3024',
    severity: 'error',
    zh: {
      title: '下面没有列出条件',
      message: () => '这里说要看下面各项，下面却没有缩进的条件。',
      hint: () => '在下一行多空两格，逐行写出条件。',
    },
    en: {
      title: 'No conditions are listed below',
      message: () => 'This line points to conditions below it, but none is indented under it.',
      hint: () => 'Indent the next lines by two more spaces, one condition a line.',
    },
    bad: eligible('同时满足'),
    good: `${eligible('同时满足')}    生日 存在\n`,
  }),
  groupCount: define<{ parts: number }>({
    code: 'BF3025',
    severity: 'error',
    zh: {
      title: '要满足的项数不对',
      message: ({ parts }) => `下面共 ${parts} 项，要满足的项数应在 1 至 ${parts} 之间。`,
      hint: ({ parts }) => `改成 “满足 ${Math.max(1, parts - 1)} 项 以上” 这样的写法。`,
    },
    en: {
      title: 'The number of conditions is off',
      message: ({ parts }) => `There are ${parts} conditions; the number must be from 1 to ${parts}.`,
      hint: ({ parts }) => `Write "at least ${Math.max(1, parts - 1)} of", for example.`,
    },
    bad: `${eligible('满足 3 项 以上')}    生日 存在\n    负债 3 元 以上\n`,
    good: `${eligible('满足 1 项 以上')}    生日 存在\n    负债 3 元 以上\n`,
  }),
  emptyTable: define({
    code: 'BF3026',
    severity: 'error',
    zh: {
      title: '表里没有行',
      message: () => '写了 “按 …”，下面却没有各种情形的行。',
      hint: () => '在下面缩进写各行，例如 “20 年 至 29 年: 每人每月 800 元”。',
    },
    en: {
      title: 'The table has no rows',
      message: () => 'A table is announced but no rows follow.',
      hint: () => 'Indent its rows below, such as "20 years to 29 years: 800 yuan per person per month".',
    },
    bad: tier([]),
    good: tier(['其余: 每人 3 元']),
  }),
  rowShape: define<{ found: number; expected: number }>({
    code: 'BF3027',
    severity: 'error',
    zh: {
      title: '这一行的格数不对',
      message: ({ found, expected }) => `表按 ${expected} 项分情形，这一行写了 ${found} 格。`,
      hint: () => '各格之间用逗号加空格分开；不论哪种都适用的那一格写 “其余”。',
    },
    en: {
      title: 'The row has the wrong number of cases',
      message: ({ found, expected }) => `The table has ${expected} keys, this row has ${found} cases.`,
      hint: () => 'Separate cases with a comma and a space; write "otherwise" where any value will do.',
    },
    bad: tier(['一级: 每人 3 元', '其余: 每人 2 元'], '年限, 级别'),
    good: tier(['其余, 一级: 每人 3 元', '其余, 二级: 每人 2 元'], '年限, 级别'),
  }),
  rowsOverlap: define<{ line: number; first: string; second: string; example: string }>({
    code: 'BF3028',
    severity: 'error',
    zh: {
      title: '档次重叠',
      message: ({ line, first, second, example }) =>
        `这一行 “${second}” 与第 ${line} 行 “${first}” 重叠，例如 ${example} 两行都符合。`,
      hint: () => '改动其中一行的上限或下限，让每个值只落在一行里。',
    },
    en: {
      title: 'Tiers overlap',
      message: ({ line, first, second, example }) =>
        `This row "${second}" overlaps "${first}" on line ${line}: ${example}, for one, fits both.`,
      hint: () => 'Move an end of one of them so that each value falls into one row.',
    },
    bad: tier(['20 年 以上: 每人 3 元', '10 年 至 20 年: 每人 2 元', '其余: 每人 1 元']),
    good: tier(
      ['20 年 以上: 每人 3 元', '10 年 以上: 每人 2 元', '其余: 每人 1 元'].map((r) =>
        r.startsWith('10') ? '5 年 至 10 年: 每人 2 元' : r,
      ),
    ),
  }),
  tableHole: define<{ missing: string }>({
    code: 'BF3029',
    severity: 'error',
    zh: {
      title: '档次有空当',
      message: ({ missing }) => `没有一行管到 ${missing}。`,
      hint: () => '补上这一档；原文确实没有写的，写 “未规定 "…"”；其他情形都一样的，写 “其余: …”。',
    },
    en: {
      title: 'The tiers leave a hole',
      message: ({ missing }) => `No row covers ${missing}.`,
      hint: () =>
        'Add the row; where the notice itself is silent write unspecified "…"; or close with "otherwise: …".',
    },
    bad: tier(
      ['20 年 以上: 每人 3 元', '10 年 至 19 年: 每人 2 元', '0 年 至 9 年: 每人 1 元'],
      '级别',
    ).replace('按 级别', '按 年限'),
    good: tier(['10 年 以上: 每人 3 元', '其余: 每人 1 元']),
  }),
  tierNeedsKey: define({
    code: 'BF3030',
    severity: 'error',
    zh: {
      title: '没有说档次按什么分',
      message: () => '“档次” 后面没有写按什么分档。',
      hint: () => '写成 “档次 按 工作年限”；按条件分的，先用 “定义” 得出一个值再按它分。',
    },
    en: {
      title: 'What the tiers go by is missing',
      message: () => '"tier" does not say what it goes by.',
      hint: () => 'Write "tier by serviceYears"; to go by conditions, define a value from them first.',
    },
    bad: `${eligible('生日 存在')}  档次\n    其余: 每人 3 元\n`,
    good: tier(['其余: 每人 3 元']),
  }),
  fractionOfFen: define({
    code: 'BF3031',
    severity: 'error',
    zh: {
      title: '没有说零头怎么算',
      message: () => '这样算出的金额可能不足一分，没有说怎样取整。',
      hint: () => '在算式后写 “舍去”“进位” 或 “四舍五入”，例如 “负债 × 20% 四舍五入 到 0.01 元”。',
    },
    en: {
      title: 'The rounding is not said',
      message: () => 'This amount may come out with a fraction of a fen and no rounding is stated.',
      hint: () =>
        'Add "rounded down", "rounded up" or "rounded half up", such as "debt × 20% rounded half up to 0.01 yuan".',
    },
    bad: money('每人 负债 × 20%'),
    good: money('每人 负债 × 20% 舍去'),
  }),
  eventsNeedDate: define<{ list: string }>({
    code: 'BF3032',
    severity: 'error',
    zh: {
      title: '每次发放需要日期',
      message: ({ list }) => `“${list}” 的每一条没有日期，不知道哪天发放。`,
      hint: () => '在列表的各条里加一个日期字段，例如 “日期 (date): 日期”。',
    },
    en: {
      title: 'Payments per event need a date',
      message: ({ list }) => `The elements of "${list}" have no date, so the day of payment is unknown.`,
      hint: () => 'Give the elements a date field, such as "date (日期): date".',
    },
    bad: money('每人 3 元 每次 材料'),
    good: money('每人 3 元 每次 受助日期'),
  }),
  rangeNotConstant: define<{ expected: Words }>({
    code: 'BF3033',
    severity: 'error',
    zh: {
      title: '范围要用确定的数',
      message: ({ expected }) => `“从 … 至 …” 里要写${expected.zh}的确定值。`,
      hint: () => '例如 “从 0 元”“从 0 至 120”。要与别的事实比较的，另写一条规则。',
    },
    en: {
      title: 'A range needs fixed values',
      message: ({ expected }) => `A range takes fixed values of ${expected.en}.`,
      hint: () =>
        'For example "range 0 yuan" or "range 0 to 120". To compare with another fact write a rule.',
    },
    bad: `方案 例 (example)\n\n主体 人 (person)\n  甲 (a): 整数 从 0\n  乙 (b): 整数 从 0 至 甲\n`,
    good: `方案 例 (example)\n\n主体 人 (person)\n  甲 (a): 整数 从 0\n  乙 (b): 整数 从 0 至 9\n`,
  }),
  parameterRow: define({
    code: 'BF3034',
    severity: 'error',
    zh: {
      title: '参数的这一行看不懂',
      message: () => '参数下面的行要写从哪天起是什么值。',
      hint: () => '例如 “自 2020-01-01(含): 800 元”。',
    },
    en: {
      title: 'This line of a parameter is unclear',
      message: () => 'A line below a parameter says from which day it has which value.',
      hint: () => 'For example "from 2020-01-01(incl): 800 yuan".',
    },
    bad: `方案 例 (example)\n  参数 标准 (rate): 金额\n    在 2020-01-01 前(含): 800 元\n`,
    good: `方案 例 (example)\n  参数 标准 (rate): 金额\n    自 2020-01-01(含): 800 元\n`,
  }),
  quotaNeedsRounding: define({
    code: 'BF3035',
    severity: 'error',
    zh: {
      title: '按比例的名额要说怎样取整',
      message: () => '名额按比例计算，结果可能不是整数，没有说怎样取整。',
      hint: () => '在后面写 “舍去”“进位” 或 “四舍五入”。',
    },
    en: {
      title: 'A percentage of heads needs rounding',
      message: () => 'The quota is a percentage and may not be whole; no rounding is stated.',
      hint: () => 'Add "rounded down", "rounded up" or "rounded half up".',
    },
    bad: quota('首年人数 × 20%', []).replace('  参数 首年', '  参数 首年人数 (heads): 人\n  参数 首年'),
    good: quota('首年人数 × 20% 舍去', []).replace('  参数 首年', '  参数 首年人数 (heads): 人\n  参数 首年'),
  }),
  tiesNotSaid: define({
    code: 'BF3036',
    severity: 'error',
    zh: {
      title: '没有说并列怎么办',
      message: () => '排序可能并列，没有说并列的人怎么办。',
      hint: () => '在下面写 “并列 全部进入”“并列 全部不进”“并列 由 … 确定” 或 “并列 未规定”。',
    },
    en: {
      title: 'Ties are not settled',
      message: () => 'The ranking may tie and nothing says what happens then.',
      hint: () =>
        'Add "ties all admitted", "ties all refused", "ties decided by …" or "ties unspecified" below.',
    },
    bad: quota('3 人', ['排序 负债 从高到低']),
    good: quota('3 人', ['排序 负债 从高到低', '并列 全部进入']),
  }),
  documentsNeedSet: define<{ name: string | undefined }>({
    code: 'BF3037',
    severity: 'error',
    zh: {
      title: '材料要说由哪一项记录',
      message: ({ name }) =>
        name
          ? `“${name}” 不是多选的事实，不能记录交了哪些材料。`
          : '“材料” 没有说已交的材料记在哪一项事实里。',
      hint: () =>
        '先声明一项多选，例如 “已提交材料 (documentsSubmitted): 多选”，再写 “材料 以 已提交材料 计”。',
    },
    en: {
      title: 'Where documents are recorded is missing',
      message: ({ name }) =>
        name
          ? `"${name}" is no multiple choice and cannot record which papers were handed in.`
          : '"documents" does not say which fact records the papers handed in.',
      hint: () => 'Declare a multiple choice first, then write "documents counted by documentsSubmitted".',
    },
    bad: `${eligible('生日 存在')}  材料 以 生日 计\n    身份证: 原件\n`,
    good: `${eligible('生日 存在')}  材料 以 材料 计\n    身份证: 原件\n`,
  }),
  noSuchDocument: define<{ name: string; options: readonly string[] }>({
    code: 'BF3038',
    severity: 'error',
    zh: {
      title: '没有这种材料',
      message: ({ name }) => `“${name}” 不在记录材料的那一项的选项里。`,
      hint: ({ options }) => `可选：${options.join('、')}。`,
    },
    en: {
      title: 'There is no such document',
      message: ({ name }) => `"${name}" is not among the options of the fact that records documents.`,
      hint: ({ options }) => `Known: ${options.join(', ')}.`,
    },
    bad: `${eligible('生日 存在')}  材料 以 材料 计\n    学生证: 原件\n`,
    good: `${eligible('生日 存在')}  材料 以 材料 计\n    户口簿: 原件\n`,
  }),
  deadlineShape: define({
    code: 'BF3039',
    severity: 'error',
    zh: {
      title: '期限要写哪个日期在何时之前',
      message: () => '这里要写一个日期在某个时间之内。',
      hint: () => '例如 “申报: 材料送达日期 在 年度-10-31 前(含)”。',
    },
    en: {
      title: 'A deadline is a date within a time',
      message: () => 'A deadline says which date must lie within which time.',
      hint: () => 'For example "filing: materialsReceivedDate on or before year-10-31".',
    },
    bad: `${eligible('生日 存在')}  期限\n    申报: 生日 存在\n`,
    good: `${eligible('生日 存在')}  期限\n    申报: 生日 在 首年-10-31 前(含)\n`,
  }),
  sharesShape: define({
    code: 'BF3040',
    severity: 'error',
    zh: {
      title: '分担要写谁出多少',
      message: () => '这里要写由谁负担百分之几。',
      hint: () => '例如 “省 50%, 市 50%”。',
    },
    en: {
      title: 'Shares say who pays how much',
      message: () => 'This line says who bears which percentage.',
      hint: () => 'For example "province 50%, city 50%".',
    },
    bad: `${eligible('生日 存在')}  分担\n`,
    good: `${eligible('生日 存在')}  分担 按 级别\n    一级: 市 100%\n    其余: 省 100%\n`,
  }),
  sharesSum: define<{ sum: string }>({
    code: 'BF3041',
    severity: 'error',
    zh: {
      title: '分担加起来不是百分之百',
      message: ({ sum }) => `各方分担合计 ${sum}，不是 100%。`,
      hint: () => '改动其中一方的比例，使合计为 100%。',
    },
    en: {
      title: 'Shares do not add up to 100 %',
      message: ({ sum }) => `The shares add up to ${sum}, not 100%.`,
      hint: () => 'Change one of them so that the sum is 100%.',
    },
    bad: `${eligible('生日 存在')}  分担 省 50%, 市 40%\n`,
    good: `${eligible('生日 存在')}  分担 省 50%, 市 50%\n`,
  }),
  countedByDate: define<{ name: string }>({
    code: 'BF3042',
    severity: 'error',
    zh: {
      title: '步骤的日期要由一个日期事实记录',
      message: ({ name }) => `“以 ${name} 计” 里的 “${name}” 不是已声明的日期。`,
      hint: () => '在主体里声明一个日期事实，或去掉 “以 … 计”，由办理记录给出日期。',
    },
    en: {
      title: 'A step is dated by a date',
      message: ({ name }) => `"${name}" after "counted by" is no declared date.`,
      hint: () => 'Declare a date among the facts, or leave the clause out and give the date in the events.',
    },
    bad: `${head}程序 申领 (claim)\n  受理 (intake): 由 乡镇 以 负债 计\n`,
    good: `${head}程序 申领 (claim)\n  受理 (intake): 由 乡镇\n`,
  }),
  noSuchPeriod: define({
    code: 'BF3043',
    severity: 'error',
    zh: {
      title: '义务的周期不对',
      message: () => '义务的周期只能是日、周、旬、月、季度、半年或年。',
      hint: () => '例如 “每月 有 1 次 以上 走访日期”“每 2 个月 有 1 期 以上 出刊日期”。',
    },
    en: {
      title: 'A duty cannot fall so',
      message: () => 'A duty falls every day, week, ten days, month, quarter, half-year or year.',
      hint: () => 'For example "every month any at least 1 time visitDates".',
    },
    bad: `${head}义务 对 人
  走访 (visits): 每 3 个工作日 有 1 次 以上 受助日期
`,
    good: `${head}义务 对 人
  走访 (visits): 每月 有 1 次 以上 受助日期
`,
  }),
  strayClause: define<{ clause: string }>({
    code: 'BF3044',
    severity: 'error',
    zh: {
      title: '这一行不能带这个成分',
      message: ({ clause }) => `“${clause}” 写在这一行不起作用。`,
      hint: () => '删去它，或写到它管的那一行；条件可以写进规则本身，例如 “若 … 则 … 否则 …”。',
    },
    en: {
      title: 'A clause means nothing on this line',
      message: ({ clause }) => `"${clause}" would have no effect on this line.`,
      hint: () =>
        'Delete it, or move it to the line it is about; a condition can go into the rule itself: "if … then … otherwise …".',
    },
    bad: `${eligible('生日 存在')}  档次 按 年限\n    其余: 每人 3 元 当 生日 存在\n`,
    good: `${eligible('生日 存在')}  档次 按 年限\n    其余: 每人 3 元\n`,
  }),
  circle: define<{ path: { readonly zh: string; readonly en: string } }>({
    code: 'BF3045',
    severity: 'error',
    zh: {
      title: '项目、步骤或义务互相依赖',
      message: ({ path }) => `这些内容绕成了一圈，永远判定不出来：${path.zh}。`,
      hint: () => '断开其中一处：让一个项目、步骤或义务只依据在它之前就能定下来的内容。',
    },
    en: {
      title: 'Programmes, steps or duties depend on each other',
      message: ({ path }) => `These rest on each other in a circle and could never be decided: ${path.en}.`,
      hint: () => 'Break it in one place, so that each rests only on what is settled before it.',
    },
    bad: `${head}项目 甲 (first)\n  资格 乙 符合\n\n项目 乙 (second)\n  资格 甲 符合\n`,
    good: `${head}项目 甲 (first)\n  资格 乙 符合\n\n项目 乙 (second)\n  资格 生日 存在\n`,
  }),
} as const;
