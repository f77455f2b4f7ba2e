import { pairs } from '../kit.ts';

pairs('refactorings', [
  {
    title: 'lines in another order',
    edits: [
      [
        '    本地户籍 (isLocal): 户籍 为 本地   依据 一.1\n    收入低 (lowIncome): 月收入 3000 元 以下   依据 一.2\n',
        '    收入低 (lowIncome): 月收入 3000 元 以下   依据 一.2\n    本地户籍 (isLocal): 户籍 为 本地   依据 一.1\n',
      ],
    ],
    zh: [],
    en: [],
  },
  {
    title: 'rows in another order',
    edits: [
      [
        '    1 年 至 3 年: 每人每月 300 元   依据 四.1\n    4 年 至 8 年: 每人每月 500 元   依据 四.2\n',
        '    4 年 至 8 年: 每人每月 500 元   依据 四.2\n    1 年 至 3 年: 每人每月 300 元   依据 四.1\n',
      ],
    ],
    zh: [],
    en: [],
  },
  {
    title: 'the same bound in other words',
    edits: [['3000 元 以下', '不高于 3000 元']],
    zh: [],
    en: [],
  },
  {
    title: 'comments and blank lines',
    edits: [
      ['主体 学生', '# 说明\n\n主体 学生'],
      ['在校   当', '在校     当'],
    ],
    zh: [],
    en: [],
  },
  {
    title: 'definitions in another order',
    edits: [
      [
        '定义 困难 (hardship) = 月收入 不高于 最低工资   依据 二\n定义 年限 (years) = 在读学期 折合 年 进位\n',
        '定义 年限 (years) = 在读学期 折合 年 进位\n定义 困难 (hardship) = 月收入 不高于 最低工资   依据 二\n',
      ],
    ],
    zh: [],
    en: [],
  },
  {
    title: 'a condition given a name',
    edits: [
      ['收入低 (lowIncome): 月收入 3000 元 以下', '收入低 (lowIncome): 三千以下'],
      ['定义 年限', '定义 三千以下 (underThree) = 月收入 3000 元 以下\n定义 年限'],
    ],
    zh: [
      'definitionAdded | 三千以下：新增定义：月收入 3000 元 以下',
      'conditionRestated | 补助 › 资格 › 收入低：换一种写法，意思不变：月收入 3000 元 以下 → 三千以下',
    ],
    en: [
      'underThree: definition added: income at most 3000 yuan',
      'aid › eligible › lowIncome: restated, same meaning: income at most 3000 yuan → underThree',
    ],
  },
  {
    title: 'one amount written in ten thousands',
    edits: [['3000 元 以下', '0.3 万元 以下']],
    zh: [],
    en: [],
  },
]);
