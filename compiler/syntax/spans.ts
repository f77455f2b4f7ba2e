import type { CstNode } from '../../grammar/index.ts';
import { dataOf, spelling, spellings } from '../../grammar/index.ts';
import type { Expression, SpanExpression } from '../ast/expressions.ts';
import { syntaxDiagnostics } from '../diagnostics/catalogue/syntax.ts';
import { node, nodes, spanOf, token, which } from './cst.ts';
import { operand } from './operand.ts';
import { quantity, wholeMonth } from './quantity.ts';
import type { Stage } from './stage.ts';

type Shape = SpanExpression['shape'];

const spanned = (cst: CstNode, shape: Shape): SpanExpression => ({ kind: 'span', span: spanOf(cst), shape });

function value(cst: CstNode, name: string, stage: Stage): Expression {
  const inner = node(cst, name);
  if (!inner) return { kind: 'text', span: spanOf(cst), value: '' };
  return inner.name === 'quantity' ? quantity(inner) : operand(inner, stage);
}

/** What may follow 在: half-lines, windows, periods. A day or a year alone is the whole of it. */
export function span(cst: CstNode, stage: Stage): Expression {
  const led = ledSpan(cst, stage);
  if (led) return led;
  const side = node(cst, 'sideSpan');
  if (side) return sideSpan(side, stage);
  const window = node(cst, 'withinSpan');
  if (window) return withinSpan(window, stage);
  const around = node(cst, 'aroundSpan');
  return around ? aroundSpan(around, stage) : value(cst, 'operand', stage);
}

/** Spans that begin with 自, 近 or 截至. */
export function ledSpan(cst: CstNode, stage: Stage): SpanExpression | undefined {
  const from = node(cst, 'fromSpan');
  if (from) return fromSpan(from, stage);
  const recent = node(cst, 'recentSpan');
  if (!recent) return undefined;
  const upTo = node(recent, 'upTo') ? { upTo: value(recent, 'upTo', stage) } : {};
  return spanned(recent, { kind: 'last', length: value(recent, 'length', stage), ...upTo });
}

function isIncluded(cst: CstNode, mark: string): boolean {
  const found = token(cst, mark);
  return !found || dataOf(found).included === true;
}

function fromSpan(cst: CstNode, stage: Stage): SpanExpression {
  const from = value(cst, 'from', stage);
  const fromIncluded = isIncluded(cst, 'fromMark');
  const marked = token(cst, 'fromMark') !== undefined;
  if (!marked && !node(cst, 'to')) {
    reportBareStart(from, stage);
  }
  if (node(cst, 'length')) {
    return spanned(cst, { kind: 'lasting', from, fromIncluded, length: value(cst, 'length', stage) });
  }
  const to = node(cst, 'to') ? { to: value(cst, 'to', stage) } : {};
  const toIncluded = isIncluded(cst, 'toMark');
  return spanned(cst, {
    kind: 'between',
    from,
    fromIncluded,
    ...to,
    toIncluded,
    marked: marked || token(cst, 'toMark') !== undefined,
  });
}

function reportBareStart(from: Expression, stage: Stage): void {
  const { language } = stage;
  const day = stage.text.slice(from.span.start, from.span.end);
  const marked = (mark: string | undefined) =>
    `${spelling(language, 'word', 'sinceDay')} ${day}(${mark ?? ''})`;
  const { included, excluded } = spellings[language].mark;
  const params = { inclusive: marked(included[0]), exclusive: marked(excluded[0]) };
  stage.reporter.report(syntaxDiagnostics.bareStart, from.span, params);
}

/** `before D` leaves the day out, `on or before D` takes it in. */
export function sideSpan(cst: CstNode, stage: Stage): SpanExpression {
  const id = dataOf(token(cst, 'side') ?? noToken).id ?? '';
  const side = id === 'onOrBefore' || id === 'before' ? 'before' : 'after';
  const included = id === 'onOrBefore' || id === 'onOrAfter';
  return spanned(cst, { kind: 'half', at: value(cst, 'operand', stage), side, included });
}

/** `within 5 workdays after D`; without a day it is only the quantity, a bound. */
export function withinSpan(cst: CstNode, stage: Stage): Expression {
  const length = value(cst, 'length', stage);
  const word = token(cst, 'side');
  if (!word) return length;
  const side = dataOf(word).id === 'before' ? 'before' : 'after';
  return spanned(cst, { kind: 'window', at: value(cst, 'at', stage), side, length });
}

const noToken = { image: '', startOffset: 0, tokenTypeIdx: 0, tokenType: { name: '' } };

function aroundSpan(cst: CstNode, stage: Stage): Expression {
  const at = value(cst, 'at', stage);
  const half = token(cst, 'Half');
  if (half) {
    const { side = 'before', included = true } = dataOf(half);
    return spanned(cst, { kind: 'half', at, side, included });
  }
  const word = token(cst, 'side');
  if (word) {
    const side = dataOf(word).id === 'before' ? 'before' : 'after';
    return spanned(cst, { kind: 'window', at, side, length: value(cst, 'length', stage) });
  }
  if (which(cst, ['to'])) {
    const to = value(cst, 'to', stage);
    const marked = token(cst, 'fromMark') !== undefined || token(cst, 'toMark') !== undefined;
    const fromIncluded = isIncluded(cst, 'fromMark');
    return spanned(cst, {
      kind: 'between',
      from: at,
      fromIncluded,
      to,
      toIncluded: isIncluded(cst, 'toMark'),
      marked,
    });
  }
  return whole(cst, at);
}

/** Parts of a month and holes are spans already; anything else alone is meant as a whole. */
function whole(cst: CstNode, at: Expression): Expression {
  const month = wholeMonth(at, loneQuantity(cst));
  if (month) return month;
  if (at.kind === 'monthPart' || at.kind === 'hole' || at.kind === 'span') return at;
  return spanned(cst, { kind: 'whole', of: at });
}

/** The number that an operand consists of, if it is nothing else. */
function loneQuantity(cst: CstNode): CstNode | undefined {
  let at: CstNode | undefined = node(cst, 'at');
  for (const rule of ['primary', 'atom', 'number', 'quantity']) {
    if (!at || nodes(at, rule).length !== 1) return undefined;
    at = node(at, rule);
  }
  return at;
}
