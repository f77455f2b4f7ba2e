import { deltaBinaryUnpack } from 'hyparquet/src/delta.js';
import { byteStreamSplit } from 'hyparquet/src/encoding.js';
import type { Cursor } from './cursor.ts';
import type { Page } from './pages.ts';
import type { Physical } from './physical.ts';

type Numbers = Int32Array | Float64Array;

export interface NumberLayout {
  readonly type: Exclude<Physical, 'BOOLEAN' | 'BYTE_ARRAY'>;
  /** Bytes of a value of fixed length. */
  readonly width: number;
}

/** The values of a page that holds numbers themselves. Throws where it is not well-formed. */
export function readNumbers({ encoding, values, count }: Page, layout: NumberLayout): Numbers {
  if (encoding === 'PLAIN') return readPlainNumbers(values, layout, count);
  const { type } = layout;
  const reader = { view: viewOf(values), offset: 0 };
  if (encoding === 'DELTA_BINARY_PACKED' && (type === 'INT32' || type === 'INT64')) {
    const all = type === 'INT32' ? new Int32Array(count) : new BigInt64Array(count);
    deltaBinaryUnpack(reader, count, all);
    return all instanceof Int32Array ? all : safeIntegers(new Int32Array(all.buffer));
  }
  if (encoding === 'BYTE_STREAM_SPLIT' && type !== 'FIXED_LEN_BYTE_ARRAY') {
    if (values.left < count * (type === 'INT32' || type === 'FLOAT' ? 4 : 8))
      throw new RangeError('the data end too early');
    return plainly(byteStreamSplit(reader, count, type, undefined));
  }
  throw new RangeError(`numbers written as ${encoding}`);
}

const viewOf = ({ bytes, at, left }: Cursor): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset + at, left);

function plainly(values: unknown): Numbers {
  if (values instanceof BigInt64Array)
    return safeIntegers(new Int32Array(values.buffer, values.byteOffset, values.length * 2));
  if (values instanceof Float32Array) return decimals(values);
  return values as Numbers;
}

/** Parquet's own layout: one value after another, little-endian. */
export function readPlainNumbers(values: Cursor, { type, width }: NumberLayout, count: number): Numbers {
  if (type === 'FIXED_LEN_BYTE_ARRAY') return bigIntegers(values, width, count);
  if (type === 'INT32') {
    const { buffer, offset } = values.aligned(count, 4);
    return new Int32Array(buffer, offset, count);
  }
  if (type === 'INT64') {
    const { buffer, offset } = values.aligned(count * 2, 4);
    return safeIntegers(new Int32Array(buffer, offset, count * 2));
  }
  if (type === 'FLOAT') {
    const { buffer, offset } = values.aligned(count, 4);
    return decimals(new Float32Array(buffer, offset, count));
  }
  const { buffer, offset } = values.aligned(count, 8);
  return new Float64Array(buffer, offset, count);
}

/** Pairs of low and high halves; what no safe integer holds becomes NaN. */
function safeIntegers(halves: Int32Array): Float64Array {
  const values = new Float64Array(halves.length >> 1);
  for (let i = 0; i < values.length; i++) {
    const value = (halves[2 * i + 1] as number) * 2 ** 32 + ((halves[2 * i] as number) >>> 0);
    values[i] = Number.isSafeInteger(value) ? value : Number.NaN;
  }
  return values;
}

/** The shortest decimal that a single-precision number stands for: 0.1, not 0.10000000149. */
const decimals = (values: Float32Array): Float64Array =>
  Float64Array.from(values, (value) => Number(value.toPrecision(7)));

/** Whole numbers of any width, the greatest byte first, as decimals are kept by some writers. */
function bigIntegers(values: Cursor, width: number, count: number): Float64Array {
  const all = new Float64Array(count);
  const { bytes } = values;
  for (let i = 0; i < count; i++) {
    let at = values.skip(width);
    let value = ((bytes[at++] as number) << 24) >> 24;
    // Beyond 2^53 digits are lost, but it stays beyond.
    while (at < values.at) value = value * 256 + (bytes[at++] as number);
    all[i] = Number.isSafeInteger(value) ? value : Number.NaN;
  }
  return all;
}

/** Whole numbers of any size, exactly. */
export function readIntegers(page: Page, type: 'INT32' | 'INT64'): Int32Array | BigInt64Array {
  const { encoding, values, count } = page;
  if (type === 'INT32') return Int32Array.from(readNumbers(page, { type, width: 0 }));
  if (encoding === 'PLAIN') return readPlainIntegers(values, type, count);
  const all = new BigInt64Array(count);
  if (encoding !== 'DELTA_BINARY_PACKED') throw new RangeError(`ids written as ${encoding}`);
  deltaBinaryUnpack({ view: viewOf(values), offset: 0 }, count, all);
  return all;
}

export function readPlainIntegers(
  values: Cursor,
  type: 'INT32' | 'INT64',
  count: number,
): Int32Array | BigInt64Array {
  const width = type === 'INT32' ? 4 : 8;
  const { buffer, offset } = values.aligned(count, width);
  return type === 'INT32' ? new Int32Array(buffer, offset, count) : new BigInt64Array(buffer, offset, count);
}
