import type { Writable } from 'node:stream';
import { drained } from '../console/drained.ts';
import type { Sink } from '../console/sink.ts';
import { byteOrderMark } from '../write/csv.ts';
import type { Written } from './encode.ts';
import { briefHeader } from './text.ts';

/** Puts encoded briefs one after another, as they come. */
export interface BriefWriter {
  write(written: Written): Promise<void>;
  end(): Promise<void>;
}

/** `file`: whether it becomes a file of its own. Parquet is one always. */
export function textBriefs(sink: Sink, format: 'csv' | 'ndjson', file: boolean): BriefWriter {
  let pending = format === 'csv' ? (file ? byteOrderMark : '') + briefHeader : '';
  const begin = async (): Promise<void> => {
    if (pending !== '') await sink.write(pending);
    pending = '';
  };
  return {
    async write(written) {
      await begin();
      if ('lines' in written && written.lines.length > 0) await sink.write(written.lines);
    },
    end: begin,
  };
}

/** Bytes to a stream, no faster than it takes them. */
export async function put(stream: Writable, bytes: Uint8Array): Promise<void> {
  if (!stream.write(bytes)) await drained(stream);
}

export async function parquetBriefs(stream: Writable): Promise<BriefWriter> {
  const { briefSchema } = await import('../parquet/write/brief.ts');
  const { ParquetOutput } = await import('../parquet/write/file.ts');
  const output = new ParquetOutput(briefSchema, (bytes) => put(stream, bytes));
  return {
    async write(written) {
      if ('group' in written) await output.group(written.group);
    },
    end: () => output.end(),
  };
}
