import { pairs } from '../kit.ts';

pairs('conditions', [
  {
    title: 'a threshold',
    edits: [['3000 元 以下', '3500 元 以下']],
    zh: [
      'thresholdMoved | 补助 › 资格 › 收入低：界限移动：月收入 3000 元 以下 → 月收入 3500 元 以下（+500 元）',
    ],
    en: [
      'aid › eligible › lowIncome: threshold moved: income at most 3000 yuan → income at most 3500 yuan (+500 yuan)',
    ],
  },
  {
    title: 'the boundary no longer included',
    edits: [['3000 元 以下', '低于 3000 元']],
    zh: ['boundChanged | 补助 › 资格 › 收入低：界限含与不含改变：月收入 3000 元 以下 → 月收入 低于 3000 元'],
    en: [
      'aid › eligible › lowIncome: boundary made inclusive or exclusive: income at most 3000 yuan → income under 3000 yuan',
    ],
  },
  {
    title: 'another condition',
    edits: [['收入低 (lowIncome): 月收入 3000 元 以下', '收入低 (lowIncome): 困难']],
    zh: ['conditionChanged | 补助 › 资格 › 收入低：条件改变：月收入 3000 元 以下 → 困难'],
    en: ['aid › eligible › lowIncome: condition changed: income at most 3000 yuan → hardship'],
  },
  {
    title: 'a line less',
    edits: [['      住校生 (boarder): 住校\n', '']],
    zh: ['conditionRemoved | 补助 › 资格 › 住校生：删去条件：住校'],
    en: ['aid › eligible › boarder: condition dropped: boards'],
  },
  {
    title: 'a line more',
    edits: [
      ['      住校生 (boarder): 住校\n', '      住校生 (boarder): 住校\n      特困生 (veryPoor): 困难\n'],
    ],
    zh: ['conditionAdded | 补助 › 资格 › 特困生：新增条件：困难'],
    en: ['aid › eligible › veryPoor: condition added: hardship'],
  },
  {
    title: 'all of instead of any of',
    edits: [['类别 (kind): 满足其一', '类别 (kind): 同时满足']],
    zh: ['groupChanged | 补助 › 资格 › 类别：组合方式改变：满足其一 → 同时满足'],
    en: ['aid › eligible › kind: way of combining changed: any of → all of'],
  },
  {
    title: 'moved to the group outside',
    edits: [
      ['      住校生 (boarder): 住校\n', ''],
      ['依据 一.4\n', '依据 一.4\n    住校生 (boarder): 住校\n'],
    ],
    zh: ['conditionMoved | 补助 › 资格 › 住校生：条件移到另一组：类别 → 资格'],
    en: ['aid › eligible › boarder: condition moved to another group: kind → eligible'],
  },
  {
    title: 'another case in which it applies',
    edits: [['当 非 孤儿', '当 非 住校']],
    zh: ['whenChanged | 补助 › 资格 › 在校生：适用情形改变：非 孤儿 → 非 住校'],
    en: ['aid › eligible › isEnrolled: when it applies changed: not orphan → not boards'],
  },
  {
    title: 'it always applies',
    edits: [['   当 非 孤儿', '']],
    zh: ['whenChanged | 补助 › 资格 › 在校生：适用情形改变：非 孤儿 → 始终'],
    en: ['aid › eligible › isEnrolled: when it applies changed: not orphan → always'],
  },
  {
    title: 'an exception less',
    edits: [['      例外 孤儿免除 (orphanSpared): 孤儿\n', '']],
    zh: ['exceptionRemoved | 补助 › 排除 › 孤儿免除：删去例外：孤儿'],
    en: ['aid › excluded › orphanSpared: exception dropped: orphan'],
  },
  {
    title: 'an exclusion less',
    edits: [['    重领 (twice): 重复领取   依据 三.2\n', '']],
    zh: ['exclusionRemoved | 补助 › 排除 › 重领：删去排除：重复领取'],
    en: ['aid › excluded › twice: exclusion dropped: paidTwice'],
  },
  {
    title: 'an exclusion more',
    edits: [
      [
        '    重领 (twice): 重复领取   依据 三.2\n',
        '    重领 (twice): 重复领取   依据 三.2\n    休学 (onLeave): 休学日期 存在\n',
      ],
    ],
    zh: ['exclusionAdded | 补助 › 排除 › 休学：新增排除：休学日期 存在'],
    en: ['aid › excluded › onLeave: exclusion added: leaveDate exists'],
  },
  {
    title: 'renamed',
    edits: [['本地户籍 (isLocal)', '本地户籍 (localHukou)']],
    zh: [
      'conditionRenamed | 补助 › 资格 › 本地户籍：条件改名：本地户籍 (aid.isLocal) → 本地户籍 (aid.localHukou)',
    ],
    en: ['aid › eligible › localHukou: condition renamed: aid.isLocal → aid.localHukou'],
  },
]);
