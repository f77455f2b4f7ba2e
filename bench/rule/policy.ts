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

/** The first rule that decides: an exclusion that is hit, else a condition that fails. */
function firstReason({ outcome, hit, eligible }: ProgrammeDecision): string | null {
  if (outcome === 'eligible') return null;
  return hit[0] ?? eligible.children.find(({ truth }) => truth === 'no')?.id ?? null;
}

/** What the general evaluator's decision comes to, of a complete record. */
export function decidedOf(decision: ProgrammeDecision): Decided {
  const { outcome, tier, amounts } = decision;
  if (outcome === 'undetermined') throw new Error('a complete applicant is undetermined');
  const from = amounts[0]?.from;
  return {
    outcome,
    tier: tier?.row ?? null,
    amount: (amounts[0]?.amount.min ?? null) as number | null,
    from: typeof from === 'string' ? parseMonth(from) : null,
    reason: firstReason(decision),
  };
}
