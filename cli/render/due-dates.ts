import type { Decision, DeadlineResult, ProcedureState } from '../../runtime/decision.ts';
import type { PolicyNames } from '../policy/names.ts';
import type { Texts } from '../texts/texts.ts';
import type { DueDate } from './calendar.ts';

/** Of which policy, and of whom (`who` may be empty) the last days are. */
export interface DuesOf {
  readonly policy: string;
  readonly who: string;
  readonly names: PolicyNames;
  readonly texts: Texts;
}

type Due = Pick<DeadlineResult, 'id' | 'due' | 'cites' | 'paused'>;

/** The last days of the steps of procedures, those that are settled. */
export function stepDues(procedures: Decision['procedures'], of: DuesOf): readonly DueDate[] {
  const steps = Object.values(procedures).flatMap(({ steps: all }: ProcedureState) => all);
  return steps.flatMap((step) => step.due.flatMap((due) => dueDate(due, of.names.label(step.id), of)));
}

/** What one applicant has to keep: the deadlines of programmes that are still open, and the steps of procedures. */
export function decisionDues({ programmes, procedures }: Decision, of: DuesOf): readonly DueDate[] {
  const open = Object.entries(programmes).flatMap(([id, { outcome, deadlines }]) =>
    outcome === 'ineligible'
      ? []
      : deadlines
          .filter(({ state }) => state === 'open' || state === 'undetermined')
          .flatMap((due) => dueDate(due, `${of.names.label(id)} · ${of.names.label(due.id)}`, of)),
  );
  return [...open, ...stepDues(procedures, of)];
}

function dueDate({ id, due, cites, paused }: Due, name: string, of: DuesOf): readonly DueDate[] {
  const { timeline, list } = of.texts;
  if (due === null) return [];
  const notes = [
    ...(paused === undefined ? [] : [timeline.paused(paused)]),
    ...(cites.length > 0 ? [`${timeline.clauses} ${list(cites)}`] : []),
  ];
  const whose = of.who === '' ? '' : `.${of.who}`;
  return [
    {
      uid: `${of.policy}.${id}${whose}@bangfu`,
      date: due,
      summary: timeline.summary(name),
      description: notes.join('\n'),
    },
  ];
}
