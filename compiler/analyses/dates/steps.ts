import type { Id } from '../../../runtime/types.ts';
import { analysisDates as codes } from '../../diagnostics/catalogue/analysis-dates.ts';
import { analysisDays as days } from '../../diagnostics/catalogue/analysis-days.ts';
import type { Reporter } from '../../diagnostics/diagnostic.ts';
import { expressions } from '../../ir/children.ts';
import type { Expr } from '../../ir/expressions.ts';
import type { Due, Procedure, Step } from '../../ir/policy.ts';
import { spanWording } from '../../ir/wording.ts';
import type { Inquiry } from '../../possible/index.ts';
import { daysLater, eve } from '../../possible/spans.ts';
import { namesOf, wordsOf } from '../../possible/words.ts';
import { between } from './between.ts';
import { afterLateness } from './lateness.ts';
import { before, shownBefore } from './order.ts';

/** Last days of a procedure against those of the steps that are waited for. */
export function steps(inquiry: Inquiry, reporter: Reporter, procedure: Procedure): void {
  const byId = new Map(procedure.steps.map((step) => [step.id, step]));
  const { subject } = procedure;
  for (const step of procedure.steps) {
    tooShort(inquiry, reporter, subject, step);
    ownDays(inquiry, reporter, subject, step);
    for (const earlier of waitedFor(step, byId)) {
      const told = order(inquiry, reporter, subject, step, earlier);
      if (!told) lasting(inquiry, reporter, subject, step, earlier);
    }
    if (!terms(inquiry, reporter, subject, step, byId))
      afterLateness(inquiry, reporter, procedure, step, byId);
  }
  between(inquiry, reporter, procedure);
}

/** The steps that must be done before this one, those they wait for included. */
function waitedFor(step: Step, byId: ReadonlyMap<string, Step>, seen = new Set<string>()): readonly Step[] {
  const direct = step.needs ? needed(step.needs) : [];
  return direct.flatMap((id) => {
    const earlier = byId.get(id);
    if (!earlier || seen.has(id)) return [];
    seen.add(id);
    return [earlier, ...waitedFor(earlier, byId, seen)];
  });
}

/** What a condition asks to be done whatever else holds. */
function needed(e: Expr): readonly string[] {
  if (e.k === 'rule') return needed(e.body);
  if (e.k === 'all') return e.parts.flatMap(needed);
  return e.k === 'outcome' && e.state === 'done' ? [e.of] : [];
}

const sameRound = (a: Due, b: Due): boolean => !a.round || !b.round || a.round === b.round;

/** Pairs of last days that bind in the same round. */
function pairs(step: Step, earlier: Step): readonly (readonly [Due, Expr, Due, Expr])[] {
  return step.due.flatMap((mine) =>
    earlier.due.flatMap((theirs) =>
      mine.span.hi && theirs.span.hi && sameRound(mine, theirs)
        ? [[mine, mine.span.hi, theirs, theirs.span.hi] as const]
        : [],
    ),
  );
}

function order(
  inquiry: Inquiry,
  reporter: Reporter,
  subject: Id | undefined,
  step: Step,
  earlier: Step,
): boolean {
  const { policy } = inquiry;
  for (const [mine, due, theirs, first] of pairs(step, earlier)) {
    if (!before(inquiry, due, first)) continue;
    const params = {
      step: namesOf(step.id, policy),
      due: wordsOf(due, policy),
      earlier: namesOf(earlier.id, policy),
      first: wordsOf(first, policy),
    };
    const example = shownBefore(inquiry, subject, due, first);
    reporter.show(codes.stepsOutOfOrder, mine.origin.span, params, example, {
      cites: mine.origin.cites,
      related: [
        { span: theirs.origin.span, zh: '它等的这一步到这天', en: 'what it waits for is due by then' },
      ],
    });
    return true;
  }
  return false;
}

/** A window (`期间`) shorter than what must lie in it. */
function tooShort(
  inquiry: Inquiry,
  reporter: Reporter,
  subject: Id | undefined,
  { id, lasts, during }: Step,
): void {
  if (!lasts || !during?.lo || !during.hi) return;
  if (!before(inquiry, during.hi, eve(daysLater(during.lo, lasts)))) return;
  const { policy } = inquiry;
  const window = {
    zh: spanWording(during, policy.names, 'zh'),
    en: spanWording(during, policy.names, 'en'),
  };
  const params = { step: namesOf(id, policy), lasts: wordsOf(lasts, policy), window };
  const example = shownBefore(inquiry, subject, during.hi, eve(daysLater(during.lo, lasts)));
  reporter.show(codes.windowTooShort, lasts.origin.span, params, example, { cites: lasts.origin.cites });
}

/** The last day of a step against its own beginning, and the day for which it is planned. */
function ownDays(
  inquiry: Inquiry,
  reporter: Reporter,
  subject: Id | undefined,
  { id, due, during, planned }: Step,
): void {
  const { policy } = inquiry;
  for (const { span, origin } of due) {
    const { hi } = span;
    if (!hi || hi === during?.hi) continue;
    const what = namesOf(id, policy);
    const extra = { cites: origin.cites };
    if (during?.lo && before(inquiry, hi, during.lo)) {
      const params = { what, due: wordsOf(hi, policy), from: wordsOf(during.lo, policy) };
      const example = shownBefore(inquiry, subject, hi, during.lo);
      reporter.show(codes.dueBeforeTerm, origin.span, params, example, extra);
    } else if (planned?.lo && before(inquiry, hi, planned.lo)) {
      const params = { step: what, due: wordsOf(hi, policy), planned: wordsOf(planned.lo, policy) };
      const example = shownBefore(inquiry, subject, hi, planned.lo);
      reporter.show(days.plannedAfterDue, planned.lo.origin.span, params, example, extra);
    }
  }
}

/** A step that must last so long and be over by a fixed day, when the one before it takes all its time. */
function lasting(
  inquiry: Inquiry,
  reporter: Reporter,
  subject: Id | undefined,
  step: Step,
  earlier: Step,
): void {
  const { lasts } = step;
  if (!lasts) return;
  const { policy } = inquiry;
  for (const { span, origin } of step.due) {
    const { hi } = span;
    const counted = hi?.k === 'addPeriod' && hi.date.k === 'stepTime' && hi.date.step === earlier.id;
    if (!counted || !before(inquiry, hi, eve(daysLater(hi.date, lasts)))) continue;
    const words = wordsOf(hi, policy);
    const params = { step: namesOf(step.id, policy), lasts: wordsOf(lasts, policy), window: words };
    const example = shownBefore(inquiry, subject, hi, eve(daysLater(hi.date, lasts)));
    reporter.show(codes.windowTooShort, origin.span, params, example, { cites: origin.cites });
    return;
  }
  for (const [mine, due, , first] of pairs(step, earlier)) {
    if (!before(inquiry, due, eve(daysLater(first, lasts)))) continue;
    const params = {
      step: namesOf(step.id, policy),
      lasts: wordsOf(lasts, policy),
      due: wordsOf(due, policy),
      earlier: namesOf(earlier.id, policy),
      first: wordsOf(first, policy),
    };
    const example = shownBefore(inquiry, subject, due, eve(daysLater(first, lasts)));
    reporter.show(codes.noticeTooLate, mine.origin.span, params, example, { cites: mine.origin.cites });
    return;
  }
}

/** A last day counted from another step against a fixed one, when that step takes all its time. */
function terms(
  inquiry: Inquiry,
  reporter: Reporter,
  subject: Id | undefined,
  step: Step,
  byId: ReadonlyMap<string, Step>,
): boolean {
  const { policy } = inquiry;
  for (const counted of step.due) {
    const end = counted.span.hi;
    if (end?.k !== 'addPeriod' || end.date.k !== 'stepTime' || end.sign < 0) continue;
    const earlier = byId.get(end.date.step);
    if (!earlier) continue;
    for (const [mine, due, , first] of pairs(
      { ...step, due: step.due.filter((d) => d !== counted) },
      earlier,
    )) {
      if ([...expressions(due)].some((e) => e.k === 'stepTime')) continue;
      if (!before(inquiry, due, daysLater(first, end.n))) continue;
      const params = {
        counted: wordsOf(end, policy),
        due: wordsOf(due, policy),
        earlier: namesOf(earlier.id, policy),
        first: wordsOf(first, policy),
      };
      const example = shownBefore(inquiry, subject, due, daysLater(first, end.n));
      reporter.show(codes.termsDisagree, mine.origin.span, params, example, { cites: mine.origin.cites });
      return true;
    }
  }
  return false;
}
