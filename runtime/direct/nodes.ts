import type { RuleTrace } from '../decision.ts';
import { distinctReasons } from '../evaluator/reasons.ts';
import type { RuleMeta, RuleNode } from '../rules.ts';
import { all, any, atLeast, except, guard, none, reasonsOf, truthName } from '../truth.ts';
import type { Id } from '../types.ts';
import type { Truth } from '../value.ts';

// The same rules as ../nodes.ts and ../evaluator/trace.ts make, in objects of one shape: explanations are made of
// hundreds of them.

class Line implements RuleNode {
  readonly meta: RuleMeta;
  readonly op: RuleNode['op'];
  truth: Truth;
  readonly children: readonly Line[];
  n?: number;
  notApplicable?: true;
  liftedBy?: Id;

  constructor(meta: RuleMeta, op: RuleNode['op'], truth: Truth, children: readonly Line[]) {
    this.meta = meta;
    this.op = op;
    this.truth = truth;
    this.children = children;
  }
}

export type { Line };

const NONE: readonly never[] = [];

export const condition = (meta: RuleMeta, truth: Truth): Line => new Line(meta, 'condition', truth, NONE);

export function group(
  meta: RuleMeta,
  op: 'all' | 'any' | 'none' | 'atLeast',
  children: readonly Line[],
  n = 1,
): Line {
  const line = new Line(meta, op, joined(op, children, n), children);
  if (op === 'atLeast') line.n = n;
  return line;
}

function joined(op: 'all' | 'any' | 'none' | 'atLeast', children: readonly Line[], n: number): Truth {
  let [sure, open] = [0, 0];
  for (const { truth } of children) {
    if (truth === true) sure += 1;
    else if (truth !== false) open += 1;
  }
  // Settled ones need no formula.
  if (op === 'all' && sure + open < children.length) return false;
  if (op === 'any' && sure > 0) return true;
  if (op === 'none' && sure > 0) return false;
  if (open === 0) return op === 'all' || (op === 'none' ? true : op === 'atLeast' && sure >= n);
  const truths = children.map((child) => child.truth);
  return op === 'atLeast' ? atLeast(n, ...truths) : { all, any, none }[op](...truths);
}

/** The line is of this explanation alone: it is changed, not copied. */
export function guarded(when: Truth, line: Line, neutral: boolean): Line {
  line.truth = when === true ? line.truth : guard(when, line.truth, neutral);
  if (when === false) line.notApplicable = true;
  return line;
}

export function excepted(
  line: Line,
  by: readonly { readonly id: Id; readonly truth: Truth }[],
  neutral: boolean,
): Line {
  const lifting = by.find((exception) => exception.truth === true);
  line.truth = except(
    line.truth,
    by.map((exception) => exception.truth),
    neutral,
  );
  if (lifting !== undefined) line.liftedBy = lifting.id;
  return line;
}

/** A line as decisions report it, lines below it included. */
export function traced(line: Line): RuleTrace {
  const { meta, truth, children, n, notApplicable, liftedBy } = line;
  const trace: RuleTrace = {
    id: meta.id,
    op: line.op,
    truth: truthName(truth),
    cites: meta.cites,
    facts: meta.reads,
    reasons: typeof truth === 'boolean' ? NONE : distinctReasons(reasonsOf(truth)),
    children: children.length === 0 ? NONE : children.map(traced),
  };
  const { benefit } = meta;
  if (n === undefined && !notApplicable && liftedBy === undefined && !benefit) return trace;
  return {
    ...trace,
    ...(n === undefined ? {} : { n }),
    ...(notApplicable ? { notApplicable } : {}),
    ...(liftedBy === undefined ? {} : { liftedBy }),
    ...(benefit ? { benefit } : {}),
  };
}
