import type { DeclaredName } from '../ast/names.ts';
import type { Case, Head, OrderKey, Statement } from '../ast/statements.ts';
import { clauseText, countedText, isInline, ordered } from './clauses.ts';
import { expressionText } from './expressions.ts';
import type { Written } from './layout.ts';
import type { Pen } from './pen.ts';
import { beginsLine } from './pen.ts';
import { hintsOf } from './predicates.ts';
import { spanText } from './spans.ts';
import { typeText } from './types.ts';

/** A statement as a line with its clauses and the lines below it. */
export function written(statement: Statement, pen: Pen, indent: number): Written {
  const own = ownPen(statement, pen);
  const { text, below } = mainText(statement, own, indent);
  const clauses = ordered(statement.clauses).filter((clause) => !isInline(clause, statement));
  return {
    indent,
    text: isBare(statement) ? protectedStart(text, pen) : text,
    clauses: clauses.map((clause) => ({ text: clauseText(clause, own), breaks: clause.kind !== 'cite' })),
    comments: statement.comments,
    below: [
      ...below.map(
        (line): Written => ({
          indent: indent + 1,
          text: line,
          clauses: [],
          comments: { before: [] },
          below: [],
        }),
      ),
      ...statement.children.map((child) => written(child, childPen(statement, own), indent + 1)),
    ],
  };
}

/** A line that begins with its body: no keyword, no label, no case. */
function isBare({ head, name, cases, type }: Statement): boolean {
  return head === null && !name && !cases && !type;
}

/** A condition that begins with a name spelt like a keyword of lines: the name is quoted. */
function protectedStart(text: string, pen: Pen): string {
  const first = text.split(' ')[0] ?? '';
  return beginsLine(first, pen.language) ? `「${first}」${text.slice(first.length)}` : text;
}

function ownPen(statement: Statement, pen: Pen): Pen {
  const isPaper = statement.body?.kind === 'paper';
  const subject =
    (isPaper ? undefined : statement.subject?.text) ??
    (statement.head === 'subject' ? word(statement) : undefined);
  const scoped = subject === undefined ? pen : pen.within({ subject });
  const isFact = statement.type !== undefined;
  const named = word(statement);
  return isFact && named !== undefined ? scoped.within({ options: [named] }) : scoped;
}

/** Rows may name the options of their keys, fields those of their list. */
function childPen(statement: Statement, pen: Pen): Pen {
  const name = word(statement);
  if (statement.type?.base.kind === 'records' && name !== undefined) return pen.within({ list: name });
  const papers = statement.head === 'documents' && statement.countedBy ? [statement.countedBy.text] : [];
  return pen.within({ options: [...papers, ...statement.by.flatMap((key) => hintsOf(key))] });
}

function word({ name }: Statement): string | undefined {
  return name?.zh?.text ?? name?.en?.text;
}

/** Documents are called by options that are declared elsewhere; every other label declares a name. */
function labelText({ head, body, others = [] }: Statement, name: DeclaredName, pen: Pen): string {
  if (head === 'grants') return [name, ...others].map((each) => pen.declared(each)).join(', ');
  if (body?.kind !== 'paper') return pen.declared(name);
  const called = (each: DeclaredName): string => {
    const only = each.zh && each.en ? undefined : (each.zh ?? each.en);
    return only ? pen.name(only) : pen.declared(each);
  };
  return [name, ...others].map(called).join(` ${pen.word('or')} `);
}

interface Main {
  readonly text: string;
  readonly below: readonly string[];
}

function mainText(statement: Statement, pen: Pen, indent: number): Main {
  const { head, name, type } = statement;
  const label = name ? labelText(statement, name, pen) : '';
  const lead = [head ? pen.keyword('head', head) : '', label].filter((part) => part !== '').join(' ');
  if (type && !name) return { text: typeText(type, pen, indent * 2).text, below: [] };
  if (type) {
    const { text, below } = typeText(type, pen, indent * 2 + lead.length);
    return { text: `${lead}: ${text}`, below };
  }
  const rest = restText(statement, pen);
  return {
    text: head ? headed(statement, lead, rest, pen) : labelled(statement, lead, rest, pen),
    below: [],
  };
}

/** Heads that are followed by a label and a colon where they have a name. */
const labelledHeads: readonly Head[] = ['quota', 'amount', 'deadline', 'eligible', 'excluded', 'documents'];

function headed(statement: Statement, lead: string, rest: readonly string[], pen: Pen): string {
  const { head, name, subject, mode, by } = statement;
  const colon = name && head && labelledHeads.includes(head) ? ':' : '';
  const target = subject ? [`${pen.word('for')} ${pen.name(subject, 'subject')}`] : [];
  const how = mode ? [pen.keyword('mode', mode)] : [];
  const keys = by.length > 0 ? [keysText(statement, pen)] : [];
  const equals = (head === 'define' || head === 'unit') && statement.body ? ['='] : [];
  return [`${lead}${colon}`, ...target, ...how, ...keys, ...equals, ...rest].join(' ');
}

function keysText({ head, by }: Statement, pen: Pen): string {
  const keys = by.map((key) => expressionText(key, pen)).join(', ');
  return head === 'group' ? keys : `${pen.word('by')} ${keys}`;
}

function labelled(statement: Statement, lead: string, rest: readonly string[], pen: Pen): string {
  const cases = statement.cases?.map((each) => caseText(each, pen)).join(', ');
  const label = cases ?? (lead === '' ? undefined : lead);
  return label === undefined ? rest.join(' ') : [`${label}:`, ...rest].join(' ');
}

function caseText(of: Case, pen: Pen): string {
  return of.kind === 'otherwise' ? pen.word('otherwise') : expressionText(of.test, pen);
}

const spanHeads: readonly (Head | null)[] = ['inForce', 'during', 'planned', 'deadline', 'notCounting'];

/** What follows the name: the body, the order, the actor, what is counted. */
function restText(statement: Statement, pen: Pen): readonly string[] {
  const { body, head, order, countedBy, clauses } = statement;
  const parts: string[] = [];
  if (order) parts.push(order.map((key) => orderText(key, pen)).join(', '));
  if (body?.kind === 'span') parts.push(spanText(body, pen, spanHeads.includes(head) ? 'line' : 'led'));
  else if (body) parts.push(expressionText(body, pen));
  if (body?.kind === 'paper' && statement.subject)
    parts.push(`${pen.word('for')} ${pen.name(statement.subject)}`);
  for (const clause of clauses) if (isInline(clause, statement)) parts.push(clauseText(clause, pen));
  if (countedBy) parts.push(countedText(pen.name(countedBy), pen));
  return parts;
}

const directions = { ascending: 'ascending', descending: 'descending', first: 'preferred' } as const;

function orderText({ key, direction }: OrderKey, pen: Pen): string {
  return `${expressionText(key, pen)} ${pen.word(directions[direction])}`;
}
