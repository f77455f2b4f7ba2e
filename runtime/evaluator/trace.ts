import type { RuleTrace } from '../decision.ts';
import type { RuleNode } from '../rules.ts';
import { reasonsOf, truthName } from '../truth.ts';
import { distinctReasons } from './reasons.ts';

const NONE: readonly never[] = [];

type Mutable<T> = { -readonly [key in keyof T]: T[key] };

/** A rule as the decision reports it, lines below it included. */
export function traceOf(rule: RuleNode): RuleTrace {
  if (rule.trace !== undefined) return rule.trace;
  const { meta, truth, children, n, notApplicable, liftedBy } = rule;
  const trace: Mutable<RuleTrace> = {
    id: meta.id,
    op: rule.op,
    truth: truthName(truth),
    cites: meta.cites,
    facts: meta.reads,
    reasons: typeof truth === 'boolean' ? NONE : distinctReasons(reasonsOf(truth)),
    children: children.length === 0 ? NONE : children.map(traceOf),
  };
  // Most lines have none of these; a decision has hundreds of lines.
  if (n !== undefined) trace.n = n;
  if (notApplicable) trace.notApplicable = notApplicable;
  if (liftedBy !== undefined) trace.liftedBy = liftedBy;
  if (meta.benefit) trace.benefit = meta.benefit;
  return trace;
}
