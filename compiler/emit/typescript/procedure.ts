import type { Due, Procedure, Step } from '../../ir/policy.ts';
import { isCounted, stepsNamed } from '../../ir/steps.ts';
import { shiftedDay } from './calendar.ts';
import { type Closing, closing } from './closing.ts';
import { array, arrow, type Code, object } from './code.ts';
import { span } from './comparison.ts';
import { quoted } from './names.ts';
import { pauseFields } from './pauses.ts';
import { cites } from './programme.ts';
import type { Unit } from './unit.ts';

export function procedureCode(procedure: Procedure, unit: Unit): Code {
  const close = closing(procedure.subject, unit);
  return object([
    ['id', quoted(procedure.id)],
    ['subject', procedure.subject === undefined ? undefined : quoted(procedure.subject)],
    ['steps', array(procedure.steps.map((step) => stepCode(step, close)))],
  ]);
}

function stepCode(step: Step, close: Closing): Code {
  const { unit, place } = close;
  const { actor, countedBy, lasts, planned, during } = step;
  return object([
    ['id', quoted(step.id)],
    ['cites', cites(step.origin.cites)],
    ['actor', actor === undefined ? undefined : quoted(actor)],
    ['when', step.when && close.value(step.when)],
    ['needs', step.needs && close.value(step.needs)],
    ['needsSteps', array(stepsNamed(step.needs, unit.policy.procedures).map(quoted))],
    ['countedBy', countedBy === undefined ? undefined : quoted(countedBy)],
    ['earliestEnd', lasts && earliestEnd(lasts, close)],
    ['due', array(step.due.map((due) => dueCode(due, close)))],
    ['planned', planned && close.run(span(planned, place, unit))],
    ['during', during && close.run(span(during, place, unit))],
    ['late', quoted(step.late)],
  ]);
}

/** The day on which the shortest length is over; the first day is not counted (Civil Code art. 201). */
function earliestEnd(lasts: NonNullable<Step['lasts']>, { unit, place }: Closing): Code {
  const length = unit.code(lasts, place);
  const day = shiftedDay('start', length, { n: lasts, sign: 1, id: lasts.id }, unit);
  return arrow([`c: ${unit.type('Case')}`, 'start: number'], unit.op('asTime', day));
}

export function dueCode(due: Due, close: Closing): Code {
  return object([
    ['id', quoted(due.id)],
    ['cites', cites(due.origin.cites)],
    ['round', due.round && quoted(due.round)],
    ['span', close.run(span(due.span, close.place, close.unit))],
    ['counted', isCounted(due.span) ? 'true' : undefined],
    ...pauseFields(due, close),
  ]);
}
