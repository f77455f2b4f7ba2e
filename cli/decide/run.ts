import type { BoundPolicy } from '../../runtime/evaluator.ts';
import { systemCode, Unusable } from '../console/failure.ts';
import { Progress } from '../console/progress.ts';
import type { Session } from '../console/session.ts';
import { writeStreaming } from '../files/atomic.ts';
import type { PolicyNames } from '../policy/names.ts';
import { ProblemReport } from '../render/problems.ts';
import type { DecisionWriter } from '../write/decision-writer.ts';
import { type Destination, isTabled, openWriter, type OutputFormat } from '../write/writer.ts';
import type { TabledEntry } from './entry.ts';
import { decideRegister, type OpenRows } from './register.ts';
import { summaryText } from './summary.ts';
import { Tally } from './tally.ts';

export interface Job {
  readonly session: Session;
  readonly bound: BoundPolicy;
  readonly names: PolicyNames;
  readonly open: OpenRows;
  /** The entries for tables, where they are made in a way of their own. Taken once. */
  readonly tabled: (() => AsyncIterable<TabledEntry>) | null;
  readonly path: string;
  readonly format: OutputFormat;
}

/** Decides a register and writes the decisions, to the file or to standard output. */
export async function decideTo(job: Job, out: string | undefined): Promise<Tally> {
  const { session } = job;
  if (out === undefined) return decideInto(job, { stream: process.stdout, file: false });
  try {
    const tally = await writeStreaming(out, (stream) => decideInto(job, { stream, file: true }));
    await session.err.write(`${session.texts.files.written(out)}\n`);
    return tally;
  } catch (error) {
    if (error instanceof Unusable) throw error;
    throw new Unusable(session.texts.files.unwritable(out, systemCode(error)));
  }
}

async function decideInto(job: Job, to: Destination): Promise<Tally> {
  const { session, bound, open, tabled, names, format } = job;
  const progress = new Progress(session, session.texts.decide.progress);
  if (tabled !== null && isTabled(format))
    return writeAll(job, progress, tabled(), await openWriter(format, to, names, session));
  const entries = decideRegister(bound, open, session.language, (count) => progress.at(count));
  return writeAll(job, progress, entries, await openWriter(format, to, names, session));
}

async function writeAll<Said extends TabledEntry>(
  { session, names, format, path }: Job,
  progress: Progress,
  entries: AsyncIterable<Said>,
  writer: DecisionWriter<Said>,
): Promise<Tally> {
  const tally = new Tally();
  const problems = new ProblemReport(session, path);
  try {
    for await (const entry of entries) {
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

async function take(
  entry: TabledEntry,
  tally: Tally,
  problems: ProblemReport,
  progress: Progress,
): Promise<void> {
  if (entry.kind === 'decided') tally.add(entry.decision);
  else {
    tally.unreadable++;
    await progress.clear();
    await problems.add(entry);
  }
  await progress.at(tally.rows);
}
