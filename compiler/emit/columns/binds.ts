import { asNumber } from '../../../runtime/access.ts';
import { monthOfDay, shiftMonths } from '../../../runtime/dates.ts';
import { dayNumber, firstDayOfMonth, lastDayOfMonth } from '../../../runtime/dates.ts';
import { isUnknown, unknownOf } from '../../../runtime/unknown.ts';
import type { Value } from '../../../runtime/value.ts';
import type * as L from '../../lower/index.ts';
import { evaluate, type Record } from './evaluate.ts';

/** What a date, parameters and circumstances give; see `Lowered.binds`. */
export type Surroundings = Pick<Record, 'asOf' | 'yearNow' | 'calendar' | 'given'>;

const outside = (): never => {
  throw new RangeError('a binding reads no record');
};

/** Everything that is worked out once. A cut-off that hangs on something open is unknown. */
export function bindValues({ binds }: Pick<L.Lowered, 'binds'>, around: Surroundings): readonly Value[] {
  const values: Value[] = [];
  const record: Record = {
    ...around,
    bind: (bind) => values[bind] ?? null,
    fact: outside,
    local: outside,
  };
  for (const bind of binds) values.push(bindValue(bind, record));
  return values;
}

function bindValue(bind: L.Bind, record: Record): Value {
  if (bind.k === 'given') return record.given(bind.given);
  if (bind.k === 'value') return evaluate(bind.value)(record);
  const bound = asNumber(evaluate(bind.bound)(record));
  const steps = bind.steps.map((step) => stepOf(step, record));
  const open = unknownOf(isUnknown(bound) ? bound.reasons : []);
  if (typeof bound !== 'number' || steps.some((step) => step === null)) return open;
  const made = (day: number) => steps.reduce((value, step) => step?.(value) ?? value, day);
  return lastDay(bind.range, (day) => (bind.inclusive ? made(day) <= bound : made(day) < bound));
}

/** A step as a function of a day or month; `null` where its length is open or no whole number. */
function stepOf(step: L.CutStep, record: Record): ((value: number) => number) | null {
  if (step.k === 'calendar') return calendarStep(step);
  const n = asNumber(evaluate(step.n)(record));
  if (typeof n !== 'number') return null;
  if (step.k === 'add') return (value) => value + step.sign * n;
  return step.by === 'month' ? (day) => shiftMonths(day, n) : (day) => day + n;
}

function calendarStep({ fn, ofMonth }: Extract<L.CutStep, { readonly k: 'calendar' }>) {
  const monthOf = (value: number): number => (ofMonth ? value : monthOfDay(value));
  switch (fn) {
    case 'monthOf':
      return monthOf;
    case 'nextMonth':
      return (value: number) => monthOf(value) + 1;
    case 'yearOf':
      return (value: number) => Math.floor(monthOf(value) / 12);
    case 'startOf':
      return (value: number) => (ofMonth ? firstDayOfMonth(value) : dayNumber(value, 1, 1));
    case 'endOf':
      return (value: number) => (ofMonth ? lastDayOfMonth(value) : dayNumber(value, 12, 31));
  }
}

/** The last day of the range that passes, those before it passing too; the day before the range where none does. */
function lastDay([min, max]: readonly [number, number], passes: (day: number) => boolean): number {
  let [low, high] = [min - 1, max];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (passes(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
