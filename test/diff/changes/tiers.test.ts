import { pairs } from '../kit.ts';

pairs('tiers', [
  {
    title: 'an amount',
    edits: [['每人每月 300 元', '每人每月 350 元']],
    zh: ['rowValueChanged | 补助 › 档次 › 1 年 至 3 年：每人每月 300 元 → 每人每月 350 元（+50 元）'],
    en: [
      'aid › tier › 1 year to 3 years: 300 yuan per person per month → 350 yuan per person per month (+50 yuan)',
    ],
  },
  {
    title: 'a boundary',
    edits: [
      ['1 年 至 3 年', '1 年 至 4 年'],
      ['4 年 至 8 年', '5 年 至 8 年'],
    ],
    zh: [
      'rowBoundaryMoved | 补助 › 档次 › 1 年 至 4 年：档次界限移动：1 年 至 3 年 → 1 年 至 4 年',
      'rowBoundaryMoved | 补助 › 档次 › 5 年 至 8 年：档次界限移动：4 年 至 8 年 → 5 年 至 8 年',
    ],
    en: [
      'aid › tier › 1 year to 4 years: boundary of a row moved: 1 year to 3 years → 1 year to 4 years',
      'aid › tier › 5 years to 8 years: boundary of a row moved: 4 years to 8 years → 5 years to 8 years',
    ],
  },
  {
    title: 'a row split',
    edits: [
      [
        '1 年 至 3 年: 每人每月 300 元',
        '1 年 至 2 年: 每人每月 300 元   依据 四.1\n    3 年: 每人每月 400 元',
      ],
    ],
    zh: [
      'rowBoundaryMoved | 补助 › 档次 › 1 年 至 2 年：档次界限移动：1 年 至 3 年 → 1 年 至 2 年',
      'rowAdded | 补助 › 档次 › 3 年：新增一档：每人每月 400 元',
    ],
    en: [
      'aid › tier › 1 year to 2 years: boundary of a row moved: 1 year to 3 years → 1 year to 2 years',
      'aid › tier › 3 years: row added: 400 yuan per person per month',
    ],
  },
  {
    title: 'a hole filled',
    edits: [['未规定 "不满一学期的没有标准"', '每人每月 100 元']],
    zh: ['rowValueChanged | 补助 › 档次 › 0 年：未规定 "不满一学期的没有标准" → 每人每月 100 元'],
    en: ['aid › tier › 0 years: unspecified "不满一学期的没有标准" → 100 yuan per person per month'],
  },
  {
    title: 'first month',
    edits: [['申请日期 的 次月', '申请日期 的 当月']],
    zh: ['paymentChanged | 补助 › 档次金额：发放时间改变：申请日期 的 次月 → 申请日期 的 当月'],
    en: ["aid › tier amount: payment dates changed: appliedOn's next month → appliedOn's month"],
  },
]);
