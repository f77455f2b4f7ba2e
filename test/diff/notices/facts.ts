import type { NoticePair } from './kit.ts';

/** Facts, options, ranges, units, parameters, populations, and the file that several notices share. */
export const factPairs: readonly NoticePair[] = [
  {
    notice: '02',
    title: 'shared: a fact found by somebody else',
    shared: [['本辖区户籍 (localHukou): 是否', '本辖区户籍 (localHukou): 是否   由 派出所 认定']],
    zh: ['factDeterminerChanged | 保障对象 › 本辖区户籍：认定机构改变：派出所'],
    changed: ['fetchHome'],
  },
  {
    notice: '10',
    title: 'shared: the same in another notice that reads it',
    shared: [
      [
        '符合特困人员条件 (meetsDestituteConditions): 是否                  由 民政部门 认定',
        '符合特困人员条件 (meetsDestituteConditions): 是否   由 乡镇 认定',
      ],
    ],
    zh: ['factDeterminerChanged | 受灾对象 › 符合特困人员条件：认定机构改变：民政部门 → 乡镇'],
    changed: ['destituteSupport', 'entry', 'assistance'],
  },
  {
    notice: '03',
    title: 'shared: another option',
    shared: [
      ['集中供养特困 (institutionalTekun)', '集中供养特困 (institutionalTekun) | 临时供养 (temporaryTekun)'],
    ],
    zh: ['optionAdded | 特困供养方式：新增选项：临时供养', 'optionAdded | 对象类别：新增选项：临时供养'],
    changed: ['epidemic', 'weather', 'keyHelp', 'summer', 'doubleNinth'],
  },
  {
    notice: '05',
    title: 'an option more',
    edits: [
      ['乡镇街道 (township) | 村社区 (village)', '乡镇街道 (township) | 开发区 (zone) | 村社区 (village)'],
    ],
    zh: ['optionAdded | 任职单位：新增选项：开发区'],
    changed: ['helper', 'household.hasHelper', 'cadre.atMostFive', 'township.enoughCadres'],
  },
  {
    notice: '05',
    title: 'counted in another population',
    edits: [['未填则 人数 全体 帮扶干部 其中 帮扶主体 符合', '未填则 人数 全体 帮扶干部 其中 党员干部']],
    zh: [
      'factDefaultChanged | 情境 › 干部人数：未填时的算法改变：个数 全体 帮扶干部 帮扶主体 符合 → 个数 全体 帮扶干部 党员干部',
    ],
    changed: ['household.hasHelper', 'township.enoughCadres'],
  },
  {
    notice: '14',
    title: 'read of another record',
    edits: [
      [
        '种数 全体 结对 的 受助户 其中 参扶人 为 本人 且 在帮',
        '种数 全体 结对 的 受助户 其中 参扶人 为 本人',
      ],
    ],
    zh: [
      'definitionChanged | 结对户数：定义改变：种数 全体 结对 参扶人 为 本人 且 在帮 → 种数 全体 结对 参扶人 为 本人',
    ],
    changed: ['helper.onePairing'],
  },
  {
    notice: '14',
    title: 'ranks in another order',
    edits: [['副股 (deputySection) < 正股 (section)', '正股 (section) < 副股 (deputySection)']],
    zh: [
      'optionsReordered | 公安职级：选项次序改变：副股以下 < 副股 < 正股 < 股级以上 → 副股以下 < 正股 < 副股 < 股级以上',
    ],
    changed: [
      'pairing',
      'mustTakePart',
      'helper.onePairing',
      'household.hasHelper',
      'town.helpersAsCounted',
      'town.oneToOne',
    ],
  },
  {
    notice: '06',
    title: 'by another body',
    edits: [
      [
        '态度消极 (passiveAttitude): 是否                                   由 公司 认定',
        '态度消极 (passiveAttitude): 是否   由 上级 认定',
      ],
    ],
    zh: ['factDeterminerChanged | 受评主体 › 态度消极：认定机构改变：公司 → 上级'],
    changed: ['punishment'],
  },
  {
    notice: '09',
    title: 'a range widened',
    edits: [
      [
        '高血压健康管理率 (hypertensionManagementRate): 比例 从 0% 至 100%',
        '高血压健康管理率 (hypertensionManagementRate): 比例 从 0% 至 120%',
      ],
    ],
    zh: ['factRangeWidened | 中心 › 高血压健康管理率：范围放宽：0% 至 100% → 0% 至 120%'],
    changed: ['centre.chronicCare'],
  },
  {
    notice: '15',
    title: 'a range narrowed',
    edits: [
      [
        '最长连续任教学期数 (longestContinuousTerms): 学期 从 0 至 120',
        '最长连续任教学期数 (longestContinuousTerms): 学期 从 0 至 100',
      ],
    ],
    zh: [
      'factRangeNarrowed | 申请人 › 最长连续任教学期数：范围收窄：0 学期 至 120 学期 → 0 学期 至 100 学期',
    ],
    changed: ['allowance'],
  },
  {
    notice: '15',
    title: 'a term of four months',
    edits: [['学期 (term) = 1/2 年', '学期 (term) = 1/3 年']],
    zh: ['unitChanged | 学期：单位换算改变：6 个月 → 4 个月'],
    changed: ['allowance'],
  },
  {
    notice: '12',
    title: 'an option by another name',
    edits: [
      ['    没有离校 (present) |', '    在校 (present) |'],
      ['暂时离校事由 为 没有离校', '暂时离校事由 为 在校'],
      ['暂时离校事由 不为 没有离校', '暂时离校事由 不为 在校'],
    ],
    zh: ['labelChanged | 名称改变：没有离校 → 在校'],
    changed: [],
  },
  {
    notice: '12',
    title: 'a fact may be absent no more',
    edits: [['离岗日期 (postLeftDate): 日期 可无', '离岗日期 (postLeftDate): 日期']],
    zh: ['factAbsenceRefused | 教师 › 离岗日期：不再可无：可无 → 必有'],
    changed: ['allowance', 'teacher.realName', 'teacher.paidDirectly'],
  },
  {
    notice: '16',
    title: 'a parameter that somebody else sets',
    edits: [['金额 每月 从 0 元        由 当地政府 确定', '金额 每月 从 0 元        由 省政府 确定']],
    zh: ['parameterDeterminerChanged | 当地最低工资标准：确定机构改变：当地政府 → 省政府'],
    changed: ['stableEmployment'],
  },
  {
    notice: '16',
    title: 'values of a parameter by date',
    edits: [
      [
        '由 当地政府 确定   依据 一.二.2, 一.二.3\n',
        '由 当地政府 确定   依据 一.二.2, 一.二.3\n    自 2012-04-01(含): 1100 元 每月\n',
      ],
    ],
    zh: ['parameterValueAdded | 当地最低工资标准：新增定值：自 2012-04-01: 每月 1100 元'],
    changed: ['stableEmployment'],
  },
];
