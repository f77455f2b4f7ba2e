import { aid, birth, ill, income, level, score, sex } from './facts.ts';
import type { Sample } from './kit.ts';

const ages = (eighty: number): string =>
  aid(
    '资格 生日 至今 满 60 周岁',
    '档次 依次',
    '  生日 至今 满 90 周岁: 每人 900 元',
    `  生日 至今 满 80 周岁: 每人 ${eighty} 元`,
    '  生日 至今 满 70 周岁: 每人 500 元',
    '  其余: 每人 100 元',
  );
const rows = (twenty: number, unit = ''): readonly string[] =>
  ['  30 以上: 900', `  20 至 29: ${twenty}`, '  10 至 19: 700', '  低于 10: 500'].map(
    (row) => `${row.replace(': ', `: ${unit}`)} 元`,
  );

/** Cliffs off the tier table of numbers, holes and overlaps over several columns, conditions and choices; and look-alikes. */
export const tableSamples: readonly Sample[] = [
  {
    name: 'a cliff among ages taken in order',
    facts: [birth],
    rules: ages(300),
    finds: 'BF4022',
    line: 5,
    shows: '生日 1944-06-01',
  },
  { name: 'ages taken in order that rise', facts: [birth], rules: ages(600) },
  {
    name: 'a cliff in an amount by rows',
    facts: [score],
    rules: aid('资格 分数 10 以上', '金额 按 分数', ...rows(600, '每人 ')).replace(
      '  低于 10: 每人 500 元',
      '  低于 10: 每人 0 元',
    ),
    finds: 'BF4022',
    line: 5,
    shows: '分数 20',
  },
  {
    name: 'an amount by rows that rises',
    facts: [score],
    rules: aid('资格 分数 1 以上', '金额 按 分数', ...rows(800, '每人 ')),
  },
  {
    name: 'a cliff in a definition',
    facts: [score],
    rules: `定义 标准 (rate) 按 分数\n${rows(600).join('\n')}\n${aid('资格 分数 1 以上', '金额 每人 标准')}`,
    finds: 'BF4022',
    line: 3,
    shows: '分数 20',
  },
  {
    name: 'a definition that rises',
    facts: [score],
    rules: `定义 标准 (rate) 按 分数\n${rows(800).join('\n')}\n${aid('资格 分数 1 以上', '金额 每人 标准')}`,
  },
  {
    name: 'a fall along an ordered choice against what is asserted',
    facts: [level, ill],
    rules: `${aid('资格 有病', '档次 按 等级', '  低: 每人 100 元', '  中: 每人 300 元', '  高: 每人 200 元')}\n断言\n  补助 的 金额 随 等级 不减`,
    finds: 'BF4022',
    line: 6,
    shows: '等级 高',
  },
  {
    name: 'a rise along an ordered choice',
    facts: [level, ill],
    rules: aid('资格 有病', '档次 按 等级', '  低: 每人 100 元', '  中: 每人 200 元', '  高: 每人 300 元'),
  },
  {
    name: 'a rise among limits from below that fall',
    facts: [income, ill],
    rules: aid(
      '资格 有病',
      '档次 依次',
      '  收入 低于 1000 元: 每人 300 元',
      '  收入 低于 2000 元: 每人 100 元',
      '  收入 低于 3000 元: 每人 200 元',
      '  其余: 每人 50 元',
    ),
    finds: 'BF4022',
    line: 6,
    shows: '收入 2000 元',
  },
  {
    name: 'limits from below that fall',
    facts: [income, ill],
    rules: aid(
      '资格 有病',
      '档次 依次',
      '  收入 低于 1000 元: 每人 300 元',
      '  收入 低于 2000 元: 每人 200 元',
      '  收入 低于 3000 元: 每人 100 元',
      '  其余: 每人 50 元',
    ),
  },
  {
    name: 'a hole between two columns',
    facts: [score, sex],
    rules: aid(
      '资格 分数 1 以上',
      '档次 按 分数, 性别',
      '  50 以上, 男: 每人 9 元',
      '  50 以上, 女: 每人 8 元',
      '  低于 50, 男: 每人 7 元',
    ),
    finds: 'BF3029',
    line: 3,
    shows: '分数 0，性别 女',
  },
  {
    name: 'two columns without hole',
    facts: [score, sex],
    rules: aid(
      '资格 分数 1 以上',
      '档次 按 分数, 性别',
      '  50 以上, 男: 每人 9 元',
      '  50 以上, 女: 每人 8 元',
      '  低于 50, 男: 每人 7 元',
      '  低于 50, 女: 每人 6 元',
    ),
  },
  {
    name: 'an overlap between two columns',
    facts: [score, sex],
    rules: aid(
      '资格 分数 1 以上',
      '档次 按 分数, 性别',
      '  50 以上, 男: 每人 9 元',
      '  40 以上, 男: 每人 8 元',
      '  其余: 每人 7 元',
    ),
    finds: 'BF3028',
    line: 5,
    shows: '分数 50，性别 男',
  },
  {
    name: 'two columns side by side',
    facts: [score, sex],
    rules: aid(
      '资格 分数 1 以上',
      '档次 按 分数, 性别',
      '  50 以上, 男: 每人 9 元',
      '  40 以上, 女: 每人 8 元',
      '  其余: 每人 7 元',
    ),
  },
  {
    name: 'a hole between conditions',
    facts: [score, ill],
    rules: aid('资格 分数 1 以上', '档次', '  分数 50 以上: 每人 9 元', '  有病 且 分数 低于 50: 每人 8 元'),
    finds: 'BF3029',
    line: 3,
    shows: '分数 为 0，非 有病',
  },
  {
    name: 'conditions without hole',
    facts: [score, ill],
    rules: aid(
      '资格 分数 1 以上',
      '档次',
      '  分数 50 以上: 每人 9 元',
      '  有病 且 分数 低于 50: 每人 8 元',
      '  非 有病 且 分数 低于 50: 每人 7 元',
    ),
  },
  {
    name: 'an overlap between conditions',
    facts: [score, ill],
    rules: aid(
      '资格 分数 1 以上',
      '档次',
      '  分数 50 以上: 每人 9 元',
      '  有病: 每人 8 元',
      '  其余: 每人 1 元',
    ),
    finds: 'BF3028',
    line: 5,
    shows: '分数 为 50，有病',
  },
  {
    name: 'a hole in an ordered choice',
    facts: [level, ill],
    rules: aid('资格 有病', '档次 按 等级', '  超过 中: 每人 9 元', '  低于 中: 每人 8 元'),
    finds: 'BF3029',
    line: 3,
    shows: '等级 中',
  },
  {
    name: 'an ordered choice in two halves',
    facts: [level, ill],
    rules: aid('资格 有病', '档次 按 等级', '  不低于 中: 每人 9 元', '  低于 中: 每人 8 元'),
  },
  {
    name: 'a choice that may be something else without a row for it',
    facts: ['户别 (kind): 低保 (low) | 特困 (destitute) 等', ill],
    rules: aid('资格 有病', '档次 按 户别', '  低保: 每人 9 元', '  特困: 每人 8 元'),
    finds: 'BF3029',
    line: 3,
    shows: '户别 其他',
  },
  {
    name: 'ages of the eligible only, closed by otherwise',
    facts: [birth],
    rules: aid(
      '资格 生日 至今 满 60 周岁',
      '档次',
      '  生日 至今 满 80 周岁: 每人 9 元',
      '  生日 至今 满 60 周岁 且 生日 至今 不满 80 周岁: 每人 8 元',
      '  其余: 每人 0 元',
    ),
  },
  {
    name: 'shares that come to less than the whole',
    facts: [ill],
    rules: aid('资格 有病', '金额 每人 5 元', '分担 省 50%, 市 40%'),
    finds: 'BF3041',
    line: 4,
    shows: '90%',
  },
  {
    name: 'shares that come to the whole',
    facts: [ill],
    rules: aid('资格 有病', '金额 每人 5 元', '分担 省 50%, 市 50%'),
  },
];
