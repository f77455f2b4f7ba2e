import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/index.ts';
import { describeText } from '../../runtime/index.ts';
import { bind, decision } from './kit.ts';

const facts = `方案 例 (example)

主体 人 (person)
  残疾 (disabled): 是否
  失能 (frail): 是否
  残疾标准 (disabilityRate): 金额 从 0 元
  失能标准 (frailtyRate): 金额 从 0 元
  国家津贴 (stateAllowance): 金额 每月 可无
  已受工会救助 (unionAided): 是否
  工会救助日期 (unionAidDates): 日期 列表
`;

const programmes = `
项目 残疾补贴 (disability)
  资格 残疾
  金额 每人每月 残疾标准
  给予 轮椅 (wheelchair)

项目 失能补贴 (frailty)
  资格 失能
  金额 每人每月 失能标准
`;

const choosing = (mode: string, ...lines: readonly string[]): string =>
  `${facts}${programmes}\n择一 ${mode}      依据 五.1\n${lines.map((line) => `  ${line}\n`).join('')}`;

const highest = choosing('取高', '残疾补贴', '失能补贴');
const both = { disabled: true, frail: true };

const paidOf = (text: string, record: object) => {
  const { programmes: found } = decision(text, { ...record });
  return Object.fromEntries(
    Object.entries(found).map(([id, { amounts, choice }]) => [
      id,
      { fen: amounts.map((a) => a.amount), choice },
    ]),
  );
};

describe('the highest of several programmes', () => {
  it.each([
    [100, 99.99, 'disability'],
    [100, 100, 'disability'],
    [100, 100.01, 'frailty'],
  ])('%d against %d yuan: %s is paid', (disabilityRate, frailtyRate, winner) => {
    const found = paidOf(highest, { ...both, disabilityRate, frailtyRate });
    for (const [id, { fen, choice }] of Object.entries(found)) {
      expect(choice?.paid).toBe(id === winner ? 'yes' : 'no');
      expect(fen.length).toBe(id === winner ? 1 : 0);
      expect(choice?.cites).toEqual(['五.1']);
    }
  });

  it('says why one is not paid: lower, or equal and named later', () => {
    const lower = paidOf(highest, { ...both, disabilityRate: 1, frailtyRate: 2 });
    expect(lower.disability?.choice?.notPaid).toEqual({ kind: 'lower', paid: 'frailty' });
    const equal = paidOf(highest, { ...both, disabilityRate: 2, frailtyRate: 2 });
    expect(equal.frailty?.choice?.notPaid).toEqual({ kind: 'equal', paid: 'disability' });
  });

  it('one alone is paid, whatever the other would have come to', () => {
    const found = paidOf(highest, { disabled: true, frail: false, disabilityRate: 5 });
    expect(found.disability).toMatchObject({ fen: [{ min: 500, max: 500 }], choice: { paid: 'yes' } });
    expect(found.frailty?.choice).toBeUndefined();
  });

  it('while amounts are open it is open which, each between nothing and its amount', () => {
    const found = paidOf(highest, { ...both, disabilityRate: 100 });
    expect(found.disability).toMatchObject({
      fen: [{ min: 0, max: 10000 }],
      choice: { paid: 'unknown', reasons: [{ kind: 'missing', fact: 'frailtyRate' }] },
    });
    expect(found.frailty).toMatchObject({ fen: [{ min: 0, max: null }] });
  });

  it('while one may still prove eligible the other is open', () => {
    const found = paidOf(highest, { disabled: true, disabilityRate: 5, frailtyRate: 6 });
    expect(found.disability).toMatchObject({
      fen: [{ min: 0, max: 500 }],
      choice: { paid: 'unknown', reasons: [{ kind: 'missing', fact: 'frail' }] },
    });
  });

  it('what goes with the programme goes with the choice', () => {
    const { programmes: found } = decision(highest, { ...both, disabilityRate: 1, frailtyRate: 2 });
    expect(found.disability?.grants).toMatchObject([{ id: 'disability.wheelchair', truth: 'no' }]);
    expect(found.disability?.outcome).toBe('eligible');
  });

  it('payments follow', () => {
    const pay = (record: object) =>
      bind(highest)
        .payments({ ...record }, { from: '2024-01', to: '2024-01' })
        .map(({ programme }) => programme);
    expect(pay({ ...both, disabilityRate: 1, frailtyRate: 2 })).toEqual(['frailty']);
    expect(pay({ ...both, disabilityRate: 2, frailtyRate: 1 })).toEqual(['disability']);
  });

  it('is told in words', () => {
    const bound = bind(highest);
    const made = bound.decide({ ...both, disabilityRate: 1, frailtyRate: 2 });
    expect(describeText(made, bound.meta, 'zh')).toContain('发“失能补贴”，它的金额较高，本项不发');
    expect(describeText(made, bound.meta, 'en')).toContain('because it pays more');
  });
});

describe('what another notice pays', () => {
  const text = choosing('取高', '残疾补贴', '国家 (national): 国家津贴').replace(
    '国家 (national): 国家津贴\n',
    '国家 (national): 国家津贴\n    出处 "国家办法"\n',
  );
  it.each([
    [null, 'yes'],
    [99, 'yes'],
    [100, 'yes'],
    [101, 'no'],
    [undefined, 'unknown'],
  ])('%j yuan a month from there: %s', (stateAllowance, paid) => {
    const given = stateAllowance === undefined ? {} : { stateAllowance };
    const { choice } = paidOf(text, { disabled: true, disabilityRate: 100, ...given }).disability ?? {};
    expect(choice?.paid).toBe(paid);
    expect(choice?.between[1]).toMatchObject({ id: 'choice.disability.national', source: '国家办法' });
    if (paid === 'unknown') expect(choice?.reasons).toEqual([{ kind: 'missing', fact: 'stateAllowance' }]);
  });
});

describe('by order, and where the notice does not say', () => {
  it('the first named is paid', () => {
    const found = paidOf(choosing('依次', '失能补贴', '残疾补贴'), {
      ...both,
      disabilityRate: 9,
      frailtyRate: 1,
    });
    expect(found.frailty?.choice?.paid).toBe('yes');
    expect(found.disability?.choice).toMatchObject({
      paid: 'no',
      notPaid: { kind: 'later', paid: 'frailty' },
    });
  });

  const text = `${facts}${programmes}\n不得重复      依据 五.2\n  残疾补贴\n  失能补贴\n`;
  it('no double benefit leaves it open which, once both are due', () => {
    const found = paidOf(text, { ...both, disabilityRate: 9, frailtyRate: 1 });
    for (const id of ['disability', 'frailty'])
      expect(found[id]?.choice).toMatchObject({ paid: 'unknown', reasons: [{ kind: 'unspecified' }] });
    const one = paidOf(text, { disabled: true, frail: false, disabilityRate: 9 });
    expect(one.disability?.choice?.paid).toBe('yes');
  });
});

describe('no double benefit with other notices', () => {
  const section = `  不得重复\n    工会救助 (unionAid): 已受工会救助      依据 五.2\n      出处 "工会办法"\n`;
  const text = `${facts}${programmes.replace('  金额 每人每月 残疾标准', `${section}  金额 每人每月 残疾标准`)}`;
  const record = { disabled: true, disabilityRate: 9 };

  it('is an exclusion that says which benefit it is', () => {
    const { programmes: found } = decision(text, { ...record, unionAided: true });
    expect(found.disability).toMatchObject({
      outcome: 'ineligible',
      hit: ['disability.unionAid'],
      excluded: [{ id: 'disability.unionAid', benefit: { source: '工会办法' }, cites: ['五.2'] }],
    });
  });

  it('what is not known of it stays unknown', () => {
    const { programmes: found } = decision(text, record);
    expect(found.disability).toMatchObject({ outcome: 'undetermined', missing: ['unionAided'] });
    expect(decision(text, { ...record, unionAided: false }).programmes.disability?.outcome).toBe('eligible');
  });

  it('one block may say it for several programmes', () => {
    const block = `\n不得重复\n  残疾补贴\n  失能补贴\n  工会救助 (unionAid): 有 工会救助日期 在 本年 内\n`;
    const given = { ...both, disabilityRate: 1, frailtyRate: 2, unionAidDates: ['2024-01-05'] };
    const { programmes: found } = decision(`${facts}${programmes}${block}`, given);
    expect(found.disability?.hit).toEqual(['disability.unionAid']);
    expect(found.frailty?.hit).toEqual(['frailty.unionAid']);
  });

  it('what other notices pay is part of the input: of its types and of the schema', () => {
    const { policy } = compile({ path: 'a.policy', text });
    expect(policy?.subjects[0]?.facts.map(({ id }) => id)).toContain('unionAided');
  });
});

describe('laws of choosing', () => {
  const money = fc.integer({ min: 0, max: 4 });
  const three = choosing('取高', '残疾补贴', '国家 (national): 国家津贴', '失能补贴');
  it('together they pay what the highest does, no more, no less', () =>
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.boolean(),
        money,
        money,
        fc.option(money),
        (disabled, frail, a, b, state) => {
          const found = decision(three, {
            disabled,
            frail,
            disabilityRate: a,
            frailtyRate: b,
            stateAllowance: state,
          }).programmes;
          const paid = Object.values(found).flatMap(({ amounts }) =>
            amounts.map(({ amount }) => Number(amount.min)),
          );
          const alone = [disabled ? a * 100 : 0, frail ? b * 100 : 0];
          const best = Math.max(...alone);
          const outside = (state ?? -1) * 100;
          const total = paid.reduce((x, y) => x + y, 0);
          expect(paid.length).toBeLessThanOrEqual(1);
          expect(Math.max(total, outside, 0)).toBe(Math.max(best, outside, 0));
        },
      ),
    ));

  it('with less known, the amount paid in the end lies within the ranges', () =>
    fc.assert(
      fc.property(
        money,
        money,
        fc.option(money),
        fc.subarray(['disabilityRate', 'frailtyRate', 'stateAllowance', 'frail']),
        (a, b, state, dropped) => {
          const whole = { ...both, disabilityRate: a, frailtyRate: b, stateAllowance: state };
          const partial = Object.fromEntries(Object.entries(whole).filter(([key]) => !dropped.includes(key)));
          const [known, less] = [whole, partial].map((record) => decision(three, record).programmes);
          for (const id of ['disability', 'frailty']) {
            const end = Number(known?.[id]?.amounts[0]?.amount.min ?? 0);
            const range = less?.[id]?.amounts[0]?.amount ?? { min: 0, max: 0 };
            expect(end).toBeGreaterThanOrEqual(Number(range.min ?? 0));
            if (range.max !== null) expect(end).toBeLessThanOrEqual(Number(range.max));
            const paid = less?.[id]?.choice?.paid;
            if (paid === 'yes' || paid === 'no') expect(known?.[id]?.choice?.paid ?? 'no').toBe(paid);
          }
        },
      ),
    ));
});
