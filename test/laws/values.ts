import fc from 'fast-check';
import { expect } from 'vitest';
import type { Reason } from '../../runtime/decision.ts';
import { compareExact } from '../../runtime/exact.ts';
import { doubt } from '../../runtime/truth.ts';
import { isUnknown, unknownOf } from '../../runtime/unknown.ts';
import type { Exact, Maybe, Truth, Value } from '../../runtime/value.ts';

/** A value as far as it was known at first, and the same value once more is known. */
export interface Refined<T> {
  readonly before: T;
  readonly after: T;
}

export const WHY: readonly Reason[] = [{ kind: 'missing', fact: 'f' }];

const settled = <T>(value: T): Refined<T> => ({ before: value, after: value });

/** Whole numbers that overlap often; unknown ones with open, closed and one-point ranges; absent ones. */
export const refinedNumber = (min = -6, max = 6): fc.Arbitrary<Refined<Maybe<Exact>>> => {
  const open = fc.record({
    after: fc.integer({ min, max }),
    low: fc.option(fc.nat(3)),
    high: fc.option(fc.nat(3)),
    mayBeAbsent: fc.boolean(),
    isAbsent: fc.boolean(),
  });
  return fc.oneof(
    fc.integer({ min, max }).map((n) => settled<Maybe<Exact>>(n)),
    fc.constant(settled<Maybe<Exact>>(null)),
    open.map(({ after, low, high, mayBeAbsent, isAbsent }) => ({
      before: unknownOf(WHY, {
        min: low === null ? null : after - low,
        max: high === null ? null : after + high,
        mayBeAbsent,
      }),
      after: mayBeAbsent && isAbsent ? null : after,
    })),
  );
};

export const OPTIONS = ['a', 'b', 'c'] as const;

export const refinedOption: fc.Arbitrary<Refined<Maybe<string>>> = fc.oneof(
  fc.constantFrom(...OPTIONS).map((o) => settled<Maybe<string>>(o)),
  fc
    .record({
      after: fc.constantFrom(...OPTIONS),
      others: fc.subarray([...OPTIONS]),
      mayBeAbsent: fc.boolean(),
      open: fc.boolean(),
      isAbsent: fc.boolean(),
    })
    .map(({ after, others, mayBeAbsent, open, isAbsent }) => ({
      before: unknownOf(WHY, { options: open ? null : [...new Set([after, ...others])], mayBeAbsent }),
      after: mayBeAbsent && isAbsent ? null : after,
    })),
);

export const refinedSet: fc.Arbitrary<Refined<Maybe<readonly string[]>>> = fc.oneof(
  fc.subarray([...OPTIONS]).map((s) => settled<Maybe<readonly string[]>>(s)),
  fc.record({ after: fc.subarray([...OPTIONS]), open: fc.boolean() }).map(({ after, open }) => ({
    before: unknownOf(WHY, { options: open ? null : OPTIONS, mayBeAbsent: true }),
    after,
  })),
);

let atoms = 0;

export const refinedTruth: fc.Arbitrary<Refined<Truth>> = fc
  .record({ after: fc.boolean(), open: fc.boolean() })
  .map(({ after, open }) => {
    atoms += 1;
    return { before: open ? doubt(`t${atoms}`, WHY) : after, after };
  });

/** What was settled stays; what was a range or a list of options still holds. */
export const expectStillTrue = (before: Value, after: Value): void => {
  if (!isUnknown(before)) {
    expect(after).toEqual(before);
    return;
  }
  if (after === null) expect(before.mayBeAbsent).toBe(true);
  const [min, max] = isUnknown(after) ? [after.min, after.max] : [after, after];
  if (before.min !== null && after !== null)
    expect(min !== null && compareExact(min as Exact, before.min) >= 0).toBe(true);
  if (before.max !== null && after !== null)
    expect(max !== null && compareExact(max as Exact, before.max) <= 0).toBe(true);
  if (before.options !== null && typeof after === 'string') expect(before.options).toContain(after);
};

export const expectTruthStays = (before: Truth, after: Truth): void => {
  if (typeof before === 'boolean') expect(after).toBe(before);
};
