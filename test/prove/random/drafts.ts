import { Random } from '../../agree/random.ts';

/** Everything that one edit may change, by the place of a line. */
interface Draft {
  readonly conditions: readonly string[];
  readonly exclusions: readonly string[];
  readonly bounds: readonly [number, number];
  readonly money: readonly [string, string, string];
  readonly from: string;
  readonly to: string;
  readonly deadline: string;
  readonly events: string;
  readonly yearly: string;
  readonly choice: string;
}

const sum = (r: Random): string => `${(r.below(4) + 1) * 500} 元`;
const rate = (r: Random): string => `${(r.below(5) + 3) * 100} 元`;

const condition = (r: Random): string =>
  r.one(
    `收入 ${sum(r)} 以下`,
    `非 收入 超过 ${sum(r)}`,
    `收入 低于 ${sum(r)}`,
    `年限 ${r.below(6)} 以上`,
    `生日 至今 满 ${60 + r.below(3)} 周岁`,
    '在岗',
    '非 在岗',
    '级别 为 中 或 有病',
    '级别 不为 低',
    '级别 不低于 中',
    '材料 含 甲',
    `离职日期 不存在 或 离职日期 在 2020-0${r.below(3) + 1}-01 后(含)`,
    `(收入 ${sum(r)} 以下 且 年限 ${r.below(6)} 以上)`,
    `有 ${r.below(2) + 1} 次 以上 走访日期 在 2019-01-01 后(含)`,
    '未规定 "没有说"   当 有病',
  );

const events = (r: Random): string =>
  `每人 ${rate(r)} ${r.one('每次', '首次')} 走访日期${r.one('', '\n    不超过 900 元')}`;
const yearly = (r: Random): string => `每人 ${rate(r)}\n    发放 每年 ${r.one('10-01', '03-31', '02-29')}`;
const deadline = (r: Random): string =>
  r.one(
    '',
    `  期限\n    申请期 (window): 申请日期 在 2020-0${r.below(4) + 1}-15 前(含)\n      逾期 视为放弃\n`,
  );
const choice = (r: Random): string => r.one('', '择一 取高\n  补助\n  抚恤\n', '择一 依次\n  慰问\n  补助\n');

function draft(r: Random): Draft {
  const low = r.below(8) + 1;
  return {
    conditions: r.some(1, 3, () => condition(r)),
    exclusions: r.some(0, 2, () => condition(r)),
    bounds: [low, low + 1 + r.below(8)],
    money: [rate(r), rate(r), rate(r)],
    from: r.one('起算日 的 当月', '起算日 的 次月'),
    to: r.one('', '\n    止: 离职日期 的 当月'),
    deadline: deadline(r),
    events: events(r),
    yearly: yearly(r),
    choice: choice(r),
  };
}

function edit(before: Draft, r: Random): Draft {
  switch (r.below(11)) {
    case 0:
      return { ...before, conditions: [condition(r), ...before.conditions.slice(1)] };
    case 1:
      return { ...before, exclusions: before.exclusions.slice(1) };
    case 2:
      return { ...before, bounds: [before.bounds[0], before.bounds[1] + 1] };
    case 3:
      return { ...before, money: [rate(r), before.money[1], before.money[2]] };
    case 4:
      return { ...before, from: r.one('起算日 的 当月', '起算日 的 次月', '申请日期 的 当月') };
    case 5:
      return { ...before, to: r.one('', '\n    止: 离职日期 的 次月') };
    case 6:
      return { ...before, deadline: deadline(r) };
    case 7:
      return { ...before, events: events(r) };
    case 8:
      return { ...before, yearly: yearly(r) };
    case 9:
      return { ...before, choice: choice(r) };
    default:
      return { ...before, conditions: [...before.conditions].reverse() };
  }
}

function written(one: Draft): string {
  const { conditions, exclusions, bounds, money } = one;
  const [low, high] = bounds;
  const lines = (list: readonly string[], name: string): string =>
    list.map((item, i) => `    条${name}${i} (${name}${i}): ${item}\n`).join('');
  return `方案 例 (example)
  施行 自 2018-01-01(含) 至 2024-12-31(含)

主体 人 (person)
  生日 (birthDate): 日期
  离职日期 (leftOn): 日期 可无
  申请日期 (appliedOn): 日期 可无
  收入 (income): 金额 从 0 元
  年限 (years): 整数 从 0 至 30
  在岗 (working): 是否
  有病 (ill): 是否
  级别 (grade): 低 (low) < 中 (middle) < 高 (high)
  材料 (papers): 多选
    甲 (first) | 乙 (second)
  起算日 (since): 日期
  走访日期 (visits): 日期 列表

项目 补助 (aid)
  资格 同时满足
${lines(conditions, 'c')}${exclusions.length > 0 ? `  排除\n${lines(exclusions, 'x')}` : ''}  档次 按 年限
    0 至 ${low}: 每人每月 ${money[0]}
    ${low + 1} 至 ${high}: 每人每月 ${money[1]}
    其余: 每人每月 ${money[2]}
  发放
    起: ${one.from}${one.to}
${one.deadline}
项目 抚恤 (pension)
  资格 有病
  金额 每人每月 500 元

项目 慰问 (visit)
  资格 年限 3 以上
  金额 ${one.events}

项目 节日 (feast)
  资格 在岗
  金额 ${one.yearly}

${one.choice}`;
}

/** A policy as text, and the same after one edit; the same for the same seed. */
export function draftPair(seed: number): readonly [string, string] {
  const r = new Random(seed);
  const before = draft(r);
  return [written(before), written(edit(before, r))];
}
