import fc from 'fast-check';
import type { Given, Policy } from '../../../compiler/index.ts';
import { Inputs } from '../../agree/applicants.ts';
import { randomPolicy } from '../../agree/random-policy.ts';
import { compiled } from '../../diff/kit.ts';
import { mutants } from '../../diff/mutations.ts';
import { compiledNotice, textOf } from '../../diff/notices/kit.ts';
import { besideOf } from '../notices/kit.ts';
import { draftPair } from './drafts.ts';

/** A policy before and after one random edit, and what its proofs are told. */
export interface RandomPair {
  readonly name: string;
  readonly before: Policy;
  readonly after: Policy;
  readonly given: Given;
}

/** Written policies with one line otherwise. */
export function ofDrafts(seed: number, count: number): readonly RandomPair[] {
  const given: Given = { binding: { asOf: '2022-06-01', parameters: {} }, bases: {} };
  return Array.from({ length: count }, (_, i) => {
    const [before, after] = draftPair(seed + i).map(compiled) as [Policy, Policy];
    return { name: `draft ${seed + i}`, before, after, given };
  });
}

/** Policies of random expressions with one place of them otherwise. */
export function ofExpressions(seed: number, count: number): readonly RandomPair[] {
  return Array.from({ length: count }, (_, i) => {
    const before = randomPolicy(seed + i);
    const inputs = new Inputs(before);
    const [parameters = {}] = fc.sample(
      fc
        .tuple(
          ...before.parameters.map((one) => inputs.fact({ ...one, optional: false }).map((v) => [one.id, v])),
        )
        .map((entries) => Object.fromEntries(entries) as Record<string, unknown>),
      { numRuns: 1, seed: seed + i },
    );
    const given: Given = { binding: { asOf: '2022-06-01', parameters }, bases: {} };
    return mutants(before, seed + i, 1).map(({ name, policy }) => ({
      name: `random ${seed + i}: ${name}`,
      ...{ before, after: policy, given },
    }));
  }).flat();
}

const NOTICES = Array.from({ length: 19 }, (_, i) => String(i + 1).padStart(2, '0'));

/** The real notices with one place of them otherwise. */
export function ofNotices(seed: number, count: number): readonly RandomPair[] {
  return NOTICES.flatMap((notice, i) => {
    const before = compiledNotice(notice, textOf(notice));
    const given = besideOf(notice, before);
    return mutants(before, seed + i, count).map(({ name, policy }) => ({
      name: `${notice}, seed ${seed + i}: ${name}`,
      ...{ before, after: policy, given },
    }));
  });
}
