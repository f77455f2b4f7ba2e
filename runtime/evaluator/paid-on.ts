import { within } from '../compare.ts';
import { civilDate, firstDayOfMonth, lastDayOfMonth, printDate, printMonth } from '../dates.ts';
import type { Reason } from '../decision.ts';
import type { AmountRules, Case, SpanValue } from '../rules.ts';
import { all, reasonsOf } from '../truth.ts';
import { isUnknown, mergeReasons, reasonsOfValue } from '../unknown.ts';
import type { Truth } from '../value.ts';
import { firstOf, lastOf } from './spans.ts';

/** A day or month on which an amount is paid. */
export interface PayDate {
  /** `2022-08` or `2022-10-04`. */
  readonly text: string;
  readonly sure: boolean;
}

export interface PayDates {
  readonly on: readonly PayDate[];
  readonly reasons: readonly Reason[];
}

/** Beyond this many years nobody lists payments one by one. */
const MOST_YEARS = 200;

/** The years in force where both ends are known, else the year decided for. */
export function yearsInForce(c: Case, validity: SpanValue): readonly number[] {
  const [first, last] = [firstOf(validity), lastOf(validity)];
  const year = civilDate(c.asOf).year;
  if (typeof first !== 'number' || typeof last !== 'number') return [year];
  const from = civilDate(first).year;
  const count = civilDate(last).year - from + 1;
  return Array.from({ length: Math.max(0, Math.min(count, MOST_YEARS)) }, (_, i) => from + i);
}

/** The same record asked about another year; definitions are worked out anew. */
export const inYear = (c: Case, year: number): Case =>
  c.roundYear === year ? c : { ...c, roundYear: year, memo: new Map() };

function inForce(at: number, isMonth: boolean, validity: SpanValue): Truth {
  if (!isMonth) return within(at, validity, 'inForce');
  // A month is in force when a day of it is.
  const begun = { ...validity, lo: null };
  const first = within(firstDayOfMonth(at), begun, 'inForce');
  return all(first, within(lastDayOfMonth(at), { ...validity, hi: null }, 'inForce'));
}

function oneDate(rules: AmountRules, c: Case, validity: SpanValue): PayDates {
  const at = rules.payOn?.(c) ?? null;
  if (at === null) return { on: [], reasons: [] };
  if (isUnknown(at)) return { on: [], reasons: reasonsOfValue(at) };
  const isMonth = rules.onIsMonth ?? false;
  // Only yearly payments end with the policy; a date that the notice names is kept.
  const truth = rules.yearly ? inForce(at, isMonth, validity) : true;
  if (truth === false) return { on: [], reasons: [] };
  const text = isMonth ? printMonth(at) : printDate(at);
  return { on: [{ text, sure: truth === true }], reasons: reasonsOf(truth) };
}

/** Stated days or months of payment; with `每年`, once in each year in force (or of `years`). */
export function paidOn(
  rules: AmountRules,
  c: Case,
  validity: SpanValue,
  years: readonly number[] = yearsInForce(c, validity),
): PayDates {
  if (!rules.yearly) return oneDate(rules, c, validity);
  const found = years.map((year) => oneDate(rules, inYear(c, year), validity));
  return {
    on: found.flatMap((dates) => dates.on),
    reasons: mergeReasons(...found.map((dates) => dates.reasons)),
  };
}
