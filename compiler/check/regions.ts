import { compareExact, isWhole, over, plus, printExact, roundExact } from '../../runtime/exact.ts';
import type { Exact } from '../../runtime/value.ts';

/** End of an interval; whether the point itself is in. */
export interface Bound {
  readonly at: Exact;
  readonly in: boolean;
}

/** A stretch of numbers; `null` is without end. */
export interface Interval {
  readonly lo: Bound | null;
  readonly hi: Bound | null;
}

/** A set of values of one key: stretches of numbers, or options by id. */
export type Region =
  | { readonly k: 'numbers'; readonly parts: readonly Interval[] }
  | { readonly k: 'values'; readonly values: readonly string[] };

/** The values that a key can take. An open domain (texts) has values beyond those listed anywhere. */
export type Domain =
  | { readonly k: 'numbers'; readonly whole: boolean; readonly lo: Exact | null; readonly hi: Exact | null }
  | { readonly k: 'values'; readonly values: readonly string[] }
  | { readonly k: 'open' };

/** Stands for every value of an open domain that no row names. */
export const elsewhere = '…';

export const everything: Interval = { lo: null, hi: null };

export function full(domain: Domain): Region | null {
  if (domain.k === 'numbers') return numbers([everything], domain);
  return domain.k === 'values' ? { k: 'values', values: domain.values } : null;
}

/** The stretches, cut to the domain. */
export function numbers(parts: readonly Interval[], domain: Domain & { k: 'numbers' }): Region {
  const edge = (at: Exact | null): Bound | null => (at === null ? null : { at, in: true });
  return { k: 'numbers', parts: meetIntervals(parts, [{ lo: edge(domain.lo), hi: edge(domain.hi) }]) };
}

export function meet(a: Region, b: Region): Region {
  if (a.k === 'numbers' && b.k === 'numbers') return { k: 'numbers', parts: meetIntervals(a.parts, b.parts) };
  if (a.k === 'values' && b.k === 'values')
    return { k: 'values', values: a.values.filter((x) => b.values.includes(x)) };
  return { k: 'values', values: [] };
}

export function meetIntervals(a: readonly Interval[], b: readonly Interval[]): readonly Interval[] {
  return a.flatMap((x) => b.map((y) => ({ lo: tighter(x.lo, y.lo, 1), hi: tighter(x.hi, y.hi, -1) })));
}

function tighter(a: Bound | null, b: Bound | null, sign: 1 | -1): Bound | null {
  if (!a || !b) return a ?? b;
  const order = compareExact(a.at, b.at) * sign;
  if (order !== 0) return order > 0 ? a : b;
  return a.in ? b : a;
}

/** One value inside, as text; null when there is none. Over whole numbers nothing lies between 29 and 30. */
export function sample(region: Region, domain: Domain): string | null {
  if (region.k === 'values') return region.values[0] ?? null;
  for (const part of region.parts) {
    const found = domain.k === 'numbers' && domain.whole ? wholeInside(part) : someInside(part);
    if (found !== null) return printExact(found);
  }
  return null;
}

function wholeInside({ lo, hi }: Interval): Exact | null {
  const least = lo && (lo.in || !isWhole(lo.at) ? roundExact(lo.at, 'up') : plus(lo.at, 1));
  const most = hi && (hi.in || !isWhole(hi.at) ? roundExact(hi.at, 'down') : plus(hi.at, -1));
  if (least !== null && most !== null && compareExact(least, most) > 0) return null;
  return least ?? most ?? 0;
}

function someInside({ lo, hi }: Interval): Exact | null {
  if (!lo || !hi) return lo ? (lo.in ? lo.at : plus(lo.at, 1)) : hi ? (hi.in ? hi.at : plus(hi.at, -1)) : 0;
  const order = compareExact(lo.at, hi.at);
  if (order > 0 || (order === 0 && !(lo.in && hi.in))) return null;
  return order === 0 ? lo.at : over(plus(lo.at, hi.at), 2);
}

/** Pieces of the domain on which each of the regions is wholly in or wholly out. */
export function cells(regions: readonly Region[], domain: Domain): readonly Region[] {
  if (domain.k !== 'numbers') {
    const named = regions.flatMap((r) => (r.k === 'values' ? r.values : []));
    const values = domain.k === 'values' ? domain.values : [...new Set(named), elsewhere];
    return values.map((value) => ({ k: 'values', values: [value] }));
  }
  const ends = regions.flatMap((r) => (r.k === 'numbers' ? r.parts.flatMap((i) => [i.lo, i.hi]) : []));
  const points = [
    ...ends.flatMap((b) => (b ? [b.at] : [])),
    ...[domain.lo, domain.hi].filter((x) => x !== null),
  ].sort(compareExact);
  const out: Interval[] = [];
  let before: Bound | null = null;
  for (const at of points) {
    if (before && compareExact(before.at, at) === 0) continue;
    out.push({ lo: before, hi: { at, in: false } }, { lo: { at, in: true }, hi: { at, in: true } });
    before = { at, in: false };
  }
  out.push({ lo: before, hi: null });
  return out.map((part) => numbers([part], domain)).filter((region) => sample(region, domain) !== null);
}
