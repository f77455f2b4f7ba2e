import { describe, expect, test } from 'vitest';
import { structuralChanges } from '../../../compiler/index.ts';
import { compiled, type Edit, edited, told } from '../kit.ts';

const policy = `方案 护理 (care)
  参数 标准 (rate): 金额
    自 2020-01-01(含): 800 元

主体 人 (person)
  生日 (birthDate): 日期
  申请日期 (appliedOn): 日期
  残疾 (disabled): 是否
  失能 (frail): 是否
  自付 (ownCost): 金额 从 0 元
  国家津贴 (stateAllowance): 金额 每月 可无
  方式 (channel): 直接 (direct) | 邮寄 (mail)
  已交 (papers): 多选
    身份证 (idCard) | 户口簿 (hukouBook)
  所列 (listed): 列表
    日子 (day): 日期
    层级 (level): 高 (high) | 低 (low)

定义 救助额 (relief) 分段 按 自付
  30000 元 以下: 0%
  30000 元 至 50000 元: 30%
  50000 元 以上: 50%

项目 残疾补贴 (disability)
  资格 残疾 或 失能
  档次 依次
    残疾: 每人每月 300 元
    失能: 每人每月 100 元
    其余: 每人每月 0 元
  材料 按 方式 以 已交 计
    身份证: 复印件 对 邮寄
    户口簿: 免交 由 公安机关 办理

项目 失能补贴 (frailty)
  资格 失能
  金额 每人每月 80 元

项目 护理津贴 (nursing)
  资格 失能
  金额 每人每月 60 元

择一 取高
  残疾补贴
  失能补贴
  国家津贴 (national): 国家津贴
    出处 "国家津贴办法"

程序 申领 (claim)
  申请 (application): 由 申请人
  补正 (supplement): 由 申请人
  审核 (check): 由 县
    期限 申请 后 20 个工作日 内
    不计 补正
`;

interface Pair {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

const list: readonly Pair[] = [
  {
    title: 'the first named instead of the highest',
    edits: [['择一 取高', '择一 依次']],
    zh: ['choiceChanged | 择一：取舍办法改变：取高 → 依次'],
    en: ['choose one: which one is paid changed: the highest → the first named'],
  },
  {
    title: 'another one to choose among',
    edits: [['  失能补贴\n  国家津贴', '  失能补贴\n  护理津贴\n  国家津贴']],
    zh: ['choiceMemberAdded | 择一 › 护理津贴：列入择一：护理津贴'],
    en: ['choose one › nursing: added to choice: nursing'],
  },
  {
    title: 'of equal ones the other',
    edits: [['  残疾补贴\n  失能补贴\n', '  失能补贴\n  残疾补贴\n']],
    zh: [
      'choiceReordered | 择一：择一先后改变：取高：残疾补贴、失能补贴、国家津贴 → 取高：失能补贴、残疾补贴、国家津贴',
    ],
    en: [
      'choose one: order of choice changed: the highest: disability, frailty, national → the highest: frailty, disability, national',
    ],
  },
  {
    title: 'no choice any more',
    edits: [
      ['择一 取高\n  残疾补贴\n  失能补贴\n  国家津贴 (national): 国家津贴\n    出处 "国家津贴办法"\n\n', ''],
    ],
    zh: ['choiceRemoved | 择一：删去择一：取高：残疾补贴、失能补贴、国家津贴'],
    en: ['choose one: choice removed: the highest: disability, frailty, national'],
  },
  {
    title: 'a transition',
    edits: [['800 元\n', '800 元\n  过渡 按 申请日期\n']],
    zh: ['transitionChanged | 人：过渡改变：判定日 → 申请日期'],
    en: ['person: transition changed: the decision date → appliedOn'],
  },
  {
    title: 'the rate of a band',
    edits: [['至 50000 元: 30%', '至 50000 元: 40%']],
    zh: ['bandRateChanged | 救助额 › 30000 元 至 50000 元：分段比例改变：30% → 40%（+10%）'],
    en: ['relief › 30000 yuan to 50000 yuan: rate of a band changed: 30% → 40% (+10%)'],
  },
  {
    title: 'the end of a band',
    edits: [
      ['30000 元 至 50000 元', '30000 元 至 60000 元'],
      ['50000 元 以上: 50%', '60000 元 以上: 50%'],
    ],
    zh: ['bandBoundaryMoved | 救助额 › 30000 元 至 60000 元：分段界限移动：50000 元 → 60000 元（+10000 元）'],
    en: ['relief › 30000 yuan to 60000 yuan: end of a band moved: 50000 yuan → 60000 yuan (+10000 yuan)'],
  },
  {
    title: 'rows of which the first holds',
    edits: [
      [
        '    残疾: 每人每月 300 元\n    失能: 每人每月 100 元\n',
        '    失能: 每人每月 100 元\n    残疾: 每人每月 300 元\n',
      ],
    ],
    zh: ['rowsReordered | 残疾补贴 › 档次：各档先后改变：残疾、失能、其余 → 失能、残疾、其余'],
    en: ['disability › tier: order of rows changed: disabled, frail, otherwise → frail, disabled, otherwise'],
  },
  {
    title: 'for another way',
    edits: [['身份证: 复印件 对 邮寄', '身份证: 复印件 对 直接']],
    zh: ['documentChannelChanged | 残疾补贴 › 材料 › 身份证：适用的方式改变：邮寄 → 直接'],
    en: ['disability › documents › idCard: way it is for changed: mail → direct'],
  },
  {
    title: 'asked for again',
    edits: [['户口簿: 免交 由 公安机关 办理', '户口簿: 原件']],
    zh: ['documentChanged | 残疾补贴 › 材料 › 户口簿：材料要求改变：户口簿 免交（公安机关） → 户口簿 原件'],
    en: [
      'disability › documents › hukouBook: document changed: hukouBook on file (公安机关) → hukouBook original',
    ],
  },
  {
    title: 'the clock runs on',
    edits: [['    不计 补正\n', '']],
    zh: ['pauseRemoved | 申领 › 审核：删去不计的期间：补正'],
    en: ['claim › check: days that do not count dropped: supplement'],
  },
  {
    title: 'an amount for a time',
    edits: [['每人每月 80 元\n', '每人每月 80 元\n    施行 自 2024-07-01(含)\n']],
    zh: ['lineInForceChanged | 失能补贴 › 金额：施行时间改变：始终 → 在 2024-07-01 后(含)'],
    en: ['frailty › amount: days in force changed: always → on or after 2024-07-01'],
  },
  {
    title: 'another kind of benefit elsewhere',
    edits: [['出处 "国家津贴办法"', '出处 "国家津贴条例"']],
    zh: ['sourceChanged | 择一 › 国家津贴：出处改变：国家津贴办法 → 国家津贴条例'],
    en: ['choose one › national: source changed: 国家津贴办法 → 国家津贴条例'],
  },
  {
    title: 'a fact and its options by other names',
    edits: [
      ['方式 (channel): ', '途径 (route): '],
      ['材料 按 方式 以', '材料 按 途径 以'],
    ],
    zh: ['factRenamed | 人 › 途径：事实改名：方式 (channel) → 途径 (route)'],
    en: ['person › route: fact renamed: channel → route'],
  },
];

describe('changes: recent forms', () => {
  test.each(list)('$title', ({ edits, zh, en }) => {
    expect(told(policy, edits)).toEqual(zh);
    expect(told(policy, edits, 'en').map((line) => line.split(' | ')[1])).toEqual(en);
    const back = structuralChanges(compiled(edited(policy, edits)), compiled(policy));
    expect(back.length > 0).toBe(zh.length > 0);
  });
});
