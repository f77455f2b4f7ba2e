import {
  compareExact,
  type Exact,
  isWhole,
  minus as difference,
  over,
  plus,
  roundExact,
} from '../../../runtime/exact.ts';
import type { Slot } from '../encode/slot.ts';
import { type Assignment, Evaluation } from '../terms/evaluate.ts';
import { and, not } from '../terms/logic.ts';
import { add, eq, floor, indicator, le, num, scale, wholeNum } from '../terms/number.ts';
import type { Bool, Num } from '../terms/term.ts';
import type { Query } from './query.ts';

export interface Place {
  readonly slot: Slot;
  /** Had better stay as it is: the date, parameters and circumstances, rather than facts of the applicant. */
  readonly steady: boolean;
}

export interface Smallest {
  readonly model: Assignment;
  /** Whether the number of changed places is surely the least. */
  readonly exact: boolean;
}

/**
 * The assignment that satisfies `wanted` and is nearest to `from`: first as few places as possible that differ, then
 * each of their numbers as near as possible, one after another. What is not answered in time stays as it was found.
 */
export async function smallest(
  query: Query,
  wanted: Bool,
  slots: readonly Place[],
  from: Assignment,
  found: Assignment,
): Promise<Smallest> {
  if (query.holdsAt(wanted, from)) return { model: from, exact: true };
  const changed = slots.map(({ slot, steady }) => ({ slot, steady, differs: not(slot.is(from)) }));
  // One place more always weighs more than any number of places that had better stay.
  const weight = (steady: boolean): number => slots.length + 1 + (steady ? 1 : 0);
  const count = add(...changed.map(({ differs, steady }) => scale(indicator(differs), weight(steady))));
  const countIn = (model: Assignment): number => Number(new Evaluation(model).num(count));
  // Somewhere it must differ, if only in a fact.
  let [model, exact, low] = [found, true, weight(false)];
  // Few places are likely, so the search widens from one place on.
  for (let step = weight(true); low < countIn(model); step *= 2) {
    const middle = Math.min((low + countIn(model)) >> 1, low + step);
    const answer = await query.ask(and(wanted, le(count, num(middle))));
    if (answer.k === 'sat') model = answer.model;
    else low = middle + 1;
    exact &&= answer.k !== 'undecided';
  }
  const start = new Evaluation(model);
  const kept = changed.filter(({ differs }) => !start.bool(differs)).map(({ differs }) => not(differs));
  let held = and(wanted, ...kept);
  for (const { slot } of changed.filter(({ differs }) => start.bool(differs))) {
    for (const measure of slot.measures) {
      model = await nearest(query, held, measure, new Evaluation(from).num(measure), model);
      held = and(held, eq(measure, num(new Evaluation(model).num(measure))));
    }
    held = and(held, slot.is(model));
  }
  return { model, exact };
}

/** Numbers that are not counted whole are first made whole, where that can be. */
async function nearest(
  query: Query,
  wanted: Bool,
  measure: Num,
  target: Exact,
  found: Assignment,
): Promise<Assignment> {
  let [held, model] = [wanted, found];
  if (!wholeNum(measure)) {
    held = and(wanted, eq(measure, floor(measure)));
    const answer = await query.ask(held);
    if (answer.k !== 'sat') return decimal(query, wanted, measure, found);
    model = answer.model;
  }
  const away = (m: Assignment): Exact => {
    const d = difference(new Evaluation(m).num(measure), target);
    return compareExact(d, 0) < 0 ? difference(0, d) : d;
  };
  let low: Exact = 0;
  // A value on a boundary is the nearest more often than not.
  for (let first = true; compareExact(low, away(model)) < 0; first = false) {
    const middle = first ? difference(away(model), 1) : roundExact(over(plus(low, away(model)), 2), 'down');
    const within = and(le(num(difference(target, middle)), measure), le(measure, num(plus(target, middle))));
    const answer = await query.ask(and(held, within));
    if (answer.k === 'undecided') return model;
    if (answer.k === 'sat') model = answer.model;
    else low = plus(middle, 1);
  }
  return model;
}

/** Hundredths can be written down, thirds cannot. */
async function decimal(query: Query, wanted: Bool, measure: Num, found: Assignment): Promise<Assignment> {
  if (isWhole(over(new Evaluation(found).num(measure), over(1, 100)))) return found;
  const scaled = scale(measure, 100);
  const answer = await query.ask(and(wanted, eq(scaled, floor(scaled))));
  return answer.k === 'sat' ? answer.model : found;
}
