import type { WrittenGroup } from '../parquet/write/file.ts';
import type { Brief } from './brief.ts';
import { briefCsv, briefNdjson } from './text.ts';

export const briefFormats = ['csv', 'ndjson', 'parquet'] as const;
export type BriefFormat = (typeof briefFormats)[number];

/** A brief as it stands in a file: lines of text in UTF-8, or a row group. */
export type Written = { readonly lines: Uint8Array } | { readonly group: WrittenGroup };

export type Encode = (brief: Brief) => Written;

export async function encoderFor(format: BriefFormat): Promise<Encode> {
  if (format === 'parquet') {
    const { writtenBrief } = await import('../parquet/write/brief.ts');
    return (brief) => ({ group: writtenBrief(brief) });
  }
  const said = format === 'csv' ? briefCsv : briefNdjson;
  const utf8 = new TextEncoder();
  return (brief) => ({ lines: utf8.encode(said(brief)) });
}
