import { civilDate, monthOfDay, printDate, printMonth } from '../dates.ts';
import type { Payment } from '../decision.ts';
import { subtract } from '../arithmetic.ts';
import { intervalOf } from '../interval.ts';
import type { AmountRules, Case, SpanValue } from '../rules.ts';
import { isUnknown } from '../unknown.ts';
import type { Exact, Maybe } from '../value.ts';
import { clamp, heldTo, ifPaid, moneyRange, orNothing, perPayment, unitAmount } from './amounts.ts';
import { paidEvents } from './events.ts';
import { paidOn } from './paid-on.ts';
import type { ProgrammeState } from './programme-state.ts';
import type { OpenRecord } from './record.ts';

/** Days, both included. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

interface Paid {
  readonly on: string;
  readonly value: Maybe<Exact>;
}

type Truth3 = boolean | null;

/** Whether a payment of the month is due: yes, no, or null while the first or last month is open. */
function paidInMonth(month: number, from: Maybe<number>, to: Maybe<number>): Truth3 {
  const first = from === null ? { min: null, max: null } : intervalOf(from);
  const last = to === null ? { min: null, max: null } : intervalOf(to);
  const before = (a: Exact | null, b: number): boolean => typeof a === 'number' && a < b;
  const notBefore = (a: Exact | null, b: number): boolean => typeof a === 'number' && a >= b;
  if (before(last.max, month) || notBefore(first.min, month + 1)) return false;
  const begun = !isUnknown(from) || before(first.max, month + 1);
  const runs =
    !isUnknown(to) || (!to.mayBeAbsent && notBefore(last.min, month)) || notBefore(last.min, month);
  return begun && runs ? true : null;
}

function monthly(rules: AmountRules, c: Case, value: Maybe<Exact>, period: Period): readonly Paid[] {
  const from = rules.payFrom?.(c) ?? null;
  const to = rules.payTo?.(c) ?? null;
  const [first, last] = [monthOfDay(period.from), monthOfDay(period.to)];
  const start = typeof from === 'number' ? Math.max(first, from) : first;
  const end = typeof to === 'number' ? Math.min(last, to) : last;
  const paid: Paid[] = [];
  for (let month = start; month <= end; month++) {
    const due = paidInMonth(month, from, to);
    if (due !== false) paid.push({ on: printMonth(month), value: due ? value : orNothing(value) });
  }
  return paid;
}

/** One payment an event, dated by it; a cap runs over all of them from the first on. */
function byEvent(
  rules: AmountRules & { readonly events: NonNullable<AmountRules['events']> },
  c: Case,
  value: Maybe<Exact>,
  validity: SpanValue,
): readonly Paid[] {
  let left: Maybe<Exact> = rules.cap?.(c) ?? null;
  const paid: Paid[] = [];
  for (const event of paidEvents(rules.events, c, validity).events) {
    const held = heldTo(left, event.sure ? value : orNothing(value));
    left = left === null ? null : subtract(left, held);
    // An event without a settled day is in the amount of the decision, but cannot be put on a date.
    if (event.day !== null) paid.push({ on: printDate(event.day), value: held });
  }
  return paid;
}

function yearsOf(period: Period): readonly number[] {
  const from = civilDate(period.from).year;
  return Array.from({ length: civilDate(period.to).year - from + 1 }, (_, i) => from + i);
}

const inPeriod = (on: string, period: Period): boolean => {
  // `2022-08` stands for the month: it is paid in a period that holds a day of it.
  const [from, to] = [printDate(period.from), printDate(period.to)];
  return on >= from.slice(0, on.length) && on <= to.slice(0, on.length);
};

function paymentsOf(rules: AmountRules, c: Case, validity: SpanValue, period: Period): readonly Paid[] {
  const unit = unitAmount(rules, c);
  if (unit === null) return [];
  const whole = perPayment(unit.base, rules, c);
  const { events } = rules;
  if (events !== undefined) return byEvent({ ...rules, events }, c, ifPaid(whole, unit), validity);
  const value = ifPaid(clamp(whole, rules, c), unit);
  if (rules.payOn !== undefined) {
    const { on } = paidOn(rules, c, validity, yearsOf(period));
    return on.map(({ text, sure }) => ({ on: text, value: sure ? value : orNothing(value) }));
  }
  return rules.per.includes('month') ? monthly(rules, c, value, period) : [];
}

/**
 * The payments of a programme between two days: monthly ones from the first to the last month (the month of death
 * included, and beyond the term of the policy, which a warning says), events and yearly ones only while it is in
 * force. Amounts without a date cannot be listed. One who may turn out not to be entitled may get nothing.
 */
export function paymentsIn(state: ProgrammeState, record: OpenRecord, period: Period): readonly Payment[] {
  if (state.outcome === false) return [];
  const entitled = state.outcome === true && (state.rules.stages ?? []).length === 0;
  return record.amounts(state).flatMap((rules) =>
    paymentsOf(rules, record.case, record.validity, period)
      .filter(({ on }) => inPeriod(on, period))
      .map(({ on, value }) => ({
        programme: state.rules.id,
        amountId: rules.id,
        on,
        amount: moneyRange(entitled ? value : orNothing(value)),
      })),
  );
}

/** By date; payments of one date in the order of the notice. */
export const byDate = (payments: readonly Payment[]): readonly Payment[] =>
  [...payments].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
