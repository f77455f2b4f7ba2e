import type { Writable } from 'node:stream';
import type { Session } from '../console/session.ts';
import { sinkTo } from '../console/sink.ts';
import type { Entry } from '../decide/entry.ts';
import type { Tally } from '../decide/tally.ts';
import type { PolicyNames } from '../policy/names.ts';
import { Batch } from './batch.ts';

export const outputFormats = ['table', 'json', 'ndjson', 'csv', 'xlsx'] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** Writes entries as they come; `end` closes the document. */
export interface DecisionWriter {
  entry(entry: Entry): Promise<void>;
  end(tally: Tally): Promise<void>;
  /** Lets go of what was written, also when the work breaks off. */
  flush?(): Promise<void>;
}

export interface Destination {
  readonly stream: Writable;
  /** Whether it becomes a file of its own rather than part of a pipe. */
  readonly file: boolean;
}

/** Writers are loaded by format: a table needs no workbook library. */
export async function openWriter(
  format: OutputFormat,
  to: Destination,
  names: PolicyNames,
  session: Session,
): Promise<DecisionWriter> {
  if (format === 'xlsx') return (await import('./xlsx.ts')).xlsxWriter(to.stream, names, session.texts);
  const sink = new Batch(to.file ? sinkTo(to.stream) : session.out);
  return { ...(await textWriter(format, sink, to.file, names, session)), flush: () => sink.flush() };
}

async function textWriter(
  format: Exclude<OutputFormat, 'xlsx'>,
  sink: Batch,
  file: boolean,
  names: PolicyNames,
  session: Session,
): Promise<DecisionWriter> {
  if (format === 'csv') return (await import('./rows.ts')).csvWriter(sink, file, names, session.texts);
  if (format === 'table') return (await import('./rows.ts')).tableWriter(sink, names, session.texts);
  return (await import('./json.ts')).jsonWriter(sink, format);
}
