import type { BoundPolicy, Events } from '../../runtime/evaluator.ts';
import { describeInputError, InputErrors } from '../../runtime/input/errors.ts';
import { type ExitStatus, exitStatus, Unusable } from '../console/failure.ts';
import type { Session } from '../console/session.ts';
import { deliver } from '../files/deliver.ts';
import type { BindingOptions, OtherRecords } from '../policy/binding.ts';
import { readEvents } from '../policy/events.ts';
import { PolicyNames } from '../policy/names.ts';
import { openPolicy } from '../policy/open.ts';
import { readOne } from '../read/one.ts';
import { type DueDate, dueDatesCalendar } from '../render/calendar.ts';
import { type DuesOf, stepDues } from '../render/due-dates.ts';
import { proceduresTable } from '../render/steps.ts';
import type { TimelineDocument } from '../write/documents.ts';
import type { DataOptions } from './decide.ts';

export interface TimelineOptions extends BindingOptions, OtherRecords, DataOptions {
  readonly applicant?: string;
  readonly ics?: string;
  readonly format?: 'table' | 'json';
}

type Timeline = ReturnType<BoundPolicy['timeline']>;

/** The steps with what they wait for and until when, given what has happened so far. */
export async function run(
  session: Session,
  [policyPath, eventsPath]: readonly [string, string | undefined],
  options: TimelineOptions,
): Promise<ExitStatus> {
  if (eventsPath === '-' && options.applicant === '-') throw new Unusable(session.texts.usage.stdinTwice);
  const opened = await openPolicy(session, policyPath, options);
  if (!opened) return exitStatus.findings;
  const { meta, bound, facts } = opened;
  const events = eventsPath === undefined ? {} : await readEvents(eventsPath, session.texts);
  const applicant =
    options.applicant === undefined
      ? undefined
      : await readOne(session, options.applicant, meta, facts, options);
  const timeline = attempt(session, () => timelineOf(bound, events, applicant?.facts));
  const names = new PolicyNames(meta, session.language);
  const of: DuesOf = { policy: meta.id, who: applicant?.id ?? '', names, texts: session.texts };
  if (options.ics !== undefined) await saveCalendar(session, options.ics, stepDues(timeline.procedures, of));
  await session.out.write(
    options.format === 'json'
      ? `${JSON.stringify(documentOf(timeline), null, 2)}\n`
      : await proceduresTable(timeline.procedures, names, session),
  );
  const { words, nameOf } = names.voice;
  for (const warning of timeline.warnings)
    await session.err.write(`${session.texts.timeline.warning(words.warning(warning, nameOf))}\n`);
  return exitStatus.fine;
}

const documentOf = (timeline: Timeline): TimelineDocument => ({ schema: 'bangfu.timeline/1', ...timeline });

const timelineOf = (
  bound: BoundPolicy,
  events: Events,
  facts: { readonly [fact: string]: unknown } | undefined,
): Timeline => (facts ? bound.timeline(events, facts) : bound.timeline(events));

/** Events or facts that do not fit make the input unreadable. */
function attempt<T>(session: Session, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputErrors)) throw error;
    const lines = error.errors.map((one) => describeInputError(one, session.language));
    throw new Unusable(lines.join('\n'));
  }
}

async function saveCalendar(session: Session, path: string, dues: readonly DueDate[]): Promise<void> {
  if (dues.length > 0) await deliver(session, dueDatesCalendar(dues), path);
  else await session.err.write(`${session.texts.timeline.noDueDates}\n`);
}
