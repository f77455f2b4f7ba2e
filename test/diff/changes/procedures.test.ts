import { pairs } from '../kit.ts';

pairs('procedures', [
  {
    title: 'five working days more',
    edits: [['10 个工作日 内', '15 个工作日 内']],
    zh: ['deadlineMoved | 申领 › 审核：期限：申请 后 10 个工作日 内 → 申请 后 15 个工作日 内（+5 个工作日）'],
    en: [
      'claim › review: deadline: within 10 working days after application → within 15 working days after application (+5 working days)',
    ],
  },
  {
    title: 'days instead of working days',
    edits: [['10 个工作日 内', '10 日 内']],
    zh: ['deadlineMoved | 申领 › 审核：期限：申请 后 10 个工作日 内 → 申请 后 10 日 内'],
    en: [
      'claim › review: deadline: within 10 working days after application → within 10 days after application',
    ],
  },
  {
    title: 'a longer notice',
    edits: [['历时 5 个工作日 以上', '历时 7 个工作日 以上']],
    zh: ['stepTimeChanged | 申领 › 公示：时间要求改变：5 个工作日 → 7 个工作日（+2 个工作日）'],
    en: ['claim › notice: time of a step changed: 5 working days → 7 working days (+2 working days)'],
  },
  {
    title: 'another actor',
    edits: [['审核 (review): 由 学校', '审核 (review): 由 教育局']],
    zh: ['stepActorChanged | 申领 › 审核：办理者改变：学校 → 教育局'],
    en: ['claim › review: actor changed: 学校 → 教育局'],
  },
  {
    title: 'waits for another step',
    edits: [['    前提 审核 完成\n', '    前提 申请 完成\n']],
    zh: ['stepNeedsChanged | 申领 › 公示：前提改变：审核 完成 → 申请 完成'],
    en: ['claim › notice: what it waits for changed: review done → application done'],
  },
  {
    title: 'a step less',
    edits: [['  公示 (notice): 由 学校\n    前提 审核 完成\n    历时 5 个工作日 以上\n', '']],
    zh: ['stepRemoved | 申领 › 公示：删去步骤：公示'],
    en: ['claim › notice: step removed: notice'],
  },
]);
