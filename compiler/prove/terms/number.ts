import {
  compareExact,
  type Exact,
  isWhole,
  negate,
  over,
  plus,
  roundExact,
  times,
} from '../../../runtime/exact.ts';
import { addIntervals, type Interval } from '../../../runtime/interval.ts';
import { constant } from './logic.ts';
import type { Atom, Bool, Num, NumVar, Part } from './term.ts';

export const num = (base: Exact): Num => ({ base, parts: [] });
export const ZERO = num(0);
export const ONE = num(1);
export const ofAtom = (atom: Atom): Num => ({ base: 0, parts: [{ by: 1, atom }] });

export const isConstant = (a: Num): boolean => a.parts.length === 0;

export function add(...nums: readonly Num[]): Num {
  const by = new Map<Atom, Exact>();
  for (const { parts } of nums)
    for (const part of parts) by.set(part.atom, plus(by.get(part.atom) ?? 0, part.by));
  const parts = [...by].flatMap(([atom, factor]): Part[] => (factor === 0 ? [] : [{ by: factor, atom }]));
  return { base: nums.map((n) => n.base).reduce(plus, 0), parts };
}

export function scale(a: Num, by: Exact): Num {
  if (by === 0) return ZERO;
  return by === 1
    ? a
    : { base: times(a.base, by), parts: a.parts.map((p) => ({ by: times(p.by, by), atom: p.atom })) };
}

export const plusConst = (a: Num, n: Exact): Num => ({ base: plus(a.base, n), parts: a.parts });
export const minus = (a: Num, b: Num): Num => add(a, scale(b, -1));

/** Whether every value is a whole number. */
export function wholeNum({ base, parts }: Num): boolean {
  return isWhole(base) && parts.every(({ by, atom }) => isWhole(by) && wholeAtom(atom));
}

const wholes = new WeakMap<Atom, boolean>();

export function wholeAtom(atom: Atom): boolean {
  if (atom.k === 'var') return atom.whole;
  if (atom.k === 'floor') return true;
  const known = wholes.get(atom);
  if (known !== undefined) return known;
  const whole = wholeNum(atom.a) && wholeNum(atom.b);
  wholes.set(atom, whole);
  return whole;
}

const atomBounds = new WeakMap<Atom, Interval>();

/** The values that the number may take at most. */
export function boundsOf({ base, parts }: Num): Interval {
  return parts.reduce<Interval>((sum, { by, atom }) => addIntervals(sum, scaled(boundsOfAtom(atom), by)), {
    min: base,
    max: base,
  });
}

function scaled({ min, max }: Interval, by: Exact): Interval {
  const [a, b] = compareExact(by, 0) < 0 ? [max, min] : [min, max];
  return { min: a === null ? null : times(a, by), max: b === null ? null : times(b, by) };
}

function boundsOfAtom(atom: Atom): Interval {
  if (atom.k === 'var') return atom;
  const known = atomBounds.get(atom);
  if (known) return known;
  const found = atom.k === 'floor' ? floored(boundsOf(atom.a)) : hull(boundsOf(atom.a), boundsOf(atom.b));
  atomBounds.set(atom, found);
  return found;
}

const down = (end: Exact | null): Exact | null => (end === null ? null : roundExact(end, 'down'));
const floored = ({ min, max }: Interval): Interval => ({ min: down(min), max: down(max) });

function hull(a: Interval, b: Interval): Interval {
  const pick = (x: Exact | null, y: Exact | null, sign: number): Exact | null =>
    x === null || y === null ? null : compareExact(x, y) * sign > 0 ? x : y;
  return { min: pick(a.min, b.min, -1), max: pick(a.max, b.max, 1) };
}

export function floor(a: Num): Num {
  if (wholeNum(a)) return a;
  const { min, max } = floored(boundsOf(a));
  if (min !== null && max !== null && compareExact(min, max) === 0) return num(min);
  return ofAtom({ k: 'floor', a });
}

/** `a mod n` for a whole `a`; from 0 to n − 1. */
export const modulo = (a: Num, n: number): Num => minus(a, scale(floor(scale(a, over(1, n))), n));

export function iteNum(c: Bool, a: Num, b: Num): Num {
  if (c.k === 'const') return c.value ? a : b;
  if (sameNum(a, b)) return a;
  // What both have in common stays outside, so that sums remain linear over it.
  const rest = minus(a, b);
  if (isConstant(rest)) return add(b, scale(ofAtom({ k: 'ite', c, a: num(rest.base), b: ZERO }), 1));
  return ofAtom({ k: 'ite', c, a, b });
}

export function sameNum(a: Num, b: Num): boolean {
  return a === b || (a.parts.length === b.parts.length && isZero(minus(a, b)));
}

const isZero = (a: Num): boolean => isConstant(a) && a.base === 0;

/** Exact product; `null` where neither side is a constant or a choice between constants. */
export function product(a: Num, b: Num): Num | null {
  if (isConstant(a)) return scale(b, a.base);
  if (isConstant(b)) return scale(a, b.base);
  return spread(a, b) ?? spread(b, a);
}

function spread({ base, parts }: Num, b: Num): Num | null {
  const terms: Num[] = [scale(b, base)];
  for (const { by, atom } of parts) {
    if (atom.k !== 'ite') return null;
    const [x, y] = [spread(atom.a, b), spread(atom.b, b)];
    if (!x || !y) return null;
    terms.push(scale(iteNum(atom.c, x, y), by));
  }
  return add(...terms);
}

function compared(k: 'lt0' | 'le0' | 'eq0', a: Num): Bool {
  const { min, max } = boundsOf(a);
  const over0 = min !== null && compareExact(min, 0) > 0;
  const from0 = min !== null && compareExact(min, 0) >= 0;
  const under0 = max !== null && compareExact(max, 0) < 0;
  const to0 = max !== null && compareExact(max, 0) <= 0;
  if (k === 'lt0' && (under0 || from0)) return constant(under0);
  if (k === 'le0' && (to0 || over0)) return constant(to0);
  if (k === 'eq0' && (over0 || under0)) return constant(false);
  if (k === 'eq0' && from0 && to0) return constant(true);
  return { k, a };
}

export const lt = (a: Num, b: Num): Bool => compared('lt0', minus(a, b));
export const le = (a: Num, b: Num): Bool => compared('le0', minus(a, b));
export const eq = (a: Num, b: Num): Bool => compared('eq0', minus(a, b));

export const least = (a: Num, b: Num): Num => iteNum(le(a, b), a, b);
export const greatest = (a: Num, b: Num): Num => iteNum(le(a, b), b, a);

/** 1 where the condition holds, else 0. */
export const indicator = (c: Bool): Num => iteNum(c, ONE, ZERO);

export const numVar = (name: string, kind: Omit<NumVar, 'k' | 'name'>): NumVar => ({
  k: 'var',
  name,
  ...kind,
});

/** As `roundExact` does: `half` to the nearest, ties away from zero. */
export function rounded(a: Num, mode: 'up' | 'down' | 'half', to: Exact): Num {
  const q = scale(a, over(1, to));
  const up = (n: Num): Num => scale(floor(scale(n, -1)), -1);
  const half = over(1, 2);
  if (mode === 'down') return scale(floor(q), to);
  if (mode === 'up') return scale(up(q), to);
  return scale(iteNum(lt(q, ZERO), up(plusConst(q, negate(half))), floor(plusConst(q, half))), to);
}
