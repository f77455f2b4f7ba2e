import type { Edit } from '../../diff/kit.ts';

/** A notice that says the same in other words: what only a proof can see. */
export interface Rewording {
  readonly notice: string;
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Programmes about which something had to be asked. */
  readonly asked: readonly string[];
}

export const rewordings: readonly Rewording[] = [
  {
    notice: '15',
    title: 'a bound the other way round',
    edits: [['最长连续任教学期数 2 学期 以上', '非 最长连续任教学期数 低于 2 学期']],
    asked: ['allowance'],
  },
  {
    notice: '11',
    title: 'neither of two instead of not either',
    edits: [
      [
        '当 志愿者类别 属于 {近亲属, 原工作单位人员} 且 (非 在社区内工作或居住 或 非 热心社区矫正)',
        '当 志愿者类别 属于 {近亲属, 原工作单位人员} 且 非 (在社区内工作或居住 且 热心社区矫正)',
      ],
    ],
    asked: ['volunteer'],
  },
  {
    notice: '16',
    title: 'a set as its options',
    edits: [
      [
        '(outOfWork) = 本人就业状态 属于 {下岗, 失业}',
        '(outOfWork) = 本人就业状态 为 下岗 或 本人就业状态 为 失业',
      ],
    ],
    asked: ['priorityHelp', 'jobOffer', 'welfarePlacement', 'startUpPreference', 'skillsTraining'],
  },
  {
    notice: '05',
    title: 'all but one option',
    edits: [
      [
        '城镇对象类别 不为 不属困难群体',
        '城镇对象类别 属于 {城镇低保户, 特困户, 孤儿, 支出型贫困家庭, 其他困难群体}',
      ],
    ],
    asked: ['pairingHelp'],
  },
  {
    notice: '03',
    title: 'each kind by itself',
    edits: [
      [
        '(keyElder) = 对象类别 含其一 {重点独居老年人, 重点空巢老年人}',
        '(keyElder) = 对象类别 含 重点独居老年人 或 对象类别 含 重点空巢老年人',
      ],
    ],
    asked: ['epidemic', 'weather', 'keyHelp', 'doubleNinth'],
  },
  {
    notice: '17',
    title: 'months as days of the calendar',
    edits: [['入站日期 至今 超过 3 个月', '入站日期 + 3 个月 在 判定日 前(不含)']],
    asked: ['placement'],
  },
  {
    notice: '01',
    title: 'a year as its days',
    edits: [
      ['有 受其他单位救助日期 在 年度 内', '有 受其他单位救助日期 在 年度-01-01(含) 至 年度-12-31(含)'],
    ],
    asked: ['teacherAid', 'upperNomination'],
  },
  {
    notice: '10',
    title: 'cases taken apart',
    edits: [
      [
        '(disasterHit) = 灾害种类 不为 未受灾',
        '(disasterHit) = 灾害种类 属于 {洪涝, 地震, 地质灾害} 或 灾害种类 属于 {风雹, 干旱, 火灾}',
      ],
    ],
    asked: ['postDisasterCheck', 'minimumLiving', 'destituteSupport', 'temporaryAid', 'entry', 'handling'],
  },
];
