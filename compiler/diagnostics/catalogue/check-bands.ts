import { define } from '../diagnostic.ts';
import { eligible, head, type Words } from './samples.ts';

const bands = (rows: readonly string[], key = '负债'): string =>
  `${head}定义 补贴额 (relief) 分段 按 ${key}\n${rows.map((row) => `  ${row}\n`).join('')}`;
const joined = ['1 万元 以下: 0%', '超过 1 万元 至 5 万元: 50%', '超过 5 万元: 70%'];

const tier = (rows: readonly string[], mode = ''): string =>
  `${eligible('生日 存在')}  档次${mode}\n${rows.map((row) => `    ${row}\n`).join('')}`;

/** Findings about rows that are conditions and about bands. */
export const checkBands = {
  rowsMayMiss: define({
    code: 'BF3100',
    severity: 'error',
    zh: {
      title: '不能断定各行管到所有情形',
      message: () => '各行是条件，看不出是否每种情形都有一行管到。',
      hint: () => '最后加一行 “其余: …”；原文没有写的，写 “其余: 未规定 "…"”。',
    },
    en: {
      title: 'The rows may leave a case out',
      message: () => 'The rows are conditions, and nothing shows that every case falls into one of them.',
      hint: () => 'Close with "otherwise: …", or with otherwise: unspecified "…" where the notice is silent.',
    },
    bad: tier(['有 受助日期: 每人 3 元', '非 有 受助日期 且 生日 在 2000-01-01 前(含): 每人 2 元']),
    good: tier(['有 受助日期: 每人 3 元', '其余: 每人 2 元']),
  }),
  rowNeverApplies: define<{ row: string }>({
    code: 'BF3101',
    severity: 'error',
    zh: {
      title: '这一行永远用不上',
      message: ({ row }) => `“${row}” 这一行没有任何情形会用到。`,
      hint: () => '条件自相矛盾的，改正条件；依次来看被上面各行占尽的，移到上面或删去。',
    },
    en: {
      title: 'This row never applies',
      message: ({ row }) => `Nothing can ever fall into the row "${row}".`,
      hint: () =>
        'Correct its condition, or move it above the rows that take all of its cases, or leave it out.',
    },
    bad: tier(['年限 10 年 以上: 每人 3 元', '年限 20 年 以上: 每人 5 元', '其余: 每人 1 元'], ' 依次'),
    good: tier(['年限 20 年 以上: 每人 5 元', '年限 10 年 以上: 每人 3 元', '其余: 每人 1 元'], ' 依次'),
  }),
  bandsNeedKey: define({
    code: 'BF3102',
    severity: 'error',
    zh: {
      title: '没有说按哪个数分段',
      message: () => '“分段” 要按一个金额或数量来分。',
      hint: () => '写成 “定义 补贴额 (relief) 分段 按 自付费用”，各段写在下面。',
    },
    en: {
      title: 'What the bands divide is missing',
      message: () => 'Bands divide one amount of money or one quantity.',
      hint: () => 'Write "define relief in bands by ownCost" with the bands below.',
    },
    bad: bands(joined, '级别'),
    good: bands(joined),
  }),
  bandShape: define({
    code: 'BF3103',
    severity: 'error',
    zh: {
      title: '这一段的界限看不懂',
      message: () => '每一段要写从多少到多少，后面是这一段的比例。',
      hint: () => '依次写 “1 万元 以下: 0%”“超过 1 万元 至 5 万元: 50%”“超过 5 万元: 70%”。',
    },
    en: {
      title: 'The ends of this band are unclear',
      message: () => 'A band says from where to where it goes, then the rate for that part.',
      hint: () =>
        'Such as "at most 10000 yuan: 0%", "over 10000 yuan to 50000 yuan: 50%", "over 50000 yuan: 70%".',
    },
    bad: bands(['恰 1 万元: 0%', '超过 1 万元: 50%']),
    good: bands(['1 万元 以下: 0%', '超过 1 万元: 50%']),
  }),
  bandsNotJoined: define<{ expected: Words }>({
    code: 'BF3104',
    severity: 'error',
    zh: {
      title: '各段没有接上',
      message: ({ expected }) => `这一段应当从 ${expected.zh} 起，往上走。`,
      hint: () => '各段从低到高写，每一段从上一段的止点起；不给的那一段写 0%。',
    },
    en: {
      title: 'The bands do not join',
      message: ({ expected }) => `This band should begin at ${expected.en} and rise from there.`,
      hint: () =>
        'Write the bands from the lowest up, each from the end of the one before; 0% where nothing is paid.',
    },
    bad: bands(['1 万元 以下: 0%', '超过 2 万元: 50%']),
    good: bands(['1 万元 以下: 0%', '超过 1 万元: 50%']),
  }),
  bandAfterLast: define({
    code: 'BF3105',
    severity: 'error',
    zh: {
      title: '没有止点的段后面又有一段',
      message: () => '上一段没有止点，后面不能再有一段。',
      hint: () => '给上一段写止点，例如 “超过 1 万元 至 5 万元”。',
    },
    en: {
      title: 'A band after the one without end',
      message: () => 'The band above has no end, so none can come after it.',
      hint: () => 'Give the band above an end, such as "over 10000 yuan to 50000 yuan".',
    },
    bad: bands(['1 万元 以下: 0%', '超过 1 万元: 50%', '超过 5 万元: 70%']),
    good: bands(joined),
  }),
} as const;
