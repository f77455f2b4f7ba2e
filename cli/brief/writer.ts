import type { Writable } from 'node:stream';
import type { Sink } from '../console/sink.ts';
import { drained } from '../console/drained.ts';
import { byteOrderMark } from '../write/csv.ts';
import type { Brief } from './brief.ts';
import { briefCsv, briefHeader, briefNdjson } from './text.ts';

export const briefFormats = ['csv', 'ndjson', 'parquet'] as const;
export type BriefFormat = (typeof briefFormats)[number];

/** Writes briefs as they come. */
export interface BriefWriter {
  write(brief: Brief): Promise<void>;
  end(): Promise<void>;
}

/** `file`: whether it becomes a file of its own. Parquet is one always. */
export function textBriefs(sink: Sink, format: 'csv' | 'ndjson', file: boolean): BriefWriter {
  let pending = format === 'csv' ? (file ? byteOrderMark : '') + briefHeader : '';
  const flush = async (text: string): Promise<void> => {
    const all = pending + text;
    pending = '';
    if (all !== '') await sink.write(all);
  };
  return {
    write: (brief) => flush(format === 'csv' ? briefCsv(brief) : briefNdjson(brief)),
    end: () => flush(''),
  };
}

/** Bytes to a stream, no faster than it takes them. */
export async function put(stream: Writable, bytes: Uint8Array): Promise<void> {
  if (!stream.write(bytes)) await drained(stream);
}

export async function parquetBriefs(stream: Writable): Promise<BriefWriter> {
  const { briefSchema, writtenBrief } = await import('../parquet/write/brief.ts');
  const { ParquetOutput } = await import('../parquet/write/file.ts');
  const output = new ParquetOutput(briefSchema, (bytes) => put(stream, bytes));
  return { write: (brief) => output.group(writtenBrief(brief)), end: () => output.end() };
}
