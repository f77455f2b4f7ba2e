import type { CstNode } from '../../grammar/index.ts';
import { dataOf } from '../../grammar/index.ts';
import type { Expression, Predicate, State } from '../ast/expressions.ts';
import { syntaxDiagnostics } from '../diagnostics/catalogue/syntax.ts';
import { join, type Span } from '../source/source.ts';
import { node, nodes, spanOf, token } from './cst.ts';
import { operand } from './operand.ts';
import { quantity, unitOf } from './quantity.ts';
import { sideSpan, span, withinSpan } from './spans.ts';
import type { Stage } from './stage.ts';

type BoundOp = 'ge' | 'gt' | 'le' | 'lt' | 'eq';

const bounds: Readonly<Record<string, BoundOp>> = {
  orMore: 'ge',
  orLess: 'le',
  orWithin: 'le',
  beyond: 'gt',
  notBelow: 'ge',
  notAbove: 'le',
  above: 'gt',
  below: 'lt',
  reaches: 'ge',
  shortOf: 'lt',
  exactly: 'eq',
  Less: 'lt',
  Greater: 'gt',
  LessOrEqual: 'le',
  GreaterOrEqual: 'ge',
};

/** The comparison that a bound word stands for. */
export function boundOf(cst: CstNode): BoundOp {
  const word = token(cst, 'bound');
  return (word && bounds[dataOf(word).id ?? word.tokenType.name]) ?? 'ge';
}

const empty = (cst: CstNode): Expression => ({ kind: 'text', span: spanOf(cst), value: '' });

/** A comparison without its subject. */
export function predicate(cst: CstNode, stage: Stage): Predicate {
  const where = spanOf(cst);
  const state = token(cst, 'State');
  if (state) return { kind: 'state', state: (dataOf(state).id ?? 'done') as State, span: where };
  const inner = node(cst, 'operand');
  const value = inner ? operand(inner, stage) : empty(cst);
  const prefix = node(cst, 'boundPrefix');
  if (prefix) return prefixed(boundOf(prefix), value, nodes(cst, 'operand')[1], where, stage);
  return spanPredicate(cst, stage) ?? wordPredicate(cst, value);
}

/** `不低于 a`, or with an upper end `超过 a 至 b`. */
function prefixed(
  op: BoundOp,
  value: Expression,
  end: CstNode | undefined,
  where: Span,
  stage: Stage,
): Predicate {
  if (!end) return { kind: 'bound', op, value, span: where };
  const to = operand(end, stage);
  if (op !== 'ge' && op !== 'gt') stage.reporter.report(syntaxDiagnostics.rangeStart, where, {});
  return { kind: 'range', from: value, ...(op === 'gt' ? { fromExcluded: true } : {}), to, span: where };
}

function spanPredicate(cst: CstNode, stage: Stage): Predicate | undefined {
  const where = spanOf(cst);
  const side = node(cst, 'sideSpan');
  if (side) return { kind: 'within', negated: false, in: sideSpan(side, stage), span: where };
  const window = node(cst, 'withinSpan');
  if (window) {
    const found = withinSpan(window, stage);
    if (found.kind === 'span') return { kind: 'within', negated: false, in: found, span: where };
    return { kind: 'bound', op: 'le', value: found, span: where };
  }
  const inside = node(cst, 'span');
  if (!inside) return undefined;
  return { kind: 'within', negated: wordOfPredicate(cst) === 'notIn', in: span(inside, stage), span: where };
}

const contained = { contains: 'one', containsNot: 'not', containsAny: 'any', containsAll: 'all' } as const;

function wordOfPredicate(cst: CstNode): string {
  const word = token(cst, 'word');
  return (word && dataOf(word).id) ?? '';
}

function wordPredicate(cst: CstNode, value: Expression): Predicate {
  const id = wordOfPredicate(cst);
  const where = spanOf(cst);
  if (id === 'exists' || id === 'existsNot')
    return { kind: 'exists', negated: id === 'existsNot', span: where };
  if (id === 'oneOf' || id === 'notOneOf') {
    return { kind: 'oneOf', negated: id === 'notOneOf', set: value, span: where };
  }
  if (id in contained) {
    return { kind: 'contains', mode: contained[id as keyof typeof contained], value, span: where };
  }
  return { kind: 'is', negated: id === 'isNot', value, span: where };
}

/** `3 万元 以上` or `20 年 至 29 年`: the value and what follows it. */
export function bound(value: Expression, after: CstNode, stage: Stage): Predicate {
  const where = join(value.span, spanOf(after));
  const to = node(after, 'operand');
  if (to) return { kind: 'range', from: value, to: operand(to, stage), span: where };
  return { kind: 'bound', op: boundOf(after), value, span: where };
}

export function measured(cst: CstNode, stage: Stage): Predicate {
  const number = node(cst, 'quantity');
  const after = node(cst, 'boundWord') ?? node(cst, 'upperEnd') ?? cst;
  return bound(number ? quantity(number) : empty(cst), after, stage);
}

/** `2 次 以上`, `恰 1 户`: how many elements of a list. */
export function countBound(cst: CstNode): Predicate {
  const [first, second] = nodes(cst, 'counted').map(counted);
  const value = first ?? empty(cst);
  const where = spanOf(cst);
  if (second) return { kind: 'range', from: value, to: second, span: where };
  const word = node(cst, 'boundPrefix') ?? node(cst, 'boundWord') ?? cst;
  return { kind: 'bound', op: boundOf(word), value, span: where };
}

function counted(cst: CstNode): Expression {
  const number = token(cst, 'Number');
  const value = (number && dataOf(number).number?.value) ?? '0';
  const unit = unitOf(cst);
  return { kind: 'number', span: spanOf(cst), value, percent: false, ...(unit ? { unit } : {}) };
}
