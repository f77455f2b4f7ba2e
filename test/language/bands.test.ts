import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bands } from '../../runtime/bands.ts';
import { compareExact, minus, over as quotient, plus } from '../../runtime/exact.ts';
import { isUnknown, unknownOf } from '../../runtime/unknown.ts';
import type { Exact } from '../../runtime/value.ts';
import { decided } from './kit.ts';

const text = `方案 例 (example)
  参数 起付线 (floorLine): 金额

主体 人 (person)
  自付费用 (cost): 金额 从 0 元

定义 救助额 (relief) 分段 按 自付费用
  不高于 起付线: 0%
  超过 起付线 至 50000 元: 50%
  超过 50000 元: 70%

项目 救助 (aid)
  金额 每人 救助额 舍去 到 0.01 元
`;

const paid = (cost: unknown, floorLine?: number) =>
  decided(text, cost === undefined ? {} : { cost }, {
    parameters: floorLine === undefined ? {} : { floorLine },
  }).amounts[0];

describe('bands', () => {
  it.each([
    [0, 0],
    [9999.99, 0],
    [10000, 0],
    [10000.01, 0],
    [10000.02, 1],
    [49999.98, 1999999],
    [50000, 2000000],
    [50000.02, 2000001],
    [60000, 2700000],
  ])('cost %d: %i fen', (cost, fen) => expect(paid(cost, 10000)?.amount).toEqual({ min: fen, max: fen }));

  it('an unknown quantity pays from nothing up; an unbound end leaves all open', () => {
    expect(paid(undefined, 10000)).toMatchObject({
      amount: { min: 0, max: null },
      reasons: [{ kind: 'missing', fact: 'cost' }],
    });
    expect(paid(20000)).toMatchObject({ reasons: [{ kind: 'parameter', parameter: 'floorLine' }] });
  });

  it('ends bound the wrong way round contradict each other', () =>
    expect(paid(20000, 60000)).toMatchObject({
      amount: { min: null, max: null },
      reasons: [{ kind: 'contradiction' }],
    }));
});

const rate = fc.integer({ min: 0, max: 100 });
const list = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { maxLength: 4 }),
    fc.array(rate, { minLength: 5, maxLength: 5 }),
  )
  .map(([ends, rates]) =>
    [...[...ends].sort((a, b) => a - b), null].map((to, i) => ({ to, rate: over100(rates[i] ?? 0) })),
  );
const over100 = (n: number): Exact => quotient(n, 100);
const amount = fc.integer({ min: -10, max: 80 });
const value = (x: number, of: Bands): Exact => bands('b', x, of) as Exact;
type Bands = readonly { readonly to: number | null; readonly rate: Exact }[];

describe('laws of bands', () => {
  it('never fall, and never rise by more than the step times the highest rate (continuous)', () =>
    fc.assert(
      fc.property(list, amount, (rows, x) => {
        const [a, b] = [value(x, rows), value(x + 1, rows)];
        expect(compareExact(a, b)).toBeLessThanOrEqual(0);
        expect(compareExact(minus(b, a), 1)).toBeLessThanOrEqual(0);
      }),
    ));

  it('are the sum of the rates of each unit', () =>
    fc.assert(
      fc.property(list, fc.integer({ min: 0, max: 80 }), (rows, x) => {
        const rateAt = (unit: number): Exact => rows.find(({ to }) => to === null || unit <= to)?.rate ?? 0;
        const total = Array.from({ length: x }, (_, i) => rateAt(i + 1)).reduce(plus, 0 as Exact);
        expect(compareExact(value(x, rows), total)).toBe(0);
      }),
    ));

  it('over a range: the ends are reached and nothing lies outside', () =>
    fc.assert(
      fc.property(list, amount, fc.nat(40), (rows, low, more) => {
        const open = bands('b', unknownOf([], { min: low, max: low + more }), rows);
        const all = Array.from({ length: more + 1 }, (_, i) => value(low + i, rows));
        if (!isUnknown(open)) throw new Error('not open');
        const sorted = [...all].sort(compareExact);
        expect([open.min, open.max]).toEqual([sorted[0], sorted.at(-1)]);
      }),
    ));
});
