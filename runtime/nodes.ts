import { traceOf } from './evaluator/trace.ts';
import type { RuleMeta, RuleNode } from './rules.ts';
import { all, any, atLeast, except, guard, none } from './truth.ts';
import type { Id } from './types.ts';
import type { Truth } from './value.ts';

// Rules with their truth, as the interpreter, generated code and deciders build them. Children are always evaluated,
// settled or not by their siblings, so that a decision can report the truth of every line. There are hundreds of lines to
// a decision: all are objects of one shape, and conditions that are settled are made once for all records.

const node = (
  meta: RuleMeta,
  op: RuleNode['op'],
  truth: Truth,
  children: readonly RuleNode[],
  n: number | undefined,
  notApplicable: true | undefined,
  liftedBy: Id | undefined,
): RuleNode => ({ meta, op, truth, children, n, notApplicable, liftedBy, trace: undefined });

const NONE: readonly never[] = [];

const leaf = (meta: RuleMeta, truth: Truth): RuleNode =>
  node(meta, 'condition', truth, NONE, undefined, undefined, undefined);

/** A condition as it stands for every record: settled, out of play, and open for the reason that it was open for last. */
interface Kept {
  readonly yes: RuleNode;
  readonly no: RuleNode;
  readonly outYes: RuleNode;
  readonly outNo: RuleNode;
  open: RuleNode;
}

const known = new WeakMap<RuleMeta, Kept>();

function keptOf(meta: RuleMeta): Kept {
  const kept = (truth: boolean, notApplicable?: true): RuleNode => {
    const line = node(meta, 'condition', truth, NONE, undefined, notApplicable, undefined);
    return { ...line, trace: traceOf(line) };
  };
  const yes = kept(true);
  const all = { yes, no: kept(false), outYes: kept(true, true), outNo: kept(false, true), open: yes };
  known.set(meta, all);
  return all;
}

/** A line without lines of its own. */
export function condition(meta: RuleMeta, truth: Truth): RuleNode {
  const kept = known.get(meta) ?? keptOf(meta);
  if (typeof truth === 'boolean') return truth ? kept.yes : kept.no;
  // What the notice leaves open is open for the same reason each time.
  if (kept.open.truth !== truth) kept.open = leaf(meta, truth);
  else if (kept.open.trace === undefined) kept.open = { ...kept.open, trace: traceOf(kept.open) };
  return kept.open;
}

/** `同时满足`, `满足其一`, `均不满足`, and `满足 n 项 以上` with its `n`. */
export const group = (
  meta: RuleMeta,
  op: 'all' | 'any' | 'none' | 'atLeast',
  children: readonly RuleNode[],
  n = 1,
): RuleNode =>
  node(meta, op, joined(op, children, n), children, op === 'atLeast' ? n : undefined, undefined, undefined);

function joined(op: 'all' | 'any' | 'none' | 'atLeast', children: readonly RuleNode[], n: number): Truth {
  let [sure, open] = [0, 0];
  for (const { truth } of children) {
    if (truth === true) sure += 1;
    else if (truth !== false) open += 1;
  }
  // Settled ones need no formula.
  if (op === 'all' && sure + open < children.length) return false;
  if (op === 'any' && sure > 0) return true;
  if (op === 'none' && sure > 0) return false;
  if (open === 0) return op === 'all' || op === 'none' || (op === 'atLeast' && sure >= n);
  const truths = children.map((child) => child.truth);
  return op === 'atLeast' ? atLeast(n, ...truths) : { all, any, none }[op](...truths);
}

/** `当`: while `when` is no the rule is out of play and counts as `neutral`: yes under `同时满足`, no under `满足其一`. */
export function guarded(when: Truth, rule: RuleNode, neutral: boolean): RuleNode {
  if (when === true) return rule;
  const { meta, op, children, n, notApplicable, liftedBy } = rule;
  if (when === false && op === 'condition' && liftedBy === undefined) {
    const { outYes, outNo } = known.get(meta) ?? keptOf(meta);
    return neutral ? outYes : outNo;
  }
  const truth = guard(when, rule.truth, neutral);
  return node(meta, op, truth, children, n, when === false ? true : notApplicable, liftedBy);
}

/** `例外`: the first of `by` that is yes lifts the rule: a waived condition (`neutral` yes), an exclusion not hit (no). */
export function excepted(
  rule: RuleNode,
  by: readonly { readonly id: Id; readonly truth: Truth }[],
  neutral: boolean,
): RuleNode {
  const lifting = by.find((exception) => exception.truth === true);
  const truths = by.map((exception) => exception.truth);
  const { meta, op, children, n, notApplicable, liftedBy } = rule;
  const truth = except(rule.truth, truths, neutral);
  return node(meta, op, truth, children, n, notApplicable, lifting === undefined ? liftedBy : lifting.id);
}
