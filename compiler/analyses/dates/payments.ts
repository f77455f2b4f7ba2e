import { analysisDates as codes } from '../../diagnostics/catalogue/analysis-dates.ts';
import { analysisDays as days } from '../../diagnostics/catalogue/analysis-days.ts';
import type { Reporter } from '../../diagnostics/diagnostic.ts';
import { expressions } from '../../ir/children.ts';
import type { DateSpan, Expr, Origin } from '../../ir/expressions.ts';
import type { Pay, Programme } from '../../ir/policy.ts';
import { roots } from '../../ir/roots.ts';
import { spanWording } from '../../ir/wording.ts';
import { asked, type Inquiry, type Words } from '../../possible/index.ts';
import { namesOf, wordsOf } from '../../possible/words.ts';
import { before, shownBefore } from './order.ts';

/** Payments and last days against the time in force. */
export function payments(inquiry: Inquiry, reporter: Reporter): void {
  const { policy } = inquiry;
  const { inForce } = policy;
  for (const programme of policy.programmes)
    inquiry.each(programme.origin, reporter, () => {
      for (const { pay } of programme.amounts) ends(inquiry, reporter, programme, pay);
    });
  if (!inForce) return;
  apart(inquiry, reporter, inForce);
  const told = new Set<number>();
  for (const programme of policy.programmes)
    inquiry.each(programme.origin, reporter, () => {
      for (const { pay } of programme.amounts) {
        if (inForce.lo) early(inquiry, reporter, programme, pay, inForce.lo, told);
        if (inForce.hi) over(inquiry, reporter, programme, pay, inForce.hi, told);
      }
    });
  if (!inForce.lo) return;
  for (const { id, hi, origin } of lastDays(inquiry)) {
    if (!before(inquiry, hi, inForce.lo)) continue;
    const params = { what: namesOf(id, policy), due: wordsOf(hi, policy), from: wordsOf(inForce.lo, policy) };
    const example = shownBefore(inquiry, undefined, hi, inForce.lo);
    reporter.show(codes.dueBeforeForce, origin.span, params, example, { cites: origin.cites });
  }
}

/** The last payment lies before the first, whoever it is for. */
function ends(inquiry: Inquiry, reporter: Reporter, { id, subject }: Programme, { from, to }: Pay): void {
  if (!from || !to || !before(inquiry, endOf(to), startOf(from))) return;
  const { policy } = inquiry;
  const params = { programme: namesOf(id, policy), first: wordsOf(from, policy), last: wordsOf(to, policy) };
  const example = shownBefore(inquiry, subject, endOf(to), startOf(from));
  reporter.show(days.payEndsFirst, to.origin.span, params, example, { cites: to.origin.cites });
}

/** Lines in force on days on which the notice as a whole is not. */
function apart(inquiry: Inquiry, reporter: Reporter, force: DateSpan): void {
  const { policy } = inquiry;
  const told = new Set<number>();
  for (const { expr, subject } of roots(policy))
    for (const e of expressions(expr)) {
      if (e.k !== 'within' || e.a.k !== 'asOf' || told.has(e.origin.span.start)) continue;
      const whole = asked({ k: 'within', a: e.a, span: force }, { t: 'bool' }, e);
      const [own, all] = [inquiry.truth(e), inquiry.truth(whole)];
      if (!inquiry.can(own) || !inquiry.can(all) || !inquiry.never(own, all)) continue;
      told.add(e.origin.span.start);
      const { names } = policy;
      const span = { zh: spanWording(e.span, names, 'zh'), en: spanWording(e.span, names, 'en') };
      const { lo, hi } = { lo: e.span.lo ?? force.lo, hi: force.hi ?? e.span.hi };
      const example = lo && hi ? shownBefore(inquiry, subject, hi, lo) : null;
      reporter.show(days.neverInForce, e.origin.span, { span }, example, { cites: e.origin.cites });
    }
}

/** The first days of payment that the notice itself states, whoever they are for. */
function stated(inquiry: Inquiry, pay: Pay): readonly Expr[] {
  const first = pay.from ?? (pay.yearly ? undefined : pay.on);
  return first ? inquiry.conditions.values(first) : [];
}

const startOf = (e: Expr): Expr =>
  e.type.t === 'date' ? e : asked({ k: 'calendar', fn: 'startOf', args: [e] }, { t: 'date' }, e);

const endOf = (e: Expr): Expr =>
  e.type.t === 'date' ? e : asked({ k: 'calendar', fn: 'endOf', args: [e] }, { t: 'date' }, e);

function early(
  inquiry: Inquiry,
  reporter: Reporter,
  programme: Programme,
  pay: Pay,
  from: Expr,
  told: Set<number>,
): void {
  for (const first of stated(inquiry, pay)) {
    if (told.has(first.origin.span.start)) inquiry.passOver();
    if (told.has(first.origin.span.start) || !before(inquiry, startOf(first), from)) continue;
    told.add(first.origin.span.start);
    const { policy } = inquiry;
    const params: { programme: Words; first: Words; from: Words } = {
      programme: namesOf(programme.id, policy),
      first: wordsOf(first, policy),
      from: wordsOf(from, policy),
    };
    const example = shownBefore(inquiry, programme.subject, startOf(first), from);
    reporter.show(codes.paysBeforeForce, first.origin.span, params, example, { cites: first.origin.cites });
  }
}

/** Every first payment lies behind the last day in force. */
function over(
  inquiry: Inquiry,
  reporter: Reporter,
  programme: Programme,
  pay: Pay,
  last: Expr,
  told: Set<number>,
): void {
  const firsts = stated(inquiry, pay);
  const [first] = firsts;
  if (first && told.has(first.origin.span.start)) inquiry.passOver();
  if (!first || told.has(first.origin.span.start)) return;
  if (!firsts.every((each) => before(inquiry, last, startOf(each)))) return;
  told.add(first.origin.span.start);
  const { policy } = inquiry;
  const params = {
    programme: namesOf(programme.id, policy),
    first: wordsOf(first, policy),
    last: wordsOf(last, policy),
  };
  const example = shownBefore(inquiry, programme.subject, last, startOf(first));
  reporter.show(codes.forceEndsFirst, first.origin.span, params, example, { cites: first.origin.cites });
}

/** Last days of deadlines and of steps of the first round. */
function lastDays({
  policy,
}: Inquiry): readonly { readonly id: string; readonly hi: Expr; readonly origin: Origin }[] {
  const deadlines = policy.programmes.flatMap(({ deadlines: all }) => all);
  const steps = policy.procedures.flatMap((procedure) => procedure.steps);
  return [
    ...deadlines.flatMap(({ id, span, origin }) => (span.hi ? [{ id, hi: span.hi, origin }] : [])),
    ...steps.flatMap(({ id, due }) =>
      due.flatMap(({ span, origin }) => (span.hi ? [{ id, hi: span.hi, origin }] : [])),
    ),
  ];
}
