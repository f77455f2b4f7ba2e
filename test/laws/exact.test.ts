import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareExact,
  exact,
  Fraction,
  fraction,
  isWhole,
  minus,
  negate,
  over,
  parseExact,
  plus,
  printExact,
  roundExact,
  sameExact,
  times,
} from '../../runtime/exact.ts';
import type { Exact } from '../../runtime/value.ts';

const big = fc.oneof(fc.bigInt({ min: -20n, max: 20n }), fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }));
const divisor = fc.oneof(fc.bigInt({ min: 1n, max: 12n }), fc.bigInt({ min: 1n, max: 2n ** 60n }));
const pair = fc.tuple(big, divisor);
const value = pair.map(([n, d]) => fraction(n, d));

/** Equality of fractions over big integers, by cross multiplication: what everything here is judged by. */
const is = (found: Exact, n: bigint, d: bigint): boolean => {
  const [fn, fd] = typeof found === 'number' ? [BigInt(found), 1n] : [found.n, found.d];
  return fn * d === n * fd;
};

const isCanonical = (a: Exact): boolean =>
  typeof a === 'number'
    ? Number.isSafeInteger(a) && !Object.is(a, -0)
    : a instanceof Fraction && a.d > 0n && !(a.d === 1n && Number.isSafeInteger(Number(a.n)));

describe('exact numbers', () => {
  it('add, subtract, multiply and divide as fractions of big integers do', () =>
    fc.assert(
      fc.property(pair, pair, ([n, d], [m, e]) => {
        const [a, b] = [fraction(n, d), fraction(m, e)];
        expect(is(plus(a, b), n * e + m * d, d * e)).toBe(true);
        expect(is(minus(a, b), n * e - m * d, d * e)).toBe(true);
        expect(is(times(a, b), n * m, d * e)).toBe(true);
        if (m !== 0n) expect(is(over(a, b), n * e, d * m)).toBe(true);
        for (const r of [plus(a, b), minus(a, b), times(a, b), negate(a)]) expect(isCanonical(r)).toBe(true);
      }),
      { numRuns: 1000 },
    ));

  it('compare as fractions do', () =>
    fc.assert(
      fc.property(pair, pair, ([n, d], [m, e]) => {
        const [x, y] = [n * e, m * d];
        expect(compareExact(fraction(n, d), fraction(m, e))).toBe(x < y ? -1 : x > y ? 1 : 0);
      }),
    ));

  it('round to the multiple that the mode says', () =>
    fc.assert(
      fc.property(
        value,
        pair.filter(([n]) => n > 0n),
        (a, [n, d]) => {
          const to = fraction(n, d);
          const [up, down, half] = [
            roundExact(a, 'up', to),
            roundExact(a, 'down', to),
            roundExact(a, 'half', to),
          ];
          for (const r of [up, down, half]) expect(isWhole(over(r, to))).toBe(true);
          expect(compareExact(down, a)).toBeLessThanOrEqual(0);
          expect(compareExact(up, a)).toBeGreaterThanOrEqual(0);
          expect(compareExact(minus(up, down), to)).toBeLessThanOrEqual(0);
          const [below, above] = [minus(a, down), minus(up, a)];
          const nearer = compareExact(below, above);
          const away = compareExact(a, 0) < 0 ? down : up;
          expect(sameExact(half, nearer < 0 ? down : nearer > 0 ? up : away)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    ));

  it('print and read back the same', () =>
    fc.assert(
      fc.property(value, (a) => {
        expect(parseExact(printExact(a))).toEqual(a);
      }),
    ));

  it('reads decimals and fractions, and nothing else', () => {
    expect(exact('-1.50')).toEqual(fraction(-3n, 2n));
    expect(exact('4/2')).toBe(2);
    expect(exact('9007199254740993')).toEqual(new Fraction(9007199254740993n, 1n));
    for (const text of ['', '1e3', '1/0', '.5', '1.', '+1', '1/-2', ' 1', 'NaN'])
      expect(parseExact(text)).toBeNull();
    expect(() => exact('1e3')).toThrow(RangeError);
  });

  it('does not lose a unit beyond the safe integers', () => {
    expect(printExact(plus(Number.MAX_SAFE_INTEGER, 2))).toBe('9007199254740993');
    expect(printExact(times(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER))).toBe(
      '81129638414606663681390495662081',
    );
    expect(minus(plus(Number.MAX_SAFE_INTEGER, 2), 2)).toBe(Number.MAX_SAFE_INTEGER);
  });
});
