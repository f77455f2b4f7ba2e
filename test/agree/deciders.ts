import { expect } from 'vitest';
import { type Decider, type Evaluator, explanationOf, projected } from '../../runtime/index.ts';
import type { Run } from './applicants.ts';

/** How the records of a run were decided: in plain values, where something was open, by the evaluator. */
export interface Paths {
  complete: number;
  open: number;
  /** Ineligible by a rule, whatever else there was. */
  ruledOut: number;
  general: number;
}

/** Every programme of every record of a run: results are projections of the interpreter's decisions, explanations their parts. */
export function expectSameResults(
  decider: Decider,
  reference: Evaluator,
  { binding, rows }: Run,
  paths: Paths,
): void {
  const bound = decider.at(binding.asOf, binding.parameters, binding.circumstances);
  // Deciders look at a record by itself: other records are not given.
  const { populations: _populations, ...alone } = binding;
  const policy = reference.bind(alone);
  const subject = binding.subject ?? decider.meta.subjects[0]?.id ?? '';
  for (const row of rows) {
    const decision = policy.decide(row);
    const record = bound.read(row, subject);
    for (const programme of Object.values(bound.programmes)) {
      if (programme.subject !== subject) continue;
      const whole = decision.programmes[programme.id];
      if (!whole) throw new Error(`no programme ${programme.id}`);
      const result = programme.decide(record);
      expect({ ...result, branch: 0 }).toEqual(projected(whole, programme.amounts));
      expect(programme.explain(record)).toEqual(explanationOf(whole));
      if (programme.outside) paths.general += 1;
      else if (result.branch < 0) paths.ruledOut += 1;
      else if (result.branch & 1) paths.complete += 1;
      else paths.open += 1;
    }
  }
}
