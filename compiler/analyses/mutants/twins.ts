import { children } from '../../ir/children.ts';
import type { DateSpan, Expr } from '../../ir/expressions.ts';
import { nodesOf } from '../../ir/nodes.ts';

/**
 * A day, month or year that stands for a span is written once and held twice, as its first and its last day. Who writes
 * it wrong gets both wrong: by each part of the first day the same part of the last.
 */
export function twinsIn(part: unknown): ReadonlyMap<Expr, Expr> {
  const found = new Map<Expr, Expr>();
  for (const { lo, hi } of spansOf(part)) if (lo && hi && writtenOnce(lo, hi)) pair(lo, hi, found);
  return found;
}

function* spansOf(part: unknown): Generator<DateSpan> {
  if (typeof part !== 'object' || part === null) return;
  if ('loIn' in part && 'hiIn' in part) yield part as DateSpan;
  for (const inner of Object.values(part)) yield* spansOf(inner);
}

/** The ends of a span that is counted from a day have its place in the text too, but the one is part of the other. */
function writtenOnce(lo: Expr, hi: Expr): boolean {
  const [a, b] = [lo.origin, hi.origin];
  const samePlace = a.file === b.file && a.span.start === b.span.start && a.span.end === b.span.end;
  return samePlace && !contains(lo, hi) && !contains(hi, lo);
}

const contains = (whole: Expr, part: Expr): boolean => [...nodesOf(whole)].includes(part);

function pair(a: Expr, b: Expr, found: Map<Expr, Expr>): void {
  if (a === b || a.k !== b.k) return;
  const [inA, inB] = [children(a), children(b)];
  if (inA.length !== inB.length) return;
  if (said(a) === said(b)) found.set(a, b);
  inA.forEach(({ expr }, at) => {
    const other = inB[at]?.expr;
    if (other) pair(expr, other, found);
  });
}

const said = (e: Expr): string =>
  JSON.stringify(e, (key, value: unknown) => (key === 'id' || key === 'origin' ? undefined : value));
