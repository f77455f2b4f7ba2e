import { monthOfDay, printDate, printMonth } from '../dates.ts';
import type { AmountResult, DataWarning, Range, Reason } from '../decision.ts';
import type { AmountRules, Case, SpanValue } from '../rules.ts';
import { isUnknown, mergeReasons, reasonsOfValue, unknownOf } from '../unknown.ts';
import type { Exact, Maybe } from '../value.ts';
import { clamp, ifPaid, moneyRange, paidWhole, unitAmount } from './amounts.ts';
import { paidEvents } from './events.ts';
import { paidOn } from './paid-on.ts';
import { distinctReasons } from './reasons.ts';
import { firstOf, lastOf } from './spans.ts';

/** Years, months or days of payment and how often, with what keeps them open. */
interface Times {
  readonly shown: Partial<Pick<AmountResult, 'from' | 'to' | 'toOpen' | 'on' | 'times'>>;
  /** Number of payments that make the total; 1 where a payment is counted by itself. */
  readonly count: Maybe<Exact>;
  readonly reasons: readonly Reason[];
}

const isMonthly = (rules: AmountRules): boolean =>
  rules.per.includes('month') && rules.payOn === undefined && rules.events === undefined;

const monthText = (month: Maybe<number>): string | null =>
  typeof month === 'number' ? printMonth(month) : null;

function monthly(rules: AmountRules, c: Case): Times {
  const from = rules.payFrom?.(c);
  const to = rules.payTo?.(c) ?? null;
  const shown = {
    ...(from === undefined ? {} : { from: monthText(from) }),
    to: monthText(to),
    ...(isUnknown(to) ? { toOpen: true as const } : {}),
  };
  return { shown, count: 1, reasons: mergeReasons(reasonsOfValue(from), reasonsOfValue(to)) };
}

function byEvent(rules: NonNullable<AmountRules['events']>, c: Case, validity: SpanValue): Times {
  const { events, complete, reasons } = paidEvents(rules, c, validity);
  const sure = events.filter((event) => event.sure);
  const most = complete ? events.length : null;
  const on = sure.flatMap((event) => (event.day === null ? [] : [printDate(event.day)]));
  const settled = most === sure.length;
  return {
    shown: { on, times: { min: sure.length, max: most } },
    count: settled ? sure.length : unknownOf(reasons, { min: sure.length, max: most }),
    reasons,
  };
}

function dated(rules: AmountRules, c: Case, validity: SpanValue): Times {
  const { on, reasons } = paidOn(rules, c, validity);
  return { shown: { on: on.map((date) => date.text) }, count: 1, reasons };
}

function timesOf(rules: AmountRules, c: Case, validity: SpanValue): Times {
  if (rules.events !== undefined) return byEvent(rules.events, c, validity);
  if (rules.payOn !== undefined) return dated(rules, c, validity);
  return isMonthly(rules) ? monthly(rules, c) : { shown: {}, count: 1, reasons: [] };
}

/** Sum over events and heads, open above where no end is in sight; none for an amount that is a payment by itself. */
function totalOf(rules: AmountRules, times: Times, c: Case): Range | undefined {
  if (rules.events === undefined && rules.heads === undefined) return undefined;
  return moneyRange(paidWhole(rules, c, times.count));
}

function absence(base: Maybe<Exact>): Pick<AmountResult, 'absent'> {
  if (base === null) return { absent: 'yes' };
  return isUnknown(base) && base.mayBeAbsent ? { absent: 'perhaps' } : {};
}

/** The amount as the decision reports it; `null` while `当` is no. */
export function amountResult(rules: AmountRules, c: Case, validity: SpanValue): AmountResult | null {
  const unit = unitAmount(rules, c);
  if (unit === null) return null;
  const times = timesOf(rules, c, validity);
  const total = totalOf(rules, times, c);
  const single = rules.events === undefined && rules.heads === undefined;
  const amount = ifPaid(single ? clamp(unit.base, rules, c) : unit.base, unit);
  const heads = rules.heads?.(c) ?? null;
  return {
    id: rules.id,
    cites: rules.cites,
    amount: moneyRange(amount),
    ...absence(unit.base),
    per: rules.per,
    ...times.shown,
    ...(total === undefined ? {} : { total }),
    reasons: distinctReasons([...reasonsOfValue(amount), ...reasonsOfValue(heads), ...times.reasons]),
  };
}

/** Payments that go on, or lie, outside the days the policy is in force. */
export function outsideValidity(
  rules: AmountRules,
  c: Case,
  validity: SpanValue,
  programme: string,
): readonly DataWarning[] {
  if (rules.when?.(c) === false) return [];
  if (rules.payOn !== undefined && !rules.yearly && rules.onIsMonth !== true)
    return onDay(rules, c, validity, programme);
  if (!isMonthly(rules)) return [];
  const [first, last] = [firstOf(validity), lastOf(validity)];
  const [from, to] = [rules.payFrom?.(c) ?? null, rules.payTo?.(c) ?? null];
  const early = typeof from === 'number' && typeof first === 'number' && from < monthOfDay(first);
  const late = typeof last === 'number' && !isUnknown(to) && (to === null || to > monthOfDay(last));
  const end = early ? first : late ? last : null;
  if (end === null || isUnknown(end)) return [];
  return [warned(rules, programme, end)];
}

/** What is paid on one day is held against the first and the last day in force themselves. */
function onDay(rules: AmountRules, c: Case, validity: SpanValue, programme: string): readonly DataWarning[] {
  const day = rules.payOn?.(c) ?? null;
  if (typeof day !== 'number') return [];
  const [first, last] = [firstOf(validity), lastOf(validity)];
  if (typeof first === 'number' && day < first) return [warned(rules, programme, first)];
  return typeof last === 'number' && day > last ? [warned(rules, programme, last)] : [];
}

const warned = (rules: AmountRules, programme: string, end: number): DataWarning => ({
  path: `programmes.${programme}.amounts.${rules.id}`,
  problem: 'outsideValidity',
  detail: printDate(end),
});
