/** The kinds of value in words, as messages name them. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A notice with facts of every kind, before the lines that an example is about. */
export const head = `方案 例 (example)
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

const below = (rows: readonly string[]): string => rows.map((row) => `    ${row}\n`).join('');

export const eligible = (condition: string): string => `${head}项目 补助 (aid)\n  资格 ${condition}\n`;

export const money = (amount: string): string => `${eligible('生日 存在')}  金额 ${amount}\n`;

export const tier = (rows: readonly string[], key = '年限'): string =>
  `${eligible('生日 存在')}  档次 按 ${key}\n${below(rows)}`;

export const quota = (line: string, rows: readonly string[]): string =>
  `${eligible('生日 存在')}  名额 ${line}\n${below(rows)}`;
