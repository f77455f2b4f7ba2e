import { decider } from '../../compiler/index.ts';
import type { DirectProgramme, DirectResult, ReadRecord } from '../../runtime/index.ts';
import { AS_OF, type Decided, PARAMETERS } from '../rule/applicant.ts';
import { Outcomes } from '../rule/outcomes.ts';
import { rulePolicy } from '../rule/policy.ts';
import type { Session } from './engine.ts';

/** The rule's programme, bound. Throws where it is not straight-line: the general evaluator would be measured. */
export function allowance(): DirectProgramme {
  const { programmes } = decider(rulePolicy()).at(AS_OF, PARAMETERS);
  const found = programmes['allowance'];
  if (found === undefined || found.outside !== undefined) throw new Error(`outside: ${found?.outside?.en}`);
  return found;
}

/** Money of the ineligible is 0 there. */
export function decidedOfResult({ outcome, tier, min, from, reason }: DirectResult): Decided {
  return { outcome, tier, amount: outcome === 'ineligible' ? null : (min as number | null), from, reason };
}

/** Rows summed up as `rowSession` does it, from results as they are. */
export function directSession(
  records: readonly ReadRecord[],
  decide: (record: ReadRecord) => DirectResult,
): Session {
  return {
    pass: () => {
      let sum = 0;
      for (let at = 0; at < records.length; at++) {
        const { outcome, tier, min, from, reason } = decide(records[at] as ReadRecord);
        if (outcome === 'eligible' && min !== null && from !== null) sum += (min as number) + from;
        if (tier !== null) sum += tier.length;
        if (reason !== null) sum += reason.length;
      }
      return sum;
    },
    outcomes: () => {
      const outcomes = new Outcomes(records.length);
      records.forEach((record, row) => {
        outcomes.put(row, decidedOfResult(decide(record)));
      });
      return outcomes;
    },
  };
}
