import type { FactMeta } from '../../runtime/types.ts';
import { drawOutline, type Outline, outline, section } from './outline.ts';
import type { Fact, Parameter, Policy, Procedure, Step } from './policy.ts';
import { citesText, expressionOutline, part, spanOutline, typeText } from './print-expression.ts';
import { pausesOutline, programmeOutline } from './print-programme.ts';

/** The policy as indented text for people, everything that decides shown once, operators first. Ends in a newline. */
export function printIr(policy: Policy): string {
  return `${drawOutline(policyOutline(policy)).join('\n')}\n`;
}

function policyOutline(policy: Policy): Outline {
  return section(
    `policy ${policy.id} (intermediate form ${policy.ir})`,
    ...policy.units.map((unit) => outline(`unit ${unit.id} = ${unit.factor} ${unit.base}`)),
    ...policy.enums.map((item) => outline(enumText(item))),
    ...policy.parameters.map(parameterOutline),
    ...facts('circumstances', policy.circumstances),
    ...policy.subjects.flatMap((subject) => facts(`subject ${subject.id}`, subject.facts)),
    policy.inForce && outline('in force', spanOutline(policy.inForce)),
    ...policy.definitions.map((item) =>
      section(
        `definition ${item.id}: ${typeText(item.type)}${citesText(item.origin)}`,
        expressionOutline(item.body),
      ),
    ),
    ...policy.programmes.map(programmeOutline),
    ...(policy.choices ?? []).map(choiceOutline),
    ...policy.procedures.map(procedureOutline),
    ...policy.duties.map(dutyOutline),
    ...policy.assertions.map(assertionOutline),
    ...policy.transitions.map((item) =>
      section(`version of${item.subject === undefined ? '' : ` ${item.subject}`}`, part('day', item.day)),
    ),
  );
}

function enumText(item: Policy['enums'][number]): string {
  const open = item.open ? ' …' : '';
  return `options ${item.id}: ${item.options.join(item.ordered ? ' < ' : ' | ')}${open}`;
}

function facts(head: string, list: readonly Fact[]): readonly Outline[] {
  if (list.length === 0) return [];
  return [section(head, ...list.map((fact) => section(factText(fact), part('default', fact.fallback))))];
}

function factText(fact: FactMeta): string {
  const range = (fact.min ?? fact.max) ? ` ${fact.min ?? ''}..${fact.max ?? ''}` : '';
  return `${fact.id}: ${typeText(fact.type)}${range}${fact.optional ? ' or none' : ''}${by(fact.determiner)}`;
}

function parameterOutline(item: Parameter): Outline {
  const rows = item.rows.map((row) => section('row', part('from', row.from), part('value', row.value)));
  return section(`parameter ${item.id}: ${typeText(item.type)}${by(item.determiner)}`, ...rows);
}

function by(body: string | undefined): string {
  return body === undefined ? '' : ` by ${body}`;
}

function choiceOutline({ id, by, origin, members }: NonNullable<Policy['choices']>[number]): Outline {
  return section(
    `choice ${id}, ${by}${citesText(origin)}`,
    ...members.map((one) =>
      'programme' in one
        ? outline(one.programme)
        : section(`benefit ${one.benefit}`, part('amount', one.amount)),
    ),
  );
}

function procedureOutline(procedure: Procedure): Outline {
  return section(`procedure ${procedure.id}`, ...procedure.steps.map(stepOutline));
}

function stepOutline(step: Step): Outline {
  return section(
    `step ${step.id}${by(step.actor)}, late: ${step.late}${citesText(step.origin)}`,
    part('when', step.when),
    part('needs', step.needs),
    part('lasts', step.lasts),
    step.countedBy === undefined ? undefined : outline(`counted by ${step.countedBy}`),
    step.planned && outline('planned', spanOutline(step.planned)),
    step.during && outline('during', spanOutline(step.during)),
    ...step.due.map(dueOutline),
  );
}

function dueOutline(due: Step['due'][number]): Outline {
  const round = due.round ? ` in the ${due.round} round` : '';
  return section(
    `due ${due.id}${round}${citesText(due.origin)}`,
    spanOutline(due.span),
    ...pausesOutline(due.pauses),
  );
}

function dutyOutline(duty: Policy['duties'][number]): Outline {
  const every = duty.every ? ` every ${duty.every.count} ${duty.every.unit}` : '';
  return section(
    `${duty.kind} ${duty.id}${every}${citesText(duty.origin)}`,
    duty.during && outline('during', spanOutline(duty.during)),
    part('measured on', duty.measuredOn),
    part('when', duty.when),
    part('must', duty.must),
    ...duty.excused.map((e) => part('excused', e)),
    ...duty.due.map(dueOutline),
  );
}

function assertionOutline({ id, claim }: Policy['assertions'][number]): Outline {
  if (claim.k === 'always') return section(`assert ${id}`, part('always', claim.that));
  if (claim.k === 'implies')
    return section(`assert ${id}`, part('when', claim.when), part('then', claim.then));
  const direction = claim.direction === 1 ? 'never falls' : 'never rises';
  return section(`assert ${id}: ${direction}`, part('of', claim.of), part('with', claim.by));
}
