import type { CstNode, IToken } from '../../grammar/index.ts';
import { dataOf } from '../../grammar/index.ts';
import type { BuiltinUnit, Expression, MonthPart, UnitWord } from '../ast/expressions.ts';
import { spanOf, token, tokenSpan, wordOf } from './cst.ts';

/** The unit in a node, built in or declared. */
export function unitOf(cst: CstNode): UnitWord | undefined {
  const builtin = token(cst, 'Unit');
  if (builtin)
    return { kind: 'builtin', id: (dataOf(builtin).id ?? 'item') as BuiltinUnit, span: tokenSpan(builtin) };
  const name = token(cst, 'Name');
  return name && { kind: 'declared', name: wordOf(name), span: tokenSpan(name) };
}

/** `30000 元`; a month part after the number makes it a span (`10 月底`). */
export function quantity(cst: CstNode, negative = false): Expression {
  const number = token(cst, 'Number');
  const { value = '0', percent = false } = (number && dataOf(number).number) ?? {};
  const part = token(cst, 'MonthPart');
  if (part) return { kind: 'monthPart', span: spanOf(cst), month: Number(value), part: monthPartOf(part) };
  const unit = unitOf(cst);
  const signed = negative ? `-${value}` : value;
  return { kind: 'number', span: spanOf(cst), value: signed, percent, ...(unit ? { unit } : {}) };
}

/** 月底 and its like. */
export function monthPartOf(of: IToken): 'first' | 'middle' | 'last' | 'end' {
  return (dataOf(of).id ?? 'end') as 'first' | 'middle' | 'last' | 'end';
}

/** `10 月` (not `10 个月`) where a span is wanted. */
export function wholeMonth(value: Expression, cst: CstNode | undefined): MonthPart | undefined {
  const unit = cst && token(cst, 'Unit');
  if (value.kind !== 'number' || !unit || !['月', 'month'].includes(dataOf(unit).text)) return undefined;
  return { kind: 'monthPart', span: value.span, month: Number(value.value), part: 'whole' };
}
