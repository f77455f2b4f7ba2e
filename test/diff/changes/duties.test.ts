import { pairs } from '../kit.ts';

pairs('duties', [
  {
    title: 'twice a year',
    edits: [['每年 有 1 次 以上 缴费日期', '每年 有 2 次 以上 缴费日期']],
    zh: ['thresholdMoved | 按时缴费：界限移动：有 1 以上 缴费日期 → 有 2 以上 缴费日期（+1）'],
    en: ['payFees: threshold moved: any at least 1 feeDates → any at least 2 feeDates (+1)'],
  },
  {
    title: 'every month',
    edits: [['每年 有 1 次 以上', '每月 有 1 次 以上']],
    zh: ['dutyPeriodChanged | 按时缴费：履行周期改变：每 1 年 → 每 1 个月'],
    en: ['payFees: how often it falls changed: every 1 year → every 1 month'],
  },
  {
    title: 'a shorter term',
    edits: [['至 2025-12-31(含)\n\n断言', '至 2024-12-31(含)\n\n断言']],
    zh: [
      'dutyTermChanged | 按时缴费：履行期间改变：在 2022-01-01(含) 至 2025-12-31(含) → 在 2022-01-01(含) 至 2024-12-31(含)（提前 365 日）',
    ],
    en: [
      'payFees: term of a duty changed: in 2022-01-01(incl) to 2025-12-31(incl) → in 2022-01-01(incl) to 2024-12-31(incl) (365 days earlier)',
    ],
  },
  {
    title: 'an assertion the other way round',
    edits: [['随 年限 不减', '随 年限 不增']],
    zh: ['assertionChanged | 越久越多：断言改变：补助 的 金额 随 年限 不减 → 补助 的 金额 随 年限 不增'],
    en: [
      "longerMore: assertion changed: aid's amount never falls with years → aid's amount never rises with years",
    ],
  },
  {
    title: 'an assertion less',
    edits: [['  越久越多 (longerMore): 补助 的 金额 随 年限 不减\n', '  别的 (another): 凡 困难 则 困难\n']],
    zh: [
      'assertionRemoved | 越久越多：删去断言：补助 的 金额 随 年限 不减',
      'assertionAdded | 别的：新增断言：凡 困难 则 困难',
    ],
    en: [
      "longerMore: assertion removed: aid's amount never falls with years",
      'another: assertion added: whoever hardship then hardship',
    ],
  },
]);
