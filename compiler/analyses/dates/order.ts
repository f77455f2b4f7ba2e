import type { Id } from '../../../runtime/types.ts';
import type { Example } from '../../diagnostics/diagnostic.ts';
import type { Expr } from '../../ir/expressions.ts';
import type { Inquiry } from '../../possible/index.ts';
import { notAfter } from '../../possible/spans.ts';

/** Whether `a` surely lies before `b`. */
export function before(inquiry: Inquiry, a: Expr, b: Expr): boolean {
  return inquiry.never(inquiry.truth(notAfter(b, a))) && inquiry.can(inquiry.there(a, b));
}

/** Days on which `a` lies before `b`, as the interpreter finds. */
export function shownBefore(inquiry: Inquiry, subject: Id | undefined, a: Expr, b: Expr): Example | null {
  return inquiry.dated(subject, notAfter(a, b, true), a, b);
}
