import type { DutyRules } from '../../runtime/rules.ts';
import { datesOfDoing } from '../ir/duty.ts';
import type { Duty } from '../ir/policy.ts';
import { closing } from './closing.ts';
import { spanValue } from './comparison.ts';
import { dueRules } from './procedure.ts';
import type { Rules } from './rules.ts';
import type { Scope } from './scope.ts';

export function dutyRules(duty: Duty, scope: Scope, rules: Rules): DutyRules {
  const close = closing(scope);
  const { subject, every, during, measuredOn, when, due } = duty;
  const doneOn = due.length > 0 ? datesOfDoing(duty.must) : [];
  return {
    id: duty.id,
    kind: duty.kind,
    ...(subject !== undefined && { subject }),
    cites: duty.origin.cites,
    ...(every && { every }),
    reads: duty.reads,
    ...(during && { during: close.run(spanValue(during, scope)) }),
    ...(measuredOn && { measuredOn: close.time(measuredOn) }),
    ...(when && { when: close.truth(when) }),
    must: close.run(rules.line(duty.must)),
    excused: duty.excused.map((e) => close.run(rules.line(e))),
    due: due.map((item) => dueRules(item, scope, close)),
    ...(doneOn.length > 0 && { doneOn: doneOn.map(close.time) }),
  };
}
