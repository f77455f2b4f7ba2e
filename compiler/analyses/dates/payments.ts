import { analysisDates as codes } from '../../diagnostics/catalogue/analysis-dates.ts';
import type { Reporter } from '../../diagnostics/diagnostic.ts';
import type { Expr, Origin } from '../../ir/expressions.ts';
import type { Pay, Programme } from '../../ir/policy.ts';
import type { Inquiry, Words } from '../../possible/index.ts';
import { asked } from '../../possible/spans.ts';
import { namesOf, wordsOf } from '../../possible/words.ts';
import { before } from './order.ts';

/** Payments and last days against the time in force. */
export function payments(inquiry: Inquiry, reporter: Reporter): void {
  const { policy } = inquiry;
  const { inForce } = policy;
  if (!inForce) return;
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
    reporter.report(codes.dueBeforeForce, origin.span, params, { cites: origin.cites });
  }
}

/** The first days of payment that the notice itself states, whoever they are for. */
function stated(inquiry: Inquiry, pay: Pay): readonly Expr[] {
  const first = pay.from ?? (pay.yearly ? undefined : pay.on);
  return first ? inquiry.conditions.values(first) : [];
}

const startOf = (e: Expr): Expr =>
  e.type.t === 'date' ? e : asked({ k: 'calendar', fn: 'startOf', args: [e] }, { t: 'date' }, e);

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
    reporter.report(codes.paysBeforeForce, first.origin.span, params, { cites: first.origin.cites });
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
  reporter.report(codes.forceEndsFirst, first.origin.span, params, { cites: first.origin.cites });
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
