import type { Id, UnitMeta } from '../../runtime/types.ts';
import { expressions, spanEnds } from './children.ts';
import type { DateSpan, Expr } from './expressions.ts';
import type { Procedure } from './policy.ts';
import { unitOf } from './units.ts';

/** Ids of the steps of any procedure that `e` asks about, each once, in the order of the text. */
export function stepsNamed(e: Expr | undefined, procedures: readonly Procedure[]): readonly Id[] {
  if (!e) return [];
  const steps = new Set(procedures.flatMap((procedure) => procedure.steps.map((step) => step.id)));
  const named = new Set<Id>();
  for (const inner of expressions(e)) {
    const id = inner.k === 'outcome' ? inner.of : inner.k === 'stepTime' ? inner.step : undefined;
    if (id !== undefined && steps.has(id)) named.add(id);
  }
  return [...named];
}

/** Whether the length of a span is counted in working days. */
export function countsWorkdays({ hi }: DateSpan, units: readonly UnitMeta[]): boolean {
  return hi?.k === 'addPeriod' && unitOf(hi.n.type, units).base === 'workday';
}

/** Whether the last day of a span is counted from another date, so that Civil Code art. 203 moves it off a day of rest. */
export function isCounted(span: DateSpan): boolean {
  return spanEnds({ loIn: span.loIn, hiIn: span.hiIn, ...(span.hi && { hi: span.hi }) }).some((hi) =>
    [...expressions(hi)].some((e) => e.k === 'addPeriod'),
  );
}
