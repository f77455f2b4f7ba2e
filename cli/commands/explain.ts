import type { Decision } from '../../runtime/decision.ts';
import { describeText } from '../../runtime/describe/describe.ts';
import type { BoundPolicy, Events } from '../../runtime/evaluator.ts';
import { InputErrors } from '../../runtime/input/errors.ts';
import { writeLetter } from '../../runtime/letter/write.ts';
import type { FactMeta, PolicyMeta } from '../../runtime/types.ts';
import { type ExitStatus, exitStatus, systemCode, Unusable } from '../console/failure.ts';
import { Progress } from '../console/progress.ts';
import type { Session } from '../console/session.ts';
import { problemsIn } from '../decide/entry.ts';
import { type Company, decideMember } from '../decide/member.ts';
import { decideRegister } from '../decide/register.ts';
import { spoolStdin } from '../decide/stdin.ts';
import { explainCode, isCode } from '../explain/code.ts';
import { deliver } from '../files/deliver.ts';
import {
  type ExplainFormat,
  explainFormat,
  isLetter,
  type LetterFormat,
  renderLetter,
} from '../letter/formats.ts';
import { type Addressed, isFolder, writeLetters } from '../letter/register.ts';
import type { BindingOptions, OtherRecords } from '../policy/binding.ts';
import { readEvents } from '../policy/events.ts';
import { PolicyNames } from '../policy/names.ts';
import { openPolicy } from '../policy/open.ts';
import { type Applicant, type Applicants, openApplicants } from '../read/applicants.ts';
import { type OneOptions, readOne } from '../read/one.ts';
import { dueDatesCalendar } from '../render/calendar.ts';
import { decisionDues } from '../render/due-dates.ts';
import { ProblemReport } from '../render/problems.ts';
import type { Texts } from '../texts/texts.ts';
import type { DecidedRow } from '../write/documents.ts';

export interface ExplainOptions extends BindingOptions, OtherRecords, OneOptions {
  readonly events?: string;
  readonly register?: string;
  readonly format?: ExplainFormat;
  readonly out?: string;
}

interface Job {
  readonly session: Session;
  readonly meta: PolicyMeta;
  readonly facts: readonly FactMeta[];
  readonly bound: BoundPolicy;
  readonly events: Events | undefined;
  readonly options: ExplainOptions;
  readonly path: string;
  /** Where standard input was kept, which may have to be read twice. */
  readonly spooled: string | undefined;
}

/**
 * One applicant's decision in full: every rule with its clause, or the letter that is handed over; or a letter for each. With the
 * code of a finding alone: what it means.
 */
export async function run(
  session: Session,
  [policyPath, given]: readonly [string, string | undefined],
  options: ExplainOptions,
): Promise<ExitStatus> {
  const { texts } = session;
  if (given === undefined && isCode(policyPath)) return explainCode(session, policyPath);
  const path = given ?? missing(texts);
  const inputs = [path, options.events, options.register].filter((one) => one === '-');
  if (inputs.length > 1) throw new Unusable(texts.usage.stdinTwice);
  const format = explainFormat(options.format, options.out);
  if (format === 'docx' && options.out === undefined) throw new Unusable(texts.usage.docxNeedsOut);
  const opened = await openPolicy(session, policyPath, options);
  if (!opened) return exitStatus.findings;
  const { meta, bound, facts } = opened;
  const events = options.events === undefined ? undefined : await readEvents(options.events, texts);
  const kept = path === '-' ? await spoolStdin() : null;
  try {
    const job = { session, meta, facts, bound, events, options, path, spooled: kept?.path };
    const toAll = isLetter(format) && (await wantsAll(job)) ? format : null;
    return toAll === null ? await explainOne(job, format) : await explainAll(job, toAll);
  } finally {
    await kept?.remove();
  }
}

const open = ({ session: { texts }, meta, facts, options, path, spooled }: Job): Promise<Applicants> => {
  const source = { path: spooled ?? path, shown: path, format: options.input, sheet: options.sheet };
  return openApplicants({
    source,
    meta,
    facts,
    wishes: { id: options.id, ignore: options.ignore ?? [] },
    texts,
  });
};

/** Letters go to everybody where nobody is singled out and there are several, or a folder to put them in. */
async function wantsAll(job: Job): Promise<boolean> {
  const { row, who, out } = job.options;
  if (row !== undefined || who !== undefined || out === undefined) return false;
  if (await isFolder(out)) return true;
  let count = 0;
  for await (const _ of (await open(job)).rows) if (++count > 1) return true;
  return false;
}

async function explainOne(job: Job, format: ExplainFormat): Promise<ExitStatus> {
  const { session, meta, facts, bound, events, options, path } = job;
  const applicant = await readOne(session, path, meta, facts, options, job.spooled);
  const problems = new ProblemReport(session, options.register ?? path);
  try {
    const company = bound.selects ? await companyOf(job, applicant) : null;
    const decision = company
      ? await decideMember(bound, applicant, events, company, problems, session.language)
      : bound.decide(applicant.facts, events);
    await problems.end();
    await deliver(session, await rendered(decision, meta, applicant, format, session), options.out);
    return problems.count > 0 ? exitStatus.findings : exitStatus.fine;
  } catch (error) {
    if (!(error instanceof InputErrors)) throw error;
    const { paintErr, texts, language } = session;
    for (const { message } of problemsIn(error, language))
      await session.err.write(`${paintErr('red', texts.data.row(path, applicant.row))} ${message}\n`);
    return exitStatus.findings;
  }
}

/** The register named, in which the applicant is known by id; else the file that the applicant was taken from. */
async function companyOf(job: Job, { row, id }: Applicant): Promise<Company> {
  const { register } = job.options;
  if (register === undefined)
    return { rows: (await open(job)).rows, isSame: (other) => other.row === row, mayBeAlone: false };
  const { rows } = await open({ ...job, path: register, spooled: undefined });
  return { rows, isSame: (other) => id !== '' && other.id === id, mayBeAlone: true };
}

async function explainAll(job: Job, format: LetterFormat): Promise<ExitStatus> {
  const { session, meta, options, path } = job;
  const { texts, language } = session;
  const { out = '' } = options;
  if (options.register !== undefined) throw new Unusable(texts.usage.registerForOne);
  const problems = new ProblemReport(session, path);
  const progress = new Progress(session, texts.decide.lettersProgress);
  const entries = decidedRows(job, problems, progress);
  const letterOf = ({ decision, id }: Addressed) => writeLetter(decision, meta, language, id);
  try {
    const count = await writeLetters({ entries, letterOf, format, out });
    await progress.clear();
    await problems.end();
    await session.err.write(`${texts.decide.letters(count, out)}\n`);
  } catch (error) {
    await progress.clear();
    throw unwritable(session, out, error);
  }
  return problems.count > 0 ? exitStatus.findings : exitStatus.fine;
}

async function* decidedRows(
  job: Job,
  problems: ProblemReport,
  progress: Progress,
): AsyncGenerator<Addressed> {
  const { session, bound, events } = job;
  const rows = async () => (await open(job)).rows;
  const seen = (count: number): Promise<void> => progress.at(count);
  let count = 0;
  for await (const entry of decideRegister(bound, rows, session.language, seen, events)) {
    if (entry.kind === 'unread') {
      await progress.clear();
      await problems.add(entry);
    } else yield entry;
    await progress.at(++count);
  }
}

async function rendered(
  decision: Decision,
  meta: PolicyMeta,
  { row, id }: Applicant,
  format: ExplainFormat,
  { language, texts }: Session,
): Promise<string | Uint8Array> {
  if (format === 'text') return describeText(decision, meta, language);
  if (isLetter(format)) return renderLetter(writeLetter(decision, meta, language, id), format);
  if (format === 'ics') {
    const names = new PolicyNames(meta, language);
    const dues = decisionDues(decision, { policy: meta.id, who: id, names, texts });
    if (dues.length === 0) throw new Unusable(texts.timeline.noDueDates);
    return dueDatesCalendar(dues);
  }
  const shape: DecidedRow = { row, ...(id ? { id } : {}), decision };
  return `${JSON.stringify(shape, null, 2)}\n`;
}

/** Faults of the file system are the user's to mend; others are thrown as they are. */
const unwritable = ({ texts }: Session, out: string, error: unknown): Unusable =>
  new Unusable(texts.files.unwritable(out, systemCode(error)));

function missing({ usage }: Texts): never {
  throw new Unusable(usage.missingArgument('data'));
}
