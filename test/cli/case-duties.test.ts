import { expect, test } from 'vitest';
import { Folder } from './harness.ts';

const watch = `方案 讲座示例 (lectureSample)
  出处 "示例"

主体 中心 (centre)
  讲座日期 (lectures): 日期 列表
  停诊 (closed): 是否
  上报日期 (reported): 日期 可无

义务 对 中心
  期间 自 2024-01-01(含) 至 2024-12-31(含)
  讲座 (lecture): 每月 有 1 次 以上 讲座日期                         依据 一.1
    例外 停诊
  上报 (report): 上报日期 存在                                       依据 一.2
    期限 2024-03-31 前(含)
`;

const watchCases = (state: string, february: string, report: string): Folder =>
  new Folder({
    'notice.policy': watch,
    'cases.yaml': `asOf: 2024-03-15
base: { centre: { lectures: [2024-01-03, 2024-03-01], closed: false, reported: null } }
cases:
  - name: 二月没有讲座
    expect:
      duties:
        讲座: { state: ${state}, periods: { 2024-01-01: met, 2024-02-10: ${february} }, false: [], excusedBy: [] }
        report: { state: ${report}, due: 2024-03-31, reasons: [] }
`,
  });

test('duties by name, with the states of their periods', async () => {
  expect((await watchCases('breached', 'breached', 'notDue').run(['test'])).status).toBe(0);
  const { status, stdout } = await watchCases('met', 'met', 'breached').run(['test']);
  expect(status).toBe(1);
  expect(stdout).toMatch(/duties\.讲座\.state.*一\.1/);
  expect(stdout).toContain('duties.讲座.periods.2024-02-10');
  expect(stdout).toContain('duties.report.state');
});

test('breached periods by name, and how many periods there are', async () => {
  const folder = (expected: string): Folder =>
    new Folder({
      'notice.policy': watch,
      'cases.yaml': `asOf: 2024-03-15
base: { centre: { lectures: [2024-01-03, 2024-03-01], closed: false, reported: null } }
cases:
  - name: 二月没有讲座
    expect:
      duties: { 讲座: ${expected} }
`,
    });
  expect((await folder('{ breachedPeriods: [2024-02], periods: 3 }').run(['test'])).status).toBe(0);
  expect((await folder('{ breachedPeriods: [2024-02-01/2024-02-29] }').run(['test'])).status).toBe(0);
  const wrong = await folder('{ breachedPeriods: [2024-02, 2024-03], periods: 4 }').run(['test']);
  expect(wrong.status).toBe(1);
  expect(wrong.stdout).toContain('[2024-02]');
  expect(wrong.stdout).toContain('duties.讲座.periods');
});

test('coverage counts a duty seen met and breached, in any of its periods', async () => {
  const { stdout } = await watchCases('breached', 'breached', 'notDue').run(['test', '--coverage']);
  expect(stdout).toContain('义务指标');
  expect(stdout).toMatch(/上报\s+未到期\s+做到、违反/);
  expect(stdout).not.toMatch(/讲座\s+\S+\s+违反/);
});

test('a duty expected of a policy that has none is said to be none', async () => {
  const folder = new Folder({
    'notice.policy': watch.slice(0, watch.indexOf('义务')),
    'cases.yaml': `asOf: 2024-03-15
base: { centre: { lectures: [], closed: false, reported: null } }
cases:
  - name: 没有义务
    expect:
      duties: { 讲座: { state: met } }
`,
  });
  const { status, stderr } = await folder.run(['test']);
  expect(status).not.toBe(0);
  expect(stderr).toContain('cases.yaml:6:');
  expect(stderr).toContain('这个政策对这种主体没有义务');
});
