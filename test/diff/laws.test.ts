import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  evaluator,
  type PartState,
  type Policy,
  partStates,
  policyVersion,
  structuralChanges,
} from '../../compiler/index.ts';
import type { BoundPolicy, Decision } from '../../runtime/index.ts';
import { Inputs, type Run } from '../agree/applicants.ts';
import { randomPolicy } from '../agree/random-policy.ts';
import { seed } from '../agree/seed.ts';
import { type Mutant, mutants } from './mutations.ts';

const ROWS = 5;
const RUNS = 40;
const policies = Array.from({ length: 24 }, (_, i) => randomPolicy(seed + i));
const mutantsOf = (policy: Policy, i: number, count: number): readonly Mutant[] =>
  mutants(policy, seed + 1000 * i, count);

describe(`laws of the structural comparison (seed ${seed})`, () => {
  test('a policy differs in nothing from itself', () => {
    for (const policy of policies) {
      expect(structuralChanges(policy, structuredClone(policy))).toEqual([]);
      expect(partStates(policy, structuredClone(policy)).filter(({ state }) => state !== 'same')).toEqual([]);
    }
  });

  test('whatever may change a decision is told', { timeout: 60_000 }, () => {
    const silent = policies.flatMap((policy, i) =>
      mutantsOf(policy, i, 24)
        .filter((mutant) => structuralChanges(policy, mutant.policy).length === 0)
        .filter((mutant) => policyVersion(mutant.policy) !== policyVersion(policy))
        .map(({ name }) => `seed ${seed + i}: ${name}`),
    );
    expect(silent).toEqual([]);
  });

  test('what a changed part is told of decides', { timeout: 60_000 }, () => {
    const harmless = policies.flatMap((policy, i) =>
      mutantsOf(policy, i, 8)
        .filter((mutant) => partStates(policy, mutant.policy).some(({ state }) => state !== 'same'))
        .filter((mutant) => !structuralChanges(policy, mutant.policy).some(({ decides }) => decides))
        .filter(({ name }) => !/^(range|absence)/.test(name))
        .map(({ name }) => `seed ${seed + i}: ${name}`),
    );
    expect(harmless).toEqual([]);
  });

  test(`of parts that are the same no decision differs, ${ROWS * RUNS} applicants each`, {
    timeout: 120_000,
  }, () => {
    let compared = 0;
    policies.slice(0, 8).forEach((policy, i) => {
      const runs = fc.sample(new Inputs(policy).run(ROWS), { numRuns: RUNS, seed: seed + i });
      const before = decided(policy, runs);
      for (const mutant of mutantsOf(policy, i, 3)) {
        const same = partStates(policy, mutant.policy).filter(({ state }) => state === 'same');
        if (same.every(({ sort }) => sort === 'procedure')) continue;
        compared += 1;
        const after = decided(mutant.policy, runs);
        const differing = before.flatMap((one, n) => differ(same, one, after[n] ?? []));
        expect({ seed: seed + i, mutant: mutant.name, differing }).toEqual({
          seed: seed + i,
          mutant: mutant.name,
          differing: [],
        });
      }
    });
    expect(compared).toBeGreaterThan(5);
  });
});

/** `null`: the record itself is refused, by what is asked of a fact that the part need not read. */
type Decided = Decision | null;

/** Decisions about each record of each run by itself. */
function decided(policy: Policy, runs: readonly Run[]): readonly (readonly Decided[])[] {
  const program = evaluator(policy);
  return runs.map(({ binding, rows, events }) => {
    const bound = attempt(() => program.bind(binding));
    return rows.map((row) => bound && attempt(() => decide(bound, row, events)));
  });
}

const decide = (bound: BoundPolicy, row: Run['rows'][number], events: Run['events']): Decision =>
  bound.decide(row, events);

function attempt<T>(what: () => T): T | null {
  try {
    return what();
  } catch {
    return null;
  }
}

function differ(
  same: readonly PartState[],
  before: readonly Decided[],
  after: readonly Decided[],
): readonly string[] {
  return same.flatMap(({ id, sort }) => {
    const part = (decision: Decision): unknown =>
      sort === 'programme' ? decision.programmes[id] : sort === 'duty' ? decision.duties?.[id] : null;
    const unlike = before.some((one, i) => {
      const other = after[i];
      return one && other && !isDeepStrictEqual(part(one), part(other));
    });
    return unlike ? [id] : [];
  });
}
