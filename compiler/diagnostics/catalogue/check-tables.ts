import { define } from '../diagnostic.ts';
import { money, tier, type Words } from './samples.ts';

/** Findings about tables, tiers and money. */
export const checkTables = {
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
  rowsOverlap: define<{ line: number; first: string; second: string; example: Words }>({
    code: 'BF3028',
    severity: 'error',
    zh: {
      title: '档次重叠',
      message: ({ line, first, second, example }) =>
        `这一行 “${second}” 与第 ${line} 行 “${first}” 重叠，例如 ${example.zh} 时两行都符合。`,
      hint: () => '改动其中一行的上限或下限，让每个值只落在一行里。',
    },
    en: {
      title: 'Tiers overlap',
      message: ({ line, first, second, example }) =>
        `This row "${second}" overlaps "${first}" on line ${line}: ${example.en}, for one, fits both.`,
      hint: () => 'Move an end of one of them so that each value falls into one row.',
    },
    bad: tier(['20 年 以上: 每人 3 元', '10 年 至 20 年: 每人 2 元', '其余: 每人 1 元']),
    good: tier(
      ['20 年 以上: 每人 3 元', '10 年 以上: 每人 2 元', '其余: 每人 1 元'].map((r) =>
        r.startsWith('10') ? '5 年 至 10 年: 每人 2 元' : r,
      ),
    ),
  }),
  tableHole: define<{ missing: Words }>({
    code: 'BF3029',
    severity: 'error',
    zh: {
      title: '档次有空当',
      message: ({ missing }) => `没有一行管到 ${missing.zh}。`,
      hint: () => '补上这一档；原文确实没有写的，写 “未规定 "…"”；其他情形都一样的，写 “其余: …”。',
    },
    en: {
      title: 'The tiers leave a hole',
      message: ({ missing }) => `No row covers ${missing.en}.`,
      hint: () =>
        'Add the row; where the notice itself is silent write unspecified "…"; or close with "otherwise: …".',
    },
    bad: tier(
      ['20 年 以上: 每人 3 元', '10 年 至 19 年: 每人 2 元', '0 年 至 9 年: 每人 1 元'],
      '级别',
    ).replace('按 级别', '按 年限'),
    good: tier(['10 年 以上: 每人 3 元', '其余: 每人 1 元']),
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
      message: ({ expected }) =>
        `“从 … 至 …” 里要写${expected.zh}的确定值，或者同一主体里同类型的另一个事实。`,
      hint: () => '例如 “从 0 元”“从 0 至 120”“从 0 人 至 应种人数”。',
    },
    en: {
      title: 'A range needs fixed values',
      message: ({ expected }) =>
        `A range takes fixed values of ${expected.en}, or another fact of the same subject and type.`,
      hint: () => 'For example "range 0 yuan", "range 0 to 120" or "range 0 persons to wanted".',
    },
    bad: `方案 例 (example)\n\n主体 人 (person)\n  甲 (a): 整数 从 0\n  乙 (b): 金额 从 0 元 至 甲\n`,
    good: `方案 例 (example)\n\n主体 人 (person)\n  甲 (a): 整数 从 0\n  乙 (b): 整数 从 0 至 甲\n`,
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
} as const;
