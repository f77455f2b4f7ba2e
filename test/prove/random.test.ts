import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Comparison, evaluator, openZ3 } from '../../compiler/index.ts';
import { kindsOf } from '../../compiler/testkit.ts';
import { InputErrors } from '../../runtime/input/errors.ts';
import { seed } from '../agree/seed.ts';
import { compared } from './comparing.ts';
import { applicants, type Complete } from './random/applicants.ts';
import { type Decided, fits, unsaid } from './random/claims.ts';
import { ofDrafts, ofExpressions, ofNotices, type RandomPair } from './random/pairs.ts';

/** `npm run prove:random` takes many more pairs, and 10,000 applicants for each of their programmes. */
const PAIRS = Number(process.env.BANGFU_PAIRS ?? 8);
const APPLICANTS = Number(process.env.BANGFU_APPLICANTS ?? 150);
const TIME = { timeout: 60_000 + APPLICANTS * 200 };

let z3: Awaited<ReturnType<typeof openZ3>>;
beforeAll(async () => {
  z3 = await openZ3();
});
afterAll(() => z3.close());

/** Both versions decide; `null` where one of them does not accept the record. */
function deciderOf({ before, after }: RandomPair): (applicant: Complete) => Decided | null {
  const [old, fresh] = [evaluator(before), evaluator(after)];
  return (applicant) => {
    const { binding, facts } = applicant;
    try {
      return { applicant, was: old.bind(binding).decide(facts), is: fresh.bind(binding).decide(facts) };
    } catch (error) {
      if (error instanceof InputErrors) return null;
      throw error;
    }
  };
}

/** Each applicant shown differs as is said of the region, when both versions decide once more. */
function falseWitnesses({ programme, regions }: Comparison, pair: RandomPair): readonly unknown[] {
  const [old, fresh] = [evaluator(pair.before), evaluator(pair.after)];
  return regions.flatMap((region) => {
    const { before, after } = region.witness;
    const was = old.bind(before.binding).decide(before.facts);
    const is = fresh.bind(after.binding).decide(after.facts);
    const [a, b] = [was.programmes[programme], is.programmes[programme]];
    const applicant = { binding: after.binding, facts: { ...before.facts, ...after.facts } };
    const right = a && b && kindsOf(was, is, programme).has(region.kind) && fits(region, { applicant }, a, b);
    return right ? [] : [{ programme, kind: region.kind, applicant }];
  });
}

/** Applicants who differ though nothing, or another thing, is said of them. */
function overlooked(comparison: Comparison, pair: RandomPair): readonly unknown[] {
  const { programme, state, regions } = comparison;
  if (state === 'undecided') return [];
  const subject = pair.after.programmes.find(({ id }) => id === programme)?.subject ?? '';
  const { binding, bases } = pair.given;
  const known = [bases[subject] ?? {}, ...regions.map(({ witness }) => witness.after.facts)];
  const decide = deciderOf(pair);
  return applicants(pair.after, subject, binding, known, APPLICANTS, seed).flatMap((applicant) => {
    const decided = decide(applicant);
    const kinds = decided ? unsaid(comparison, decided) : [];
    return kinds.length > 0 ? [{ programme, kinds, applicant }] : [];
  });
}

async function check(pair: RandomPair): Promise<void> {
  const comparisons = await compared(pair.before, pair.after, z3, pair.given);
  for (const comparison of comparisons) {
    const { programme, state, detail } = comparison;
    expect(state, `${pair.name} ${programme}: ${detail ?? ''}`).not.toBe('fault');
    expect({ pair: pair.name, wrong: falseWitnesses(comparison, pair) }).toEqual({
      pair: pair.name,
      wrong: [],
    });
    const missed = overlooked(comparison, pair);
    expect({ pair: pair.name, missed: missed.slice(0, 1) }).toEqual({ pair: pair.name, missed: [] });
  }
}

describe(`random edits, whom they concern and whom not: ${APPLICANTS} applicants each (seed ${seed})`, () => {
  const notices = Math.ceil(PAIRS / 19);
  test.each(ofDrafts(seed, PAIRS))('$name', TIME, check);
  test.each(ofExpressions(seed, PAIRS))('$name', TIME, check);
  test.each(ofNotices(seed, notices))('$name', TIME, check);
});
