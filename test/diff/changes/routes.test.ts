import { pairs } from '../kit.ts';

pairs('routes', [
  {
    title: 'one less',
    edits: [['    转教育 (education): 在校   转 教育局\n', '']],
    zh: ['routeRemoved | 补助 › 转教育：删去分流：在校'],
    en: ['aid › education: route removed: enrolled'],
  },
  {
    title: 'all that apply',
    edits: [['分流 依次', '分流 并列']],
    zh: ['routeModeChanged | 补助 › 分流：分流方式改变：依次 → 并列'],
    en: ['aid › route: way of routing changed: in order → all that apply'],
  },
  {
    title: 'another order',
    edits: [
      [
        '    转民政 (civil): 孤儿   转 民政局\n    转教育 (education): 在校   转 教育局\n',
        '    转教育 (education): 在校   转 教育局\n    转民政 (civil): 孤儿   转 民政局\n',
      ],
    ],
    zh: ['routeReordered | 补助 › 分流：分流先后改变：转民政、转教育 → 转教育、转民政'],
    en: ['aid › route: order of routes changed: civil, education → education, civil'],
  },
  {
    title: 'another department',
    edits: [['转 民政局', '转 民政部门']],
    zh: ['referralChanged | 补助 › 转民政：转交部门改变：民政局 → 民政部门'],
    en: ['aid › civil: referral changed: 民政局 → 民政部门'],
  },
]);
