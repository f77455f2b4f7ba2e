import type { CstNode } from '../../grammar/index.ts';
import { dataOf } from '../../grammar/index.ts';
import type { BuiltinUnit, Expression, PaperForm, Periodic, ShareList, TextRow } from '../ast/expressions.ts';
import type { RateWord } from '../ast/types.ts';
import { listOf } from './atom.ts';
import { expression } from './condition.ts';
import { node, nodes, spanOf, token, tokens, which, wordOf, words } from './cst.ts';
import { quantity } from './quantity.ts';
import type { Stage } from './stage.ts';
import { rateWords } from './types.ts';

/** What a line says after its name: a group of lines, a duty's period, an amount, a value or a condition. */
export function body(cst: CstNode, stage: Stage, inDuty: boolean): Expression {
  const group = node(cst, 'group') ?? node(cst, 'countedGroup');
  if (group) return groupOf(group);
  const periodic = node(cst, 'periodic');
  if (periodic) return periodicOf(periodic, stage);
  const inner = node(cst, 'amount') ?? cst;
  return amount(inner, stage, inDuty);
}

const groupOps = { allOf: 'all', anyOf: 'any', noneOf: 'none' } as const;

function groupOf(cst: CstNode): Expression {
  const span = spanOf(cst);
  const word = which(cst, ['allOf', 'anyOf', 'noneOf']);
  if (word) return { kind: 'group', span, op: groupOps[word] };
  const number = token(node(cst, 'quantity') ?? cst, 'Number');
  const value = (number && dataOf(number).number?.value) ?? '0';
  const count: Expression = { kind: 'number', span, value, percent: false };
  return { kind: 'group', span, op: 'atLeast', count };
}

function periodicOf(cst: CstNode, stage: Stage): Periodic {
  const number = node(cst, 'quantity');
  const inner = node(cst, 'expression');
  const value = number ? quantity(number) : undefined;
  const count = value?.kind === 'number' ? Number(value.value) : 1;
  const unit = value?.kind === 'number' && value.unit?.kind === 'builtin' ? value.unit.id : 'month';
  return {
    kind: 'periodic',
    span: spanOf(cst),
    every: { count, unit },
    body: inner ? expression(inner, stage) : nothing(cst),
  };
}

const nothing = (cst: CstNode): Expression => ({ kind: 'text', span: spanOf(cst), value: '' });

const periods: Partial<Record<RateWord, BuiltinUnit>> = {
  day: 'day',
  week: 'week',
  tenDays: 'tenDays',
  month: 'month',
  quarter: 'quarter',
  halfYear: 'halfYear',
  year: 'year',
};

function amount(cst: CstNode, stage: Stage, inDuty: boolean): Expression {
  const inner = node(cst, 'expression');
  const value = inner ? expression(inner, stage) : nothing(cst);
  const rate = rateWords(cst);
  const paid = node(cst, 'events');
  const [only] = rate;
  const unit = only && rate.length === 1 ? periods[only] : undefined;
  const leads = (tokens(cst, 'Rate')[0]?.startOffset ?? value.span.end) < value.span.start;
  if (inDuty && unit && leads) {
    return { kind: 'periodic', span: spanOf(cst), every: { count: 1, unit }, body: value };
  }
  if (rate.length === 0 && !paid) return value;
  return {
    kind: 'amount',
    span: spanOf(cst),
    rate,
    value,
    ...(paid ? { events: eventsOf(paid, stage) } : {}),
  };
}

function eventsOf(cst: CstNode, stage: Stage) {
  const list = node(cst, 'list') ?? cst;
  const mode = which(cst, ['firstTime']) ? ('first' as const) : ('each' as const);
  const by = words(cst, 'Name');
  return { mode, list: listOf(list, stage), ...(by.length > 0 ? { by } : {}) };
}

/** `省 50%, 市 50%`. */
export function shareList(cst: CstNode): ShareList {
  const parts = nodes(cst, 'share').flatMap((share) => {
    const payer = token(share, 'Name');
    const number = token(share, 'Number');
    if (!payer || !number) return [];
    const { value = '0', percent = false } = dataOf(number).number ?? {};
    const literal = { kind: 'number' as const, span: spanOf(share), value, percent };
    return [{ span: spanOf(share), payer: wordOf(payer), share: { ...literal, span: numberSpan(share) } }];
  });
  return { kind: 'shares', span: spanOf(cst), parts };
}

function numberSpan(cst: CstNode) {
  const number = token(cst, 'Number');
  const end = spanOf(cst).end;
  return { start: number?.startOffset ?? end, end };
}

/** `原件`, `复印件 3 份`. */
export function paper(cst: CstNode): TextRow | undefined {
  const word = token(cst, 'Paper');
  if (!word) return undefined;
  const number = node(cst, 'quantity');
  const value = number && quantity(number);
  const copies = value?.kind === 'number' ? { copies: Number(value.value) } : {};
  const end = number ? spanOf(number).end : word.startOffset + word.image.length;
  return {
    kind: 'paper',
    span: { start: word.startOffset, end },
    form: (dataOf(word).id ?? 'original') as PaperForm,
    ...copies,
  };
}
