import { define } from '../diagnostic.ts';
import { aid, enExample as en, notice, years, zhExample as zh, type Shown } from './analysis-samples.ts';
import type { Words } from './samples.ts';

const grades = '分数 (score): 整数 从 0 至 40';
const twoTiers = ['档次 按 年限', '  20 年 以上: 每人 9 元', '  低于 20 年: 每人 8 元'];
const fourTiers = (third: number): readonly string[] => [
  '档次 按 分数',
  '  30 以上: 每人 900 元',
  `  20 至 29: 每人 ${third} 元`,
  '  10 至 19: 每人 700 元',
  '  低于 10: 每人 500 元',
];
const payers = (below: string): string =>
  aid(
    [years],
    [
      '资格 年限 1 年 以上',
      '金额 每人 5 元',
      '分担 按 年限',
      '  10 年 以上: 省 50%, 市 50%',
      `  低于 10 年: ${below}`,
    ],
  );
const quota = (staff: number): string =>
  notice(
    ['有病 (ill): 是否'],
    [
      '情境',
      `  在编人数 (staff): 人 未填则 ${staff} 人`,
      '',
      '项目 补助 (aid)',
      '  资格 有病',
      '  名额 2 人',
      '    上限 在编人数 × 20% 舍去',
      '    排序 未规定 "没有评分"',
    ],
  );

/** Findings about tiers and other tables. */
export const analysisTiers = {
  rowNeverReached: define<Shown & { row: Words; eligible: boolean }>({
    code: 'BF4021',
    severity: 'warning',
    zh: {
      title: '这一档轮不到',
      message: (p) =>
        p.eligible
          ? `符合资格的人没有一个落在 “${p.row.zh}” 这一档。${p.example ? `例如：${p.example.zh}，落在这一档，不符合资格。` : ''}`
          : `声明的范围里没有一个值落在 “${p.row.zh}” 这一行。${p.example ? `例如：${p.example.zh}，不落在这一行。` : ''}`,
      hint: () => '删去这一行，或检查范围和资格里的数字；原文就是这样的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'The tier is never reached',
      message: (p) =>
        p.eligible
          ? `Nobody who is eligible falls into the row "${p.row.en}".${p.example ? ` For example: ${p.example.en} falls into it and is not eligible.` : ''}`
          : `No value of the declared range falls into the row "${p.row.en}".${p.example ? ` For example: ${p.example.en} does not.` : ''}`,
      hint: () =>
        'Leave the row out or check the range and the eligibility; if the notice is so, add accept "reason".',
    },
    bad: aid([years], ['资格 年限 20 年 以上', ...twoTiers]),
    good: aid([years], ['资格 年限 10 年 以上', ...twoTiers]),
  }),
  amountFalls: define<Shown & { row: Words; before: Words; line: number; rises: boolean }>({
    code: 'BF4022',
    severity: 'warning',
    zh: {
      title: '档次升高金额反而少',
      message: (p) =>
        `“${p.row.zh}” 的金额比第 ${p.line} 行 “${p.before.zh}” 的${p.rises ? '少' : '多'}，与其他各档的升降相反。${zh(p)}`,
      hint: () => '检查这两行的金额；原文就是这样的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'The amount falls where the tiers rise',
      message: (p) =>
        `The amount of "${p.row.en}" is ${p.rises ? 'less' : 'more'} than that of "${p.before.en}" on line ${p.line}, against the other rows.${en(p)}`,
      hint: () => 'Check the amounts of both rows; if the notice is so, add accept "reason".',
    },
    bad: aid([grades], ['资格 分数 1 以上', ...fourTiers(600)]),
    good: aid([grades], ['资格 分数 1 以上', ...fourTiers(800)]),
  }),
  tierGap: define<Shown & { below: Words | null; above: Words | null }>({
    code: 'BF4023',
    severity: 'warning',
    zh: {
      title: '有人没有档次',
      message: (p) =>
        `符合资格而没有档次。${p.below ? `下一档是 ${p.below.zh}` : ''}${p.below && p.above ? '，' : ''}${p.above ? `上一档是 ${p.above.zh}` : ''}${p.below || p.above ? '。' : ''}${zh(p)}`,
      hint: () => '向制定机关问明这一档的标准；原文确实没有写的，保留 未规定 "原因"。',
    },
    en: {
      title: 'Some have no tier',
      message: (p) =>
        `Eligible, and no tier.${p.below ? ` The tier below gives ${p.below.en}.` : ''}${p.above ? ` The tier above gives ${p.above.en}.` : ''}${en(p)}`,
      hint: () =>
        'Ask the issuing body for the standard; if the notice is silent, keep unspecified "reason".',
    },
    bad: aid(
      [years],
      [
        '资格 年限 1 年 以上',
        '档次 按 年限',
        '  超过 30 年: 每人 9 元',
        '  30 年: 未规定',
        '  低于 30 年: 每人 8 元',
      ],
    ),
    good: aid(
      [years],
      ['资格 年限 1 年 以上', '档次 按 年限', '  30 年 以上: 每人 9 元', '  低于 30 年: 每人 8 元'],
    ),
  }),
  shareGap: define<Shown>({
    code: 'BF4026',
    severity: 'warning',
    zh: {
      title: '没有说由谁负担',
      message: (p) => `符合资格，却没有说由谁负担。${zh(p)}`,
      hint: () => '向制定机关问明由谁负担；原文确实没有写的，保留 未规定 "原因"。',
    },
    en: {
      title: 'Nobody is said to pay',
      message: (p) => `Eligible, and nobody is said to pay.${en(p)}`,
      hint: () => 'Ask the issuing body who pays; if the notice is silent, keep unspecified "reason".',
    },
    bad: payers('未规定'),
    good: payers('市 100%'),
  }),
  quotaDiffers: define<Shown & { cap: Words; places: Words; comes: Words }>({
    code: 'BF4031',
    severity: 'warning',
    zh: {
      title: '名额与比例不一致',
      message: (p) =>
        `名额是 ${p.places.zh}，上限 “${p.cap.zh}” 算出来是 ${p.comes.zh}，两者不一致。${zh(p)}`,
      hint: () =>
        '以哪个为准的写 “不一致 以 名额 为准” 或 “以 上限 为准”；原文没有说的，写 “不一致 未规定 "…"”。',
    },
    en: {
      title: 'The quota and the percentage differ',
      message: (p) => `The quota is ${p.places.en}, the cap "${p.cap.en}" comes to ${p.comes.en}.${en(p)}`,
      hint: () =>
        'Say which binds by a mismatch line; where the notice is silent write mismatch unspecified "…".',
    },
    bad: quota(9),
    good: quota(10),
  }),
} as const;
