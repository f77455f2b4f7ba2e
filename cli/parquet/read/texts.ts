import { deltaByteArray, deltaLengthByteArray } from 'hyparquet/src/delta.js';
import type { Cursor } from './cursor.ts';
import type { Page } from './pages.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Many texts as bytes in UTF-8, decoded only when asked for. */
export class Texts {
  static readonly none = new Texts(new Uint8Array(0), new Int32Array(0), new Int32Array(0));

  constructor(
    readonly bytes: Uint8Array,
    readonly starts: Int32Array,
    readonly ends: Int32Array,
  ) {}

  /** Each text after its length in four bytes. */
  static plain(values: Cursor, count: number): Texts {
    const starts = new Int32Array(count);
    const ends = new Int32Array(count);
    for (let i = 0; i < count; i++) {
      const length = values.uint32();
      starts[i] = values.skip(length);
      ends[i] = values.at;
    }
    return new Texts(values.bytes, starts, ends);
  }

  static listed(items: readonly Uint8Array[]): Texts {
    const starts = new Int32Array(items.length);
    const ends = new Int32Array(items.length);
    let at = 0;
    for (const [i, item] of items.entries()) {
      starts[i] = at;
      at += item.length;
      ends[i] = at;
    }
    const bytes = new Uint8Array(at);
    for (const [i, item] of items.entries()) bytes.set(item, starts[i]);
    return new Texts(bytes, starts, ends);
  }

  static joined(parts: readonly Texts[]): Texts {
    const [only, ...others] = parts;
    if (only !== undefined && others.length === 0) return only;
    const count = parts.reduce((sum, part) => sum + part.length, 0);
    const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.bytes.length, 0));
    const starts = new Int32Array(count);
    const ends = new Int32Array(count);
    let at = 0;
    let base = 0;
    for (const part of parts) {
      bytes.set(part.bytes, base);
      for (let i = 0; i < part.length; i++, at++) {
        starts[at] = base + (part.starts[i] as number);
        ends[at] = base + (part.ends[i] as number);
      }
      base += part.bytes.length;
    }
    return new Texts(bytes, starts, ends);
  }

  get length(): number {
    return this.starts.length;
  }

  /** Throws a `TypeError` where it is not UTF-8. */
  text(at: number): string {
    return decoder.decode(this.bytes.subarray(this.starts[at], this.ends[at]));
  }

  /** The texts of these places, in this order. */
  at(places: Int32Array): Texts {
    const starts = Int32Array.from(places, (place) => this.starts[place] as number);
    const ends = Int32Array.from(places, (place) => this.ends[place] as number);
    return new Texts(this.bytes, starts, ends);
  }

  /** One text a row where a row has one, nothing in the others. */
  spread(known: Uint8Array): Texts {
    const starts = new Int32Array(known.length);
    const ends = new Int32Array(known.length);
    for (let row = 0, next = 0; row < known.length; row++) {
      if (known[row] === 0) continue;
      starts[row] = this.starts[next] as number;
      ends[row] = this.ends[next++] as number;
    }
    return new Texts(this.bytes, starts, ends);
  }
}

/** The texts of a page that holds them themselves. Throws where it is not well-formed. */
export function readTexts({ encoding, values, count }: Page): Texts {
  if (encoding === 'PLAIN') return Texts.plain(values, count);
  const { bytes, at, left } = values;
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset + at, left), offset: 0 };
  const items = new Array<Uint8Array>(count);
  if (encoding === 'DELTA_LENGTH_BYTE_ARRAY') deltaLengthByteArray(reader, count, items);
  else if (encoding === 'DELTA_BYTE_ARRAY') deltaByteArray(reader, count, items);
  else throw new RangeError(`texts written as ${encoding ?? '?'}`);
  return Texts.listed(items);
}
