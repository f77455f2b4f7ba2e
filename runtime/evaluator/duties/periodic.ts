import { civilDate, FIRST_DAY } from '../../dates.ts';
import type { DutyState, Reason } from '../../decision.ts';
import type { Case, DutyRules, RuleNode } from '../../rules.ts';
import type { Id } from '../../types.ts';
import { mergeReasons, unknownOf } from '../../unknown.ts';
import { ANY_PERIOD, type Window } from '../../windows.ts';
import type { Run } from '../run.ts';
import { type Clock, clockOf } from './clock.ts';
import { duesOfDuty, type JudgedDue, stateOf, stateWithout } from './dues.ts';
import { type Bare, type Judgement, judged, overall } from './judgement.ts';
import { calendarPeriod } from './periods.ts';
import { judgeRuns } from './runs.ts';
import { type Placed, placedPeriods, termOf } from './term.ts';

type Periodic = DutyRules & { readonly every: NonNullable<DutyRules['every']> };

/** One period as it is reported, or several daily ones in a row that came to the same. */
export interface JudgedPeriod extends Judgement {
  readonly shown: Window;
}

/** A duty that falls again and again, judged. */
export interface Repeated extends Judgement {
  readonly periods: readonly JudgedPeriod[];
  /** In the current period, else in the last one; else as it stands in the period that holds the decision date. */
  readonly must: RuleNode;
  readonly dues: readonly JudgedDue[];
}

/** The record in one period: dated lists show only it, yearly days are those of its year, definitions are worked out anew. */
const inPeriod = (c: Case, period: Window, asOf: number): Case => ({
  ...c,
  asOf,
  period,
  roundYear: civilDate(period.start).year,
  memo: new Map(),
});

interface Read {
  readonly must: RuleNode;
  readonly dues: readonly JudgedDue[];
  readonly bare: Bare;
  readonly c: Case;
}

/** Without 期限 the last day of a period is the last one on which it can be met. */
function read(duty: Periodic, of: Case, period: Window, clock: Clock, run: Run): Read {
  const c = inPeriod(of, period, clock.asOf);
  const must = duty.must(c);
  const dues = duesOfDuty(duty, c, clock, run);
  const bare = dues.length > 0 ? stateOf(dues) : stateWithout(must.truth, period.end <= clock.over);
  return { must, dues, bare, c };
}

function judgePeriod(duty: Periodic, { c, bare }: Read, { whole, open }: Placed): Judgement {
  if (!whole) return { state: 'notApplicable', reasons: [], excusedBy: [] };
  const found = judged(duty, c, bare);
  if (open.length === 0 || found.state === 'notApplicable') return found;
  return { state: 'undetermined', reasons: mergeReasons(found.reasons, open), excusedBy: [] };
}

function barredBy(duty: Periodic, of: Case, { state, reasons }: Bare, clock: Clock, run: Run): Repeated {
  const current = calendarPeriod(duty.every.unit, clock.asOf);
  const { must, dues, c } = read(duty, of, current, clock, run);
  const begun = duty.reads === 'state' || state !== 'undetermined';
  const found = judged(duty, begun ? c : anyTime(c, current), { state, reasons });
  return {
    must,
    dues,
    periods: [],
    ...found,
    reasons: found.reasons.filter((reason) => reason !== ANY_PERIOD),
  };
}

/** In whichever period there may have been: that one of them does not apply says nothing of the others. */
const anyTime = (c: Case, current: Window): Case => ({
  ...c,
  period: { start: FIRST_DAY, end: FIRST_DAY, through: current },
  roundYear: unknownOf([ANY_PERIOD], { max: civilDate(current.start).year }),
  memo: new Map(),
});

/** No period has begun, or the term is over and the facts as they stand say nothing of it. */
function outside(duty: Periodic, of: Case, isBefore: boolean, clock: Clock, run: Run): Repeated {
  const bare = barredBy(duty, of, { state: 'notDue', reasons: [] }, clock, run);
  return isBefore ? bare : { ...bare, state: 'notApplicable', reasons: [], excusedBy: [] };
}

/** Period by period (surface §4 rule 15). */
export function judgeRepeated(duty: Periodic, of: Case, run: Run): Repeated {
  const clock = clockOf(duty, of);
  if (clock.barred !== undefined) return barredBy(duty, of, clock.barred, clock, run);
  const term = termOf(duty, of, clock);
  if ('state' in term) return barredBy(duty, of, term, clock, run);
  const placed = placedPeriods(duty, term, clock);
  const [last] = placed.slice(-1);
  if (last === undefined) return outside(duty, of, term.first > clock.asOf, clock, run);
  const shown = read(duty, of, last.period, clock, run);
  const found = judgeRuns(duty, of, placed, clock, (one) =>
    judgePeriod(duty, one === last ? shown : read(duty, of, one.period, clock, run), one),
  );
  const periods = found.flatMap((judgement, i) => {
    const place = placed[i];
    return place === undefined ? [] : [{ shown: place.shown, ...judgement }];
  });
  return { must: shown.must, dues: shown.dues, periods, ...together(periods) };
}

function together(periods: readonly JudgedPeriod[]): Judgement {
  const states = new Set<DutyState>(periods.map(({ state }) => state));
  const state = overall(states);
  const reasons: readonly (readonly Reason[])[] = periods.map((period) => period.reasons);
  const excusedBy = new Set<Id>(periods.flatMap((period) => period.excusedBy));
  return {
    state,
    reasons: state === 'undetermined' ? mergeReasons(...reasons) : [],
    excusedBy: [...excusedBy],
  };
}
