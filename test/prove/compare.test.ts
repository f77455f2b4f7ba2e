import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  type Comparison,
  compareVersions,
  type Given,
  openZ3,
  type Region,
  type Solver,
} from '../../compiler/index.ts';
import { compiled, type Edit, edited } from '../diff/kit.ts';

let solver: Awaited<ReturnType<typeof openZ3>>;
beforeAll(async () => {
  solver = await openZ3();
});
afterAll(() => solver.close());

const plain: Given = { binding: { asOf: '2024-06-01', parameters: {} }, bases: {} };

async function compared(before: string, after: string, given = plain, by: Solver = solver) {
  const found: Comparison[] = [];
  for await (const one of compareVersions(compiled(before), compiled(after), given, by, 10_000))
    found.push(one);
  return found;
}

/** `kind rows money: what differs from the base`. */
function line({ kind, rows, amount, witness }: Region): string {
  const where = rows ? [`${rows.before} → ${rows.after}`] : [];
  const money = amount ? [`${String(amount.min)}..${String(amount.max)}${amount.exact ? '' : ' about'}`] : [];
  const facts = witness.changed.map((key) => {
    const [was, is] = [witness.before.raw.get(key), witness.after.raw.get(key)];
    return `${key}=${JSON.stringify(is ?? was)}`;
  });
  return [kind, ...where, ...money, ...facts].join(' ');
}

const told = (comparisons: readonly Comparison[]) =>
  comparisons.map(({ programme, state, regions }) => [programme, state, ...regions.map(line)]);

const base = `方案 例 (example)

主体 人 (person)
  生日 (birthDate): 日期
  收入 (income): 金额 从 0 元
  年限 (years): 整数 从 0 至 60
  在岗 (working): 是否
  受处分 (punished): 是否
  级别 (grade): 低 (low) | 中 (middle) | 高 (high)
  起算日 (since): 日期

项目 补助 (aid)
  资格 同时满足
    收入低 (poor): 收入 2000 元 以下
    离岗 (left): 非 在岗
  排除
    处分 (barred): 受处分
  档次 按 年限
    31 以上: 每人每月 900 元
    30: 未规定 "恰三十年没有标准"
    10 至 29: 每人每月 800 元
    其余: 每人每月 700 元
  发放
    起: 起算日 的 次月

项目 慰问 (visit)
  资格 在岗
  金额 每人一次性 100 元
`;

const ofEdits = async (...edits: readonly Edit[]) => told(await compared(base, edited(base, edits)));
const same = ['visit', 'same'];

describe('who fares differently, and nobody else', () => {
  it('a rate of one row of the tiers', async () => {
    expect(await ofEdits(['每人每月 800 元', '每人每月 850 元'])).toEqual([
      ['aid', 'compared', 'moreMoney aid.tier.10 to 29 → aid.tier.10 to 29 5000..5000 years=10'],
      same,
    ]);
    expect(await ofEdits(['每人每月 900 元', '每人每月 890 元'])).toEqual([
      ['aid', 'compared', 'lessMoney aid.tier.at least 31 → aid.tier.at least 31 -1000..-1000 years=31'],
      same,
    ]);
  });

  it('a threshold moved either way', async () => {
    expect(await ofEdits(['2000 元 以下', '2500 元 以下'])).toEqual([
      ['aid', 'compared', 'becomesEligible income=2000.01'],
      same,
    ]);
    expect(await ofEdits(['2000 元 以下', '1500 元 以下'])).toEqual([
      ['aid', 'compared', 'becomesIneligible income=1500.01'],
      same,
    ]);
  });

  it('an exclusion dropped', async () => {
    expect(await ofEdits(['  排除\n    处分 (barred): 受处分\n', ''])).toEqual([
      ['aid', 'compared', 'becomesEligible punished=true'],
      same,
    ]);
  });

  it('rows that move, with the money that goes with them', async () => {
    expect(await ofEdits(['10 至 29', '20 至 29'])).toEqual([
      [
        'aid',
        'compared',
        'lessMoney aid.tier.10 to 29 → aid.tier.otherwise -10000..-10000 years=10',
        'otherTier aid.tier.10 to 29 → aid.tier.20 to 29 years=20',
      ],
      same,
    ]);
  });

  it('what was left open is settled, and the other way round', async () => {
    const settled: Edit = ['    30: 未规定 "恰三十年没有标准"\n', '    30: 每人每月 850 元\n'];
    expect(await ofEdits(settled)).toEqual([
      ['aid', 'compared', 'moneySettled aid.tier.30 → aid.tier.30 years=30'],
      same,
    ]);
    const back = told(await compared(edited(base, [settled]), base));
    expect(back).toEqual([['aid', 'compared', 'moneyOpened aid.tier.30 → aid.tier.30 years=30'], same]);
    expect(await ofEdits(['处分 (barred): 受处分', '处分 (barred): 未规定 "没有说"   当 受处分'])).toEqual([
      ['aid', 'compared', 'opened punished=true'],
      same,
    ]);
  });

  it('money by a count', async () => {
    const counted = edited(base, [
      ['  级别 (grade)', '  人口 (heads): 整数 从 0 至 9\n  级别 (grade)'],
      ['每人一次性 100 元', '每人一次性 100 元 × 人口'],
    ]);
    expect(told(await compared(counted, edited(counted, [['100 元 × 人口', '120 元 × 人口']])))).toEqual([
      ['aid', 'same'],
      ['visit', 'compared', 'moreMoney 2000..18000 working=true heads=1'],
    ]);
  });

  it('another first month', async () => {
    expect(await ofEdits(['起算日 的 次月', '起算日 的 当月'])).toEqual([
      ['aid', 'compared', 'otherDates'],
      same,
    ]);
  });

  it('an amount that grows with a fact is told by its least and its most', async () => {
    const grows: Edit = ['每人一次性 100 元', '每人一次性 100 元 + 年限 × 10 元'];
    const before = edited(base, [grows]);
    const found = told(await compared(before, edited(before, [['年限 × 10 元', '年限 × 12 元']])));
    expect(found).toContainEqual(['visit', 'compared', 'moreMoney 200..12000 years=1 working=true']);
  });
});

describe('nobody', () => {
  it('fares differently by rules said in other words, which is proved and not read', async () => {
    expect(await ofEdits(['收入 2000 元 以下', '非 收入 超过 2000 元'])).toEqual([['aid', 'compared'], same]);
    const rows: Edit = [
      '    10 至 29: 每人每月 800 元\n    其余: 每人每月 700 元\n',
      '    10 至 29: 每人每月 800 元\n    0 至 9: 每人每月 700 元\n',
    ];
    const [aid] = await compared(base, edited(base, [rows]));
    expect(aid?.regions.map(({ kind }) => kind)).toEqual(['otherTier']);
  });

  it('by a definition that says the same, which is read and not asked', async () => {
    const named = `${edited(base, [['收入 2000 元 以下', '困难']])}\n定义 困难 (hard) = 收入 2000 元 以下\n`;
    expect(told(await compared(base, named))).toEqual([['aid', 'same'], same]);
  });

  it('by a fact under another name: both versions read one variable', async () => {
    const renamed: Edit = ['收入 (income)', '收入 (monthlyIncome)'];
    expect(await ofEdits(renamed)).toEqual([['aid', 'same'], same]);
    expect(await ofEdits(renamed, ['2000 元 以下', '2500 元 以下'])).toEqual([
      ['aid', 'compared', 'becomesEligible monthlyIncome=2000.01'],
      same,
    ]);
  });
});

describe('records that both versions can read', () => {
  it('values that only one version allows are left out, and it is said', async () => {
    const [aid] = await compared(
      base,
      edited(base, [
        ['年限 (years): 整数 从 0 至 60', '年限 (years): 整数 从 0 至 25'],
        ['每人每月 900 元', '每人每月 950 元'],
      ]),
    );
    expect(aid).toMatchObject({ state: 'compared', regions: [], narrowed: ['years'] });
  });

  it('options that only one version knows', async () => {
    const graded = edited(base, [['离岗 (left): 非 在岗', '离岗 (left): 级别 属于 {中, 高}']]);
    const [aid] = await compared(
      graded,
      edited(graded, [
        ['低 (low) | 中 (middle) | 高 (high)', '特 (special) | 低 (low) | 高 (high)'],
        ['级别 属于 {中, 高}', '级别 属于 {特, 高}'],
      ]),
    );
    expect(aid).toMatchObject({ state: 'compared', regions: [], narrowed: ['grade'] });
  });
});

describe('not decided', () => {
  it('outside what proofs reach, with the reason and what was tried', async () => {
    const product = edited(base, [['收入 2000 元 以下', '收入 2000 元 以下 且 收入 × 年限 低于 9999 元']]);
    const [aid] = await compared(product, edited(product, [['2000 元 以下', '2500 元 以下']]));
    expect(aid?.state).toBe('undecided');
    expect(aid?.because.map((one) => (one.k === 'outside' ? one.outside.why : one.k))).toContain('product');
    expect(aid?.tried?.count).toBeGreaterThan(0);
    const [first] = aid?.tried?.found ?? [];
    expect([first?.kind, first?.pair.was.outcome, first?.pair.is.outcome]).toEqual([
      'becomesEligible',
      'ineligible',
      'eligible',
    ]);
  });

  it('by a solver that gives no answer', async () => {
    const slow: Solver = {
      session: () => ({
        tell: () => undefined,
        check: async () => ({ k: 'undecided' }),
        close: () => undefined,
      }),
    };
    const [aid] = await compared(base, edited(base, [['2000 元 以下', '2500 元 以下']]), plain, slow);
    expect(aid?.state).toBe('undecided');
    expect(aid?.because[0]).toEqual({ k: 'time', kind: 'becomesEligible' });
    // Somebody beside the base record, whom no solver had to find.
    expect(aid?.regions.map(line)).toEqual(['becomesEligible income=2000.01']);
  });

  it('by one that is wrong: a fault, and nothing is shown', async () => {
    const wrong: Solver = {
      session: () => ({
        tell: () => undefined,
        check: async () => ({ k: 'sat', model: new Map() }),
        close: () => undefined,
      }),
    };
    const [aid] = await compared(base, edited(base, [['2000 元 以下', '2500 元 以下']]), plain, wrong);
    expect(aid).toMatchObject({ state: 'fault', regions: [] });
  });

  it('is the ranking, which is named', async () => {
    const places = `${base}  名额 2 人\n    排序 收入 从高到低\n    并列 全部进入\n`;
    const found = await compared(places, edited(places, [['  资格 在岗\n', '  资格 在岗 且 年限 5 以上\n']]));
    expect(found.find(({ programme }) => programme === 'visit')).toMatchObject({
      state: 'compared',
      ranking: true,
    });
  });
});

it('notice 15: 800 becomes 850 yuan for 20 to 29 years, and everybody else is proved unchanged', async () => {
  const folder = 'policies/15-former-teachers-allowance';
  const read = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');
  const text = read('notice.policy');
  const { asOf, parameters } = parse(read('parameters.yaml'));
  const given: Given = { binding: { asOf, parameters }, bases: parse(read('cases.yaml')).base };
  const found = await compared(text, edited(text, [['每人每月 800 元', '每人每月 850 元']]), given);
  const row = 'allowance.tier.20 years to 29 years';
  expect(told(found)).toEqual([
    [
      'allowance',
      'compared',
      `moreMoney ${row} → ${row} 5000..5000`,
      expect.stringMatching(/^ifEligible \S+$/),
    ],
  ]);
});
