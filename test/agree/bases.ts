import fc from 'fast-check';
import type { Policy } from '../../compiler/index.ts';
import type { Binding, Decision, Evaluator, FactMeta, RuleTrace } from '../../runtime/index.ts';
import type { Inputs } from './applicants.ts';
import type { Base, Raw } from './record.ts';

const STEPS = 500;
const DATES = ['2019-03-01', '2022-06-20', '2022-10-04', '2023-06-01'];

/**
 * Records found by search, because chance alone hardly ever meets all conditions of a programme: one fact after another
 * is drawn anew, and the record kept that leaves fewer conditions unmet.
 */
export function bases(policy: Policy, evaluator: Evaluator, inputs: Inputs, seed: number): readonly Base[] {
  return policy.subjects.flatMap(({ id, facts }, kind) =>
    fc
      .sample(fc.tuple(inputs.binding(id), inputs.record(facts)), { numRuns: 6, seed: seed + kind })
      .map(([drawn, row], i) => {
        const daily = policy.duties.some((duty) => duty.every?.unit === 'day');
        const asOf = daily ? drawn.asOf : (DATES[i % DATES.length] ?? drawn.asOf);
        const binding = { ...drawn, asOf };
        return { binding, facts, row: climb(evaluator, binding, facts, row, inputs, seed + i) };
      }),
  );
}

function climb(
  evaluator: Evaluator,
  binding: Binding,
  facts: readonly FactMeta[],
  start: Raw,
  inputs: Inputs,
  seed: number,
): Raw {
  const bound = evaluator.bind(binding);
  const draws = fc.sample(inputs.change(facts), { numRuns: STEPS, seed });
  let row = start;
  let best = unmet(bound.decide(row));
  for (const [id, value] of draws) {
    const changed = { ...row, [id]: value };
    const found = unmet(bound.decide(changed));
    if (found <= best) [row, best] = [changed, found];
  }
  return row;
}

function unmet(decision: Decision): number {
  const programmes = Object.values(decision.programmes);
  const costs = programmes.map(({ eligible, excluded }) => cost(eligible, true) + total(excluded, false));
  return costs.reduce((a, b) => a + b, 0);
}

/** How far a rule is from coming out as wanted; what is not known counts half. */
function cost(rule: RuleTrace, want: boolean): number {
  if (rule.truth === (want ? 'yes' : 'no')) return 0;
  if (rule.children.length === 0) return rule.truth === 'unknown' ? 0.5 : 1;
  const inside = rule.op === 'none' ? !want : want;
  const together = rule.op === 'any' || rule.op === 'none' ? !inside : inside;
  if (together) return total(rule.children, inside);
  return Math.min(...rule.children.map((child) => cost(child, inside)));
}

function total(rules: readonly RuleTrace[], want: boolean): number {
  return rules.reduce((sum, rule) => sum + cost(rule, want), 0);
}
