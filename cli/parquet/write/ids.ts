import type { IdBytes } from '../../brief/brief.ts';
import { Bytes } from './bytes.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });
const encoder = new TextEncoder();

/** Bytes from here on may be spaces of some script, or of a text that is not UTF-8. */
const BEYOND_ASCII = 0x80;
const SPACE = 0x20;

/** Ids of the lines as Parquet writes texts one after another, copied where nothing of them is to be changed. */
export const idBytes = (ids: IdBytes, lines: number): Uint8Array => ids.guarded(() => copied(ids, lines));

function copied({ texts, places }: IdBytes, lines: number): Uint8Array {
  const { bytes: from, starts, ends } = texts;
  const into = new Bytes(lines * 16);
  for (let line = 0; line < lines; line++) {
    const place = places === null ? line : (places[line] as number);
    const start = place < 0 ? 0 : (starts[place] as number);
    const end = place < 0 ? 0 : (ends[place] as number);
    const { bytes, at } = into.room(end - start + 4);
    let isPlain = end === start || ((from[start] as number) > SPACE && (from[end - 1] as number) > SPACE);
    for (let i = start, to = at + 4; i < end; i++, to++) {
      const byte = from[i] as number;
      if (byte >= BEYOND_ASCII) isPlain = false;
      bytes[to] = byte;
    }
    if (isPlain) putLength(bytes, at, end - start);
    else putTrimmed(into, at, from.subarray(start, end));
  }
  return into.done();
}

function putLength(bytes: Uint8Array, at: number, length: number): void {
  bytes[at] = length & 0xff;
  bytes[at + 1] = (length >>> 8) & 0xff;
  bytes[at + 2] = (length >>> 16) & 0xff;
  bytes[at + 3] = length >>> 24;
}

/** Without the spaces about it. Throws a `TypeError` where it is not UTF-8. */
function putTrimmed(into: Bytes, at: number, text: Uint8Array): void {
  into.length = at;
  const trimmed = encoder.encode(decoder.decode(text).trim());
  into.uint32(trimmed.length);
  into.all(trimmed);
}
