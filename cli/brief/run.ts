import { systemCode, Unusable } from '../console/failure.ts';
import { Progress } from '../console/progress.ts';
import type { Session } from '../console/session.ts';
import { sinkTo } from '../console/sink.ts';
import { summaryText } from '../decide/summary.ts';
import type { Totals } from '../decide/tally.ts';
import { writeStreaming } from '../files/atomic.ts';
import type { PolicyNames } from '../policy/names.ts';
import { ProblemReport } from '../render/problems.ts';
import type { BriefFormat } from './encode.ts';
import type { BriefPart } from './part.ts';
import { addCounts, type BriefCounts, noCounts, summaryOf } from './totals.ts';
import { type BriefWriter, parquetBriefs, textBriefs } from './writer.ts';

export interface BriefJob {
  readonly session: Session;
  readonly names: PolicyNames;
  /** Ids of the policy's duties, whose lines are counted apart. */
  readonly duties: ReadonlySet<string>;
  /** Of the data, for messages. */
  readonly path: string;
  readonly format: BriefFormat;
  /** Taken once. */
  readonly parts: AsyncIterable<BriefPart>;
}

/** Writes all briefs, to the file or to standard output, and says the totals; gives how many rows could not be read. */
export async function writeBriefs(job: BriefJob, out: string | undefined): Promise<number> {
  const { session, format } = job;
  if (out === undefined) {
    if (format === 'parquet') throw new Unusable(session.texts.decide.parquetNeedsOut);
    return writeAll(job, textBriefs(session.out, format, false));
  }
  try {
    const unread = await writeStreaming(out, async (stream) =>
      writeAll(
        job,
        format === 'parquet' ? await parquetBriefs(stream) : textBriefs(sinkTo(stream), format, true),
      ),
    );
    await session.err.write(`${session.texts.files.written(out)}\n`);
    return unread;
  } catch (error) {
    if (error instanceof Unusable || !(error instanceof Error) || !('syscall' in error)) throw error;
    throw new Unusable(session.texts.files.unwritable(out, systemCode(error)));
  }
}

async function writeAll({ session, path, parts, ...job }: BriefJob, writer: BriefWriter): Promise<number> {
  const problems = new ProblemReport(session, path);
  const progress = new Progress(session, session.texts.decide.progress);
  const counts = noCounts();
  let unreadable = 0;
  try {
    for await (const part of parts) {
      const { written, unread } = part;
      if (unread.length > 0) await progress.clear();
      for (const one of unread) await problems.add(one);
      unreadable += unread.length;
      addCounts(counts, part.counts);
      await writer.write(written);
      await progress.now(counts.rows);
    }
    await writer.end();
  } finally {
    await progress.clear();
  }
  await problems.end();
  await session.err.write(summaryText(totalsOf(counts, unreadable, job.duties), job.names, session.texts));
  return unreadable;
}

const totalsOf = (counts: BriefCounts, unreadable: number, duties: ReadonlySet<string>): Totals => ({
  rows: counts.rows,
  unreadable,
  summary: () => summaryOf(counts, duties),
});
