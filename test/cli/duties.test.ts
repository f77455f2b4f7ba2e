import { describe, expect, test } from 'vitest';
import { Folder } from './harness.ts';

const folder = new Folder({
  'notice.policy': `方案 例 (example)

主体 户 (family)
  走访日期 (visits): 日期 列表
  已制定 (planned): 是否
  停访 (paused): 是否

义务 对 户
  期间 自 2024-01-01(含) 至 2024-12-31(含)
  月访 (visit): 每月 有 1 次 以上 走访日期       依据 一.1
    例外 停访
  方案 (plan): 同时满足
    制定 (made): 已制定                          依据 一.2
`,
  'families.csv': [
    '编号,走访日期,已制定,停访',
    '甲,2024-01-05；2024-03-01,是,否',
    '乙,2024-02-05,否,否',
    '丙,2024-01-05；2024-02-07,,是',
  ].join('\n'),
});

const decide = (...args: string[]) =>
  folder.run(['decide', 'notice.policy', 'families.csv', '--as-of', '2024-03-10', ...args]);

describe('duties of a register', () => {
  test('a row for each, and how many came to what', async () => {
    const { status, stdout, stderr } = await decide();
    expect([status, stdout, stderr].join('\n')).toMatchSnapshot();
  });

  test('CSV in English', async () => {
    expect((await decide('--format', 'csv', '--lang', 'en')).stdout).toMatchSnapshot();
  });

  test('the data in JSON, with counts', async () => {
    const json = JSON.parse((await decide('--format', 'json')).stdout) as {
      entries: { decision: { duties: Record<string, { state: string; periods: object[] }> } }[];
      summary: object;
    };
    const visits = json.entries.map(({ decision }) => decision.duties['family.visit']);
    expect(visits.map((duty) => [duty?.state, duty?.periods.length])).toEqual([
      ['breached', 3],
      ['breached', 3],
      ['notApplicable', 3],
    ]);
    expect(json.summary).toMatchObject({
      duties: {
        'family.visit': { breached: 2, notApplicable: 1 },
        'family.plan': { met: 1, breached: 1, undetermined: 1 },
      },
    });
  });
});
