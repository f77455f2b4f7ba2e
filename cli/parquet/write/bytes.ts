/** Bytes of a page, written from front to back. */
export class Bytes {
  #bytes: Uint8Array;
  length = 0;

  constructor(size = 1024) {
    this.#bytes = new Uint8Array(size);
  }

  /** Room for so many more, and where it begins. */
  room(count: number): { readonly bytes: Uint8Array; readonly at: number } {
    const at = this.length;
    if (at + count > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(this.#bytes.length * 2, at + count));
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.length = at + count;
    return { bytes: this.#bytes, at };
  }

  byte(value: number): void {
    const { bytes, at } = this.room(1);
    bytes[at] = value;
  }

  uint32(value: number): void {
    const { bytes, at } = this.room(4);
    for (let i = 0; i < 4; i++) bytes[at + i] = (value >>> (8 * i)) & 0xff;
  }

  varint(value: number): void {
    let left = value;
    while (left > 0x7f) {
      this.byte((left & 0x7f) | 0x80);
      left >>>= 7;
    }
    this.byte(left);
  }

  all(more: Uint8Array): void {
    const { bytes, at } = this.room(more.length);
    bytes.set(more, at);
  }

  done(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }
}

/** Codes of so many bits, as dictionary codes and levels are written: one run where all are alike, else packed bits. */
export function writeHybrid(into: Bytes, codes: Int32Array | Uint8Array, width: number): void {
  const first = codes[0] ?? 0;
  let same = 0;
  while (same < codes.length && codes[same] === first) same++;
  if (same === codes.length) writeRun(into, codes.length, first, width);
  else writePacked(into, codes, width);
}

/** A code that stands in so many rows. */
export function writeRun(into: Bytes, count: number, code: number, width: number): void {
  into.varint(count * 2);
  for (let shift = 0; shift < width; shift += 8) into.byte((code >> shift) & 0xff);
}

function writePacked(into: Bytes, codes: Int32Array | Uint8Array, width: number): void {
  const groups = (codes.length + 7) >> 3;
  into.varint(groups * 2 + 1);
  const { bytes, at } = into.room(groups * width);
  let p = at;
  let held = 0;
  let bits = 0;
  for (let i = 0; i < codes.length; i++) {
    held |= (codes[i] as number) << bits;
    bits += width;
    while (bits >= 8) {
      bytes[p++] = held & 0xff;
      held >>>= 8;
      bits -= 8;
    }
  }
  if (bits > 0) bytes[p++] = held & 0xff;
  bytes.fill(0, p, at + groups * width);
}

/** Bits that hold every code below `size`. */
export const widthFor = (size: number): number => (size <= 1 ? 0 : 32 - Math.clz32(size - 1));
