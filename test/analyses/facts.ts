/** Facts of the samples; each names those that its rules use. */
export const birth = '生日 (birthDate): 日期';
export const death = '去世日期 (deathDate): 日期 可无';
export const sex = '性别 (sex): 男 (male) | 女 (female)';
export const debt = '负债 (debt): 金额 从 0 元';
export const income = '收入 (income): 金额 从 0 元';
export const years = '年限 (years): 年 从 0 至 40';
export const score = '分数 (score): 整数 从 0 至 100';
export const ill = '有病 (ill): 是否';
export const poor = '贫困 (poor): 是否';
export const city = '城市 (city): 文字';
export const level = '等级 (level): 低 (low) < 中 (middle) < 高 (high)';
export const papers = '材料 (papers): 多选\n    身份证 (idCard) | 户口簿 (book)';
export const terms = '学期数 (terms): 整数 从 0 至 120';
export const aided = '受助日期 (aidDates): 日期 列表';
export const applied = '申请日期 (appliedOn): 日期 可无';

/** A programme with these lines. */
export const aid = (...lines: readonly string[]): string =>
  ['项目 补助 (aid)', ...lines.map((l) => `  ${l}`)].join('\n');

/** One procedure. */
export const steps = (...lines: readonly string[]): string =>
  ['程序 申领 (claim)', ...lines.map((line) => `  ${line}`)].join('\n');
