import { asTime } from '../../runtime/access.ts';
import type { ProcedureRules, StepRules } from '../../runtime/rules.ts';
import type { Due, Procedure, Step } from '../ir/policy.ts';
import { countsWorkdays, isCounted, stepsNamed } from '../ir/steps.ts';
import { type Closing, closing } from './closing.ts';
import { spanValue } from './comparison.ts';
import { shiftBy } from './dates.ts';
import type { Scope } from './scope.ts';

export function procedureRules(procedure: Procedure, scope: Scope): ProcedureRules {
  const close = closing(scope);
  return {
    id: procedure.id,
    ...(procedure.subject !== undefined && { subject: procedure.subject }),
    steps: procedure.steps.map((step) => stepRules(step, scope, close)),
  };
}

function stepRules(step: Step, scope: Scope, close: Closing): StepRules {
  const { actor, when, needs, countedBy, lasts, planned, during } = step;
  return {
    id: step.id,
    cites: step.origin.cites,
    ...(actor !== undefined && { actor }),
    ...(when && { when: close.truth(when) }),
    ...(needs && { needs: close.truth(needs) }),
    needsSteps: stepsNamed(needs, scope.policy.procedures),
    ...(countedBy !== undefined && { countedBy }),
    ...(lasts && { earliestEnd: earliestEnd(lasts, scope) }),
    due: step.due.map((due) => dueRules(due, scope, close)),
    ...(planned && { planned: close.run(spanValue(planned, scope)) }),
    ...(during && { during: close.run(spanValue(during, scope)) }),
    late: step.late,
  };
}

/** The day on which the shortest length is over; the first day is not counted (Civil Code art. 201). */
function earliestEnd(lasts: NonNullable<Step['lasts']>, scope: Scope): NonNullable<StepRules['earliestEnd']> {
  const length = scope.number(lasts);
  const shift = shiftBy(lasts, 1, scope);
  return (c, start) => asTime(shift(c, start, length(c, null)));
}

export function dueRules(due: Due, scope: Scope, close: Closing): StepRules['due'][number] {
  return {
    id: due.id,
    cites: due.origin.cites,
    ...(due.round && { round: due.round }),
    span: close.run(spanValue(due.span, scope)),
    ...(isCounted(due.span) && { counted: true }),
    ...pauseRules(due, scope, close),
  };
}

/** `不计`: what the period leaves out, and in which days it counts. */
export function pauseRules(
  { span, pauses = [] }: Pick<Due, 'span' | 'pauses'>,
  scope: Scope,
  close: Closing,
): Pick<StepRules['due'][number], 'pauses' | 'workdays'> {
  if (pauses.length === 0) return {};
  return {
    pauses: pauses.map((pause) => close.run(spanValue(pause, scope))),
    ...(countsWorkdays(span, scope.policy.units) && { workdays: true }),
  };
}
