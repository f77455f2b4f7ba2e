import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import type { BoundPolicy, Evaluator } from '../../runtime/index.ts';
import type { Run } from './applicants.ts';

/** What came of it, an error too: both evaluators must fail alike. */
function attempt<T>(what: () => T): { readonly value: T } | { readonly error: string } {
  try {
    return { value: what() };
  } catch (error) {
    return { error: String(error) };
  }
}

function same(a: unknown, b: unknown): void {
  if (!isDeepStrictEqual(a, b)) expect(b).toEqual(a);
}

/** Decisions, the register as a whole, payments, procedures and assertions are the same from both. */
export function expectSame(reference: Evaluator, other: Evaluator, { binding, rows, events }: Run): void {
  const bound = [reference, other].map((evaluator) => attempt(() => evaluator.bind(binding)));
  const [a, b] = bound;
  if (!a || !b || 'error' in a || 'error' in b) {
    same(a, b);
    return;
  }
  const both = (of: (policy: BoundPolicy) => unknown) =>
    same(
      attempt(() => of(a.value)),
      attempt(() => of(b.value)),
    );
  const period = { from: '2019-01-01', to: '2024-12-31' };
  both((policy) => policy.decideAll(rows));
  for (const row of rows) both((policy) => policy.decide(row, events));
  for (const row of rows.slice(0, 1)) {
    both((policy) => policy.payments(row, period));
    both((policy) => policy.timeline(events, row));
    both((policy) => policy.check(row));
  }
}
