import type { Expr } from '../../ir/expressions.ts';
import type { Inquiry } from '../../possible/index.ts';
import { notAfter } from '../../possible/spans.ts';

/** Whether `a` surely lies before `b`. */
export function before(inquiry: Inquiry, a: Expr, b: Expr): boolean {
  return inquiry.never(inquiry.truth(notAfter(b, a))) && inquiry.can(inquiry.there(a, b));
}
