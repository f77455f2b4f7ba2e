import { pairs } from '../kit.ts';

pairs('selection', [
  {
    title: 'more places',
    edits: [['名额 30 人', '名额 40 人']],
    zh: ['quotaChanged | 补助 › 名额：名额：30 人 → 40 人（+10 人）'],
    en: ['aid › quota: places: 30 persons → 40 persons (+10 persons)'],
  },
  {
    title: 'the other way round',
    edits: [['成绩 从高到低', '成绩 从低到高']],
    zh: ['rankingChanged | 补助 › 名额：排序改变：成绩 从高到低 → 成绩 从低到高'],
    en: ['aid › quota: ranking changed: score descending → score ascending'],
  },
  {
    title: 'ties refused',
    edits: [['并列 全部进入', '并列 全部不进']],
    zh: ['stageRuleChanged | 补助 › 名额：遴选规则改变：并列全部进入 → 并列全部不进'],
    en: ['aid › quota: selection rule changed: ties all enter → ties none enters'],
  },
  {
    title: 'no selection any more',
    edits: [['  名额 30 人   依据 五\n    排序 成绩 从高到低\n    并列 全部进入\n', '']],
    zh: ['stageRemoved | 补助 › 名额：删去遴选：30 人'],
    en: ['aid › quota: selection stage removed: 30 persons'],
  },
]);
