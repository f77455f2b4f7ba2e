import { expect, test } from 'vitest';
import { Folder } from './harness.ts';

const policy = `方案 去向示例 (routeSample)
  出处 "示例"

主体 申请人 (applicant)
  在册 (listed): 是否
  自理 (selfCare): 是否
  交来 (handed): 多选
    身份证 (idCard) | 病历 (record)
  交表日 (formDate): 日期 可无

项目 补助 (aid)
  资格 在册
  给予 慰问 (visit)                                                  当 自理
  分流 并列
    居家 (home): 自理
    集中 (centre): 未规定 "不能自理的送到哪里没有说"   当 非 自理
  材料 以 交来 计
    身份证: 复印件
    病历: 原件                                                       当 非 自理
  期限
    交表 (form): 交表日 在 2025-06-30 前(含)
      逾期 记录
`;

const folder = (cases: string) =>
  new Folder({
    'notice.policy': policy,
    'cases.yaml': `asOf: 2025-07-01
base: { applicant: { listed: true, selfCare: true, handed: [idCard], formDate: 2025-06-30 } }
cases:
${cases}`,
  });

test('the truth of routes, benefits, papers and deadlines, by name', async () => {
  const { status, stdout } = await folder(`
  - { name: 自理, expect: { aid: { true: [居家, 慰问, 身份证, 交表], false: [集中, 病历] } } }
  - { name: 不能自理, with: { selfCare: false }, expect: { aid: { false: [居家, 慰问], unknown: [集中], true: [病历] } } }
  - { name: 迟交, with: { formDate: 2025-07-01 }, expect: { aid: { outcome: eligible, false: [交表] } } }
  - { name: 缺自理, without: [selfCare], expect: { aid: { unknown: [居家, 慰问, 病历] } } }
`).run(['test']);
  expect([status, stdout]).toEqual([0, 'notice.policy: 4 个案例全部通过\n']);
});

test('each of them can fail', async () => {
  const { status, stdout } = await folder(`
  - { name: 去向, expect: { aid: { true: [集中] } } }
  - { name: 给予, expect: { aid: { false: [慰问] } } }
  - { name: 材料, expect: { aid: { true: [病历] } } }
  - { name: 期限, expect: { aid: { false: [交表] } } }
`).run(['test']);
  expect([status, stdout.includes('4 个案例，4 个未通过')]).toEqual([1, true]);
});
