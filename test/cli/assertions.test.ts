import { expect, test } from 'vitest';
import { Folder } from './harness.ts';

const notice = `方案 断言示例 (assertionSample)
  出处 "示例"

主体 人 (person)
  名额数 (places): 整数 从 0
  总人数 (heads): 整数 从 0

项目 补助 (aid)
  资格 名额数 超过 0

断言
  不过两成 (withinFifth): 名额数 × 5 不高于 总人数                   依据 一.1
`;

const sample = (expected: string): Folder =>
  new Folder({
    'notice.policy': notice,
    'cases.yaml': `asOf: 2024-03-15
base: { person: { places: 2, heads: 9 } }
cases:
  - name: 九人评两名
    expect: { aid: { outcome: eligible }${expected} }
`,
  });

test('a case is held against the assertions of the policy', async () => {
  const { status, stdout } = await sample('').run(['test']);
  expect(status).toBe(1);
  expect(stdout).toContain('refuted');
  expect(stdout).toContain('不过两成');
});

test('an assertion that the notice itself breaks is named, and then has to fail', async () => {
  expect((await sample(', refuted: [不过两成]').run(['test'])).status).toBe(0);
  const sound = sample(', refuted: [不过两成]');
  sound.write(
    'cases.yaml',
    `asOf: 2024-03-15
base: { person: { places: 2, heads: 10 } }
cases:
  - name: 十人评两名
    expect: { aid: { outcome: eligible }, refuted: [不过两成] }
`,
  );
  expect((await sound.run(['test'])).status).toBe(1);
});
