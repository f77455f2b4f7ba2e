import { pairs } from '../kit.ts';

pairs('definitions', [
  {
    title: 'stricter',
    edits: [['月收入 不高于 最低工资', '月收入 低于 最低工资']],
    zh: ['definitionChanged | 困难：定义改变：月收入 最低工资 以下 → 月收入 低于 最低工资'],
    en: ['hardship: definition changed: income at most minimumWage → income under minimumWage'],
  },
  {
    title: 'renamed',
    edits: [['定义 困难 (hardship)', '定义 有困难 (inNeed)']],
    zh: ['definitionRenamed | 有困难：定义改名：困难 (hardship) → 有困难 (inNeed)'],
    en: ['inNeed: definition renamed: hardship → inNeed'],
  },
  {
    title: 'a line of a group',
    edits: [['不满 30 周岁', '不满 28 周岁']],
    zh: [
      'thresholdMoved | 满龄 › 未老：界限移动：出生日期 至今 不满 30 年 → 出生日期 至今 不满 28 年（-2 年）',
    ],
    en: [
      'ofAge › notOld: threshold moved: birthDate to now under 30 years → birthDate to now under 28 years (-2 years)',
    ],
  },
  {
    title: 'added',
    edits: [['定义 年限', '定义 三千以下 (underThree) = 月收入 3000 元 以下\n定义 年限']],
    zh: ['definitionAdded | 三千以下：新增定义：月收入 3000 元 以下'],
    en: ['underThree: definition added: income at most 3000 yuan'],
  },
  {
    title: 'taken out',
    edits: [['定义 困难 (hardship) = 月收入 不高于 最低工资   依据 二\n', '']],
    zh: ['definitionRemoved | 困难：删去定义：月收入 最低工资 以下'],
    en: ['hardship: definition removed: income at most minimumWage'],
  },
]);
