import type { Range } from '../../runtime/decision.ts';
import { rangeText, yuanText } from '../render/amounts.ts';
import type { Expectation } from './mismatch.ts';

/** Yuan as written in a case (`800`, `66.67`) in fen; digits are moved, so nothing is rounded. */
function fenOf(written: unknown, expectation: Expectation): string {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(String(written));
  if (!match) return expectation.refuse(expectation.file.texts.yaml.yuan);
  const [, sign = '', whole = '', cents = ''] = match;
  const digits = `${whole}${cents.padEnd(2, '0')}`.replace(/^0+(?=\d)/, '');
  return digits === '0' ? '0' : `${sign}${digits}`;
}

interface Bounds {
  readonly min: string | null;
  readonly max: string | null;
}

function boundsOf(expected: unknown, expectation: Expectation, one: (end: unknown) => string): Bounds {
  if (!Array.isArray(expected)) return { min: one(expected), max: one(expected) };
  if (expected.length !== 2) return expectation.refuse(expectation.file.texts.yaml.range);
  const [min, max] = expected as readonly unknown[];
  return { min: min === null ? null : one(min), max: max === null ? null : one(max) };
}

const textOf = (range: Range): Bounds => ({
  min: range.min === null ? null : String(range.min),
  max: range.max === null ? null : String(range.max),
});

function compareRange(
  expected: unknown,
  found: Range | undefined,
  expectation: Expectation,
  read: (end: unknown) => string,
  show: (end: number | string) => string,
  cites: readonly string[],
): void {
  const wanted = boundsOf(expected, expectation, read);
  const own = found && textOf(found);
  if (own?.min === wanted.min && own.max === wanted.max) return;
  expectation.fail(rangeText(wanted, show), own ? rangeText(own, show) : '–', cites);
}

/** `800`, `[700, 900]`, `[0, null]`, in yuan. */
export function compareMoney(
  expected: unknown,
  found: Range | undefined,
  expectation: Expectation,
  cites: readonly string[] = [],
): void {
  compareRange(expected, found, expectation, (end) => fenOf(end, expectation), yuanText, cites);
}

export const moneyText = (range: Range): string => rangeText(textOf(range), yuanText);

/** `2`, `[0, 3]`: a number of payments or heads. */
export function compareCount(
  expected: unknown,
  found: Range | undefined,
  expectation: Expectation,
  cites: readonly string[] = [],
): void {
  compareRange(expected, found, expectation, String, String, cites);
}

/** Exact sum of ranges in whole fen; null where one of them is open or a fraction of a fen. */
export function sumRanges(ranges: readonly Range[]): Range {
  const add = (ends: readonly (number | string | null)[]): string | null =>
    ends.some((end) => end === null || String(end).includes('/'))
      ? null
      : String(ends.reduce((sum: bigint, end) => sum + BigInt(end ?? 0), 0n));
  return { min: add(ranges.map(({ min }) => min)), max: add(ranges.map(({ max }) => max)) };
}
