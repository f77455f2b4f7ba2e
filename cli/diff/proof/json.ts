import type { Ends, Pair, Region } from '../../../compiler/index.ts';
import type { ProgrammeDecision } from '../../../runtime/decision.ts';
import { type Exact, exactToJson } from '../../../runtime/exact.ts';
import type { ProofReport } from '../report.ts';

/** Money in fen; records as `decide` reads them, once for each version. */
export function proofJson({ comparisons }: ProofReport): object {
  return {
    programmes: comparisons.map(({ regions, tried, because, ...rest }) => ({
      ...rest,
      regions: regions.map(regionJson),
      because: because.map((one) =>
        one.k === 'outside' ? { ...one.outside, version: one.version, k: one.k } : one,
      ),
      ...(tried && {
        tried: { ...tried, found: tried.found.map(({ kind, pair }) => ({ kind, ...pairJson(pair) })) },
      }),
    })),
  };
}

function regionJson({ amount, dates, witness, ...rest }: Region): object {
  return {
    ...rest,
    ...(amount && { amount: { ...amount, ...endsJson(amount) } }),
    ...(dates && { dates: { ...dates, ...(dates.by && { by: endsJson(dates.by) }) } }),
    witness: pairJson(witness),
  };
}

function endsJson({ min, max, exact }: Ends): object {
  const end = (n: Exact | null): number | string | null => (n === null ? null : exactToJson(n));
  return { min: end(min), max: end(max), exact };
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
