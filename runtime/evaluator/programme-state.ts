import type { Case, ProgrammeRules, RuleNode } from '../rules.ts';
import { all, none } from '../truth.ts';
import type { Truth } from '../value.ts';
import { allKept, type DeadlineState, readDeadline } from './deadlines.ts';

/** Eligibility of one record for one programme, with all that it rests on. */
export interface ProgrammeState {
  readonly rules: ProgrammeRules;
  readonly eligible: RuleNode;
  readonly excluded: readonly RuleNode[];
  readonly deadlines: readonly DeadlineState[];
  /** Eligible, not excluded (exclusion beats eligibility), nothing forfeited; before any selection. */
  readonly outcome: Truth;
}

export function readProgramme(rules: ProgrammeRules, c: Case): ProgrammeState {
  const eligible = rules.eligible(c);
  const excluded = rules.excluded.map((exclusion) => exclusion(c));
  const deadlines = rules.deadlines.flatMap((deadline) => readDeadline(deadline, c) ?? []);
  const free = none(...excluded.map((exclusion) => exclusion.truth));
  return { rules, eligible, excluded, deadlines, outcome: all(eligible.truth, free, allKept(deadlines)) };
}
