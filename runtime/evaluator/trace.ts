import type { RuleTrace } from '../decision.ts';
import type { RuleNode } from '../rules.ts';
import { reasonsOf, truthName } from '../truth.ts';
import { distinctReasons } from './reasons.ts';

/** A rule as the decision reports it, lines below it included. */
export function traceOf(rule: RuleNode): RuleTrace {
  const { meta, truth } = rule;
  const trace: RuleTrace = {
    id: meta.id,
    op: rule.op,
    truth: truthName(truth),
    cites: meta.cites,
    facts: meta.reads,
    reasons: distinctReasons(reasonsOf(truth)),
    children: rule.children.map(traceOf),
  };
  // Most lines have none of these; a decision has hundreds of lines.
  const { benefit } = meta;
  if (rule.n === undefined && !rule.notApplicable && rule.liftedBy === undefined && !benefit) return trace;
  return {
    ...trace,
    ...(rule.n === undefined ? {} : { n: rule.n }),
    ...(rule.notApplicable ? { notApplicable: true as const } : {}),
    ...(rule.liftedBy === undefined ? {} : { liftedBy: rule.liftedBy }),
    ...(benefit ? { benefit } : {}),
  };
}
