import { printDate } from '../../dates.ts';
import type { DutyDecision, DutyPeriod } from '../../decision.ts';
import type { Case, DutyRules } from '../../rules.ts';
import { doubt } from '../../truth.ts';
import type { Truth } from '../../value.ts';
import { distinctReasons } from '../reasons.ts';
import type { Run } from '../run.ts';
import { traceOf } from '../trace.ts';
import { describeDues } from './dues.ts';
import { judgeOnce } from './once.ts';
import { type JudgedPeriod, judgeRepeated } from './periodic.ts';

const isPeriodic = (duty: DutyRules): duty is DutyRules & { every: NonNullable<DutyRules['every']> } =>
  duty.every !== undefined;

const sameReasons = (a: DutyPeriod['reasons'], b: DutyPeriod['reasons']): boolean =>
  a.length === b.length && (a.length === 0 || JSON.stringify(a) === JSON.stringify(b));

/** Days or weeks in a row that came to the same for the same reasons are one range: years of them stay readable. */
function describePeriods({ every }: DutyRules, periods: readonly JudgedPeriod[]): readonly DutyPeriod[] {
  const short = (every?.unit === 'day' || every?.unit === 'week') && every.count === 1;
  const shown: DutyPeriod[] = [];
  for (const { shown: days, state, reasons } of periods) {
    const period = {
      from: printDate(days.start),
      to: printDate(days.end),
      state,
      reasons: distinctReasons(reasons),
    };
    const before = shown.at(-1);
    const joins =
      short && before !== undefined && before.state === state && sameReasons(before.reasons, period.reasons);
    if (joins) shown[shown.length - 1] = { ...before, to: period.to };
    else shown.push(period);
  }
  return shown;
}

/** A duty or a target for one record (surface §4 rule 15). */
export function decideDuty(duty: DutyRules, c: Case, run: Run): DutyDecision {
  const found = isPeriodic(duty) ? judgeRepeated(duty, c, run) : { ...judgeOnce(duty, c, run), periods: [] };
  return {
    kind: duty.kind,
    state: found.state,
    cites: duty.cites,
    must: traceOf(found.must),
    excusedBy: found.excusedBy,
    periods: describePeriods(duty, found.periods),
    due: describeDues(found.dues),
    reasons: distinctReasons(found.reasons),
  };
}

/**
 * `履行`, `违反`: neither while it is not due. One that does not apply holds nobody up, as a step that is out of play (`完成`),
 * so that what is met whether or not it applies is settled.
 */
export function dutyTruth(id: string, { state, reasons }: DutyDecision, asked: 'met' | 'breached'): Truth {
  if (state === 'undetermined') return doubt(`${asked} ${id}`, reasons);
  return state === asked || (state === 'notApplicable' && asked === 'met');
}
