import { extname } from 'node:path';
import type { Policy } from '../../compiler/index.ts';
import type { Id } from '../../runtime/types.ts';
import { openBatches } from '../brief/batches.ts';
import { columnsFor, decideRows } from '../brief/decide.ts';
import { type BriefFormat, briefFormats, encoderFor } from '../brief/encode.ts';
import { openParts } from '../brief/open.ts';
import { writeBriefs } from '../brief/run.ts';
import { type ExitStatus, exitStatus, Unusable } from '../console/failure.ts';
import { Progress } from '../console/progress.ts';
import type { Session } from '../console/session.ts';
import { Explainer } from '../decide/explained.ts';
import type { OpenRows } from '../decide/register.ts';
import { decideTo, type Job } from '../decide/run.ts';
import { spoolStdin } from '../decide/stdin.ts';
import type { BindingOptions, OtherRecords } from '../policy/binding.ts';
import { PolicyNames } from '../policy/names.ts';
import { type OpenPolicy, openPolicy } from '../policy/open.ts';
import { type Applicant, type ApplicantSource, openApplicants } from '../read/applicants.ts';
import type { InputFormat } from '../read/open.ts';
import { isTabled, type OutputFormat, outputFormats } from '../write/writer.ts';

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

/** Decides a register and writes the decisions as they come. */
export async function run(
  session: Session,
  [policyPath, data]: readonly [string, string | undefined],
  options: DecideOptions,
): Promise<ExitStatus> {
  const opened = await openPolicy(session, policyPath, options);
  if (!opened) return exitStatus.findings;
  const { policy, meta, bound } = opened;
  const format = formatFor(session, options);
  const names = new PolicyNames(meta, session.language, tierRows(policy));
  const spooled = data === '-' && (bound.selects || options.input === 'parquet') ? await spoolStdin() : null;
  try {
    const open = opener(session, data, spooled?.path, opened, options);
    if (format === 'brief')
      return await brief(opened, { session, names, open, data, spooled: spooled?.path }, options);
    const tabled = tabledEntries(opened, session, format, data, spooled?.path, options);
    const job = { session, bound, names, open, tabled, path: data ?? '', format };
    const tally = await decideTo(job, options.out);
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
  const { policy, bound, binding, subject } = opened;
  const { texts } = session;
  const label = (id: Id): string => names.label(id);
  const columns = data === undefined ? null : columnsFor(policy, bound, binding, subject);
  const from = sourceOf(opened, session, data ?? '', spooled, options);
  const path = data ?? '';
  const format = briefFormat(session, options);
  const byColumns = columns && (await openParts({ opened, columns, names, from, format }));
  if (byColumns && byColumns.unused.length > 0) await sayUnused(session, path, byColumns.unused);
  const progress = new Progress(session, texts.decide.progress);
  const encode = await encoderFor(format);
  const parts =
    byColumns?.parts ?? decideRows(policy, bound, open, from, label, encode, (count) => progress.at(count));
  const duties = new Set(policy.duties.map(({ id }) => id));
  const unread = await writeBriefs({ session, names, duties, path, format, parts }, options.out);
  return unread > 0 ? exitStatus.findings : exitStatus.fine;
}

const sourceOf = (
  { meta, facts }: Pick<OpenPolicy, 'meta' | 'facts'>,
  { texts }: Session,
  path: string,
  spooled: string | undefined,
  { input, sheet, id, ignore = [] }: DecideOptions,
): ApplicantSource => ({
  source: { path: spooled ?? path, shown: path, format: input, sheet },
  meta,
  facts,
  wishes: { id, ignore },
  texts,
});

/** So many rows are explained together: those that wait for them at the end of a pipe do not wait long. */
const TOGETHER = 4_096;

/** For tables: as much of decisions as they say, where that is quicker made. */
function tabledEntries(
  opened: OpenPolicy,
  session: Session,
  format: OutputFormat,
  path: string | undefined,
  spooled: string | undefined,
  options: DecideOptions,
): Job['tabled'] {
  const { policy, bound, binding, subject } = opened;
  const explainer =
    path === undefined || !isTabled(format) ? null : Explainer.of(policy, bound, binding, subject);
  if (explainer === null || path === undefined || subject === undefined) return null;
  const from = sourceOf(opened, session, path, spooled, options);
  return async function* entries() {
    const { batches, unused } = await openBatches(from, subject, TOGETHER);
    if (unused.length > 0) await sayUnused(session, path, unused);
    for await (const batch of batches) yield* explainer.entries(batch);
  };
}

async function sayUnused(session: Session, path: string, unused: readonly string[]): Promise<void> {
  await session.err.write(`${session.paintErr('dim', session.texts.data.unusedColumns(path, unused))}\n`);
}

/** How to open the applicants; without data there is one record that knows nothing, for policies of circumstances alone. */
function opener(
  session: Session,
  path: string | undefined,
  spooled: string | undefined,
  opened: Pick<OpenPolicy, 'meta' | 'facts'>,
  options: DecideOptions,
): OpenRows {
  if (path === undefined) {
    if (opened.facts.length > 0) throw new Unusable(session.texts.decide.needsData);
    return async () => onlyCircumstances();
  }
  let said = false;
  return async () => {
    const { rows, unused } = await openApplicants(sourceOf(opened, session, path, spooled, options));
    if (unused.length > 0 && !said) await sayUnused(session, path, unused);
    said = true;
    return rows;
  };
}

async function* onlyCircumstances(): AsyncGenerator<Applicant> {
  yield { kind: 'applicant', row: 1, id: '', facts: {} };
}
