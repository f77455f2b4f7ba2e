import type { Writable } from 'node:stream';
import type { Session } from '../console/session.ts';
import { sinkTo } from '../console/sink.ts';
import type { TabledEntry } from '../decide/entry.ts';
import type { PolicyNames } from '../policy/names.ts';
import { Batch } from './batch.ts';
import type { DecisionWriter } from './decision-writer.ts';

export const outputFormats = ['table', 'json', 'ndjson', 'csv', 'xlsx'] as const;
export type OutputFormat = (typeof outputFormats)[number];

export interface Destination {
  readonly stream: Writable;
  /** Whether it becomes a file of its own rather than part of a pipe. */
  readonly file: boolean;
}

/** Formats that have a line for each programme, and the whole of a decision in none. */
export const tabledFormats = ['table', 'csv', 'xlsx'] as const;
export type TabledFormat = (typeof tabledFormats)[number];

export const isTabled = (format: OutputFormat): format is TabledFormat =>
  tabledFormats.some((one) => one === format);

/** Writers are loaded by format: a table needs no workbook library. */
export function openWriter(
  format: TabledFormat,
  to: Destination,
  names: PolicyNames,
  session: Session,
): Promise<DecisionWriter<TabledEntry>>;
export function openWriter(
  format: OutputFormat,
  to: Destination,
  names: PolicyNames,
  session: Session,
): Promise<DecisionWriter>;
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
