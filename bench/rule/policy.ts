import { readFileSync } from 'node:fs';
import { compile, type Policy } from '../../compiler/index.ts';
import { parseMonth, printDate } from '../../runtime/dates.ts';
import type { ProgrammeDecision } from '../../runtime/index.ts';
import { type Applicant, AS_OF, type Decided, PARAMETERS } from './applicant.ts';

/** The rule's own policy file, from the root of the project, which every process of the bench runs in. */
export const RULE = 'bench/rule/notice.policy';

export function rulePolicy(path = RULE): Policy {
  const { policy, diagnostics } = compile({ path, text: readFileSync(path, 'utf8') });
  if (policy === null) throw new Error(JSON.stringify(diagnostics));
  return policy;
}

export const BINDING = { asOf: AS_OF, parameters: PARAMETERS } as const;

/** The applicant as the evaluator's input: dates are text. */
export const factsOf = (applicant: Applicant): { readonly [fact: string]: unknown } => ({
  ...applicant,
  birthDate: printDate(applicant.birthDate),
  yearCompletedOn: printDate(applicant.yearCompletedOn),
});

type Reasoned = Pick<ProgrammeDecision, 'outcome' | 'hit' | 'eligible' | 'excluded' | 'tier' | 'amounts'>;

/** The first rule that decides: an exclusion that is hit, else a condition that fails; else the first that is open. */
function firstReason({ outcome, hit, eligible, excluded }: Reasoned): string | null {
  if (outcome === 'eligible') return null;
  const first = (truth: 'no' | 'unknown') => eligible.children.find((rule) => rule.truth === truth)?.id;
  if (outcome === 'ineligible') return hit[0] ?? first('no') ?? null;
  return first('unknown') ?? excluded.find((rule) => rule.truth === 'unknown')?.id ?? null;
}

/** What a whole decision comes to: of an open one, the least money. The ineligible have no tier. */
export function decidedOf(decision: Reasoned): Decided {
  const { outcome, tier, amounts } = decision;
  const from = amounts[0]?.from;
  return {
    outcome,
    tier: outcome === 'eligible' ? (tier?.row ?? null) : null,
    amount: (amounts[0]?.amount.min ?? null) as number | null,
    from: typeof from === 'string' ? parseMonth(from) : null,
    reason: firstReason(decision),
  };
}
