import type { Ends, Pair, Region } from '../../../compiler/index.ts';
import type { ProgrammeDecision } from '../../../runtime/decision.ts';
import { type Exact, exactToJson } from '../../../runtime/exact.ts';
import type { DecidedPair, EndsEntry, PairEntry, ProofEntry, RegionEntry } from '../document.ts';
import type { ProofReport } from '../report.ts';

/** Money in fen; records as `decide` reads them, once for each version. */
export function proofJson({ comparisons }: ProofReport): ProofEntry {
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

function regionJson({ amount, dates, witness, ...rest }: Region): RegionEntry {
  return {
    ...rest,
    ...(amount && { amount: { ...amount, ...endsJson(amount) } }),
    ...(dates && { dates: datesJson(dates) }),
    witness: pairJson(witness),
  };
}

function datesJson({ by, ...rest }: NonNullable<Region['dates']>): NonNullable<RegionEntry['dates']> {
  return { ...rest, ...(by && { by: endsJson(by) }) };
}

function endsJson({ min, max, exact }: Ends): EndsEntry {
  const end = (n: Exact | null): number | string | null => (n === null ? null : exactToJson(n));
  return { min: end(min), max: end(max), exact };
}

function pairJson({ before, after, changed, was, is }: Pair): PairEntry {
  const record = ({ binding, facts }: Pair['before']) => ({ binding, facts });
  return {
    changed,
    before: { ...record(before), decision: decisionJson(was) },
    after: { ...record(after), decision: decisionJson(is) },
  };
}

const decisionJson = ({ outcome, tier, amounts }: ProgrammeDecision): DecidedPair['decision'] => ({
  outcome,
  ...(tier && { tier: tier.row }),
  amounts: amounts.map(({ id, amount, per, from, to, on }) => ({
    id,
    amount,
    per,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(on !== undefined && { on }),
  })),
});
