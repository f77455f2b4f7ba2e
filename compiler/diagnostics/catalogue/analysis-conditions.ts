import { define } from '../diagnostic.ts';
import {
  aid,
  birth,
  debt,
  enExample as en,
  ill,
  notice,
  type Shown,
  years,
  zhExample as zh,
} from './analysis-samples.ts';
import type { Words } from './samples.ts';

/** Findings about conditions that hold for nobody or for everybody, and about lines that say the same or the contrary. */
export const analysisConditions = {
  neverHolds: define<Shown & { what: Words }>({
    code: 'BF4001',
    severity: 'error',
    zh: {
      title: '这个条件不可能成立',
      message: (p) =>
        `“${p.what.zh}” 对谁都不可能成立。${p.example ? `例如：${p.example.zh}，也不成立。` : ''}`,
      hint: () => '检查数字、单位和声明的范围；原文就是这样的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'The condition can never hold',
      message: (p) =>
        `"${p.what.en}" can hold for nobody.${p.example ? ` For example: ${p.example.en}, and it does not hold.` : ''}`,
      hint: () =>
        'Check the figure, the unit and the declared range; if the notice is so, add accept "reason".',
    },
    bad: aid([years], ['资格 年限 超过 50 年']),
    good: aid([years], ['资格 年限 超过 30 年']),
  }),
  alwaysHolds: define<Shown & { what: Words }>({
    code: 'BF4002',
    severity: 'warning',
    zh: {
      title: '这个条件总是成立',
      message: (p) =>
        `“${p.what.zh}” 对谁都成立，等于没有这个条件。${p.example ? `例如：${p.example.zh}，也成立。` : ''}`,
      hint: () => '检查数字、单位和声明的范围；不需要的删去；原文就是这样的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'The condition always holds',
      message: (p) =>
        `"${p.what.en}" holds for everybody, so it asks for nothing.${p.example ? ` For example: ${p.example.en}, and it holds.` : ''}`,
      hint: () =>
        'Check the figure, the unit and the declared range, or leave it out; if the notice is so, add accept "reason".',
    },
    bad: aid([debt], ['资格 负债 0 元 以上']),
    good: aid([debt], ['资格 负债 1 元 以上']),
  }),
  contradiction: define<Shown & { first: Words; second: Words; line: number }>({
    code: 'BF4003',
    severity: 'error',
    zh: {
      title: '两个条件互相矛盾',
      message: (p) =>
        `“${p.second.zh}” 与第 ${p.line} 行的 “${p.first.zh}” 不可能同时成立，没有人能都满足。${p.example ? `例如：${p.example.zh}，满足那一条，不满足这一条。` : ''}`,
      hint: () => '改动其中一个；只需满足一个的写 “满足其一”；原文自相矛盾的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'Two conditions contradict each other',
      message: (p) =>
        `"${p.second.en}" and "${p.first.en}" on line ${p.line} cannot both hold: nobody meets them.${p.example ? ` For example: ${p.example.en} meets the other and not this one.` : ''}`,
      hint: () =>
        'Change one of them; write "any of" if one is enough; if the notice contradicts itself, add accept "reason".',
    },
    bad: aid([birth], ['资格 同时满足', '  生日 至今 满 60 周岁', '  生日 至今 不满 55 周岁']),
    good: aid([birth], ['资格 同时满足', '  生日 至今 满 55 周岁', '  生日 至今 不满 60 周岁']),
  }),
  redundant: define<Shown & { what: Words; because: Words | null; line: number }>({
    code: 'BF4004',
    severity: 'warning',
    zh: {
      title: '这个条件是多余的',
      message: (p) =>
        `“${p.what.zh}” 是多余的：${p.because ? `第 ${p.line} 行的 “${p.because.zh}”` : '其他几行合起来'}已经把它包括在内。${p.example ? `例如：${p.example.zh}，都成立。` : ''}`,
      hint: () => '删去这一行，或检查两处的数字；原文重复的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'The condition adds nothing',
      message: (p) =>
        `"${p.what.en}" adds nothing: ${p.because ? `"${p.because.en}" on line ${p.line} settles` : 'the other lines together settle'} it already.${p.example ? ` For example: ${p.example.en}: all hold.` : ''}`,
      hint: () =>
        'Leave the line out or check both figures; if the notice repeats itself, add accept "reason".',
    },
    bad: aid([birth], ['资格 同时满足', '  生日 至今 满 60 周岁', '  生日 至今 满 55 周岁']),
    good: aid([birth, ill], ['资格 同时满足', '  生日 至今 满 60 周岁', '  有病']),
  }),
  deadBranch: define<Shown & { what: Words }>({
    code: 'BF4005',
    severity: 'warning',
    zh: {
      title: '这一种情形轮不到',
      message: (p) =>
        `“${p.what.zh}” 在这里不可能成立：与它同时要满足的条件已经把它排除了。${p.example ? `例如：${p.example.zh}，满足那些条件，不满足这一种。` : ''}`,
      hint: () => '删去这一行，或检查上面的条件；原文就是这样的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'This alternative is never reached',
      message: (p) =>
        `"${p.what.en}" cannot hold here: what must hold with it rules it out.${p.example ? ` For example: ${p.example.en} meets that and not this.` : ''}`,
      hint: () =>
        'Leave the line out or check the conditions around it; if the notice is so, add accept "reason".',
    },
    bad: aid(
      [years, ill],
      ['资格 同时满足', '  年限 20 年 以上', '  满足其一', '    有病', '    年限 低于 10 年'],
    ),
    good: aid(
      [years, ill],
      ['资格 同时满足', '  年限 20 年 以上', '  满足其一', '    有病', '    年限 超过 30 年'],
    ),
  }),
  neverInPlay: define<Shown & { what: Words }>({
    code: 'BF4006',
    severity: 'warning',
    zh: {
      title: '“当” 的条件不可能成立',
      message: (p) =>
        `“当 ${p.what.zh}” 不可能成立，这一行从不起作用。${p.example ? `例如：${p.example.zh}，也不成立。` : ''}`,
      hint: () => '检查 “当” 后面的条件；原文就是这样的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'The line never comes into play',
      message: (p) =>
        `"when ${p.what.en}" can never hold, so the line never counts.${p.example ? ` For example: ${p.example.en}, and it does not hold.` : ''}`,
      hint: () => 'Check the condition after "when"; if the notice is so, add accept "reason".',
    },
    bad: aid([years, ill], ['资格 同时满足', '  年限 10 年 以上', '  有病 当 年限 低于 0 年']),
    good: aid([years, ill], ['资格 同时满足', '  年限 10 年 以上', '  有病 当 年限 低于 20 年']),
  }),
  exceptionIdle: define<Shown & { what: Words; neutral: boolean }>({
    code: 'BF4007',
    severity: 'warning',
    zh: {
      title: '例外不起作用',
      message: (p) =>
        p.neutral
          ? `例外 “${p.what.zh}” 成立时，上面的条件本来就成立，例外不起作用。${zh(p)}`
          : `例外 “${p.what.zh}” 成立时，上面的排除本来就不成立，例外不起作用。${zh(p)}`,
      hint: () => '检查例外与它上面一行的数字；原文就是这样的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'The exception changes nothing',
      message: (p) =>
        p.neutral
          ? `Where the exception "${p.what.en}" holds, the condition above holds anyway.${en(p)}`
          : `Where the exception "${p.what.en}" holds, the exclusion above does not hold anyway.${en(p)}`,
      hint: () => 'Check the exception against the line above it; if the notice is so, add accept "reason".',
    },
    bad: aid([years], ['资格 同时满足', '  够年限 (enough): 年限 20 年 以上', '    例外 年限 超过 25 年']),
    good: aid([years, ill], ['资格 同时满足', '  够年限 (enough): 年限 20 年 以上', '    例外 有病']),
  }),
  alwaysExcluded: define<Shown & { programme: Words; what: Words }>({
    code: 'BF4008',
    severity: 'error',
    zh: {
      title: '符合资格的人都被排除',
      message: (p) => `凡符合 “${p.programme.zh}” 资格的人都被 “${p.what.zh}” 排除，没有人能得到。${zh(p)}`,
      hint: () => '检查资格和排除是不是用了同一个事实；原文自相矛盾的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'Whoever is eligible is excluded',
      message: (p) => `Whoever is eligible for "${p.programme.en}" is excluded by "${p.what.en}".${en(p)}`,
      hint: () =>
        'See whether both go by the same fact; if the notice contradicts itself, add accept "reason".',
    },
    bad: aid([years], ['资格 年限 20 年 以上', '排除', '  年限长 (long): 年限 10 年 以上']),
    good: aid([years], ['资格 年限 20 年 以上', '排除', '  年限长 (long): 年限 30 年 以上']),
  }),
  exclusionIdle: define<Shown & { programme: Words; what: Words }>({
    code: 'BF4009',
    severity: 'warning',
    zh: {
      title: '排除不到任何人',
      message: (p) =>
        `“${p.what.zh}” 成立的人本来就不符合 “${p.programme.zh}” 的资格，这条排除不起作用。${zh(p)}`,
      hint: () => '删去这一行，或检查数字；原文就是这样的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'The exclusion excludes nobody',
      message: (p) =>
        `Those for whom "${p.what.en}" holds are not eligible for "${p.programme.en}" anyway.${en(p)}`,
      hint: () => 'Leave the line out or check the figure; if the notice is so, add accept "reason".',
    },
    bad: aid([years], ['资格 年限 20 年 以上', '排除', '  年限短 (short): 年限 低于 10 年']),
    good: aid([years, ill], ['资格 年限 20 年 以上', '排除', '  病人 (patient): 有病']),
  }),
  routeNeverReached: define<Shown & { what: Words; because: Words; line: number }>({
    code: 'BF4010',
    severity: 'warning',
    zh: {
      title: '这个去向轮不到',
      message: (p) =>
        `依次分流时轮不到 “${p.what.zh}”：凡符合它的，先被第 ${p.line} 行的 “${p.because.zh}” 接走。${zh(p)}`,
      hint: () => '调换次序，或检查两行的条件；原文就是这样的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'This way is never taken',
      message: (p) =>
        `"${p.what.en}" is never taken: whoever fits it is taken first by "${p.because.en}" on line ${p.line}.${en(p)}`,
      hint: () => 'Change the order or check both conditions; if the notice is so, add accept "reason".',
    },
    bad: aid(
      [years],
      ['资格 年限 1 年 以上', '分流 依次', '  甲 (a): 年限 10 年 以上', '  乙 (b): 年限 20 年 以上'],
    ),
    good: aid(
      [years],
      ['资格 年限 1 年 以上', '分流 依次', '  乙 (b): 年限 20 年 以上', '  甲 (a): 年限 10 年 以上'],
    ),
  }),
  dutiesContradict: define<Shown & { first: Words; second: Words; line: number }>({
    code: 'BF4011',
    severity: 'error',
    zh: {
      title: '两项义务不可能都履行',
      message: (p) => `“${p.second.zh}” 与第 ${p.line} 行的 “${p.first.zh}” 不可能都履行。${zh(p)}`,
      hint: () => '改动其中一项，或用 “当” 分开各自适用的情形；原文自相矛盾的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'Two duties cannot both be met',
      message: (p) => `"${p.second.en}" and "${p.first.en}" on line ${p.line} cannot both be met.${en(p)}`,
      hint: () =>
        'Change one of them, or part them by "when"; if the notice contradicts itself, add accept "reason".',
    },
    bad: notice(
      ['所管 (count): 户 从 0'],
      ['义务', '  至多五户 (most): 所管 5 户 以下', '  至少六户 (least): 所管 6 户 以上'],
    ),
    good: notice(
      ['所管 (count): 户 从 0'],
      ['义务', '  至多五户 (most): 所管 5 户 以下', '  至少一户 (least): 所管 1 户 以上'],
    ),
  }),
  floorAboveCap: define<Shown & { floor: Words; cap: Words }>({
    code: 'BF4012',
    severity: 'error',
    zh: {
      title: '下限高于上限',
      message: (p) => `“不少于 ${p.floor.zh}” 高于 “不超过 ${p.cap.zh}”。${zh(p)}`,
      hint: () => '检查两个数；原文自相矛盾的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'The floor lies above the cap',
      message: (p) => `"at least ${p.floor.en}" is more than "at most ${p.cap.en}".${en(p)}`,
      hint: () => 'Check both figures; if the notice contradicts itself, add accept "reason".',
    },
    bad: aid([debt], ['资格 负债 1 元 以上', '金额 每人 负债', '  不超过 500 元', '  不少于 800 元']),
    good: aid([debt], ['资格 负债 1 元 以上', '金额 每人 负债', '  不超过 800 元', '  不少于 500 元']),
  }),
  neverGiven: define<Shown & { programme: Words; what: Words }>({
    code: 'BF4013',
    severity: 'warning',
    zh: {
      title: '符合的人都得不到',
      message: (p) =>
        `“${p.what.zh}” 的条件，符合 “${p.programme.zh}” 资格的人没有一个满足。${p.example ? `例如：${p.example.zh}，符合资格，不满足这个条件。` : ''}`,
      hint: () => '检查这一行的条件和资格里的数字、日期；原文就是这样的，在行末写 容许 "原因"。',
    },
    en: {
      title: 'Nobody eligible ever gets it',
      message: (p) =>
        `Nobody who is eligible for "${p.programme.en}" meets the condition of "${p.what.en}".${p.example ? ` For example: ${p.example.en} is eligible and does not.` : ''}`,
      hint: () =>
        'Check the condition against the figures and dates of eligibility; if the notice is so, add accept "reason".',
    },
    bad: aid([years], ['资格 年限 20 年 以上', '给予 奖章 (medal)   当 年限 低于 10 年']),
    good: aid([years], ['资格 年限 20 年 以上', '给予 奖章 (medal)   当 年限 30 年 以上']),
  }),
} as const;
