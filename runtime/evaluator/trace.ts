import type { RuleTrace } from '../decision.ts';
import type { RuleNode } from '../rules.ts';
import { reasonsOf, truthName } from '../truth.ts';
import { distinctReasons } from './reasons.ts';

/** A rule as the decision reports it, lines below it included. */
export function traceOf(rule: RuleNode): RuleTrace {
  const { meta, truth } = rule;
  return {
    id: meta.id,
    op: rule.op,
    ...(rule.n === undefined ? {} : { n: rule.n }),
    truth: truthName(truth),
    cites: meta.cites,
    facts: meta.reads,
    reasons: distinctReasons(reasonsOf(truth)),
    ...(rule.notApplicable ? { notApplicable: true as const } : {}),
    ...(rule.liftedBy === undefined ? {} : { liftedBy: rule.liftedBy }),
    children: rule.children.map(traceOf),
  };
}
