/**
 * A reduced fraction that is not a safe integer: `d` is positive, `n` and `d` have no common divisor.
 * A class, so that a record with fields `n` and `d` is never taken for one.
 */
export class Fraction {
  readonly n: bigint;
  readonly d: bigint;
  constructor(n: bigint, d: bigint) {
    this.n = n;
    this.d = d;
  }
}

/** An exact rational: a safe integer as a plain number, anything else as a reduced fraction of big integers. Never a rounded float. */
export type Exact = number | Fraction;

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
const magnitude = (n: bigint): bigint => (n < 0n ? -n : n);
const numerator = (a: Exact): bigint => (typeof a === 'number' ? BigInt(a) : a.n);
const denominator = (a: Exact): bigint => (typeof a === 'number' ? 1n : a.d);

/** `n / d` in lowest terms: a plain number where it is a safe integer. `d` must not be zero. */
export const fraction = (n: bigint, d: bigint): Exact => {
  const g = gcd(magnitude(n), magnitude(d)) * (d < 0n ? -1n : 1n);
  const whole = Number(n / g);
  return d / g === 1n && Number.isSafeInteger(whole) ? whole : new Fraction(n / g, d / g);
};

const bothNumbers = (a: Exact, b: Exact): boolean => typeof a === 'number' && typeof b === 'number';

export const plus = (a: Exact, b: Exact): Exact => {
  const quick = bothNumbers(a, b) ? (a as number) + (b as number) : Number.NaN;
  if (Number.isSafeInteger(quick)) return quick;
  const [d, e] = [denominator(a), denominator(b)];
  return fraction(numerator(a) * e + numerator(b) * d, d * e);
};

export const negate = (a: Exact): Exact => (typeof a === 'number' ? 0 - a : new Fraction(-a.n, a.d));

export const minus = (a: Exact, b: Exact): Exact => plus(a, negate(b));

export const times = (a: Exact, b: Exact): Exact => {
  // A product of integers that rounds to a safe integer was exact; `+ 0` turns -0 into 0.
  const quick = bothNumbers(a, b) ? (a as number) * (b as number) + 0 : Number.NaN;
  if (Number.isSafeInteger(quick)) return quick;
  if (typeof a === 'number' && b instanceof Fraction) {
    // Most factors are small (1/2), and most products whole.
    const [top, bottom] = [a * Number(b.n), Number(b.d)];
    if (Number.isSafeInteger(top) && Number.isSafeInteger(bottom) && top % bottom === 0)
      return top / bottom + 0;
  }
  return fraction(numerator(a) * numerator(b), denominator(a) * denominator(b));
};

/** `b` must not be zero; `divide` of `arithmetic.ts` is the one for values of a policy. */
export const over = (a: Exact, b: Exact): Exact =>
  fraction(numerator(a) * denominator(b), denominator(a) * numerator(b));

/** -1, 0 or 1. */
export const compareExact = (a: Exact, b: Exact): -1 | 0 | 1 => {
  if (bothNumbers(a, b)) return a < b ? -1 : a === b ? 0 : 1;
  const [x, y] = [numerator(a) * denominator(b), numerator(b) * denominator(a)];
  return x < y ? -1 : x === y ? 0 : 1;
};

export const sameExact = (a: Exact, b: Exact): boolean => compareExact(a, b) === 0;
export const isWhole = (a: Exact): boolean => denominator(a) === 1n;

const floorBig = (n: bigint, d: bigint): bigint => (n % d !== 0n && n < 0n ? n / d - 1n : n / d);

export type Rounding = 'up' | 'down' | 'half';

/**
 * To a whole multiple of `to` (positive). `up` is towards +∞ (进位), `down` towards −∞ (舍去),
 * `half` to the nearest, ties away from zero (四舍五入).
 */
export const roundExact = (a: Exact, mode: Rounding, to: Exact = 1): Exact => {
  if (typeof a === 'number' && to === 1) return a;
  const q = over(a, to);
  const [n, d] = [numerator(q), denominator(q)];
  if (d === 1n) return a;
  if (mode === 'down') return times(fraction(floorBig(n, d), 1n), to);
  if (mode === 'up') return times(fraction(-floorBig(-n, d), 1n), to);
  const nearest = floorBig(2n * magnitude(n) + d, 2n * d);
  return times(fraction(n < 0n ? -nearest : nearest, 1n), to);
};

/** Reads `12`, `-1.5`, `3/2`; anything else is `null`. */
export const parseExact = (text: string): Exact | null => {
  const ratio = /^(-?\d+)\/(\d+)$/.exec(text);
  if (ratio?.[1] !== undefined && ratio[2] !== undefined) {
    const d = BigInt(ratio[2]);
    return d === 0n ? null : fraction(BigInt(ratio[1]), d);
  }
  const decimal = /^(-?\d+)(?:\.(\d+))?$/.exec(text);
  if (decimal?.[1] === undefined) return null;
  const digits = decimal[2] ?? '';
  return fraction(BigInt(decimal[1] + digits), 10n ** BigInt(digits.length));
};

/** An exact constant of a policy: `exact('3/2')`. Throws a `RangeError` for what `parseExact` does not read. */
export const exact = (text: string): Exact => {
  const value = parseExact(text);
  if (value === null) throw new RangeError(`not an exact number: ${text}`);
  return value;
};

/** `12` or `3/2`; `parseExact` reads it back. */
export const printExact = (a: Exact): string =>
  typeof a === 'number' ? String(a) : a.d === 1n ? String(a.n) : `${a.n}/${a.d}`;

/** As decisions write it: a safe integer as a number, anything else as text. */
export const exactToJson = (a: Exact): number | string => (typeof a === 'number' ? a : printExact(a));
