import type { NoticePair } from './kit.ts';

/** Routes, choices, bands, tiers by conditions, transition, lines in force for a time. */
export const restPairs: readonly NoticePair[] = [
  {
    notice: '13',
    title: 'led by another union',
    edits: [['转 社区二总工会', '转 高创园总工会']],
    zh: ['referralChanged | 带队 › 社区二带队：转交部门改变：社区二总工会 → 高创园总工会'],
    changed: ['visitLeader'],
  },
  {
    notice: '17',
    title: 'routes in another order',
    edits: [
      [
        '    站内照料 (careInStation): 站内条件足够                           依据 三.三.3\n    政府举办机构托养 (governmentFosterCare): 政府举办机构有空位      依据 三.三.3\n',
        '    政府举办机构托养 (governmentFosterCare): 政府举办机构有空位      依据 三.三.3\n    站内照料 (careInStation): 站内条件足够                           依据 三.三.3\n',
      ],
    ],
    zh: [
      'routeReordered | 长期照料 › 分流：分流先后改变：站内照料、政府举办机构托养、其他机构托养 → 政府举办机构托养、站内照料、其他机构托养',
    ],
    changed: ['longStayCare'],
  },
  {
    notice: '11',
    title: 'all that apply instead of the first',
    edits: [
      [
        '  分流 依次                                                          依据 三.b\n    直接承担',
        '  分流 并列   依据 三.b\n    直接承担',
      ],
    ],
    zh: ['routeModeChanged | 承办 › 分流：分流方式改变：依次 → 并列'],
    changed: ['handling'],
  },
  {
    notice: '16',
    title: 'of two preferences the first',
    edits: [
      ['项目 减免协调 (reliefHelp)', '择一 依次\n  贷款协助\n  减免协调\n\n项目 减免协调 (reliefHelp)'],
    ],
    zh: ['choiceAdded | 择一：新增择一：依次：贷款协助、减免协调'],
    changed: ['reliefHelp', 'microLoanHelp'],
  },
  {
    notice: '01',
    title: 'any other help ends it, with its source',
    edits: [
      [
        '有 受其他单位救助日期 在 年度 内      依据 一.三.2\n',
        '有 受其他单位救助日期 在 年度 内      依据 一.三.2\n      出处 "工会救助办法"\n',
      ],
    ],
    zh: ['noDoubleChanged | 困难教师救助 › 排除 › 重复救助：不得重复改变：不得重复 → 工会救助办法'],
    changed: ['teacherAid', 'upperNomination'],
  },
  {
    notice: '01',
    title: 'a plain exclusion instead of one for another benefit',
    edits: [['  不得重复\n    重复救助', '  排除\n    重复救助']],
    zh: ['noDoubleChanged | 困难教师救助 › 排除 › 重复救助：不得重复改变：不得重复 → 并非另一项待遇'],
    changed: ['teacherAid', 'upperNomination'],
  },
  {
    notice: '12',
    title: 'a programme for a time',
    edits: [
      [
        '项目 职称评定与职务晋升 (titleAndPromotion) 对 教师\n',
        '项目 职称评定与职务晋升 (titleAndPromotion) 对 教师\n  施行 自 2024-01-01(含)\n',
      ],
    ],
    zh: ['lineInForceChanged | 职称评定与职务晋升：施行时间改变：始终 → 在 2024-01-01 后(含)'],
    changed: ['titleAndPromotion'],
  },
  {
    notice: '15',
    title: 'a condition for a time',
    edits: [
      [
        '    教学岗位 (inTeachingPost): 是否教学岗位                          依据 三.1.c, 三.2.d\n',
        '    教学岗位 (inTeachingPost): 是否教学岗位                          依据 三.1.c, 三.2.d\n      施行 2024-07-01 前(不含)\n',
      ],
    ],
    zh: ['lineInForceChanged | 生活困难补助 › 资格 › 教学岗位：施行时间改变：始终 → 在 2024-07-01 前(不含)'],
    changed: ['allowance'],
  },
  {
    notice: '15',
    title: 'another term of the whole notice',
    edits: [['施行 自 首年-01-21(含) 至 施行末日(含)', '施行 自 首年-02-01(含) 至 施行末日(含)']],
    zh: [
      'inForceChanged | 原民办代课教师生活困难补助：施行期间改变：在 首年-01-21(含) 至 施行末日(含) → 在 首年-02-01(含) 至 施行末日(含)',
    ],
    changed: ['allowance', 'claim'],
  },
  {
    notice: '16',
    title: 'older applications by the older values',
    edits: [['  施行 自 2012-04-01(含) ', '  过渡 按 申报日期\n  施行 自 2012-04-01(含) ']],
    zh: ['transitionChanged | 困难人员：过渡改变：判定日 → 若 申报日期 存在 则 申报日期 否则 判定日'],
    changed: [
      'stableEmployment',
      'priorityHelp',
      'jobOffer',
      'welfarePlacement',
      'registration',
      'startUpPreference',
      'reliefHelp',
      'microLoanHelp',
      'skillsTraining',
      'skillsPlan',
      'declaration',
      'jobSeeker.sixClears',
    ],
  },
  {
    notice: '02',
    title: 'money in a tier that had none',
    edits: [['    超过 0 元: 未规定 "“分段分档”没有一个数字"\n', '    超过 0 元: 每人一次性 1000 元\n']],
    zh: [
      'rowValueChanged | 医疗支出救助 › 档次 › 超过 0 元：未规定 "“分段分档”没有一个数字" → 每人一次性 1000 元',
      'amountAdded | 医疗支出救助 › 档次金额：新增金额：每人一次性 医疗支出救助 的 金额',
    ],
    changed: ['medicalTemporaryAid'],
  },
];
