import type { CstNode, LogicalLine } from '../../grammar/index.ts';
import { dataOf, spelling, spellings, tokens as T } from '../../grammar/index.ts';
import type { Expression } from '../ast/expressions.ts';
import type { DeclaredName, Word } from '../ast/names.ts';
import type { Case, Clause, Comments, Head, Mode, OrderKey, Statement } from '../ast/statements.ts';
import { syntaxDiagnostics } from '../diagnostics/catalogue/syntax.ts';
import { body, paper, shareList } from './body.ts';
import { clauses } from './clauses.ts';
import { condition } from './condition.ts';
import { node, nodes, spanOf, token, which, words } from './cst.ts';
import { declaredName } from './names.ts';
import { operand } from './operand.ts';
import type { Item } from './placement.ts';
import { quantity } from './quantity.ts';
import { ledSpan, span } from './spans.ts';
import type { Stage } from './stage.ts';
import { typeNode } from './types.ts';

export function commentsOf(line: LogicalLine): Comments {
  return { before: line.before, ...(line.after === undefined ? {} : { after: line.after }) };
}

/** The statement that a line says, its children left to the caller. */
export function statementOf(
  cst: CstNode,
  line: LogicalLine,
  head: Head | null,
  item: Item | null,
  stage: Stage,
): Statement {
  const found = clauses(cst, stage);
  const name = nameOf(cst, item, stage);
  const type = node(cst, 'type');
  const subject = subjectOf(cst);
  const mode = token(cst, 'Mode');
  const cases = casesOf(cst, stage);
  const order = orderOf(cst, stage);
  const draft = {
    span: line.span,
    head,
    by: keysOf(cst, stage),
    ...(name ? { name } : {}),
    ...othersOf(cst, head, item, stage),
    ...(type ? { type: typeNode(type, stage) } : {}),
    ...(subject ? { subject } : {}),
    ...(mode ? { mode: dataOf(mode).id as Mode } : {}),
    ...(cases ? { cases } : {}),
    ...(order ? { order } : {}),
    ...splitClauses(found, bodyOf(cst, head, item, stage), head, item),
    children: [],
    comments: commentsOf(line),
  };
  return draft;
}

function nameOf(cst: CstNode, item: Item | null, stage: Stage): DeclaredName | undefined {
  const label = node(cst, 'label');
  const declared = node(label ?? cst, 'declared');
  const name = declared && declaredName(declared, stage.language);
  return name && item === 'paymentDate' ? paymentLabel(name) : name;
}

/** The further papers of `甲 或 乙`, the further benefits of `给予 甲, 乙`. */
function othersOf(
  cst: CstNode,
  head: Head | null,
  item: Item | null,
  stage: Stage,
): Pick<Statement, 'others'> {
  if (item !== 'document' && head !== 'grants') return {};
  const others = nodes(cst, 'declared').slice(1);
  return others.length > 0 ? { others: others.map((each) => declaredName(each, stage.language)) } : {};
}

/** `起` and `止` are one pair with `start` and `end`, so that they are translated. */
function paymentLabel(name: DeclaredName): DeclaredName {
  const word = name.zh ?? name.en;
  for (const language of ['zh', 'en'] as const) {
    for (const [id, list] of Object.entries(labels[language])) {
      if (!word || !list.includes(word.text)) continue;
      const half = (of: 'zh' | 'en'): Word => ({
        ...word,
        text: labels[of][id]?.[0] ?? word.text,
        quoted: false,
      });
      return { span: name.span, zh: half('zh'), en: half('en') };
    }
  }
  return name;
}

const labels: Readonly<Record<'zh' | 'en', Readonly<Record<string, readonly string[]>>>> = {
  zh: spellings.zh.label,
  en: spellings.en.label,
};

function subjectOf(cst: CstNode): Word | undefined {
  const target = node(cst, 'target');
  return target && words(target, 'Name')[0];
}

function keysOf(cst: CstNode, stage: Stage): readonly Expression[] {
  const keys = node(cst, 'keys');
  const found = keys ? nodes(keys, 'operand') : nodes(cst, 'operand');
  return found.map((key) => operand(key, stage));
}

function casesOf(cst: CstNode, stage: Stage): readonly Case[] | undefined {
  const cases = node(cst, 'cases');
  const label = node(cst, 'label');
  if (label && which(label, ['otherwise'])) return [{ kind: 'otherwise', span: spanOf(label) }];
  return cases && nodes(cases, 'case').map((each) => caseOf(each, stage));
}

function caseOf(cst: CstNode, stage: Stage): Case {
  const where = spanOf(cst);
  if (which(cst, ['otherwise'])) return { kind: 'otherwise', span: where };
  const led = node(cst, 'ledSpan');
  const test = led ? ledSpan(led, stage) : undefined;
  const inner = node(cst, 'condition');
  const value = test ?? (inner ? condition(inner, stage) : undefined);
  return value ? { kind: 'test', test: value, span: where } : { kind: 'otherwise', span: where };
}

const directions = { ascending: 'ascending', descending: 'descending', preferred: 'first' } as const;

/** Sort keys; a lone `未规定` is a body and no key. */
function orderOf(cst: CstNode, stage: Stage): readonly OrderKey[] | undefined {
  const keys = nodes(cst, 'orderKey');
  if (keys.length === 0 || loneHole(cst, stage)) return undefined;
  return keys.map((each) => {
    const word = token(each, 'direction');
    const id = (word && dataOf(word).id) as keyof typeof directions | undefined;
    const inner = node(each, 'condition');
    const key = inner ? condition(inner, stage) : empty(each);
    if (!id) reportDirection(key, stage);
    return { span: spanOf(each), key, direction: id ? directions[id] : 'ascending' };
  });
}

function reportDirection(key: Expression, stage: Stage): void {
  const words = (['descending', 'ascending'] as const).map((id) => spelling(stage.language, 'word', id));
  const params = { key: written(key, stage), examples: [words[0] ?? '', words[1] ?? ''] as const };
  stage.reporter.report(syntaxDiagnostics.orderDirection, key.span, params);
}

const empty = (cst: CstNode): Expression => ({ kind: 'text', span: spanOf(cst), value: '' });

const written = (of: Expression, stage: Stage) => stage.text.slice(of.span.start, of.span.end);

function loneHole(cst: CstNode, stage: Stage): Expression | undefined {
  const [only, second] = nodes(cst, 'orderKey');
  const inner = only && !second && !token(only, 'direction') && node(only, 'condition');
  const value = inner ? condition(inner, stage) : undefined;
  return value?.kind === 'hole' ? value : undefined;
}

function bodyOf(cst: CstNode, head: Head | null, item: Item | null, stage: Stage): Expression | undefined {
  const inner = node(cst, 'body');
  if (inner) return body(inner, stage, item === 'duty' || item === 'target');
  const spanned = node(cst, 'span');
  if (spanned) return head === 'planned' ? bare(span(spanned, stage)) : span(spanned, stage);
  const led = node(cst, 'ledSpan');
  if (led) return ledSpan(led, stage);
  const shares = node(cst, 'shareList');
  if (shares) return shareList(shares);
  const number = node(cst, 'quantity');
  if (item === 'document') return paper(cst);
  if (number) return quantity(number);
  return nodes(cst, 'orderKey').length > 0 ? loneHole(cst, stage) : textOf(cst);
}

/** A planned day is a day, no span. */
function bare(value: Expression): Expression {
  return value.kind === 'span' && value.shape.kind === 'whole' ? value.shape.of : value;
}

function textOf(cst: CstNode): Expression | undefined {
  const text = token(cst, T.TextToken.name);
  if (cst.children.word_unspecified) {
    return {
      kind: 'hole',
      span: spanOf(cst),
      why: 'unspecified',
      ...(text ? { text: dataOf(text).text } : {}),
    };
  }
  if (!text) return undefined;
  const start = text.startOffset;
  return { kind: 'text', span: { start, end: start + text.image.length }, value: dataOf(text).text };
}

const factLike: readonly (Item | null)[] = ['fact', 'step', 'document', 'options'];
const countedHeads: readonly (Head | null)[] = ['documents', 'deadline', 'quota', 'procedure', 'amount'];

/** `由 X 确定` with no body before it is the body; `以 F 计` of a block or a step is no clause of a rule. */
function splitClauses(
  found: readonly Clause[],
  said: Expression | undefined,
  head: Head | null,
  item: Item | null,
): Pick<Statement, 'clauses' | 'body' | 'countedBy'> {
  const by = found.find((each) => each.kind === 'by' && each.role === 'decides');
  const takesBody = head !== 'parameter' && !factLike.includes(item);
  const hole: Expression | undefined =
    !said && takesBody && by?.kind === 'by'
      ? { kind: 'hole', span: by.span, why: 'determination', by: by.actor }
      : undefined;
  const counted = found.find((each) => each.kind === 'countedBy');
  const moves = counted?.kind === 'countedBy' && (item === 'step' || countedHeads.includes(head));
  const value = said ?? hole;
  return {
    clauses: found.filter((each) => !(hole && each === by) && !(moves && each === counted)),
    ...(value ? { body: value } : {}),
    ...(moves && counted?.kind === 'countedBy' ? { countedBy: counted.fact } : {}),
  };
}
