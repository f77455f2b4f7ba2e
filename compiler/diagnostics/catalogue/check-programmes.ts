import { define } from '../diagnostic.ts';
import { eligible, head, quota } from './samples.ts';

/** Findings about places, papers, deadlines, shares, steps and duties. */
export const checkProgrammes = {
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
