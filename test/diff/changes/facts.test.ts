import { pairs } from '../kit.ts';

pairs('facts', [
  {
    title: 'a fact that nothing reads',
    edits: [['  住校 (boards): 是否\n', '  住校 (boards): 是否\n  贫困村 (poorVillage): 是否\n']],
    zh: ['factAdded | 学生 › 贫困村：新增事实：是否'],
    en: ['student › poorVillage: fact added: yes or no'],
  },
  {
    title: 'a new fact that a rule reads',
    edits: [
      ['  住校 (boards): 是否\n', '  住校 (boards): 是否\n  贫困村 (poorVillage): 是否\n'],
      [
        '    重领 (twice): 重复领取   依据 三.2\n',
        '    重领 (twice): 重复领取   依据 三.2\n    村 (village): 贫困村\n',
      ],
    ],
    zh: ['factAdded | 学生 › 贫困村：新增事实：是否', 'exclusionAdded | 补助 › 排除 › 村：新增排除：贫困村'],
    en: [
      'student › poorVillage: fact added: yes or no',
      'aid › excluded › village: exclusion added: poorVillage',
    ],
  },
  {
    title: 'a fact taken out with the exclusion that read it',
    edits: [
      ['  受处分 (punished): 是否\n', ''],
      ['    处分 (isPunished): 受处分   依据 三.1\n      例外 孤儿免除 (orphanSpared): 孤儿\n', ''],
    ],
    zh: [
      'factRemoved | 学生 › 受处分：删去事实：是否',
      'exclusionRemoved | 补助 › 排除 › 处分：删去排除：受处分',
    ],
    en: [
      'student › punished: fact removed: yes or no',
      'aid › excluded › isPunished: exclusion dropped: punished',
    ],
  },
  {
    title: 'renamed in both languages',
    edits: [
      ['重复领取 (paidTwice)', '领过两次 (doublePaid)'],
      ['重领 (twice): 重复领取', '重领 (twice): 领过两次'],
    ],
    zh: ['factRenamed | 学生 › 领过两次：事实改名：重复领取 (paidTwice) → 领过两次 (doublePaid)'],
    en: ['student › doublePaid: fact renamed: paidTwice → doublePaid'],
  },
  {
    title: 'renamed in English',
    edits: [['重复领取 (paidTwice)', '重复领取 (doublePaid)']],
    zh: ['factRenamed | 学生 › 重复领取：事实改名：重复领取 (paidTwice) → 重复领取 (doublePaid)'],
    en: ['student › doublePaid: fact renamed: paidTwice → doublePaid'],
  },
  {
    title: 'another type',
    edits: [
      ['  住校 (boards): 是否\n', '  住校 (boards): 整数\n'],
      ['住校生 (boarder): 住校', '住校生 (boarder): 住校 1 以上'],
    ],
    zh: [
      'factTypeChanged | 学生 › 住校：类型改变：是否 → 整数',
      'conditionChanged | 补助 › 资格 › 住校生：条件改变：住校 → 住校 1 以上',
    ],
    en: [
      'student › boards: type changed: yes or no → integer',
      'aid › eligible › boarder: condition changed: boards → boards at least 1',
    ],
  },
  {
    title: 'a wider range',
    edits: [['至 20000 元', '至 30000 元']],
    zh: ['factRangeWidened | 学生 › 月收入：范围放宽：0 元 至 20000 元 → 0 元 至 30000 元'],
    en: ['student › income: range widened: 0 yuan to 20000 yuan → 0 yuan to 30000 yuan'],
  },
  {
    title: 'a narrower range',
    edits: [['至 20000 元', '至 10000 元']],
    zh: ['factRangeNarrowed | 学生 › 月收入：范围收窄：0 元 至 20000 元 → 0 元 至 10000 元'],
    en: ['student › income: range narrowed: 0 yuan to 20000 yuan → 0 yuan to 10000 yuan'],
  },
  {
    title: 'no longer absent',
    edits: [['休学日期 (leaveDate): 日期 可无', '休学日期 (leaveDate): 日期']],
    zh: ['factAbsenceRefused | 学生 › 休学日期：不再可无：可无 → 必有'],
    en: ['student › leaveDate: may no longer be absent: may be absent → always there'],
  },
  {
    title: 'may be absent',
    edits: [['月收入 (income): 金额 从 0 元 至 20000 元', '月收入 (income): 金额 从 0 元 至 20000 元 可无']],
    zh: ['factAbsenceAllowed | 学生 › 月收入：改为可无：必有 → 可无'],
    en: ['student › income: may now be absent: always there → may be absent'],
  },
  {
    title: 'another proof',
    edits: [['凭 收入证明', '凭 工资单']],
    zh: ['factProofChanged | 学生 › 月收入：凭证改变：收入证明 → 工资单'],
    en: ['student › income: proof changed: 收入证明 → 工资单'],
  },
  {
    title: 'another body finds it',
    edits: [['由 学校 认定', '由 教育局 认定']],
    zh: ['factDeterminerChanged | 学生 › 在校：认定机构改变：学校 → 教育局'],
    en: ['student › enrolled: who finds it changed: 学校 → 教育局'],
  },
  {
    title: 'a default',
    edits: [['在校 (enrolled): 是否   由 学校 认定', '在校 (enrolled): 是否   由 学校 认定   未填则 住校']],
    zh: ['factDefaultChanged | 学生 › 在校：未填时的算法改变：住校'],
    en: ['student › enrolled: default changed: boards'],
  },
  {
    title: 'ranks reordered',
    edits: [
      ['等级 (grade): 差 (poor) < 中 (fair) < 良 (good)', '等级 (grade): 差 (poor) < 良 (good) < 中 (fair)'],
    ],
    zh: ['optionsReordered | 等级：选项次序改变：差 < 中 < 良 → 差 < 良 < 中'],
    en: ['grade: order of options changed: poor < fair < good → poor < good < fair'],
  },
  {
    title: 'an option more',
    edits: [['外地 (elsewhere)', '外地 (elsewhere) | 境外 (abroad)']],
    zh: ['optionAdded | 户籍：新增选项：境外'],
    en: ['hukou: option added: abroad'],
  },
  {
    title: 'an option less',
    edits: [[' < 良 (good)', '']],
    zh: ['optionRemoved | 等级：删去选项：良'],
    en: ['grade: option removed: good'],
  },
  {
    title: 'opened',
    edits: [['  材料清单 (papers): 多选\n', '  材料清单 (papers): 多选 等\n']],
    zh: ['optionsOpened | 材料清单：改为开放列举：只有所列 → 等'],
    en: ['papers: enumeration opened: only those listed → and others'],
  },
  {
    title: 'another unit',
    edits: [['学期 (term) = 1/2 年', '学期 (term) = 1/3 年']],
    zh: ['unitChanged | 学期：单位换算改变：6 个月 → 4 个月'],
    en: ['term: unit changed: 6 months → 4 months'],
  },
]);
