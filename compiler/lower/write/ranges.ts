import { Fraction } from '../../../runtime/exact.ts';
import type { Exact } from '../../../runtime/value.ts';

/** A number held as a whole number of `1/den`, with the range that it cannot leave. */
export interface Whole {
  /** Text of an expression of JavaScript that gives the numerator. */
  readonly code: string;
  readonly den: number;
  readonly lo: number;
  readonly hi: number;
  /** Text of the condition under which it is legally absent; the numerator then means nothing. */
  readonly absent: string | null;
}

const fits = (n: number): boolean => Number.isSafeInteger(n);

/** The number, or `null` where it might leave the whole numbers that are exact. */
export function checked(whole: Whole): Whole | null {
  return fits(whole.lo) && fits(whole.hi) && fits(whole.den) ? whole : null;
}

export function literal(value: Exact): Whole | null {
  if (!(value instanceof Fraction)) return { code: `${value}`, den: 1, lo: value, hi: value, absent: null };
  const [n, den] = [Number(value.n), Number(value.d)];
  return checked({ code: `${n}`, den, lo: n, hi: n, absent: null });
}

/** Absent as soon as one of them is. */
export function absentOf(...parts: readonly Whole[]): string | null {
  const found = [...new Set(parts.flatMap(({ absent }) => absent ?? []))];
  return found.length === 0 ? null : found.length === 1 ? (found[0] ?? null) : `(${found.join('||')})`;
}

const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b));

/** The same number over another denominator, a multiple of its own. */
export function over(a: Whole, den: number): Whole | null {
  const by = den / a.den;
  if (by === 1) return a;
  return checked({ ...a, code: timesCode(a, by), den, lo: a.lo * by, hi: a.hi * by });
}

const isLiteral = (a: Whole): boolean => a.lo === a.hi && /^-?\d+$/.test(a.code);
const timesCode = (a: Whole, by: number): string => (isLiteral(a) ? `${a.lo * by}` : `(${a.code}*${by})`);

/** Both over one denominator. */
export function aligned(a: Whole, b: Whole): readonly [Whole, Whole] | null {
  const den = (a.den / gcd(a.den, b.den)) * b.den;
  const [x, y] = [over(a, den), over(b, den)];
  return x && y && [x, y];
}

export function sum(a: Whole, b: Whole, sign: 1 | -1): Whole | null {
  const pair = aligned(a, b);
  if (!pair) return null;
  const [x, y] = pair;
  const [lo, hi] = sign === 1 ? [x.lo + y.lo, x.hi + y.hi] : [x.lo - y.hi, x.hi - y.lo];
  return checked({
    code: `(${x.code}${sign === 1 ? '+' : '-'}${y.code})`.replace('--', '- -'),
    den: x.den,
    lo,
    hi,
    absent: absentOf(a, b),
  });
}

export function product(a: Whole, b: Whole): Whole | null {
  const corners = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi];
  const code =
    isLiteral(a) && a.lo === 1 ? b.code : isLiteral(b) && b.lo === 1 ? a.code : `(${a.code}*${b.code})`;
  return checked({
    code,
    den: a.den * b.den,
    lo: Math.min(...corners),
    hi: Math.max(...corners),
    absent: absentOf(a, b),
  });
}

/** Times an exact factor: the numerator grows by its numerator, the denominator by its denominator, shared parts taken out. */
export function scaled(a: Whole, factor: Exact): Whole | null {
  const by = literal(factor);
  if (!by) return null;
  const g = gcd(by.lo, a.den);
  const n = by.lo / g;
  const [x, y] = [a.lo * n, a.hi * n];
  const code = n === 1 ? a.code : timesCode(a, n);
  return checked({ ...a, code, den: (a.den / g) * by.den, lo: Math.min(x, y), hi: Math.max(x, y) });
}

/** To a whole multiple of `to`: the quotient of two safe integers never crosses a whole number when it is rounded. */
export function rounded(a: Whole, mode: 'up' | 'down' | 'half', to: Exact): Whole | null {
  const unit = literal(to);
  if (!unit) return null;
  // a / den ÷ (n / d) = a × d / (den × n)
  const top = scaled({ ...a, den: 1 }, unit.den);
  const bottom = a.den * unit.lo;
  if (!top || !fits(bottom) || bottom <= 0) return null;
  const by = (n: number): number =>
    mode === 'up' ? Math.ceil(n / bottom) : mode === 'down' ? Math.floor(n / bottom) : half(n, bottom);
  const small = top.lo >= 0 && top.hi + bottom < 2 ** 30;
  const multiple = {
    ...top,
    code: bottom === 1 ? top.code : roundCode(top.code, bottom, mode, small),
    den: 1,
    lo: by(top.lo),
    hi: by(top.hi),
  };
  return scaled(multiple, to);
}

const half = (n: number, by: number): number =>
  n < 0 ? -Math.floor((-2 * n + by) / (2 * by)) : Math.floor((2 * n + by) / (2 * by));

function roundCode(code: string, by: number, mode: 'up' | 'down' | 'half', small: boolean): string {
  if (mode === 'half') return `half(${code},${by})`;
  if (small) {
    const shift = Math.log2(by);
    const top = mode === 'up' ? `${code}+${by - 1}` : code;
    return Number.isInteger(shift) ? `(${top}>>${shift})` : `((${top})/${by}|0)`;
  }
  return `Math.${mode === 'up' ? 'ceil' : 'floor'}(${code}/${by})`;
}

/** Either of two, by a condition that is settled. */
export function either(c: string, a: Whole, b: Whole): Whole | null {
  const pair = aligned(a, b);
  if (!pair) return null;
  const [x, y] = pair;
  const absent = a.absent === b.absent ? a.absent : `(${c}?${a.absent ?? 'false'}:${b.absent ?? 'false'})`;
  return {
    code: `(${c}?${x.code}:${y.code})`,
    den: x.den,
    lo: Math.min(x.lo, y.lo),
    hi: Math.max(x.hi, y.hi),
    absent,
  };
}
