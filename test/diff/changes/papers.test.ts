import { pairs } from '../kit.ts';

pairs('papers', [
  {
    title: 'fewer copies',
    edits: [['复印件 2 份', '复印件 1 份']],
    zh: ['documentChanged | 补助 › 材料 › 收入表：材料要求改变：收入表 复印件 2 份 → 收入表 复印件 1 份'],
    en: ['aid › documents › incomeForm: document changed: incomeForm 2 copies → incomeForm 1 copies'],
  },
  {
    title: 'a paper less',
    edits: [['    收入表: 复印件 2 份\n', '']],
    zh: ['documentRemoved | 补助 › 材料 › 收入表：删去材料：收入表 复印件 2 份'],
    en: ['aid › documents › incomeForm: document removed: incomeForm 2 copies'],
  },
  {
    title: 'a later day',
    edits: [['2022-09-30 前(含)', '2022-10-31 前(含)']],
    zh: [
      'deadlineMoved | 补助 › 期限 › 申请期：期限：在 2022-09-30 前(含) → 在 2022-10-31 前(含)（推后 31 日）',
    ],
    en: [
      'aid › deadline › window: deadline: on or before 2022-09-30 → on or before 2022-10-31 (31 days later)',
    ],
  },
  {
    title: 'lateness',
    edits: [['逾期 视为放弃', '逾期 不予受理']],
    zh: ['latenessChanged | 补助 › 期限 › 申请期：逾期后果改变：视为放弃 → 不予受理'],
    en: ['aid › deadline › window: what lateness costs changed: forfeits → is refused'],
  },
  {
    title: 'shares',
    edits: [['省 60%, 市 40%', '省 50%, 市 50%']],
    zh: ['shareChanged | 补助 › 分担：分担改变：省 60%, 市 40% → 省 50%, 市 50%'],
    en: ['aid › shares: shares changed: 省 60%, 市 40% → 省 50%, 市 50%'],
  },
]);
