import type { ProcedureState, StepState } from '../../runtime/decision.ts';
import type { Id } from '../../runtime/types.ts';
import type { Expectation } from './mismatch.ts';

const keys = ['state', 'due', 'planned', 'start', 'end', 'waitsFor', 'next'];

/** States of steps by id or name: `firstCheck: { state: overdue, due: 2019-02-28 }`. `due` is the date that binds, `planned` the days written `2019-02-01/2019-02-28`. */
export function compareSteps(
  expected: unknown,
  procedures: { readonly [id: Id]: ProcedureState },
  at: Expectation,
): void {
  const steps = Object.values(procedures).flatMap((procedure) => procedure.steps);
  for (const [name, wanted] of Object.entries(at.file.mapping(expected, at.path))) {
    const known = steps.map(({ id }) => at.names.label(id));
    const step =
      steps.find(({ id }) => at.names.means(name, id)) ?? at.at(name).refuse(at.file.texts.yaml.oneOf(known));
    compareStep(wanted, step, at.at(name));
  }
}

function compareStep(expected: unknown, step: StepState, at: Expectation): void {
  const wanted = at.file.mapping(expected, at.path);
  at.file.onlyKeys(wanted, keys, at.path);
  const cites = [...step.cites, ...step.due.flatMap((due) => due.cites)];
  const binding = step.due.find(({ binds }) => binds);
  if ('state' in wanted) at.at('state').equal(wanted.state, step.state, cites);
  if ('due' in wanted) at.at('due').equal(wanted.due, binding?.due ?? null, cites);
  if ('planned' in wanted) at.at('planned').equal(wanted.planned, step.planned ?? null, cites);
  if ('start' in wanted) at.at('start').equal(wanted.start, step.start, cites);
  if ('end' in wanted) at.at('end').equal(wanted.end, step.end, cites);
  if ('waitsFor' in wanted) at.at('waitsFor').sameSet(wanted.waitsFor, step.waitsFor, cites);
  if ('next' in wanted) at.at('next').equal(String(wanted.next), String(step.next), cites);
}
