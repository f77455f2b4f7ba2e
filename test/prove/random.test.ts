import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Comparison, evaluator, openZ3, type Policy } from '../../compiler/index.ts';
import { kindsOf } from '../../compiler/testkit.ts';
import { InputErrors } from '../../runtime/input/errors.ts';
import { seed } from '../agree/seed.ts';
import { compared } from './comparing.ts';
import { applicants, type Bound } from './random/applicants.ts';
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
function overlooked(
  comparisons: readonly Comparison[],
  subject: string,
  pair: RandomPair,
): readonly unknown[] {
  const { binding, bases } = pair.given;
  const regions = comparisons.flatMap((one) => one.regions);
  const known = [bases[subject] ?? {}, ...regions.map(({ witness }) => witness.after.facts)];
  // Where both versions mean the same, fewer are asked whether that is so.
  const count = comparisons.every(({ state }) => state === 'same') ? APPLICANTS / 10 : APPLICANTS;
  const decide = deciderOf(pair);
  return applicants(pair.after, subject, binding, known, Math.ceil(count), seed).flatMap((bound) =>
    decide(bound).flatMap((decided) =>
      comparisons.flatMap((comparison) => {
        const kinds = unsaid(comparison, decided);
        return kinds.length > 0 ? [{ programme: comparison.programme, kinds, ...decided.applicant }] : [];
      }),
    ),
  );
}

/** Both versions decide each record, but for those that one of them does not accept. */
function deciderOf({ before, after }: RandomPair): (bound: Bound) => readonly Decided[] {
  const [old, fresh] = [evaluator(onlyProgrammes(before)), evaluator(onlyProgrammes(after))];
  return ({ binding, rows }) => {
    const both = accepted(() => [old.bind(binding), fresh.bind(binding)] as const);
    if (!both) return [];
    return rows.flatMap((facts) => {
      const said = accepted(() => both.map((one) => one.decide(facts)));
      const [was, is] = said ?? [];
      return was && is ? [{ applicant: { binding, facts }, was, is }] : [];
    });
  };
}

function accepted<T>(what: () => T): T | null {
  try {
    return what();
  } catch (error) {
    if (error instanceof InputErrors) return null;
    throw error;
  }
}

/** Without procedures and duties, where no rule asks about them: they take most of the time. */
function onlyProgrammes(policy: Policy): Policy {
  const { procedures: _, duties: __, assertions: ___, ...rest } = policy;
  const asks = /"k":"stepTime"|"state":"(late|done|met|breached)"/.test(JSON.stringify(rest));
  return asks ? policy : { ...policy, procedures: [], duties: [], assertions: [] };
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
  }
  const decided = comparisons.filter(({ state }) => state !== 'undecided');
  for (const { id } of pair.after.subjects) {
    const own = decided.filter(({ programme }) => subjectOf(pair, programme) === id);
    const missed = own.length > 0 ? overlooked(own, id, pair) : [];
    expect({ pair: pair.name, missed: missed.slice(0, 1) }).toEqual({ pair: pair.name, missed: [] });
  }
}

const subjectOf = ({ after }: RandomPair, programme: string): string | undefined =>
  after.programmes.find(({ id }) => id === programme)?.subject;

describe(`random edits, whom they concern and whom not: ${APPLICANTS} applicants each (seed ${seed})`, () => {
  const notices = Math.ceil(PAIRS / 19);
  test.each(ofDrafts(seed, PAIRS))('$name', TIME, check);
  test.each(ofExpressions(seed, PAIRS))('$name', TIME, check);
  test.each(ofNotices(seed, notices))('$name', TIME, check);
});
