import type { DutyDecision, DutyState, ProcedureState, StepState } from '../decision.ts';
import { periodsIn } from '../describe/duty.ts';
import type { Id } from '../types.ts';
import type { Block, LetterSection } from './letter.ts';
import { dateText, datesIn } from './spoken.ts';
import { type LetterVoice, reasonTexts } from './voice.ts';

function stepText(step: StepState, voice: LetterVoice): string {
  const { words, nameOf, lang, plain } = voice;
  const due = step.due.find(({ binds }) => binds)?.due ?? null;
  const done = step.state === 'done' || step.state === 'late';
  const reasons = step.reasons.filter(({ kind }) => kind !== 'waiting');
  const parts = [
    words.step(nameOf(step.id), done || step.actor === undefined ? undefined : nameOf(step.actor)),
    done && step.end !== null ? datesIn(plain.words.done(step.start, step.end), lang) : '',
    due === null || done ? '' : words.due(dateText(due, lang)),
    words.stepNote[step.state],
    ...(done ? [] : reasonTexts(reasons, voice)),
  ];
  return words.item(words.joined(parts), step.cites);
}

const isDone = ({ state }: StepState): boolean => state === 'done' || state === 'late';
const isNow = (step: StepState): boolean =>
  !isDone(step) && (step.next || step.state === 'open' || step.state === 'overdue');

/** A procedure: what is done, what is to be done now and by whom, what follows. */
export function procedureSection(procedure: ProcedureState, voice: LetterVoice): LetterSection | null {
  const { words, nameOf } = voice;
  const steps = procedure.steps.filter(({ state }) => state !== 'notApplicable');
  if (steps.length === 0) return null;
  const later = steps.filter((step) => !isDone(step) && !isNow(step));
  const groups: readonly (readonly [string, readonly StepState[]])[] = [
    [words.steps.done, steps.filter(isDone)],
    [words.steps.next, steps.filter(isNow)],
    [words.steps.later, later],
  ];
  const blocks = groups
    .filter(([, of]) => of.length > 0)
    .map(([lead, of]) => ({ heading: '', lead, items: of.map((step) => stepText(step, voice)) }));
  return {
    title: words.procedure(nameOf(procedure.id)),
    verdict: steps.every(isDone) ? words.steps.ended : '',
    blocks,
  };
}

function dutyText(id: Id, duty: DutyDecision, voice: LetterVoice): string {
  const { words, nameOf, lang, plain } = voice;
  const due = duty.due.find(({ binds }) => binds)?.due ?? null;
  const periods = duty.state === 'breached' ? periodsIn(duty.state, duty, plain) : null;
  const excused = duty.excusedBy.map((by) => plain.words.excusedBy(nameOf(by)));
  const parts = [
    words.item(nameOf(id), duty.cites),
    due === null ? '' : words.due(dateText(due, lang)),
    ...excused,
    periods === null ? '' : datesIn(periods, lang),
    ...reasonTexts(duty.reasons, voice),
  ];
  return words.joined(parts);
}

const SHOWN: readonly DutyState[] = ['breached', 'undetermined', 'notDue', 'met'];

/** Duties and targets, those that went wrong first; those out of play are left to the annex. */
export function dutySection(
  duties: { readonly [id: Id]: DutyDecision },
  voice: LetterVoice,
): LetterSection | null {
  const blocks = SHOWN.flatMap((state): readonly Block[] => {
    const of = Object.entries(duties).filter(([, duty]) => duty.state === state);
    const items = of.map(([id, duty]) => dutyText(id, duty, voice));
    return items.length === 0 ? [] : [{ heading: '', lead: voice.words.duty[state], items }];
  });
  return blocks.length === 0 ? null : { title: voice.words.duties, verdict: '', blocks };
}
