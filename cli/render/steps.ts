import type { ProcedureState, StepState } from '../../runtime/decision.ts';
import type { Session } from '../console/session.ts';
import type { PolicyNames } from '../policy/names.ts';
import { openText } from './grounds.ts';
import { tableText } from './table.ts';

/** Each procedure as a table: who does what until when, and how it stands. `>` marks what comes next. */
export async function proceduresTable(
  procedures: { readonly [id: string]: ProcedureState },
  names: PolicyNames,
  session: Session,
): Promise<string> {
  const { timeline } = session.texts;
  const columns = [
    '',
    timeline.step,
    timeline.actor,
    timeline.state,
    timeline.due,
    timeline.start,
    timeline.end,
    timeline.note,
    timeline.clauses,
  ];
  const parts: string[] = [];
  for (const [id, { steps }] of Object.entries(procedures)) {
    const rows = steps.map((step) => stepRow(step, names, session));
    const table = await tableText(
      columns.map((title) => ({ title })),
      rows,
    );
    parts.push(`${session.paintOut('bold', names.label(id))}\n${table}`);
  }
  return parts.length > 0 ? parts.join('\n') : `${timeline.none}\n`;
}

function stepRow(step: StepState, names: PolicyNames, { texts }: Session): readonly string[] {
  return [
    step.next ? '>' : '',
    names.label(step.id),
    step.actor === undefined ? '' : names.label(step.actor),
    texts.timeline.states[step.state],
    dueText(step),
    step.start ?? '',
    step.end ?? '',
    noteText(step, names, texts),
    [...new Set([...step.cites, ...step.due.flatMap(({ cites }) => cites)])].join(', '),
  ];
}

/** The date that binds first; where there are others, they stand behind it in brackets. */
function dueText({ due, planned }: StepState): string {
  const binding = due.find(({ binds }) => binds) ?? due[0];
  const others = due.filter((one) => one !== binding && one.due !== null).map((one) => one.due);
  const first = binding?.due ?? planned ?? '';
  return others.length > 0 ? `${first} (${others.join(', ')})` : first;
}

function noteText(step: StepState, names: PolicyNames, texts: Session['texts']): string {
  const waits = step.waitsFor.map((id) => names.label(id));
  const open = openText([...step.reasons, ...step.due.flatMap(({ reasons }) => reasons)], names, texts);
  const paused = step.due.find(({ binds }) => binds)?.paused ?? step.due[0]?.paused;
  const parts = [
    ...(paused === undefined ? [] : [texts.timeline.paused(paused)]),
    ...(waits.length > 0 ? [`${texts.timeline.waitsFor} ${texts.list(waits)}`] : []),
    ...(open ? [open] : []),
  ];
  return parts.join(texts.grounds.between);
}
