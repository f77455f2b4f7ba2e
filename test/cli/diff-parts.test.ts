import { describe, expect, test } from 'vitest';
import { Folder } from './harness.ts';

const relief = `方案 灾害救助 (relief)

主体 受灾户 (household)
  所在镇 (town): 文字
  倒塌房间数 (rooms): 件 从 0

项目 倒房救助 (rebuilding)
  资格 同时满足
    有倒房 (collapsed): 倒塌房间数 1 件 以上                          依据 一.1
  档次 按 倒塌房间数
    3 件 以上: 每户一次性 20000 元                                   依据 二.1
    1 件 至 2 件: 每户一次性 10000 元                                依据 二.2
    0 件: 未规定 "没有倒房的，没有档次"
  发放 2025-01                                                       依据 二.3
  分担 按 倒塌房间数
    3 件 以上: 省 60%, 县 40%                                        依据 三.1
    1 件 至 2 件: 县 100%                                            依据 三.2
    其余: 未规定 "没有倒房的，无从分担"
`;

const register = '编号,所在镇,倒塌房间数\n甲,东镇,1\n乙,东镇,2\n丙,西镇,3\n丁,西镇,5\n戊,,0\n己,西镇,0\n';

interface Part {
  readonly key: string | null;
  readonly rows: number;
  readonly groups: { readonly winner: number; readonly loser: number };
  readonly eligible: { readonly before: number; readonly after: number };
  readonly money: { readonly [side in 'before' | 'after' | 'by']: { readonly settled: string | number } };
}

describe('a register taken apart', () => {
  const folder = new Folder({
    'old.policy': relief,
    'new.policy': relief
      .replace('倒塌房间数 1 件 以上', '倒塌房间数 2 件 以上')
      .replace('每户一次性 20000 元', '每户一次性 25000 元'),
    'people.csv': register,
  });
  const files = ['diff', 'old.policy', 'new.policy', '--population', 'people.csv', '--as-of', '2025-01-01'];

  async function parts(by: string, at: string): Promise<{ readonly [key: string]: unknown }> {
    const { stdout } = await folder.run([...files, '--by', '所在镇', '--format', 'json']);
    const { breakdowns } = JSON.parse(stdout).policies[0].population as {
      breakdowns: readonly { by: string; at: string; parts: readonly Part[] }[];
    };
    const found = breakdowns.find((one) => one.by === by && one.at === at)?.parts ?? [];
    return Object.fromEntries(
      found.map(({ key, rows, groups, eligible, money }) => [
        String(key),
        [rows, groups.winner, groups.loser, eligible.before, eligible.after, ...sides(money)],
      ]),
    );
  }
  const sides = ({ before, after, by }: Part['money']) =>
    [before, after, by].map(({ settled }) => Number(settled));

  test('by a fact: places, with those of whom it is not known', async () => {
    expect(await parts('fact', 'town')).toEqual({
      东镇: [2, 0, 1, 2, 1, 2_000_000, 1_000_000, -1_000_000],
      西镇: [3, 2, 0, 2, 2, 4_000_000, 5_000_000, 1_000_000],
      null: [1, 0, 0, 0, 0, 0, 0, 0],
    });
  });

  test('by tier and by payer: levels of government', async () => {
    expect(await parts('tier', 'rebuilding')).toEqual({
      'rebuilding.tier.at least 3 things': [2, 2, 0, 2, 2, 4_000_000, 5_000_000, 1_000_000],
      'rebuilding.tier.1 thing to 2 things': [2, 0, 1, 2, 1, 2_000_000, 1_000_000, -1_000_000],
    });
    expect(await parts('payer', 'rebuilding')).toEqual({
      省: [2, 2, 0, 2, 2, 2_400_000, 3_000_000, 600_000],
      县: [4, 2, 1, 4, 3, 3_600_000, 3_000_000, -600_000],
    });
  });

  test('as a table, in Markdown and on the page', async () => {
    const { stdout } = await folder.run([...files, '--by', 'town']);
    expect(stdout).toMatch(
      /按所在镇\n.*受益.*受损.*\n.*\n +西镇 +3 +2 +0 +2 +2 +40,000 元 +50,000 元 +\+10,000 元/,
    );
    expect(stdout).toMatch(/倒房救助：按负担者\n(?:.*\n)+? +省 +2 +2 +24,000 元 +30,000 元 +\+6,000 元/);
    const markdown = await folder.run([...files, '--format', 'markdown', '--lang', 'en']);
    expect(markdown.stdout).toContain('| 省 | 2 | 2 | 24,000 yuan | 30,000 yuan | +6,000 yuan |');
    const page = await folder.run([...files, '--format', 'html', '--by', '所在镇']);
    expect(page.stdout).toContain('<h2>按所在镇</h2>');
    expect(page.stdout).toContain('<h2>By town</h2>');
  });

  test('the page draws the groups and names everyone behind a number', async () => {
    const many = Array.from({ length: 12 }, (_, i) => `户${i + 1},西镇,3`).join('\n');
    const town = new Folder({
      'old.policy': folder.read('old.policy'),
      'new.policy': folder.read('new.policy'),
      'people.csv': `${register}${many}\n`,
    });
    const { stdout } = await town.run([...files, '--format', 'html']);
    // 18 people on 640 units: 14 gain, 1 loses, 3 are as before.
    const bars = [...stdout.matchAll(/<rect class="(\w+)" x="([\d.]+)" y="0" width="([\d.]+)"/g)];
    const drawn = bars
      .slice(0, 3)
      .map(([, group, x, width]) => [group, Math.round(Number(x)), Math.round(Number(width))]);
    expect(drawn).toEqual([
      ['winner', 0, 498],
      ['loser', 498, 36],
      ['unchanged', 533, 107],
    ]);
    expect(stdout).toMatch(
      /<details><summary>丙、丁、户1、[^<]*等 14 人<\/summary><p>丙、丁、户1[^<]*户12<\/p><\/details>/,
    );
  });

  test('a table in which nothing moves is left out, unless it was asked for', async () => {
    const same = [...files.slice(0, 1), 'old.policy', 'old.policy', ...files.slice(3)];
    const { stdout } = await folder.run([...same, '--by', '所在镇']);
    expect(stdout).toContain('按所在镇');
    expect(stdout).not.toContain('按负担者');
  });

  test('a fact that is none is named with those there are; one register only', async () => {
    const wrong = await folder.run([...files, '--by', '乡镇']);
    expect(wrong).toMatchObject({ status: 2, stdout: '' });
    expect(wrong.stderr).toContain('“乡镇”不是名册里的事实；可用的：所在镇、倒塌房间数');
    const twice = await folder.run([...files, '--population', 'people.csv']);
    expect(twice.status).toBe(2);
    expect(twice.stderr).toContain('--population 要一份名册');
  });
});

test('records of another kind come by KIND=FILE', async () => {
  const pairing = (most: number): string => `方案 结对 (pairing)

主体 干部 (cadre)
  姓名 (name): 文字

主体 结对 (pair)
  帮扶人 (helper): 干部

项目 名额 (room) 对 干部
  资格 同时满足
    未满 (free): (人数 全体 结对 其中 帮扶人 为 本人) ${most} 人 以下
  给予 可再结对 (more)
`;
  const folder = new Folder({
    'old.policy': pairing(1),
    'new.policy': pairing(0),
    'cadres.csv': '编号,姓名\n甲,一\n乙,二\n',
    'pairs.csv': '编号,帮扶人\n1,甲\n',
  });
  const { stdout, stderr } = await folder.run([
    'diff',
    'old.policy',
    'new.policy',
    '--population',
    'cadres.csv',
    '--population',
    '结对=pairs.csv',
    '--subject',
    '干部',
    '--as-of',
    '2025-01-01',
  ]);
  expect(stdout, stderr).toContain('名额 › 变为不符合：1 人；甲');
});
