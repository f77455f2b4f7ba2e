import type { Template } from './template.ts';

/** 一个能检查、能试算的小政策：照着改即可。 */
export const zh: Template = {
  'notice.policy': `方案 示例生活补助 (sampleAllowance)
  出处 "在此写通知名称和文号"
  参数 月标准 (monthlyRate): 金额                                    由 县财政局 确定   依据 三.1
  施行 自 2025-01-01(含) 至 2029-12-31(含)                           依据 五.1

主体 申请人 (applicant)
  出生日期 (birthDate): 日期
  本县户籍 (localHukou): 是否                                        凭 户口簿
  月均收入 (monthlyIncome): 金额 从 0 元
  已领同类补助 (otherAllowance): 是否

项目 生活补助 (allowance)
  资格 同时满足
    达到年龄 (ageReached): 出生日期 至今 满 60 周岁                  依据 一.1
    户籍在本县 (isLocal): 本县户籍                                   依据 一.2
    收入较低 (lowIncome): 月均收入 2000 元 以下                      依据 一.3
  排除
    重复领取 (twice): 已领同类补助                                   依据 二.1
  金额 每人每月 月标准                                               依据 三.1
`,
  'parameters.yaml': `# 部署时给定的值。asOf 是默认的判定日。
asOf: 2025-06-30
parameters:
  monthlyRate: 300
`,
  'cases.yaml': `# 每个案例：在 base 上改几项事实，写出应有的结果。没有写的不比较。
asOf: 2025-06-30
base:
  applicant: { birthDate: 1950-01-01, localHukou: true, monthlyIncome: 800, otherAllowance: false }
cases:
  - name: 条件都满足
    clauses: [一.1, 一.2, 一.3, 三.1]
    expect:
      allowance: { outcome: eligible, amount: 300 }
  - name: 六十周岁生日当天
    clauses: [一.1]
    with: { birthDate: 1965-06-30 }
    expect:
      allowance: { outcome: eligible }
  - name: 差一天满六十周岁
    clauses: [一.1]
    with: { birthDate: 1965-07-01 }
    expect:
      allowance: { outcome: ineligible, false: [达到年龄] }
  - name: 收入恰为二千元
    clauses: [一.3]
    with: { monthlyIncome: 2000 }
    expect:
      allowance: { outcome: eligible }
  - name: 收入超过二千元一分
    clauses: [一.3]
    with: { monthlyIncome: 2000.01 }
    expect:
      allowance: { outcome: ineligible, false: [收入较低] }
  - name: 已领同类补助
    clauses: [二.1]
    with: { otherAllowance: true }
    expect:
      allowance: { outcome: ineligible, hit: [重复领取] }
  - name: 户籍还没有查明
    clauses: [一.2]
    without: [localHukou]
    expect:
      allowance: { outcome: undetermined, missing: [localHukou] }
`,
  'clauses.yaml': `# 通知的每一条：由什么写入，由谁认定，或为何不写。用 bangfu trace 核对。
clauses:
  一.1: { encoded: true }
  一.2: { encoded: true }
  一.3: { encoded: true }
  二.1: { encoded: true }
  三.1: { encoded: true }
  四.1: { notEncoded: { kind: exhortation, why: "号召各单位重视，没有可判断的条件" } }
  五.1: { encoded: true }
`,
};
