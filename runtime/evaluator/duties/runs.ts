import { civilDate } from '../../dates.ts';
import type { Case, DutyRules } from '../../rules.ts';
import { all, not, reasonsOf } from '../../truth.ts';
import type { Truth } from '../../value.ts';
import { ANY_PERIOD, type Window } from '../../windows.ts';
import type { Clock } from './clock.ts';
import { stateWithout } from './dues.ts';
import { grounds, type Judgement, judged } from './judgement.ts';
import type { Placed } from './term.ts';

/** Whether it hangs on which period is meant. */
const hangs = (truth: Truth): boolean => reasonsOf(truth).includes(ANY_PERIOD);

/** The record in one of the periods from the first to the last, all of one year; which one is not said. */
export const inOneOf = (c: Case, first: Window, last: Window, asOf: number): Case => ({
  ...c,
  asOf,
  period: { start: first.start, end: first.end, through: last },
  roundYear: civilDate(first.start).year,
  memo: new Map(),
});

/** What the duty comes to in every period of a run, or null where they may differ. */
function together(duty: DutyRules, c: Case): Judgement | null {
  const [when = true, ...excuses] = grounds(duty, c);
  if ([when, ...excuses].some(hangs)) return null;
  const { truth } = duty.must(c);
  if (hangs(truth) && all(when, ...excuses.map(not)) !== false) return null;
  return judged(duty, c, stateWithout(truth, true));
}

/** Periods that can be judged at once: whole, over, of one year, and without last days of their own. */
function isEven(duty: DutyRules, { period, whole, open }: Placed, clock: Clock, year: number): boolean {
  if (!whole || open.length > 0 || duty.due.length > 0 || period.end > clock.over) return false;
  return civilDate(period.start).year === year;
}

/**
 * Judges a row of periods as one wherever the rule says the same of all, cutting it in two where it does not: in time
 * that goes with what is in the lists and not with the number of days. What the rule says of a period that is not
 * settled it says of each, because knowing more never takes back what was settled. `one` judges a period by itself.
 */
export function judgeRuns(
  duty: DutyRules,
  c: Case,
  placed: readonly Placed[],
  clock: Clock,
  one: (placed: Placed) => Judgement,
): readonly Judgement[] {
  const found: Judgement[] = [];
  const judge = (from: number, to: number): void => {
    const [first, last] = [placed[from], placed[to - 1]];
    if (first === undefined || last === undefined) return;
    const year = civilDate(first.period.start).year;
    const even = to - from > 1 && isEven(duty, first, clock, year) && isEven(duty, last, clock, year);
    const all = even ? together(duty, inOneOf(c, first.period, last.period, clock.asOf)) : null;
    if (to - from === 1) found.push(one(first));
    else if (all !== null) for (let i = from; i < to; i += 1) found.push(all);
    else {
      const middle = (from + to) >> 1;
      judge(from, middle);
      judge(middle, to);
    }
  };
  judge(0, placed.length);
  return found;
}
