import { analysisDates as codes } from '../../diagnostics/catalogue/analysis-dates.ts';
import type { Reporter } from '../../diagnostics/diagnostic.ts';
import { eachField } from '../../ir/fields.ts';
import type { DateSpan } from '../../ir/expressions.ts';
import type { Duty, Policy } from '../../ir/policy.ts';
import { spanWording } from '../../ir/wording.ts';
import { type Inquiry, notOf, type Words } from '../../possible/index.ts';
import { holdsSomething } from '../../possible/spans.ts';
import { namesOf, wordsOf } from '../../possible/words.ts';
import { before, shownBefore } from './order.ts';
import { payments } from './payments.ts';
import { steps } from './steps.ts';

/** Spans that run backwards, steps and deadlines in an order that cannot be kept, payments outside the time in force. */
export function dates(inquiry: Inquiry, reporter: Reporter): void {
  for (const span of spansIn(inquiry.policy))
    inquiry.each(span.lo.origin, reporter, () => backwards(inquiry, reporter, span));
  for (const procedure of inquiry.policy.procedures)
    inquiry.each(procedure.origin, reporter, () => steps(inquiry, reporter, procedure));
  payments(inquiry, reporter);
  for (const duty of inquiry.policy.duties)
    inquiry.each(duty.origin, reporter, () => term(inquiry, reporter, duty));
}

/** Every span with two ends, found by its shape; each place once. */
function spansIn({ names: _, ...policy }: Policy): readonly Required<DateSpan>[] {
  const found = new Map<string, Required<DateSpan>>();
  for (const part of Object.values(policy).flat())
    for (const span of spansOf(part))
      found.set(`${span.lo.origin.span.start}-${span.hi.origin.span.start}`, span);
  return [...found.values()];
}

/** By programme, definition and the like: these stay the same objects where nothing changes. */
const known = new WeakMap<object, readonly Required<DateSpan>[]>();

/** Where an expression stands and of which type it is holds no spans of days. */
const without = new Set(['origin', 'type']);

function spansOf(part: unknown): readonly Required<DateSpan>[] {
  if (typeof part !== 'object' || part === null) return [];
  const before = known.get(part);
  if (before) return before;
  const found: Required<DateSpan>[] = [];
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (isSpan(node)) found.push(node);
    eachField(node, (inner, key) => {
      if (!without.has(key)) look(inner);
    });
  };
  look(part);
  known.set(part, found);
  return found;
}

function isSpan(node: object): node is Required<DateSpan> {
  return 'loIn' in node && 'hiIn' in node && 'lo' in node && 'hi' in node && Boolean(node.lo && node.hi);
}

function backwards(inquiry: Inquiry, reporter: Reporter, span: Required<DateSpan>): void {
  const { names } = inquiry.policy;
  const said: Words = { zh: spanWording(span, names, 'zh'), en: spanWording(span, names, 'en') };
  const { span: at, cites } = span.lo.origin;
  const something = holdsSomething(span);
  if (something && inquiry.never(inquiry.truth(something)) && inquiry.can(inquiry.there(span.lo, span.hi))) {
    const example = inquiry.dated(undefined, notOf(something), span.lo, span.hi);
    reporter.show(codes.spanBackwards, at, { span: said }, example, { cites });
    return;
  }
  const [lo, hi] = [inquiry.conditions.profile(span.lo), inquiry.conditions.profile(span.hi)];
  if (!lo || !hi || lo.year === hi.year || lo.at(2024) <= hi.at(2024)) return;
  const years = [lo.year, hi.year].map((key) => namesOf(key.slice(key.indexOf('.') + 1), inquiry.policy));
  const [first, second] = years;
  if (!first || !second || !something) return;
  const example = inquiry.dated(undefined, notOf(something), span.lo, span.hi);
  reporter.show(codes.spanHangsOnYears, at, { span: said, first, second }, example, { cites });
}

/** A last day before the term of a duty begins can never be kept. */
function term(inquiry: Inquiry, reporter: Reporter, { id, subject, during, due }: Duty): void {
  const from = during?.lo;
  if (!from) return;
  for (const { span, origin } of due) {
    if (!span.hi || !before(inquiry, span.hi, from)) continue;
    const { policy } = inquiry;
    const params = { what: namesOf(id, policy), due: wordsOf(span.hi, policy), from: wordsOf(from, policy) };
    const example = shownBefore(inquiry, subject, span.hi, from);
    reporter.show(codes.dueBeforeTerm, origin.span, params, example, { cites: origin.cites });
  }
}
