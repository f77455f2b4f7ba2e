import type { Pair, Region } from '../../../compiler/index.ts';
import type { ProgrammeDecision } from '../../../runtime/decision.ts';
import { type Exact, exactToJson } from '../../../runtime/exact.ts';
import type { ProofReport } from '../report.ts';

/** Money in fen; records as `decide` reads them, once for each version. */
export function proofJson({ comparisons }: ProofReport): object {
  return {
    programmes: comparisons.map(({ regions, first, because, ...rest }) => ({
      ...rest,
      regions: regions.map(regionJson),
      because: because.map((one) =>
        one.k === 'outside' ? { ...one.outside, version: one.version, k: one.k } : one,
      ),
      ...(first && { first: pairJson(first) }),
    })),
  };
}

function regionJson({ kind, rows, amount, witness, smallest }: Region): object {
  const end = (n: Exact | null): number | string | null => (n === null ? null : exactToJson(n));
  return {
    kind,
    ...(rows && { rows }),
    ...(amount && { amount: { ...amount, min: end(amount.min), max: end(amount.max) } }),
    witness: pairJson(witness),
    smallest,
  };
}

function pairJson({ before, after, changed, was, is }: Pair): object {
  const record = ({ binding, facts }: Pair['before']): object => ({ binding, facts });
  return {
    changed,
    before: { ...record(before), decision: decisionJson(was) },
    after: { ...record(after), decision: decisionJson(is) },
  };
}

const decisionJson = ({ outcome, tier, amounts }: ProgrammeDecision): object => ({
  outcome,
  ...(tier && { tier: tier.row }),
  amounts: amounts.map(({ id, amount, per, from, to, on }) => ({ id, amount, per, from, to, on })),
});
