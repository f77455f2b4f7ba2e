/** Small policies that the command line is tried on. */
export const allowance = `方案 生活补助示例 (sampleAllowance)
  出处 "示例"
  参数 月标准 (monthlyRate): 金额                                    由 县财政局 确定   依据 三.1

主体 申请人 (applicant)
  出生日期 (birthDate): 日期
  本县户籍 (localHukou): 是否
  月均收入 (monthlyIncome): 金额 从 0 元
  历年考核 (grades): 合格 (pass) | 不合格 (fail) 按 年份

项目 生活补助 (allowance)
  资格 同时满足
    达到年龄 (ageReached): 出生日期 至今 满 60 周岁                  依据 一.1
    户籍在本县 (isLocal): 本县户籍                                   依据 一.2
    收入较低 (lowIncome): 月均收入 2000 元 以下                      依据 一.3
  金额 每人每月 月标准                                               依据 三.1
`;

export const parameters = 'asOf: 2025-06-30\nparameters:\n  monthlyRate: 300\n';

export const quota = `方案 名额示例 (quotaSample)
  出处 "示例"

主体 教师 (teacher)
  医疗费用 (expense): 金额 从 0 元
  在岗 (posted): 是否

项目 救助 (aid)
  资格 在岗                                                          依据 一.1
  金额 每人一次性 4000 元                                            依据 一.2
  名额 2 人                                                          依据 一.3
    排序 医疗费用 从高到低
    并列 全部进入
`;

export const claim = `方案 申领示例 (claimSample)
  出处 "示例"

主体 申请人 (applicant)
  在册 (listed): 是否

项目 补助 (aid)
  资格 在册
  金额 每人一次性 100 元

程序 申领 (claim)
  申请 (application): 由 申请人                                      依据 一.1
  初审 (firstCheck): 由 乡镇                                         依据 二.1
    前提 申请 完成
    期限 申请 后 5 个工作日 内                                       依据 二.2
`;

export const visits = `方案 走访示例 (visitsSample)
  出处 "示例"

主体 户 (family)
  走访日期 (visits): 日期 列表
  已建档 (filed): 是否
  停访 (paused): 是否

义务 对 户
  期间 自 2024-01-01(含) 至 2024-12-31(含)
  月访 (visit): 每月 有 1 次 以上 走访日期                           依据 二.1
    例外 停访
  建档 (record): 已建档                                              依据 二.2
    期限 2024-02-15 前(含)                                           依据 二.3
`;

export const assertion = `方案 断言示例 (assertionSample)
  出处 "示例"

主体 人 (person)
  名额数 (places): 整数 从 0
  总人数 (heads): 整数 从 0

项目 补助 (aid)
  资格 名额数 超过 0

断言
  不过两成 (withinFifth): 名额数 × 5 不高于 总人数                   依据 一.1
`;
