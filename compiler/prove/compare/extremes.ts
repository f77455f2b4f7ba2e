import { compareExact, type Exact, isWhole, over, plus, roundExact, times } from '../../../runtime/exact.ts';
import type { Query } from '../search/query.ts';
import { type Assignment, Evaluation } from '../terms/evaluate.ts';
import { and, not } from '../terms/logic.ts';
import { boundsOf, eq, isConstant, le, num, scale, wholeNum } from '../terms/number.ts';
import type { Bool, Num } from '../terms/term.ts';

export interface Extremes {
  readonly min: Exact | null;
  readonly max: Exact | null;
  /** Whether the ends are surely reached and never passed. */
  readonly exact: boolean;
}

/** As far as is looked for: ten thousand million yuan, in fen. */
const FAR = 10 ** 12;

/** Least and most value of a number where something holds, from one assignment where it does. */
export async function extremes(query: Query, where: Bool, n: Num, found: Assignment): Promise<Extremes> {
  const at = new Evaluation(found).num(n);
  if (isConstant(n)) return { min: at, max: at, exact: true };
  const other = await query.ask(and(where, not(eq(n, num(at)))));
  if (other.k === 'unsat') return { min: at, max: at, exact: true };
  if (other.k === 'undecided') return { min: null, max: null, exact: false };
  const max = await furthest(query, where, n, at);
  const min = await furthest(query, where, scale(n, -1), times(at, -1));
  const exact = wholeNum(n) && max.exact && min.exact;
  return { min: min.end === null ? null : times(min.end, -1), max: max.end, exact };
}

interface End {
  readonly end: Exact | null;
  readonly exact: boolean;
}

/** The greatest value: further and further until there is none, then between. */
async function furthest(query: Query, where: Bool, n: Num, from: Exact): Promise<End> {
  let best = from;
  let beyond: Exact | null = null;
  const { max } = boundsOf(n);
  for (let step = 1; beyond === null; step *= 8) {
    if (step > FAR) return { end: null, exact: max === null };
    const next = plus(best, step);
    const answer = await query.ask(and(where, le(num(next), n)));
    if (answer.k === 'undecided') return { end: null, exact: false };
    if (answer.k === 'sat') best = new Evaluation(answer.model).num(n);
    else beyond = next;
  }
  while (compareExact(plus(best, 1), beyond) < 0) {
    const middle = roundExact(over(plus(best, beyond), 2), isWhole(best) ? 'up' : 'down');
    const answer = await query.ask(and(where, le(num(middle), n)));
    if (answer.k === 'undecided') return { end: beyond, exact: false };
    if (answer.k === 'sat') best = new Evaluation(answer.model).num(n);
    else beyond = middle;
    if (!isWhole(best)) return { end: beyond, exact: false };
  }
  return { end: best, exact: true };
}
