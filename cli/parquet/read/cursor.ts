/** Bytes read from front to back. Reading beyond their end throws a `RangeError`, which is how damage shows. */
export class Cursor {
  at: number;

  constructor(
    readonly bytes: Uint8Array,
    from = 0,
    readonly end = bytes.length,
  ) {
    this.at = from;
  }

  get left(): number {
    return this.end - this.at;
  }

  byte(): number {
    if (this.at >= this.end) throw new RangeError('the data end too early');
    return this.bytes[this.at++] as number;
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    throw new RangeError('a number is too long');
  }

  uint32(): number {
    const from = this.skip(4);
    const { bytes } = this;
    const low = (bytes[from] as number) | ((bytes[from + 1] as number) << 8);
    return (low | ((bytes[from + 2] as number) << 16) | ((bytes[from + 3] as number) << 24)) >>> 0;
  }

  /** Passes over so many bytes and says where they began. */
  skip(count: number): number {
    const from = this.at;
    if (count < 0 || from + count > this.end) throw new RangeError('the data end too early');
    this.at = from + count;
    return from;
  }

  /** The next bytes, at an address that typed arrays of `width` bytes take. */
  aligned(count: number, width: number): { readonly buffer: ArrayBufferLike; readonly offset: number } {
    const from = this.skip(count * width);
    const offset = this.bytes.byteOffset + from;
    if (offset % width === 0) return { buffer: this.bytes.buffer, offset };
    return { buffer: this.bytes.slice(from, from + count * width).buffer, offset: 0 };
  }
}
