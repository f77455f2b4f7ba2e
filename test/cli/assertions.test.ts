import { expect, test } from 'vitest';
import { Folder } from './harness.ts';
import { assertion as notice } from './policies.ts';

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
