import type { CstNode, IToken } from '../../grammar/index.ts';
import { dataOf } from '../../grammar/index.ts';
import type { AggregateOp, Expression, ListExpression } from '../ast/expressions.ts';
import { join } from '../source/source.ts';
import { node, nodes, spanOf, token, tokenSpan, wordOf, words } from './cst.ts';
import { monthPartOf, quantity, wholeMonth } from './quantity.ts';
import type { Stage } from './stage.ts';

/** A value that is no arithmetic: literals, names, sets, brackets, aggregates, holes. */
export function atom(cst: CstNode, stage: Stage): Expression {
  const span = spanOf(cst);
  const number = node(cst, 'number');
  const inner = number && node(number, 'quantity');
  if (number && inner) return { ...quantity(inner, token(number, 'Minus') !== undefined), span };
  const every = node(cst, 'everyYear');
  if (every) return { kind: 'everyYear', span, day: yearlyDay(every) };
  const set = node(cst, 'set');
  if (set)
    return {
      kind: 'set',
      span,
      items: nodes(set, 'expression').map((item) => stage.read.expression(item, stage)),
    };
  const aggregate = token(cst, 'Aggregator');
  const list = node(cst, 'list');
  if (aggregate && list) {
    const op = (dataOf(aggregate).id ?? 'sum') as AggregateOp;
    return { kind: 'aggregate', span, op, list: listOf(list, stage) };
  }
  const text = token(cst, 'Text');
  if (cst.children.word_unspecified) {
    return { kind: 'hole', span, why: 'unspecified', ...(text ? { text: dataOf(text).text } : {}) };
  }
  if (text) return { kind: 'text', span, value: dataOf(text).text };
  return dated(cst, stage) ?? yearlyDay(cst);
}

function dated(cst: CstNode, stage: Stage): Expression | undefined {
  const date = token(cst, 'Date');
  const part = token(cst, 'MonthPart');
  if (date) return dateOf(date, part, cst);
  const name = token(cst, 'Name');
  const bracketed = node(cst, 'expression');
  const value = name ? named(name) : bracketed && inBrackets(bracketed, cst, stage);
  const tail = token(cst, 'Tail');
  return value && tail ? tailOf(value, tail, part) : value;
}

function inBrackets(inner: CstNode, cst: CstNode, stage: Stage): Expression {
  const of = stage.read.expression(inner, stage);
  const close = token(cst, 'Close');
  const end = close ? tokenSpan(close).end : of.span.end;
  return { kind: 'bracketed', span: { start: spanOf(cst).start, end }, of };
}

function named(of: IToken): Expression {
  return { kind: 'name', span: tokenSpan(of), name: wordOf(of) };
}

function dateOf(of: IToken, part: IToken | undefined, cst: CstNode): Expression {
  const { year = 0, month = 0, day } = dataOf(of).date ?? {};
  const span = spanOf(cst);
  if (part) {
    const written: Expression = { kind: 'number', span: tokenSpan(of), value: String(year), percent: false };
    return { kind: 'monthPart', span, year: written, month, part: monthPartOf(part) };
  }
  return { kind: 'date', span, year, month, ...(day === undefined ? {} : { day }) };
}

function tailOf(year: Expression, tail: IToken, part: IToken | undefined): Expression {
  const { month = 0, day } = dataOf(tail).date ?? {};
  const span = join(year.span, tokenSpan(part ?? tail));
  if (part) return { kind: 'monthPart', span, year, month, part: monthPartOf(part) };
  return { kind: 'tailDate', span, year, month, ...(day === undefined ? {} : { day }) };
}

function yearlyDay(cst: CstNode): Expression {
  const day = token(cst, 'YearlyDay') ?? token(cst, 'LunarDay');
  if (day) {
    const { month = 0, day: number = 0 } = dataOf(day).date ?? {};
    const kind = token(cst, 'YearlyDay') ? 'yearlyDay' : 'lunarDay';
    return { kind, span: tokenSpan(day), month, day: number };
  }
  const name = token(cst, 'Name');
  if (name) return named(name);
  const number = node(cst, 'quantity');
  const value: Expression = number ? quantity(number) : { kind: 'text', span: spanOf(cst), value: '' };
  return wholeMonth(value, number) ?? value;
}

/** `全体 K 的 F 其中 c`. */
export function listOf(cst: CstNode, stage: Stage): ListExpression {
  const named = node(cst, 'listName') ?? cst;
  const filter = node(cst, 'filter');
  const inner = filter && node(filter, 'condition');
  const [name, ...fields] = words(named, 'Name');
  const where = inner ? { where: stage.read.condition(inner, stage) } : {};
  const span = filter ? join(spanOf(named), spanOf(filter)) : spanOf(named);
  const population = named.children.word_population !== undefined;
  return { span, population, name: name ?? { span, text: '', quoted: false }, fields, ...where };
}
