import type { Expr } from './expressions.ts';

/** How the truth of a rule comes about from lines below it. */
export interface Group {
  readonly op: 'all' | 'any' | 'none' | 'atLeast';
  readonly n?: number;
  readonly lines: readonly Expr[];
}

/** The group that a rule's body is, where all its parts are lines that are reported themselves. */
export function groupOf(body: Expr): Group | null {
  switch (body.k) {
    case 'rule':
      return { op: 'all', lines: [body] };
    case 'all':
    case 'any':
      return ofLines({ op: body.k, lines: body.parts });
    case 'atLeast':
      return ofLines({ op: 'atLeast', n: body.n, lines: body.parts });
    case 'not':
      return body.a.k === 'any' ? ofLines({ op: 'none', lines: body.a.parts }) : null;
    default:
      return null;
  }
}

/** Fields whose lines decisions show one by one; of other fields they show only what comes of them. */
export const TRACED: ReadonlySet<string> = new Set(['eligible', 'excluded', 'must', 'excused']);

/** A rule, or one under a condition (`当`) or an exception (`例外`). */
export function isLine(e: Expr): boolean {
  if (e.k === 'guard') return isLine(e.then);
  if (e.k === 'except') return isLine(e.rule);
  return e.k === 'rule';
}

function ofLines(group: Group): Group | null {
  return group.lines.length > 0 && group.lines.every(isLine) ? group : null;
}
