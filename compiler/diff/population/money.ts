import type { Range } from '../../../runtime/decision.ts';
import { compareExact, type Exact, exact, minus, plus, printExact } from '../../../runtime/exact.ts';

const end = (value: Range['min']): Exact | null => (value === null ? null : exact(String(value)));

const printed = (value: Exact | null): string | null => (value === null ? null : printExact(value));

/** How two ranges of money differ, `null` where they are the same. `by`: the least and the most that is gained. */
export function moneyChange(
  before: Range,
  after: Range,
): { readonly how: 'more' | 'less' | 'unclear'; readonly by: Range } | null {
  const [a, b] = [
    { min: end(before.min), max: end(before.max) },
    { min: end(after.min), max: end(after.max) },
  ];
  if (printed(a.min) === printed(b.min) && printed(a.max) === printed(b.max)) return null;
  const settled = isPoint(a) && isPoint(b);
  const by = { min: gained(a.max, b.min), max: gained(a.min, b.max) };
  if (settled) return { how: sign(by.min) > 0 ? 'more' : 'less', by: shown(by) };
  if (by.min !== null && sign(by.min) >= 0) return { how: 'more', by: shown(by) };
  if (by.max !== null && sign(by.max) <= 0) return { how: 'less', by: shown(by) };
  return { how: 'unclear', by: shown(by) };
}

interface Ends {
  readonly min: Exact | null;
  readonly max: Exact | null;
}

const isPoint = ({ min, max }: Ends): boolean => min !== null && max !== null && compareExact(min, max) === 0;
const gained = (from: Exact | null, to: Exact | null): Exact | null =>
  from === null || to === null ? null : minus(to, from);
const sign = (value: Exact | null): number => (value === null ? 0 : compareExact(value, 0));
const shown = ({ min, max }: Ends): Range => ({ min: printed(min), max: printed(max) });

/** Ranges added end by end; an open end stays open. */
export function addRanges(a: Range, b: Range): Range {
  return { min: addEnds(a.min, b.min), max: addEnds(a.max, b.max) };
}

export const addEnds = (x: Range['min'], y: Range['min']): string | null =>
  x === null || y === null ? null : printExact(plus(exact(String(x)), exact(String(y))));
