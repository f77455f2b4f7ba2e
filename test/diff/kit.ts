import { describe, expect, test } from 'vitest';
import {
  type Change,
  compile,
  describeChange,
  type Policy,
  structuralChanges,
} from '../../compiler/index.ts';

/** One edit: the text to find, which must be there once, and what takes its place. */
export type Edit = readonly [find: string, put: string];

export function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduce((now, [find, put]) => {
    const times = now.split(find).length - 1;
    if (times !== 1) throw new Error(`${JSON.stringify(find)} is there ${times} times`);
    return now.replace(find, () => put);
  }, text);
}

export function compiled(text: string): Policy {
  const { policy, diagnostics } = compile({ path: 'notice.policy', text });
  if (policy) return policy;
  throw new Error(diagnostics.map((d) => `${d.code} ${d.en.message}`).join('\n'));
}

export function changes(text: string, edits: readonly Edit[]): readonly Change[] {
  return structuralChanges(compiled(text), compiled(edited(text, edits)));
}

/** `kind: the line a reviewer reads`, one a change. */
export function told(text: string, edits: readonly Edit[], lang: 'zh' | 'en' = 'zh'): readonly string[] {
  return changes(text, edits).map((change) => `${change.kind} | ${describeChange(change, lang)}`);
}

/** A policy with one of everything that can change. */
export const base = `方案 助学补助 (studentAid)
  出处 "例 1"
  参数 最低工资 (minimumWage): 金额
    自 2020-01-01(含): 1800 元
    自 2022-01-01(含): 2000 元
  参数 首年 (firstYear): 年份
  施行 自 2022-01-01(含) 至 2026-12-31(含)   依据 九

单位 学期 (term) = 1/2 年

情境
  发布日期 (issuedOn): 日期

主体 学生 (student)
  出生日期 (birthDate): 日期
  户籍 (hukou): 本地 (local) | 外地 (elsewhere)
  等级 (grade): 差 (poor) < 中 (fair) < 良 (good)
  月收入 (income): 金额 从 0 元 至 20000 元   凭 收入证明
  在读学期 (terms): 学期 从 0 至 16
  在校 (enrolled): 是否   由 学校 认定
  休学日期 (leaveDate): 日期 可无
  受处分 (punished): 是否
  重复领取 (paidTwice): 是否
  孤儿 (orphan): 是否
  住校 (boards): 是否
  成绩 (score): 分 从 0 至 100
  缴费日期 (feeDates): 日期 列表
  申请日期 (appliedOn): 日期 可无
  材料清单 (papers): 多选
    身份证 (idCard) | 收入表 (incomeForm)

定义 困难 (hardship) = 月收入 不高于 最低工资   依据 二
定义 年限 (years) = 在读学期 折合 年 进位
定义 满龄 (ofAge) = 同时满足
  成年 (adult): 出生日期 至今 满 18 周岁
  未老 (notOld): 出生日期 至今 不满 30 周岁

项目 补助 (aid)
  资格 同时满足
    本地户籍 (isLocal): 户籍 为 本地   依据 一.1
    收入低 (lowIncome): 月收入 3000 元 以下   依据 一.2
    类别 (kind): 满足其一   依据 一.3
      孤儿生 (isOrphan): 孤儿
      住校生 (boarder): 住校
    在校生 (isEnrolled): 在校   当 非 孤儿   依据 一.4
  排除
    处分 (isPunished): 受处分   依据 三.1
      例外 孤儿免除 (orphanSpared): 孤儿
    重领 (twice): 重复领取   依据 三.2
  档次 按 年限
    1 年 至 3 年: 每人每月 300 元   依据 四.1
    4 年 至 8 年: 每人每月 500 元   依据 四.2
    0 年: 未规定 "不满一学期的没有标准"
  发放
    起: 申请日期 的 次月
  分流 依次
    转民政 (civil): 孤儿   转 民政局
    转教育 (education): 在校   转 教育局
  名额 30 人   依据 五
    排序 成绩 从高到低
    并列 全部进入
  材料 以 材料清单 计
    身份证: 原件
    收入表: 复印件 2 份
  期限
    申请期 (window): 申请日期 在 2022-09-30 前(含)   依据 六
      逾期 视为放弃
  分担 省 60%, 市 40%   依据 七

程序 申领 (claim)
  申请 (application): 由 学生 以 申请日期 计
  审核 (review): 由 学校
    前提 申请 完成
    期限 申请 后 10 个工作日 内   依据 八.1
  公示 (notice): 由 学校
    前提 审核 完成
    历时 5 个工作日 以上

义务 对 学生
  按时缴费 (payFees): 每年 有 1 次 以上 缴费日期   依据 十
    期间 自 2022-01-01(含) 至 2025-12-31(含)

断言
  越久越多 (longerMore): 补助 的 金额 随 年限 不减
`;

interface Pair {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** `kind | line`, all of them. */
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

/** Each edit of `base` tells exactly these changes, and undoing it tells some as well. */
export function pairs(family: string, list: readonly Pair[]): void {
  describe(`changes: ${family}`, () => {
    test.each(list)('$title', ({ edits, zh, en }) => {
      expect(told(base, edits)).toEqual(zh);
      expect(told(base, edits, 'en').map((line) => line.split(' | ')[1])).toEqual(en);
      const back = structuralChanges(compiled(edited(base, edits)), compiled(base));
      expect(back.length > 0).toBe(zh.length > 0);
    });
  });
}
