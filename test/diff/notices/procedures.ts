import type { NoticePair } from './kit.ts';

/** Papers, deadlines, steps, duties and targets. */
export const procedurePairs: readonly NoticePair[] = [
  {
    notice: '19',
    title: 'the original for those who come themselves',
    edits: [
      [
        '  材料 以 材料清单 计                                                依据 二.一.3, 二.一.5   # 直接报名的另要出示原件，见“提交齐全”\n    学历证书: 复印件\n',
        '  材料 按 报名方式 以 材料清单 计   依据 二.一.3, 二.一.5\n    学历证书: 复印件 对 邮寄\n',
      ],
    ],
    zh: ['documentChannelChanged | 笔试岗位 › 材料 › 学历证书：适用的方式改变：各种方式 → 邮寄'],
    changed: ['examinedPost'],
  },
  {
    notice: '19',
    title: 'a month later',
    edits: [['    期间 年度-10 月中旬\n', '    期间 年度-11 月中旬\n']],
    zh: [
      'stepTimeChanged | 招聘 › 笔试：时间要求改变：在 年度-10-11(含) 至 年度-10-20(含) → 在 年度-11-11(含) 至 年度-11-20(含)',
    ],
    changed: ['hiring'],
  },
  {
    notice: '01',
    title: 'forms a day later',
    edits: [
      [
        '(nominationForm): 推荐表上报日期 在 年度-06-23 前(含)',
        '(nominationForm): 推荐表上报日期 在 年度-06-24 前(含)',
      ],
    ],
    zh: [
      'deadlineMoved | 名老教师慰问 › 期限 › 推荐表：期限：在 年度-06-23 前(含) → 在 年度-06-24 前(含)（推后 1 日）',
    ],
    changed: ['veteranVisit'],
  },
  {
    notice: '01',
    title: 'lateness is refused',
    edits: [
      [
        '依据 一.四.2a   # “规定的时间”由材料期限推得\n      逾期 视为放弃',
        '依据 一.四.2a\n      逾期 不予受理',
      ],
    ],
    zh: ['latenessChanged | 困难教师救助 › 期限 › 单位上报：逾期后果改变：视为放弃 → 不予受理'],
    changed: ['teacherAid'],
  },
  {
    notice: '15',
    title: 'ten working days',
    edits: [['期限 申请 后 5 个工作日 内', '期限 申请 后 10 个工作日 内']],
    zh: ['deadlineMoved | 申领 › 初审：期限：申请 后 5 个工作日 内 → 申请 后 10 个工作日 内（+5 个工作日）'],
    changed: ['claim'],
  },
  {
    notice: '15',
    title: 'days that do not count',
    edits: [
      [
        '      容许 "迟报的照样受理时，五个工作日与写明的日子哪个算数，原文没有说"   依据 七.二.1\n    期限 首次 首年-02-28',
        '      容许 "迟报的照样受理时，五个工作日与写明的日子哪个算数，原文没有说"   依据 七.二.1\n    不计 报县\n    期限 首次 首年-02-28',
      ],
    ],
    zh: ['pauseAdded | 申领 › 初审：新增不计的期间：报县'],
    changed: ['claim'],
  },
  {
    notice: '15',
    title: 'an original and a copy',
    edits: [['    户口簿: 原件\n', '    户口簿: 原件和复印件 2 份\n']],
    zh: [
      'documentChanged | 生活困难补助 › 材料 › 户口簿：材料要求改变：户口簿 原件 → 户口簿 原件和复印件 2 份',
    ],
    changed: ['allowance'],
  },
  {
    notice: '07',
    title: 'no summary before the meeting',
    edits: [
      [
        '  测评会议 (meeting): 由 局                                          依据 六.三a\n    前提 总结 完成',
        '  测评会议 (meeting): 由 局   依据 六.三a\n    前提 动员会议 完成',
      ],
    ],
    zh: ['stepNeedsChanged | 考核 › 测评会议：前提改变：总结 完成 → 动员会议 完成'],
    changed: ['assessment'],
  },
  {
    notice: '10',
    title: 'a step handed to others',
    edits: [['  衔接 (linkUp): 由 民政部门会同应急管理部门 ', '  衔接 (linkUp): 由 民政部门 ']],
    zh: ['stepActorChanged | 灾后救助 › 衔接：办理者改变：民政部门会同应急管理部门 → 民政部门'],
    changed: ['assistance'],
  },
  {
    notice: '05',
    title: 'a step dropped',
    edits: [
      ['  入户调查 (visits): 由 乡镇                                         依据 四.1a\n', ''],
      ['    前提 入户调查 完成\n', ''],
    ],
    zh: [
      'stepNeedsChanged | 摸底 › 建立台账：前提改变：入户调查 完成',
      'stepRemoved | 摸底 › 入户调查：删去步骤：入户调查',
    ],
    changed: ['survey'],
  },
  {
    notice: '09',
    title: 'lectures every quarter',
    edits: [['健康讲座 (lectures): 每月 有', '健康讲座 (lectures): 每季度 有']],
    zh: ['dutyPeriodChanged | 健康讲座：履行周期改变：每 1 个月 → 每 1 季度'],
    changed: ['centre.lectures'],
  },
  {
    notice: '09',
    title: 'a higher target',
    edits: [['孕产妇保健规范管理率 95% 以上', '孕产妇保健规范管理率 98% 以上']],
    zh: [
      'thresholdMoved | 孕产妇管理：界限移动：孕产妇保健规范管理率 95% 以上 → 孕产妇保健规范管理率 98% 以上（+3%）',
    ],
    changed: ['centre.maternalCare'],
  },
  {
    notice: '08',
    title: 'measured on another day',
    edits: [['测算日 收入测算日', '测算日 首年-12-31']],
    zh: ['dutyTermChanged | 人均三千：履行期间改变：收入测算日 → 首年-12-31'],
    changed: ['household.perPersonIncome'],
  },
  {
    notice: '18',
    title: 'a duty dropped',
    edits: [
      ['  送慰问金 (givenInCash): 慰问物形式 为 慰问金                       当 已慰问   依据 三.1\n', ''],
    ],
    zh: ['dutyRemoved | 送慰问金：删去义务：慰问物形式 为 慰问金'],
    changed: ['staffMember.givenInCash'],
  },
  {
    notice: '13',
    title: 'a target becomes a duty',
    edits: [['指标 对 驿站', '义务 对 驿站']],
    zh: ['dutyKindChanged | 四难都解决：义务与指标互换：指标 → 义务'],
    changed: ['station.fourDifficulties'],
  },
  {
    notice: '06',
    title: 'four years',
    edits: [['帮扶开始日期 + 3 年', '帮扶开始日期 + 4 年']],
    zh: [
      'definitionChanged | 期满日：定义改变：若 三年算法 为 对应日 则 帮扶开始日期 + 3 年 否则 (起始年份 + 2)-12-31 → 若 三年算法 为 对应日 则 帮扶开始日期 + 4 年 否则 (起始年份 + 2)-12-31（+1 年）',
    ],
    changed: ['helpedUnit.selfReliance'],
  },
];
