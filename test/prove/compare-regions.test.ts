import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Comparison, openZ3 } from '../../compiler/index.ts';
import { type Edit, edited } from '../diff/kit.ts';
import { compared, counting, shownBy, witnessOf } from './comparing.ts';

let solver: Awaited<ReturnType<typeof openZ3>>;
beforeAll(async () => {
  solver = await openZ3();
});
afterAll(() => solver.close());

const base = `方案 例 (example)
  施行 自 2020-01-01(含) 至 2026-12-31(含)

主体 人 (person)
  收入 (income): 金额 从 0 元
  年限 (years): 整数 从 0 至 60
  人口 (heads): 整数 从 1 至 9
  在岗 (working): 是否
  受处分 (punished): 是否
  有房 (owns): 是否
  级别 (grade): 低 (low) < 中 (middle) < 高 (high)
  类别 (sorts): 多选
    甲 (first) | 乙 (second)
  起算日 (since): 日期
  停发日 (stoppedOn): 日期 可无
  申请日 (appliedOn): 日期
  受灾日期 (struckOn): 日期 列表

项目 补助 (aid)
  资格 同时满足
    收入低 (poor): 收入 2000 元 以下
    久任 (longServing): 年限 10 以上
    按时 (inTime): 申请日 在 2022-06-30 前(含)
  排除
    处分 (barred): 受处分
  金额 每人每月 800 元
  发放
    起: 起算日 的 次月
    止: 停发日 的 当月

项目 慰问 (visit)
  资格 在岗
  金额 每户一次性 100 元 × 人口

项目 受灾 (struck)
  资格 有房
  金额 每人 100 元 每次 受灾日期

项目 节日 (feast)
  资格 非 有房
  金额 每人 300 元
    发放 每年 10-01

项目 甲补 (firstAid)
  资格 级别 不低于 中
  金额 每人每月 200 元

项目 乙补 (secondAid)
  资格 类别 含 甲
  金额 每人每月 300 元
`;

const of = (found: readonly Comparison[], id: string): Comparison => {
  const one = found.find(({ programme }) => programme === id);
  if (!one) throw new Error(`no ${id}`);
  return one;
};

/** What is said of one programme after some edits; all others mean the same. */
async function said(id: string, ...edits: readonly Edit[]): Promise<readonly string[]> {
  const found = await compared(base, edited(base, edits), solver);
  const others = found.filter(({ programme, state }) => programme !== id && state !== 'same');
  expect(others.map(({ programme }) => programme)).toEqual([]);
  const { state, regions } = of(found, id);
  return [state, ...regions.map(shownBy)];
}

describe('who becomes eligible, by the line that decides otherwise', () => {
  it('with the range of the facts that it reads, ends that are not reached included', async () => {
    expect(await said('aid', ['2000 元 以下', '2500 元 以下'])).toEqual([
      'compared',
      'becomesEligible | by poor no→yes | where income [2000.01, 2500]',
    ]);
    expect(await said('aid', ['年限 10 以上', '年限 8 以上'])).toEqual([
      'compared',
      'becomesEligible | by longServing no→yes | where years [8, 9]',
    ]);
    expect(await said('aid', ['2022-06-30 前(含)', '2022-07-15 前(不含)'])).toEqual([
      'compared',
      'becomesEligible | by inTime no→yes | where appliedOn [2022-07-01, 2022-07-14]',
    ]);
  });

  it('line by line where several changed, and those whom only both let in', async () => {
    const found = await said('aid', ['2000 元 以下', '2500 元 以下'], ['年限 10 以上', '年限 8 以上']);
    expect(found[0]).toBe('compared');
    expect([...found.slice(1)].sort()).toEqual([
      'becomesEligible | by longServing no→yes | where years [8, 9]',
      'becomesEligible | by poor no→yes | by longServing no→yes | where income [2000.01, 2500] | where years [8, 9]',
      'becomesEligible | by poor no→yes | where income [2000.01, 2500]',
    ]);
  });

  it('lines that only one version has, and truths, options and members', async () => {
    expect(await said('aid', ['  排除\n    处分 (barred): 受处分\n', ''])).toEqual([
      'compared',
      'becomesEligible | by barred yes→∅ | where punished in [true]',
    ]);
    expect(await said('firstAid', ['级别 不低于 中', '级别 为 高'])).toEqual([
      'compared',
      'becomesIneligible | by firstAid.eligible yes→no | where grade in ["middle"]'.replace('firstAid.', ''),
    ]);
    expect(await said('secondAid', ['类别 含 甲', '类别 含 乙'])).toEqual([
      'compared',
      'becomesEligible | by eligible no→yes | where sorts +second -first',
      'becomesIneligible | by eligible yes→no | where sorts +first -second',
    ]);
  });

  it('a group that asks for less is told by itself', async () => {
    expect(await said('aid', ['资格 同时满足', '资格 满足 2 项 以上'])).toEqual([
      'compared',
      'becomesEligible | by eligible no→yes',
    ]);
  });
});

describe('money', () => {
  it('to all heads, and to one', async () => {
    expect(await said('visit', ['100 元 × 人口', '120 元 × 人口'])).toEqual([
      'compared',
      'moreMoney | 2000..18000',
    ]);
  });

  it('by the number of payments, and by what one comes to', async () => {
    expect(await said('struck', ['100 元 每次', '120 元 每次'])).toEqual(['compared', 'moreMoney | 2000']);
    expect(await said('struck', ['元 每次 受灾', '元 首次 受灾'])).toEqual([
      'compared',
      'lessMoney | total -20000..-10000',
    ]);
  });

  it('a cap that bites in lists of more than three only', async () => {
    const capped: Edit = ['100 元 每次 受灾日期\n', '100 元 每次 受灾日期\n    不超过 500 元\n'];
    const [one] = (await compared(base, edited(base, [capped]), solver)).filter(
      ({ programme }) => programme === 'struck',
    );
    expect([one?.state, one?.lists, ...(one?.regions ?? []).map(shownBy)]).toEqual([
      'compared',
      8,
      'lessMoney | total -30000..-10000',
    ]);
    const [region] = one?.regions ?? [];
    expect((region && witnessOf(region))?.struckOn).toHaveLength(6);
  });

  it('for another unit is neither more nor less', async () => {
    expect(await said('aid', ['每人每月 800 元', '每户每月 900 元'])).toEqual(['compared', 'otherUnit']);
  });
});

describe('months and dates of payment', () => {
  it('by how much they move, at least and at most', async () => {
    expect(await said('aid', ['起算日 的 次月', '起算日 的 当月'])).toEqual([
      'compared',
      'otherDates | from earlier -1 month',
    ]);
    expect(await said('aid', ['起: 起算日 的 次月', '起: 申请日 的 次月'])).toEqual([
      'compared',
      'otherDates | from later 1..1469 month',
      'otherDates | from earlier -2411..-1 month',
    ]);
  });

  it('an end where there was none, and none where there was one', async () => {
    expect(await said('aid', ['    止: 停发日 的 当月\n', ''])).toEqual([
      'compared',
      'otherDates | to dropped',
    ]);
  });

  it('a day of every year', async () => {
    expect(await said('feast', ['每年 10-01', '每年 10-15'])).toEqual([
      'compared',
      'otherDates | on later 14 day',
    ]);
  });

  it('years of payment that another term adds', async () => {
    const found = await compared(base, edited(base, [['至 2026-12-31', '至 2027-12-31']]), solver);
    expect(of(found, 'feast').regions.map(shownBy)).toEqual(['otherDates | on set']);
    expect(of(found, 'aid')).toMatchObject({ state: 'same', aside: ['inForce'] });
  });
});

describe('of several benefits one', () => {
  const chosen = `${base}\n择一 取高\n  甲补\n  乙补\n`;

  it('who is passed by when a choice comes in, and what the other one gets', async () => {
    const found = await compared(base, chosen, solver);
    expect(of(found, 'firstAid').regions.map(shownBy)).toEqual(['lessMoney | -20000']);
    expect(of(found, 'secondAid')).toMatchObject({ state: 'compared', regions: [] });
    expect(witnessOf(of(found, 'firstAid').regions[0] as never)).toEqual({
      grade: 'middle',
      sorts: ['first'],
    });
  });

  it('an amount that turns the choice round changes both', async () => {
    const found = await compared(chosen, edited(chosen, [['每人每月 200 元', '每人每月 350 元']]), solver);
    // 350 for 200 yuan, and 350 for nothing.
    expect(of(found, 'firstAid').regions.map(shownBy)).toEqual(['moreMoney | 15000..35000']);
    expect(of(found, 'secondAid').regions.map(shownBy)).toEqual(['lessMoney | -30000']);
  });

  it('in another order', async () => {
    const ordered = chosen.replace('取高\n  甲补\n  乙补', '依次\n  甲补\n  乙补');
    const found = await compared(ordered, ordered.replace('甲补\n  乙补\n', '乙补\n  甲补\n'), solver);
    expect(of(found, 'firstAid').regions.map(shownBy)).toEqual(['lessMoney | -20000']);
    expect(of(found, 'secondAid').regions.map(shownBy)).toEqual(['moreMoney | 30000']);
  });
});

describe('what is asked', () => {
  it('nothing of what was not touched, nor of what is not compared', async () => {
    const count = counting(solver);
    const routed = edited(base, [
      ['  资格 在岗\n', '  资格 在岗\n  分流\n    转街道 (street): 有房   转 街道\n'],
    ]);
    const found = await compared(base, routed, count.solver);
    expect(count.asked()).toBe(0);
    expect(of(found, 'visit')).toMatchObject({ state: 'same', aside: ['routes'] });
    expect(found.filter(({ aside }) => aside.length > 0)).toHaveLength(1);
  });

  it('one question where rules are only said in other words', async () => {
    const count = counting(solver);
    const found = await compared(
      base,
      edited(base, [['收入 2000 元 以下', '非 收入 超过 2000 元']]),
      count.solver,
    );
    expect(of(found, 'aid')).toMatchObject({ state: 'compared', regions: [] });
    expect(count.asked()).toBe(1);
  });

  it('an order of options that turned round is read by each version in its own', async () => {
    const turned: Edit = ['低 (low) < 中 (middle) < 高 (high)', '中 (middle) < 低 (low) < 高 (high)'];
    expect(await said('firstAid', turned)).toEqual([
      'compared',
      'becomesEligible | by eligible no→yes | where grade in ["low"]',
    ]);
  });
});

describe('not decided', () => {
  it('differences are looked for around somebody eligible, in lists too', async () => {
    const product: Edit = ['资格 有房', '资格 有房 且 收入 × 年限 低于 9999 元'];
    const before = edited(base, [product]);
    const after = edited(before, [['每次 受灾日期', '每次 受灾日期 其中 在 2023-01-01 后(含)']]);
    const one = of(await compared(before, after, solver), 'struck');
    expect(one.because.map((why) => (why.k === 'outside' ? why.outside.why : why.k))).toEqual(['product']);
    expect([one.state, one.regions.length]).toEqual(['undecided', 0]);
    const [first] = one.tried?.found ?? [];
    expect([first?.kind, first?.pair.changed]).toEqual(['lessMoney', ['owns', 'struckOn']]);
  });
});
