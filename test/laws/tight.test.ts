import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count } from '../../runtime/aggregates.ts';
import { add, convert, divide, multiply, round, subtract } from '../../runtime/arithmetic.ts';
import { compareExact, exact } from '../../runtime/exact.ts';
import { type Interval, intervalOf } from '../../runtime/interval.ts';
import type { Selected } from '../../runtime/lists.ts';
import { addMonths, monthOf, weekday } from '../../runtime/periods.ts';
import { maxOf, minOf, sum } from '../../runtime/totals.ts';
import { doubt } from '../../runtime/truth.ts';
import { unknownOf } from '../../runtime/unknown.ts';
import type { Exact, Maybe } from '../../runtime/value.ts';

// Law: the range given for a result is no wider than what its unknowns can make it.

interface Small {
  readonly min: number;
  readonly max: number;
}

const small = (min: number, max: number): fc.Arbitrary<Small> =>
  fc.tuple(fc.integer({ min, max }), fc.nat(4)).map(([low, width]) => ({ min: low, max: low + width }));

const members = ({ min, max }: Small): readonly number[] =>
  Array.from({ length: max - min + 1 }, (_, i) => min + i);

const open = (range: Small): Maybe<Exact> => unknownOf([], range);

const there = (value: Maybe<Exact>): Interval => {
  if (value === null) throw new Error('absent');
  return intervalOf(value);
};

const narrowest = (values: readonly Maybe<Exact>[]): Interval => {
  const points = values.map((v) => there(v).min ?? Number.NaN).sort(compareExact);
  return { min: points[0] ?? null, max: points.at(-1) ?? null };
};

const isTight = (
  of: fc.Arbitrary<Small>,
  by: fc.Arbitrary<Small>,
  op: (a: Maybe<Exact>, b: Maybe<Exact>) => Maybe<Exact>,
): void =>
  fc.assert(
    fc.property(of, by, (a, b) => {
      const all = members(a).flatMap((x) => members(b).map((y) => op(x, y)));
      const { min, max } = there(op(open(a), open(b)));
      expect({ min, max }).toEqual(narrowest(all));
    }),
    { numRuns: 500 },
  );

const near = small(-6, 6);

describe('ranges are tight', () => {
  it('arithmetic', () => {
    isTight(near, near, add);
    isTight(near, near, subtract);
    isTight(near, near, multiply);
    isTight(near, small(1, 6), (a, b) => divide(a, b, 'k'));
    isTight(near, small(-9, -5), (a, b) => divide(a, b, 'k'));
    for (const mode of ['up', 'down', 'half'] as const)
      isTight(near, near, (a) => round(convert(a, exact('2/3')), mode, 1));
  });

  it('dates', () => {
    isTight(small(19_700, 19_800), small(-14, 14), (a, b) => addMonths(a, b, 'k'));
    isTight(small(19_700, 19_800), near, (a) => monthOf(a));
    isTight(small(19_700, 19_800), near, (a) => weekday(a));
  });

  it('open ends stay open only where the result has none', () => {
    const atLeast = (min: number) => unknownOf([], { min });
    expect(multiply(atLeast(2), atLeast(3))).toMatchObject({ min: 6, max: null });
    expect(multiply(atLeast(2), 0)).toMatchObject({ min: 0, max: 0 });
    expect(multiply(atLeast(2), -1)).toMatchObject({ min: null, max: -2 });
    expect(divide(6, atLeast(2), 'k')).toMatchObject({ min: 0, max: 3 });
    expect(divide(1, unknownOf([], { min: 0, max: 5 }), 'k')).toMatchObject({ min: null, max: null });
    expect(divide(1, 0, 'k')).toMatchObject({
      reasons: [{ kind: 'data', problem: 'divisionByZero', at: 'k' }],
    });
  });

  /** Elements of which each may belong or not. */
  const perhaps = fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.boolean()), { maxLength: 5 });

  const selection = (items: readonly (readonly [number, boolean | null])[]): Selected<number> => ({
    candidates: items
      .filter(([, belongs]) => belongs !== false)
      .map(([value, belongs], i) => ({ value, belongs: belongs ?? doubt(`e${i}`, []), mark: `[${i}]` })),
    complete: true,
    reasons: [],
  });

  it('counts and totals of lists', () =>
    fc.assert(
      fc.property(perhaps, (items) => {
        const opened = selection(items.map(([value, sure]) => [value, sure ? true : null]));
        const ways = Array.from({ length: 2 ** items.length }, (_, bits) =>
          selection(items.map(([value, sure], i) => [value, sure || ((bits >> i) & 1) === 1])),
        );
        for (const op of [count, (s: Selected<number>) => sum(s, (e) => e)]) {
          const { min, max } = there(op(opened));
          expect({ min, max }).toEqual(narrowest(ways.map(op)));
        }
        for (const op of [maxOf, minOf]) {
          const found = ways.map((way) => op(way, (e: number) => e)).filter((value) => value !== null);
          const result = op(opened, (e: number) => e);
          if (found.length === 0) expect(result).toBeNull();
          else expect({ min: there(result).min, max: there(result).max }).toEqual(narrowest(found));
        }
      }),
    ));
});
