import type { Case, DutyRules, RuleNode } from '../../rules.ts';
import { isUnknown } from '../../unknown.ts';
import type { Run } from '../run.ts';
import { firstOf, lastOf } from '../spans.ts';
import { type Clock, clockOf, isAfter } from './clock.ts';
import { duesOfDuty, type JudgedDue, stateOf, stateWithout } from './dues.ts';
import { type Bare, type Judgement, judged } from './judgement.ts';

/** A duty that does not fall again and again, judged. */
export interface Once extends Judgement {
  readonly must: RuleNode;
  readonly dues: readonly JudgedDue[];
}

/** Without 期限 the rule decides as it stands; with it, what was done by the last day. Where none falls in this round, none is over. */
const bareState = (duty: DutyRules, must: RuleNode, dues: readonly JudgedDue[]): Bare =>
  dues.length > 0 ? stateOf(dues) : stateWithout(must.truth, duty.due.length === 0);

/** `期间`: before it nothing is due; after it the duty is judged as of its last day. */
function within(duty: DutyRules, c: Case, clock: Clock): Clock {
  const span = duty.during?.(c);
  if (span === undefined) return clock;
  const [first, last] = [firstOf(span), lastOf(span)];
  const begun = first === null ? false : isAfter(first, clock.asOf);
  if (begun === true) return { ...clock, barred: { state: 'notDue', reasons: [] } };
  if (begun === null && isUnknown(first))
    return { ...clock, barred: { state: 'undetermined', reasons: first.reasons } };
  if (last === null || isAfter(last, clock.asOf - 1) === true) return clock;
  if (isUnknown(last)) return { ...clock, barred: { state: 'undetermined', reasons: last.reasons } };
  return { ...clock, asOf: last };
}

export function judgeOnce(duty: DutyRules, of: Case, run: Run): Once {
  const measured = clockOf(duty, of);
  const clock = measured.barred === undefined ? within(duty, of, measured) : measured;
  const c = clock.asOf === of.asOf ? of : { ...of, asOf: clock.asOf, memo: new Map() };
  const must = duty.must(c);
  const dues = duesOfDuty(duty, c, clock, run);
  return { must, dues, ...judged(duty, c, clock.barred ?? bareState(duty, must, dues)) };
}
