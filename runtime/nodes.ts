import type { RuleMeta, RuleNode } from './rules.ts';
import { all, any, atLeast, except, guard, none } from './truth.ts';
import type { Id } from './types.ts';
import type { Truth } from './value.ts';

// Rules with their truth, as the interpreter and generated code build them. Children are always evaluated,
// settled or not by their siblings, so that a decision can report the truth of every line.

/** A line without lines of its own. */
export const condition = (meta: RuleMeta, truth: Truth): RuleNode => ({
  meta,
  op: 'condition',
  truth,
  children: [],
});

const JOIN = { all, any, none } as const;

/** `同时满足`, `满足其一`, `均不满足`, and `满足 n 项 以上` with its `n`. */
export function group(
  meta: RuleMeta,
  op: 'all' | 'any' | 'none' | 'atLeast',
  children: readonly RuleNode[],
  n = 1,
): RuleNode {
  const truths = children.map((child) => child.truth);
  if (op === 'atLeast') return { meta, op, n, truth: atLeast(n, ...truths), children };
  return { meta, op, truth: JOIN[op](...truths), children };
}

/** `当`: while `when` is no the rule is out of play and counts as `neutral`: yes under `同时满足`, no under `满足其一`. */
export function guarded(when: Truth, rule: RuleNode, neutral: boolean): RuleNode {
  const truth = guard(when, rule.truth, neutral);
  return when === false ? { ...rule, truth, notApplicable: true } : { ...rule, truth };
}

/** `例外`: the first of `by` that is yes lifts the rule: a waived condition (`neutral` yes), an exclusion not hit (no). */
export function excepted(
  rule: RuleNode,
  by: readonly { readonly id: Id; readonly truth: Truth }[],
  neutral: boolean,
): RuleNode {
  const lifting = by.find((exception) => exception.truth === true);
  const truth = except(
    rule.truth,
    by.map((exception) => exception.truth),
    neutral,
  );
  return lifting === undefined ? { ...rule, truth } : { ...rule, truth, liftedBy: lifting.id };
}
