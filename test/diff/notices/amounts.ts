import type { NoticePair } from './kit.ts';

/** Tiers, amounts, payment, shares, places. */
export const amountPairs: readonly NoticePair[] = [
  {
    notice: '01',
    title: 'more money',
    edits: [['每人一次性 4000 元', '每人一次性 5000 元']],
    zh: ['amountChanged | 困难教师救助 › 金额：金额：4000 元 → 5000 元（+1000 元）'],
    changed: ['teacherAid'],
  },
  {
    notice: '01',
    title: 'ranked by hardship first',
    edits: [
      [
        '    范围 占用名额\n    排序 医疗费用开支 从高到低, 困难程度排序 从低到高',
        '    范围 占用名额\n    排序 困难程度排序 从低到高, 医疗费用开支 从高到低',
      ],
    ],
    zh: [
      'rankingChanged | 困难教师救助 › 名额：排序改变：医疗费用开支 从高到低、困难程度排序 从低到高 → 困难程度排序 从低到高、医疗费用开支 从高到低',
    ],
    changed: ['teacherAid'],
  },
  {
    notice: '03',
    title: 'paid a month later',
    edits: [['发放 2022-12', '发放 2023-01']],
    zh: ['paymentChanged | 重点帮扶 › 金额：发放时间改变：2022-12 → 2023-01'],
    changed: ['keyHelp'],
  },
  {
    notice: '03',
    title: 'a cap',
    edits: [
      [
        '疫情风险通告 其中 等级 属于 {中, 高}         依据 三.一.1a, 三.一.1b\n',
        '疫情风险通告 其中 等级 属于 {中, 高}         依据 三.一.1a, 三.一.1b\n    不超过 600 元\n',
      ],
    ],
    zh: ['amountCapChanged | 疫情帮扶 › 金额：封顶改变：600 元'],
    changed: ['epidemic'],
  },
  {
    notice: '03',
    title: 'medium risk is counted no more',
    edits: [['其中 等级 属于 {中, 高}', '其中 等级 为 高']],
    zh: [
      'amountEventsChanged | 疫情帮扶 › 金额：计次改变：每次 疫情风险通告 其中 等级 属于 {中, 高} → 每次 疫情风险通告 其中 等级 为 高',
    ],
    changed: ['epidemic'],
  },
  {
    notice: '04',
    title: 'four households',
    edits: [['  名额 3 户', '  名额 4 户']],
    zh: ['quotaChanged | 结对帮扶 › 名额：名额：3 户 → 4 户（+1 户）'],
    changed: ['pairing'],
  },
  {
    notice: '07',
    title: 'a larger share',
    edits: [['事业人员人数 × 20% 舍去', '事业人员人数 × 25% 舍去']],
    zh: [
      'quotaChanged | 优秀等次 › 名额 › 事业人员优秀：名额：事业人员人数 × 20% → 事业人员人数 × 25%（+5%）',
    ],
    changed: ['excellentGrade'],
  },
  {
    notice: '15',
    title: 'a tier pays more',
    edits: [['20 年 至 29 年: 每人每月 800 元', '20 年 至 29 年: 每人每月 850 元']],
    zh: [
      'rowValueChanged | 生活困难补助 › 档次 › 20 年 至 29 年：每人每月 800 元 → 每人每月 850 元（+50 元）',
    ],
    changed: ['allowance'],
  },
  {
    notice: '15',
    title: 'a boundary moves',
    edits: [
      ['20 年 至 29 年: 每人每月 800 元', '18 年 至 29 年: 每人每月 800 元'],
      ['10 年 至 19 年: 每人每月 700 元', '10 年 至 17 年: 每人每月 700 元'],
    ],
    zh: [
      'rowBoundaryMoved | 生活困难补助 › 档次 › 18 年 至 29 年：档次界限移动：20 年 至 29 年 → 18 年 至 29 年',
      'rowBoundaryMoved | 生活困难补助 › 档次 › 10 年 至 17 年：档次界限移动：10 年 至 19 年 → 10 年 至 17 年',
    ],
    changed: ['allowance'],
  },
  {
    notice: '15',
    title: 'paid from the same month',
    edits: [['在 首年-01-01 后(含): 达龄日 的 次月', '在 首年-01-01 后(含): 达龄日 的 当月']],
    zh: ['rowValueChanged | 起发月 › 在 首年-01-01 后(含)：达龄日 的 次月 → 达龄日 的 当月'],
    changed: ['allowance'],
  },
  {
    notice: '15',
    title: 'other shares',
    edits: [['省 50%, 市 50%', '省 60%, 市 40%']],
    zh: [
      'shareChanged | 生活困难补助 › 分担 › "省市共担", 10 年 以上：分担改变：省 50%, 市 50% → 省 60%, 市 40%',
    ],
    changed: ['allowance'],
  },
  {
    notice: '13',
    title: 'other workers first',
    edits: [['排序 重点岗位 优先, 农民工人数较多的行业 优先', '排序 农民工人数较多的行业 优先']],
    zh: [
      'rankingChanged | 慰问 › 名额：排序改变：重点岗位 从高到低、农民工人数较多的行业 从高到低 → 农民工人数较多的行业 从高到低',
    ],
    changed: ['visit'],
  },
  {
    notice: '18',
    title: 'twenty places',
    edits: [['名额 18 人', '名额 20 人']],
    zh: ['quotaChanged | 校级温暖慰问 › 名额：名额：18 人 → 20 人（+2 人）'],
    changed: ['schoolWarmthVisit'],
  },
  {
    notice: '18',
    title: 'an amount where there was none',
    edits: [
      [
        '  资格 帮扶类别 含 省级送温暖                                        依据 二.1\n  金额 每人一次性 未规定 "慰问金多少、由谁定、钱从哪里来都没有说"',
        '  资格 帮扶类别 含 省级送温暖                                        依据 二.1\n  金额 每人一次性 1000 元',
      ],
    ],
    zh: [
      'amountChanged | 省级温暖慰问 › 金额：金额：未规定 "慰问金多少、由谁定、钱从哪里来都没有说" → 1000 元',
    ],
    changed: ['provincialWarmthVisit'],
  },
  {
    notice: '19',
    title: 'ties all enter',
    edits: [['并列 未规定 "面试末位同分怎么办没有说"', '并列 全部进入']],
    zh: [
      'stageRuleChanged | 笔试岗位 › 名额 › 考核范围：遴选规则改变：未规定 "面试末位同分怎么办没有说" → 并列全部进入',
    ],
    changed: ['examinedPost'],
  },
  {
    notice: '17',
    title: 'the county pays half',
    edits: [
      [
        '  分担 市县政府 100%                                                 依据 二.三.2',
        '  分担 市县政府 50%, 省 50%   依据 二.三.2',
      ],
    ],
    zh: ['shareChanged | 差额资金 › 分担：分担改变：市县政府 100% → 市县政府 50%, 省 50%'],
    changed: ['shortfall'],
  },
];
