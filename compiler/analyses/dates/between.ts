import { analysisTimetables as codes } from '../../diagnostics/catalogue/analysis-timetables.ts';
import type { Reporter } from '../../diagnostics/diagnostic.ts';
import type { Procedure, Step } from '../../ir/policy.ts';
import type { Inquiry } from '../../possible/index.ts';
import { namesOf, wordsOf } from '../../possible/words.ts';
import { shownBefore } from './order.ts';

/** More days than these between two stages are a pause that somebody meant. */
const FEW = 3;
const YEARS = [2023, 2024];

/** Of a timetable, in which every step has its days: stages that follow each other with a day or two between them. */
export function between(inquiry: Inquiry, reporter: Reporter, { subject, steps }: Procedure): void {
  if (steps.length < 2 || steps.some(({ during }) => !during?.lo || !during.hi)) return;
  for (const [at, later] of steps.entries()) {
    const earlier = steps[at - 1];
    const days = earlier ? gap(inquiry, earlier, later) : null;
    const [last, first] = [earlier?.during?.hi, later.during?.lo];
    if (!earlier || !last || !first || days === null || days < 1 || days > FEW) continue;
    const { policy } = inquiry;
    const params = {
      earlier: namesOf(earlier.id, policy),
      last: wordsOf(last, policy),
      later: namesOf(later.id, policy),
      first: wordsOf(first, policy),
      days,
    };
    const example = shownBefore(inquiry, subject, last, first);
    reporter.show(codes.daysBetween, first.origin.span, params, example, {
      cites: [...new Set([...last.origin.cites, ...first.origin.cites])],
    });
  }
}

/** Days after the one and before the other, if they are as many in every year; null where that cannot be told. */
function gap({ conditions }: Inquiry, earlier: Step, later: Step): number | null {
  const [end, start] = [earlier.during, later.during];
  const hi = end?.hi && conditions.profile(end.hi);
  const lo = start?.lo && conditions.profile(start.lo);
  if (!hi || !lo || hi.year !== lo.year) return null;
  const outside = (end?.hiIn ? 0 : 1) + (start?.loIn ? 0 : 1);
  const [days, ...others] = YEARS.map((year) => lo.at(year) - hi.at(year) - 1 + outside);
  return others.every((one) => one === days) ? (days ?? null) : null;
}
