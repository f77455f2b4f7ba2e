import { subtract, add } from '../arithmetic.ts';
import { printDate } from '../dates.ts';
import type { SpanValue } from '../rules.ts';
import { isUnknown } from '../unknown.ts';
import type { Exact, Maybe } from '../value.ts';

/** Day, month and year numbers are safe integers; anything else is a fault of the policy's making. */
export function whole(value: Maybe<Exact>): Maybe<number> {
  if (value === null || isUnknown(value) || typeof value === 'number') return value;
  throw new RangeError('a date is not a whole number');
}

/** The last day (month, year) that lies in the span; null where it is open. */
export const lastOf = (span: SpanValue): Maybe<number> => whole(span.hiIn ? span.hi : subtract(span.hi, 1));

/** The first day (month, year) that lies in the span; null where it is open. */
export const firstOf = (span: SpanValue): Maybe<number> => whole(span.loIn ? span.lo : add(span.lo, 1));

const printEnd = (end: Maybe<number>): string => (typeof end === 'number' ? printDate(end) : '..');

/** `2019-01-01/2019-01-31`, ends included; `..` for an end that is open or not settled. */
export const printSpan = (span: SpanValue): string => `${printEnd(firstOf(span))}/${printEnd(lastOf(span))}`;
