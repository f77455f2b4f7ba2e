import type { Cursor } from './cursor.ts';

type Codes = Uint8Array | Uint16Array | Int32Array;

/**
 * Parquet's mixture of runs and packed bits, as levels, dictionary codes and yes-or-no are written in it, into
 * `out[from … to)`. Width in bits, at most 24.
 */
export function readHybrid(source: Cursor, width: number, out: Codes, from: number, to: number): void {
  if (width > 24) throw new RangeError(`codes of ${width} bits`);
  let at = from;
  while (at < to) {
    const header = source.varint();
    const count = header >>> 1;
    if (count === 0) throw new RangeError('an empty run');
    if ((header & 1) === 0) {
      const end = Math.min(to, at + count);
      out.fill(runValue(source, width), at, end);
      at = end;
    } else at = readPacked(source, width, out, at, to, count);
  }
}

function runValue(source: Cursor, width: number): number {
  let value = 0;
  for (let shift = 0; shift < width; shift += 8) value |= source.byte() << shift;
  return value;
}

/** Groups of eight values, least significant bit first; the last group may be filled up, or cut short at the end of the page. */
function readPacked(
  source: Cursor,
  width: number,
  out: Codes,
  at: number,
  to: number,
  groups: number,
): number {
  const end = Math.min(to, at + groups * 8);
  if (width === 0) {
    out.fill(0, at, end);
    return end;
  }
  const { bytes } = source;
  const size = Math.min(groups * width, source.left);
  const start = source.skip(size);
  if (size * 8 < (end - at) * width) throw new RangeError('the data end too early');
  unpack(bytes, start, width, out, at, end);
  return end;
}

function unpack(bytes: Uint8Array, start: number, width: number, out: Codes, at: number, end: number): void {
  if (width === 1) unpackBits(bytes, start, out, at, end);
  else if (width === 8) for (let i = at, p = start; i < end; i++, p++) out[i] = bytes[p] as number;
  else {
    const mask = (1 << width) - 1;
    let held = 0;
    let bits = 0;
    let p = start;
    for (let i = at; i < end; i++) {
      while (bits < width) {
        held |= (bytes[p++] as number) << bits;
        bits += 8;
      }
      out[i] = held & mask;
      held >>>= width;
      bits -= width;
    }
  }
}

/** Bits, least significant first, as a byte each. */
export function unpackBits(bytes: Uint8Array, start: number, out: Codes, at: number, end: number): void {
  let p = start;
  let i = at;
  for (; i + 8 <= end; i += 8, p++) {
    const byte = bytes[p] as number;
    out[i] = byte & 1;
    out[i + 1] = (byte >> 1) & 1;
    out[i + 2] = (byte >> 2) & 1;
    out[i + 3] = (byte >> 3) & 1;
    out[i + 4] = (byte >> 4) & 1;
    out[i + 5] = (byte >> 5) & 1;
    out[i + 6] = (byte >> 6) & 1;
    out[i + 7] = byte >> 7;
  }
  for (let bit = 0; i < end; i++, bit++) out[i] = ((bytes[p] as number) >> bit) & 1;
}
