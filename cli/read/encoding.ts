import { TextDecoder } from 'node:util';
import { UnreadableData } from './record.ts';

type Chunks = AsyncIterable<Uint8Array>;

/**
 * Text of a byte stream in UTF-8 (with or without its mark), UTF-16 LE (with it: what spreadsheets call Unicode
 * text) or GB18030, which is told from UTF-8 by the first bytes beyond ASCII that are not well-formed.
 */
export async function* decodeText(bytes: Chunks): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let waiting: Uint8Array = new Uint8Array(0);
  let offset = 0;
  for await (const chunk of bytes) {
    waiting = waiting.length > 0 ? Buffer.concat([waiting, chunk]) : chunk;
    // ASCII is the same in every encoding meant here and decides nothing.
    if (!decoder && !isAscii(waiting)) {
      if (waiting.length < enough) continue;
      decoder = decoderFor(waiting);
    }
    yield decoder ? decodeChunk(decoder, waiting, offset) : ascii.decode(waiting);
    offset += waiting.length;
    waiting = new Uint8Array(0);
  }
  decoder ??= decoderFor(waiting);
  yield decodeChunk(decoder, waiting, offset) + decodeEnd(decoder, offset + waiting.length);
}

/** Bytes beyond ASCII are judged together with this many of their neighbours. */
const enough = 64 * 1024;
const ascii = new TextDecoder('utf-8');

const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);

function decoderFor(bytes: Uint8Array): TextDecoder {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  return new TextDecoder(decodes('utf-8', bytes) ? 'utf-8' : 'gb18030', { fatal: true });
}

function decodeChunk(decoder: TextDecoder, chunk: Uint8Array, offset: number): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    throw new UnreadableData({ why: 'encoding', byte: offset + firstBadByte(decoder.encoding, chunk) });
  }
}

function decodeEnd(decoder: TextDecoder, offset: number): string {
  try {
    return decoder.decode();
  } catch {
    throw new UnreadableData({ why: 'encoding', byte: offset });
  }
}

/**
 * Halving finds the longest prefix that decodes. A character that began in the chunk before is passed over in
 * UTF-8; in GB18030 its end cannot be told, and the place is that of the chunk. Only for the message.
 */
function firstBadByte(encoding: string, chunk: Uint8Array): number {
  const begun = encoding === 'utf-8' ? chunk.findIndex((byte) => (byte & 0xc0) !== 0x80) : 0;
  const start = Math.max(0, begun);
  return start + firstBadIn(encoding, chunk.subarray(start));
}

function firstBadIn(encoding: string, chunk: Uint8Array): number {
  let good = 0;
  let bad = chunk.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(encoding, chunk.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function decodes(encoding: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
