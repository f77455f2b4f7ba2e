import type { ProcedureState, StepState } from '../decision.ts';
import type { Part } from './programme.ts';
import type { Line } from './rules.ts';
import type { Voice } from './voice.ts';

function stepText(step: StepState, voice: Voice): string {
  const { words, nameOf } = voice;
  const binding = step.due.find((due) => due.binds)?.due ?? null;
  const parts = [
    words.step(
      nameOf(step.id),
      words.stepState[step.state],
      step.actor === undefined ? undefined : nameOf(step.actor),
    ),
    ...(step.end === null && step.start === null ? [] : [words.done(step.start, step.end)]),
    ...(binding === null ? [] : [words.due(binding)]),
    ...(step.waitsFor.length === 0 ? [] : [words.waitsFor(step.waitsFor.map(nameOf))]),
    ...(step.next ? [words.next] : []),
  ];
  // What it waits for has been said.
  const reasons = step.reasons.filter((reason) => reason.kind !== 'waiting');
  const why =
    reasons.length === 0 ? '' : words.because(reasons.map((reason) => words.reason(reason, nameOf)));
  return words.list(parts) + why;
}

/** Steps of a procedure that concern the applicant. */
export function procedurePart(procedure: ProcedureState, voice: Voice): Part {
  const lines = procedure.steps
    .filter((step) => step.state !== 'notApplicable')
    .map((step): Line => ({ depth: 1, text: stepText(step, voice) }));
  return { heading: `${voice.words.heading.procedures} · ${voice.nameOf(procedure.id)}`, lines };
}
