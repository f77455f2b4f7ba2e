import { describe, expect, it } from 'vitest';
import { compile, formatSource } from '../../compiler/index.ts';
import { Folder } from './harness.ts';

const head = `方案 例 (example)

主体 人 (person)
  年限 (years): 年 从 0 至 40
  有病 (ill): 是否
`;

interface Repair {
  readonly name: string;
  readonly before: string;
  /** What is left; absent: nothing may be touched. */
  readonly after?: string;
}

const repairs: readonly Repair[] = [
  {
    name: 'a fact that nothing reads',
    before: `${head}  身高 (height): 整数                                            # 没有用到\n\n项目 补助 (aid)\n  资格 有病 且 年限 10 年 以上\n`,
    after: `${head}\n项目 补助 (aid)\n  资格 有病 且 年限 10 年 以上\n`,
  },
  {
    name: 'a definition that nothing reads, with its rows',
    before: `${head}\n定义 档 (grade) 按 年限\n  20 年 以上: "高"\n  其余: "低"\n\n项目 补助 (aid)\n  资格 有病 且 年限 10 年 以上\n`,
    after: `${head}\n\n项目 补助 (aid)\n  资格 有病 且 年限 10 年 以上\n`,
  },
  {
    name: 'a condition that another line holds',
    before: `${head}\n项目 补助 (aid)\n  资格 同时满足\n    甲 (a): 年限 20 年 以上\n    乙 (b): 年限 10 年 以上                                          依据 一.2\n    丙 (c): 有病\n`,
    after: `${head}\n项目 补助 (aid)\n  资格 同时满足\n    甲 (a): 年限 20 年 以上\n    丙 (c): 有病\n`,
  },
  {
    name: 'a condition that everybody meets',
    before: `${head}\n项目 补助 (aid)\n  资格 同时满足\n    甲 (a): 年限 0 年 以上\n    丙 (c): 有病\n  给予 奖章 (medal)   当 年限 10 年 以上\n`,
    after: `${head}\n项目 补助 (aid)\n  资格 同时满足\n    丙 (c): 有病\n  给予 奖章 (medal)   当 年限 10 年 以上\n`,
  },
  {
    name: 'an exclusion that excludes nobody',
    before: `${head}\n项目 补助 (aid)\n  资格 年限 20 年 以上\n  排除\n    短 (short): 年限 低于 10 年\n    病 (sick): 有病\n`,
    after: `${head}\n项目 补助 (aid)\n  资格 年限 20 年 以上\n  排除\n    病 (sick): 有病\n`,
  },
  {
    name: 'an exclusion in the shadow of a wider one',
    before: `${head}\n项目 补助 (aid)\n  资格 有病\n  排除\n    短 (short): 年限 低于 10 年\n    很短 (brief): 年限 低于 5 年\n`,
    after: `${head}\n项目 补助 (aid)\n  资格 有病\n  排除\n    短 (short): 年限 低于 10 年\n`,
  },
  {
    name: 'an exception that a wider one includes',
    before: `${head}\n项目 补助 (aid)\n  资格 同时满足\n    甲 (a): 年限 20 年 以上\n      例外 年限 低于 5 年\n      例外 年限 低于 10 年\n    丙 (c): 有病\n`,
    after: `${head}\n项目 补助 (aid)\n  资格 同时满足\n    甲 (a): 年限 20 年 以上\n      例外 年限 低于 10 年\n    丙 (c): 有病\n`,
  },
  {
    name: 'a table that leaves a case out',
    before: `${head}\n项目 补助 (aid)\n  资格 有病\n  档次 按 年限\n    20 年 以上: 每人每月 200 元\n    10 年 至 15 年: 每人每月 100 元\n`,
    after: `${head}\n项目 补助 (aid)\n  资格 有病\n  档次 按 年限\n    20 年 以上: 每人每月 200 元\n    10 年 至 15 年: 每人每月 100 元\n    其余: 未规定 "原文没有写"\n`,
  },
  {
    name: 'not: the one exclusion there is',
    before: `${head}\n项目 补助 (aid)\n  资格 年限 20 年 以上 且 有病\n  排除\n    短 (short): 年限 低于 10 年\n`,
  },
  {
    name: 'not: a part of a line',
    before: `${head}\n项目 补助 (aid)\n  资格 同时满足\n    甲 (a): 年限 20 年 以上 且 年限 10 年 以上\n    丙 (c): 有病\n`,
  },
  {
    name: 'not: what the policy explains',
    before: `${head}\n项目 补助 (aid)\n  资格 同时满足\n    甲 (a): 年限 20 年 以上\n    乙 (b): 年限 10 年 以上                                          容许 "一.2 重复了一.1"\n    丙 (c): 有病\n`,
  },
];

const canonical = (text: string): string => formatSource({ path: 'notice.policy', text }).text ?? '';

describe('check --fix', () => {
  it.each(repairs)('$name', async ({ before, after }) => {
    const folder = new Folder({ 'notice.policy': canonical(before) });
    await folder.run(['check', '--fix']);
    const left = folder.read('notice.policy');
    expect(canonical(left)).toBe(canonical(after ?? before));
    if (after === undefined) expect(left).toBe(canonical(before));
    else expect(compile({ path: 'notice.policy', text: left }).policy).not.toBeNull();
  });

  it('says how many, and shows what is left', async () => {
    const folder = new Folder({ 'notice.policy': canonical(repairs[0]?.before ?? '') });
    const { status, stdout, stderr } = await folder.run(['check', '--fix']);
    expect(status).toBe(0);
    expect(stderr).toContain('notice.policy：改好 1 处');
    expect(stdout).toContain('0 个警告');
  });

  it('offers the same in SARIF', async () => {
    const folder = new Folder({ 'notice.policy': canonical(repairs[2]?.before ?? '') });
    const { stdout } = await folder.run(['check', '--format', 'sarif']);
    const { runs } = JSON.parse(stdout) as { runs: { results: { ruleId: string; fixes?: unknown[] }[] }[] };
    expect(runs[0]?.results.map(({ ruleId, fixes }) => [ruleId, fixes?.length])).toEqual([['BF4004', 1]]);
  });
});
