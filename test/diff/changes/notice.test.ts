import { pairs } from '../kit.ts';

pairs('notice', [
  {
    title: 'another name',
    edits: [['方案 助学补助 (studentAid)', '方案 助学金 (studyGrant)']],
    zh: ['noticeRenamed | 助学金：方案改名：助学补助 → 助学金'],
    en: ['studyGrant: notice renamed: studentAid → studyGrant'],
  },
  {
    title: 'another source',
    edits: [['出处 "例 1"', '出处 "例 2"']],
    zh: ['sourceChanged | 助学补助：出处改变：例 1 → 例 2'],
    en: ['studentAid: source changed: 例 1 → 例 2'],
  },
  {
    title: 'a year longer in force',
    edits: [['至 2026-12-31(含)   依据 九', '至 2027-12-31(含)   依据 九']],
    zh: [
      'inForceChanged | 助学补助：施行期间改变：在 2022-01-01(含) 至 2026-12-31(含) → 在 2022-01-01(含) 至 2027-12-31(含)（推后 365 日）',
    ],
    en: [
      'studentAid: term of validity changed: in 2022-01-01(incl) to 2026-12-31(incl) → in 2022-01-01(incl) to 2027-12-31(incl) (365 days later)',
    ],
  },
  {
    title: 'another clause',
    edits: [['依据 九', '依据 十一']],
    zh: ['clauseChanged | 助学补助：依据改变：九 → 十一'],
    en: ['studentAid: clause changed: 九 → 十一'],
  },
  {
    title: 'another label in Chinese',
    edits: [['本地户籍 (isLocal)', '本市户籍 (isLocal)']],
    zh: ['labelChanged | 名称改变：本地户籍 → 本市户籍'],
    en: ['label changed: 本地户籍 → 本市户籍'],
  },
]);
