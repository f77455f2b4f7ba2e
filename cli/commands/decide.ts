import { extname } from 'node:path';
import type { Policy } from '../../compiler/index.ts';
import type { BoundPolicy } from '../../runtime/evaluator.ts';
import type { Id } from '../../runtime/types.ts';
import { columnsFor, decideRows } from '../brief/decide.ts';
import { type BriefFormat, briefFormats, encoderFor } from '../brief/encode.ts';
import { openParts } from '../brief/open.ts';
import { writeBriefs } from '../brief/run.ts';
import { type ExitStatus, exitStatus, systemCode, Unusable } from '../console/failure.ts';
import { Progress } from '../console/progress.ts';
import type { Session } from '../console/session.ts';
import type { Entry } from '../decide/entry.ts';
import { decideRegister, type OpenRows } from '../decide/register.ts';
import { spoolStdin } from '../decide/stdin.ts';
import { summaryText } from '../decide/summary.ts';
import { Tally } from '../decide/tally.ts';
import { writeStreaming } from '../files/atomic.ts';
import type { BindingOptions, OtherRecords } from '../policy/binding.ts';
import { PolicyNames } from '../policy/names.ts';
import { type OpenPolicy, openPolicy } from '../policy/open.ts';
import { type Applicant, openApplicants } from '../read/applicants.ts';
import type { InputFormat } from '../read/open.ts';
import { ProblemReport } from '../render/problems.ts';
import type { DecisionWriter } from '../write/decision-writer.ts';
import { type OutputFormat, openWriter, outputFormats } from '../write/writer.ts';

export interface DataOptions {
  readonly input?: InputFormat;
  readonly sheet?: string;
  readonly id?: string;
  readonly ignore?: readonly string[];
}

export interface DecideOptions extends BindingOptions, OtherRecords, DataOptions {
  readonly out?: string;
  readonly format?: OutputFormat | 'parquet';
  readonly brief?: boolean;
}

interface Job {
  readonly session: Session;
  readonly bound: BoundPolicy;
  readonly names: PolicyNames;
  readonly open: OpenRows;
  readonly path: string;
  readonly format: OutputFormat;
}

/** Decides a register and writes the decisions as they come. */
export async function run(
  session: Session,
  [policyPath, data]: readonly [string, string | undefined],
  options: DecideOptions,
): Promise<ExitStatus> {
  const opened = await openPolicy(session, policyPath, options);
  if (!opened) return exitStatus.findings;
  const { policy, meta, bound, facts } = opened;
  const format = formatFor(session, options);
  const names = new PolicyNames(meta, session.language, tierRows(policy));
  const spooled = data === '-' && (bound.selects || options.input === 'parquet') ? await spoolStdin() : null;
  try {
    const open = opener(session, data, spooled?.path, { meta, facts }, options);
    if (format === 'brief')
      return await brief(opened, { session, names, open, data, spooled: spooled?.path }, options);
    const tally = await decideTo({ session, bound, names, open, path: data ?? '', format }, options.out);
    return tally.unreadable > 0 ? exitStatus.findings : exitStatus.fine;
  } finally {
    await spooled?.remove();
  }
}

const tierRows = ({ programmes }: Policy): readonly Id[] =>
  programmes.flatMap(({ tier }) => tier?.table.rows.map(({ id }) => id) ?? []);

/** Parquet holds briefs always, other formats where that is asked for. */
function formatFor({ texts }: Session, { format, out, brief }: DecideOptions): OutputFormat | 'brief' {
  const named = out === undefined ? undefined : extname(out).toLowerCase().slice(1);
  const said = format ?? (named === 'jsonl' ? 'ndjson' : named);
  if (brief || said === 'parquet') return 'brief';
  const chosen = outputFormats.find((one) => one === said) ?? 'table';
  if (chosen === 'xlsx' && out === undefined) throw new Unusable(texts.decide.xlsxNeedsOut);
  return chosen;
}

function briefFormat({ texts }: Session, { format, out }: DecideOptions): BriefFormat {
  const named = out === undefined ? 'csv' : extname(out).toLowerCase().slice(1);
  const said = format ?? (named === 'jsonl' ? 'ndjson' : named);
  const found = briefFormats.find((one) => one === said);
  if (found !== undefined) return found;
  if (format === undefined) return 'csv';
  throw new Unusable(texts.usage.notAChoice(format, '--brief --format', briefFormats));
}

interface BriefAround {
  readonly session: Session;
  readonly names: PolicyNames;
  readonly open: OpenRows;
  readonly data: string | undefined;
  readonly spooled: string | undefined;
}

/** Only what is decided, without the reasons: by columns where that comes to the same. */
async function brief(opened: OpenPolicy, around: BriefAround, options: DecideOptions): Promise<ExitStatus> {
  const { session, names, open, data, spooled } = around;
  const { policy, bound, binding, subject, meta, facts } = opened;
  const { texts } = session;
  const label = (id: Id): string => names.label(id);
  const columns = data === undefined ? null : columnsFor(policy, bound, binding, subject);
  const source = {
    path: spooled ?? data ?? '',
    shown: data ?? '',
    format: options.input,
    sheet: options.sheet,
  };
  const wishes = { id: options.id, ignore: options.ignore ?? [] };
  const from = { source, meta, facts, wishes, texts };
  const format = briefFormat(session, options);
  const byColumns = columns && (await openParts({ opened, columns, names, from, format }));
  if (byColumns && byColumns.unused.length > 0) await sayUnused(session, source.shown, byColumns.unused);
  const progress = new Progress(session, texts.decide.progress);
  const encode = await encoderFor(format);
  const parts =
    byColumns?.parts ?? decideRows(policy, bound, open, from, label, encode, (count) => progress.at(count));
  const duties = new Set(policy.duties.map(({ id }) => id));
  const unread = await writeBriefs(
    { session, names, duties, path: source.shown, format, parts },
    options.out,
  );
  return unread > 0 ? exitStatus.findings : exitStatus.fine;
}

async function sayUnused(session: Session, path: string, unused: readonly string[]): Promise<void> {
  await session.err.write(`${session.paintErr('dim', session.texts.data.unusedColumns(path, unused))}\n`);
}

/** How to open the applicants; without data there is one record that knows nothing, for policies of circumstances alone. */
function opener(
  session: Session,
  path: string | undefined,
  spooled: string | undefined,
  { meta, facts }: Pick<OpenPolicy, 'meta' | 'facts'>,
  options: DecideOptions,
): OpenRows {
  if (path === undefined) {
    if (facts.length > 0) throw new Unusable(session.texts.decide.needsData);
    return async () => onlyCircumstances();
  }
  let said = false;
  return async () => {
    const source = { path: spooled ?? path, shown: path, format: options.input, sheet: options.sheet };
    const wishes = { id: options.id, ignore: options.ignore ?? [] };
    const { rows, unused } = await openApplicants({ source, meta, facts, wishes, texts: session.texts });
    if (unused.length > 0 && !said) await sayUnused(session, path, unused);
    said = true;
    return rows;
  };
}

async function* onlyCircumstances(): AsyncGenerator<Applicant> {
  yield { kind: 'applicant', row: 1, id: '', facts: {} };
}

async function decideTo(job: Job, out: string | undefined): Promise<Tally> {
  const { session, names, format } = job;
  if (out === undefined)
    return decideInto(job, await openWriter(format, { stream: process.stdout, file: false }, names, session));
  try {
    const tally = await writeStreaming(out, async (stream) =>
      decideInto(job, await openWriter(format, { stream, file: true }, names, session)),
    );
    await session.err.write(`${session.texts.files.written(out)}\n`);
    return tally;
  } catch (error) {
    if (error instanceof Unusable) throw error;
    throw new Unusable(session.texts.files.unwritable(out, systemCode(error)));
  }
}

async function decideInto(job: Job, writer: DecisionWriter): Promise<Tally> {
  const { session, bound, open, names, format } = job;
  const tally = new Tally();
  const problems = new ProblemReport(session, job.path);
  const progress = new Progress(session, session.texts.decide.progress);
  try {
    for await (const entry of decideRegister(bound, open, session.language, (count) => progress.at(count))) {
      await take(entry, tally, problems, progress);
      await writer.entry(entry);
    }
    await writer.end(tally);
  } finally {
    await progress.clear();
    await writer.flush?.();
  }
  await problems.end();
  // A table of cells has no room for totals; the other formats carry them.
  if (format === 'csv') await session.err.write(summaryText(tally, names, session.texts));
  return tally;
}

async function take(entry: Entry, tally: Tally, problems: ProblemReport, progress: Progress): Promise<void> {
  if (entry.kind === 'decided') tally.add(entry.decision);
  else {
    tally.unreadable++;
    await progress.clear();
    await problems.add(entry);
  }
  await progress.at(tally.rows);
}
