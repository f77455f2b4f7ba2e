import type { NoticePair } from './kit.ts';

/** Conditions, exclusions and exceptions. */
export const conditionPairs: readonly NoticePair[] = [
  {
    notice: '01',
    title: 'a lower debt is enough',
    edits: [['负债金额 30000 元 以上', '负债金额 20000 元 以上']],
    zh: [
      'thresholdMoved | 困难教师救助 › 资格 › 负债：界限移动：负债金额 30000 元 以上 → 负债金额 20000 元 以上（-10000 元）',
    ],
    changed: ['teacherAid', 'upperNomination'],
  },
  {
    notice: '03',
    title: 'a condition dropped',
    edits: [['    八月未过 (augustAhead): 通知发布日期 在 2022-08-31 前(含)        依据 三.三.1, 五\n', '']],
    zh: ['conditionRemoved | 暑期帮扶 › 资格 › 八月未过：删去条件：通知发布日期 在 2022-08-31 前(含)'],
    changed: ['summer'],
  },
  {
    notice: '04',
    title: 'a condition added',
    edits: [
      [
        '    列为结对户 (listed): 为结对困难户                                依据 二\n',
        '    列为结对户 (listed): 为结对困难户   依据 二\n    有病人 (hasPatient): 有危重病人   依据 二\n',
      ],
    ],
    zh: ['conditionAdded | 结对帮扶 › 资格 › 有病人：新增条件：有危重病人'],
    changed: ['pairing'],
  },
  {
    notice: '07',
    title: 'an exclusion dropped',
    edits: [['    事故 (accident): 年内责任事故                                    依据 三.二j\n', '']],
    zh: ['exclusionRemoved | 先进集体 › 排除 › 事故：删去排除：年内责任事故'],
    changed: ['advancedCollective'],
  },
  {
    notice: '07',
    title: 'an exception dropped',
    edits: [['    例外 已批准向个人发放的例外\n', '']],
    zh: ['exceptionRemoved | 奖金不发个人 › 已批准向个人发放的例外：删去例外：已批准向个人发放的例外'],
    changed: ['collective.notToIndividuals'],
  },
  {
    notice: '11',
    title: 'day of expiry included',
    edits: [['矫正期届满日 在 判定日 前(不含)', '矫正期届满日 在 判定日 前(含)']],
    zh: [
      'boundChanged | 期满 › 已过末日：界限含与不含改变：矫正期届满日 在 判定日 前(不含) → 矫正期届满日 在 判定日 前(含)',
    ],
    changed: ['termination', 'expiredUnruly', 'correction'],
  },
  {
    notice: '11',
    title: 'one of two grounds instead of both',
    edits: [
      [
        '违背公德 (morals): 违背公德影响恶劣                            依据 五.二.4b',
        '违背公德 (morals): 违背公德影响恶劣 且 严重违反规定   依据 五.二.4b',
      ],
    ],
    zh: [
      'conditionChanged | 司法所处置 › 资格 › 违背公德：条件改变：违背公德影响恶劣 → 违背公德影响恶劣 且 严重违反规定',
    ],
    changed: ['officeSanction'],
  },
  {
    notice: '15',
    title: 'more terms wanted',
    edits: [['最长连续任教学期数 2 学期 以上', '最长连续任教学期数 4 学期 以上']],
    zh: [
      'thresholdMoved | 生活困难补助 › 资格 › 连续一学年：界限移动：最长连续任教学期数 2 学期 以上 → 最长连续任教学期数 4 学期 以上（+2 学期）',
    ],
    changed: ['allowance'],
  },
  {
    notice: '16',
    title: 'any instead of all',
    edits: [
      [
        '    低保满年 (dibaoOneYear): 同时满足                                依据 二.一.4',
        '    低保满年 (dibaoOneYear): 满足其一   依据 二.一.4',
      ],
    ],
    zh: ['groupChanged | 重点帮扶 › 资格 › 低保满年：组合方式改变：同时满足 → 满足其一'],
    changed: ['priorityHelp', 'jobOffer', 'welfarePlacement', 'startUpPreference', 'skillsTraining'],
  },
  {
    notice: '17',
    title: 'three months to the day',
    edits: [['入站日期 至今 超过 3 个月', '入站日期 至今 满 3 个月']],
    zh: [
      'boundChanged | 滞留安置 › 资格 › 滞留过三月：界限含与不含改变：入站日期 至今 超过 3 个月 → 入站日期 至今 满 3 个月',
    ],
    changed: ['placement', 'placementSteps'],
  },
  {
    notice: '17',
    title: 'who cannot consent is asked too',
    edits: [['同意护送                                     当 完全民事行为能力', '同意护送']],
    zh: ['whenChanged | 护送 › 资格 › 征得同意：适用情形改变：完全民事行为能力 → 始终'],
    changed: ['patrolHandling', 'escort'],
  },
  {
    notice: '19',
    title: 'sixty is enough',
    edits: [['笔试成绩 超过 60 分', '笔试成绩 60 分 以上']],
    zh: ['boundChanged | 过合格线 › 超过六十分：界限含与不含改变：笔试成绩 超过 60 分 → 笔试成绩 60 分 以上'],
    changed: ['examinedPost'],
  },
  {
    notice: '08',
    title: 'a target per head',
    edits: [['家庭年纯收入 不低于 3000 元 × 家庭人口', '家庭年纯收入 不低于 3500 元 × 家庭人口']],
    zh: [
      'thresholdMoved | 人均三千：界限移动：家庭年纯收入 不低于 3000 元 × 家庭人口 → 家庭年纯收入 不低于 3500 元 × 家庭人口（+500 元）',
    ],
    changed: ['household.perPersonIncome'],
  },
  {
    notice: '02',
    title: 'a condition moved to another group',
    edits: [
      [
        '    易流浪者或家人 (driftProne): 易流浪走失或其家人                  依据 二.五.i\n    劳动年龄 (workingAge): 劳动年龄内                                依据 二.五.i\n',
        '    任一 (either): 满足其一\n      易流浪者或家人 (driftProne): 易流浪走失或其家人   依据 二.五.i\n      劳动年龄 (workingAge): 劳动年龄内   依据 二.五.i\n',
      ],
    ],
    zh: [
      'conditionMoved | 就业帮扶 › 资格 › 易流浪者或家人：条件移到另一组：资格 → 任一',
      'conditionMoved | 就业帮扶 › 资格 › 劳动年龄：条件移到另一组：资格 → 任一',
      'conditionAdded | 就业帮扶 › 资格 › 任一：新增条件：满足其一: 易流浪者或家人、劳动年龄',
    ],
    changed: ['employmentHelp'],
  },
  {
    notice: '10',
    title: 'a condition renamed',
    edits: [['暂时无法覆盖 (notCovered)', '别处不管 (uncovered)']],
    zh: [
      'conditionRenamed | 临时救助 › 资格 › 别处不管：条件改名：暂时无法覆盖 (temporaryAid.notCovered) → 别处不管 (temporaryAid.uncovered)',
    ],
    changed: [],
  },
];
