import type { Clause, Statement } from '../ast/statements.ts';
import { expressionText } from './expressions.ts';
import type { Pen } from './pen.ts';

/** The one order in which clauses are printed; 未填则 begins a line of its own, 依据 ends the last. */
const order: readonly Clause['kind'][] = [
  'when',
  'proof',
  'by',
  'refer',
  'countedBy',
  'fallback',
  'accept',
  'cite',
];

export function ordered(clauses: readonly Clause[]): readonly Clause[] {
  return [...clauses].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

export function clauseText(of: Clause, pen: Pen): string {
  switch (of.kind) {
    case 'cite':
      return `${pen.word('cite')} ${of.ids.join(', ')}`;
    case 'when':
      return `${pen.word('when')} ${expressionText(of.condition, pen)}`;
    case 'proof':
      return `${pen.word('proof')} ${pen.asWritten(of.document)}`;
    case 'by':
      return actorText(of, pen);
    case 'refer':
      return `${pen.word('referTo')} ${pen.asWritten(of.to)}`;
    case 'countedBy':
      return countedText(pen.name(of.fact), pen);
    case 'fallback':
      return `${pen.word('fallback')} ${expressionText(of.value, pen)}`;
    case 'accept':
      return `${pen.word('accept')} ${of.reason.includes('"') ? `“${of.reason}”` : `"${of.reason}"`}`;
  }
}

/** `以 F 计`, `counted by F`. */
export function countedText(fact: string, pen: Pen): string {
  if (pen.language === 'en') return `${pen.word('countedBy')} ${fact}`;
  return `${pen.word('counting')} ${fact} ${pen.word('counted')}`;
}

const roles = {
  determines: ['determines', 'determinedBy'],
  decides: ['decides', 'decidedBy'],
  handles: ['handles', 'handledBy'],
} as const;

function actorText({ actor, role }: Clause & { kind: 'by' }, pen: Pen): string {
  const name = pen.asWritten(actor);
  if (role === 'acts') return `${pen.word(pen.language === 'zh' ? 'actedBy' : 'by')} ${name}`;
  const [zh, en] = roles[role];
  return pen.language === 'zh' ? `${pen.word('actedBy')} ${name} ${pen.word(zh)}` : `${pen.word(en)} ${name}`;
}

/** The actor of a step stands where a rule has its body, not among the clauses. */
export function isInline(of: Clause, statement: Statement): boolean {
  const { head, body, type } = statement;
  return of.kind === 'by' && of.role === 'acts' && head === null && !body && !type;
}
