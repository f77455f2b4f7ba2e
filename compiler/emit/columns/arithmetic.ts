import { compareExact, Fraction } from '../../../runtime/exact.ts';
import type { Exact } from '../../../runtime/value.ts';
import { and, either, NO, not, or, YES } from './text.ts';
import { NotColumnar } from './unsupported.ts';

/**
 * Text for an exact number: `code` is a whole number between `lo` and `hi`, `den` of which make one. `absent` and `hard` are
 * text that is 1 where there is none, and where the row has to be decided by itself; then `code` says nothing.
 */
export interface NumberCode {
  readonly code: string;
  readonly den: number;
  readonly lo: number;
  readonly hi: number;
  readonly absent: string;
  readonly hard: string;
}

/** Doubles count every whole number up to here, with a bit to spare for quotients that are rounded down. */
const MOST = 2 ** 52;
const fitsInt32 = (lo: number, hi: number): boolean => lo >= -(2 ** 31) && hi < 2 ** 31;

const ranged = (
  code: string,
  den: number,
  ends: readonly number[],
  from: readonly NumberCode[],
): NumberCode => {
  const [lo, hi] = [Math.min(...ends), Math.max(...ends)];
  if (!(lo >= -MOST && hi <= MOST)) throw new NotColumnar('range');
  return {
    code,
    den,
    lo,
    hi,
    absent: or(...from.map((one) => one.absent)),
    hard: or(...from.map((one) => one.hard)),
  };
};

export const constant = (value: Exact): NumberCode => {
  if (typeof value === 'number') return ranged(signed(value), 1, [value], []);
  const [n, d] = [Number(value.n), Number(value.d)];
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d)) throw new NotColumnar('range');
  return ranged(signed(n), d, [n], []);
};

const signed = (n: number): string => (n < 0 ? `(${n})` : String(n));

export const ABSENT: NumberCode = { code: '0', den: 1, lo: 0, hi: 0, absent: YES, hard: NO };
export const HARD: NumberCode = { code: '0', den: 1, lo: 0, hi: 0, absent: NO, hard: YES };

const pointOf = ({ lo, hi }: NumberCode): number | null => (lo === hi ? lo : null);

/** `a` counted in parts `times` as small. */
const inParts = (a: NumberCode, times: number): NumberCode =>
  times === 1 ? a : { ...ranged(`(${a.code} * ${times})`, a.den * times, [a.lo * times, a.hi * times], [a]) };

/** Both counted in the same parts. */
const alike = (a: NumberCode, b: NumberCode): readonly [NumberCode, NumberCode] => {
  const common = Number(gcd(BigInt(a.den), BigInt(b.den)));
  return [inParts(a, b.den / common), inParts(b, a.den / common)];
};

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

export const plus = (a: NumberCode, b: NumberCode, sign: 1 | -1): NumberCode => {
  const [x, y] = alike(a, b);
  const ends = sign === 1 ? [x.lo + y.lo, x.hi + y.hi] : [x.lo - y.hi, x.hi - y.lo];
  if (pointOf(y) === 0) return { ...x, absent: or(x.absent, y.absent), hard: or(x.hard, y.hard) };
  return ranged(`(${x.code} ${sign === 1 ? '+' : '-'} ${y.code})`, x.den, ends, [x, y]);
};

export const timesCode = (a: NumberCode, b: NumberCode): NumberCode => {
  const ends = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi];
  if (a.den === 1 && pointOf(a) === 1)
    return { ...b, absent: or(a.absent, b.absent), hard: or(a.hard, b.hard) };
  if (b.den === 1 && pointOf(b) === 1)
    return { ...a, absent: or(a.absent, b.absent), hard: or(a.hard, b.hard) };
  return ranged(`(${a.code} * ${b.code})`, a.den * b.den, ends, [a, b]);
};

/** By a number that is settled and not zero. */
export const dividedBy = (a: NumberCode, b: NumberCode): NumberCode => {
  const by = pointOf(b);
  if (by === null || by === 0) throw new NotColumnar('division');
  const turned = constant(by > 0 ? fractionOf(b.den, by) : fractionOf(-b.den, -by));
  return { ...timesCode(a, turned), absent: or(a.absent, b.absent), hard: or(a.hard, b.hard) };
};

const fractionOf = (n: number, d: number): Exact => (d === 1 ? n : new Fraction(BigInt(n), BigInt(d)));

/** To a whole multiple of `to`; see `roundExact`. */
export const rounded = (a: NumberCode, mode: 'up' | 'down' | 'half', to: Exact): NumberCode => {
  const step = constant(to);
  // How often `to` goes into it, as numerator over a constant.
  const q = dividedBy(a, step);
  if (q.den === 1) return a;
  const [n, d] = [q.code, q.den];
  const floor = (text: string, by: number) => `Math.floor(${text} / ${by})`;
  const whole = {
    down: floor(n, d),
    up: `-${floor(`-(${n})`, d)}`,
    half: `(Math.sign(${n}) * ${floor(`(2 * Math.abs(${n}) + ${d})`, 2 * d)})`,
  }[mode];
  const ends = [Math.floor(q.lo / d) - 1, Math.ceil(q.hi / d) + 1];
  // `+ 0` makes a plain zero of a negative one.
  return timesCode(ranged(`(${whole} + 0)`, 1, ends, [q]), step);
};

/** The one that `c` chooses; each one's absence and hardness count only where it is chosen. */
export const chosen = (c: string, a: NumberCode, b: NumberCode): NumberCode => {
  const [x, y] = alike(a, b);
  if (c === YES) return x;
  if (c === NO) return y;
  return {
    code: either(c, x.code, y.code, isInt32(x) && isInt32(y)),
    den: x.den,
    lo: Math.min(x.lo, y.lo),
    hi: Math.max(x.hi, y.hi),
    absent: or(and(c, x.absent), and(not(c), y.absent)),
    hard: or(and(c, x.hard), and(not(c), y.hard)),
  };
};

/** Whether a < b. */
export const less = (a: NumberCode, b: NumberCode): string => {
  const [x, y] = alike(a, b);
  if (x.hi < y.lo) return YES;
  if (x.lo >= y.hi) return NO;
  // The sign bit of a difference that fits in 32 bits says it without a branch.
  if (fitsInt32(x.lo - y.hi, x.hi - y.lo)) return `((${x.code} - ${y.code}) >>> 31)`;
  return `(${x.code} < ${y.code} ? 1 : 0)`;
};

export const same = (a: NumberCode, b: NumberCode): string => {
  const [x, y] = alike(a, b);
  if (x.hi < y.lo || y.hi < x.lo) return NO;
  const points = [pointOf(x), pointOf(y)];
  if (points[0] !== null && points[0] === points[1]) return YES;
  return `(${x.code} === ${y.code} ? 1 : 0)`;
};

/** The lesser of two, as text. */
export const least = (a: NumberCode, b: NumberCode): NumberCode => chosen(less(b, a), b, a);

export const isInt32 = ({ lo, hi }: NumberCode): boolean => fitsInt32(lo, hi);

export const compareTo = (a: Exact, b: Exact): number => compareExact(a, b);
