import { gzipSync } from 'node:zlib';
import type { ColumnChunk, CompressionCodec, Encoding, ParquetType } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import { deltaBinaryPack } from 'hyparquet-writer/src/delta.js';
import { Bytes, widthFor, writeHybrid, writeRun } from './bytes.ts';

/** A column of a row group, written; places count from its own beginning. */
export interface Chunk {
  readonly bytes: Uint8Array;
  readonly chunk: ColumnChunk;
}

interface Page {
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  readonly values: number;
  readonly isDictionary: boolean;
}

/** Which rows have a value, and its place in the dictionary: a page of data, which columns of the same codes share. */
export interface CodedPage {
  readonly bytes: Uint8Array;
  readonly rows: number;
}

/** `codes`: places in a dictionary of `size`, −1: no value. */
export function codedPage(codes: Int32Array, size: number): CodedPage {
  const body = new Bytes(codes.length * 2 + 64);
  const known = writeLevels(body, codes);
  const width = widthFor(size);
  body.byte(width);
  writeHybrid(body, known, width);
  return { bytes: body.done(), rows: codes.length };
}

/** `dictionary` as Parquet writes values one after another. */
export function codedChunk(
  name: string,
  type: ParquetType,
  { bytes, rows }: CodedPage,
  dictionary: { readonly bytes: Uint8Array; readonly size: number },
): Chunk {
  return chunkOf(name, type, 'UNCOMPRESSED', rows, [
    { bytes: dictionary.bytes, encoding: 'PLAIN', values: dictionary.size, isDictionary: true },
    { bytes, encoding: 'RLE_DICTIONARY', values: rows, isDictionary: false },
  ]);
}

/** Values one after another; every row has one. Packed by GZIP, of which Node has a fast one. */
export function plainChunk(name: string, type: ParquetType, rows: number, bytes: Uint8Array): Chunk {
  return chunkOf(name, type, 'GZIP', rows, [{ bytes, encoding: 'PLAIN', values: rows, isDictionary: false }]);
}

/** Whole numbers as steps from one to the next: of rows that are counted nothing is left but the first. */
export function steppedChunk(name: string, values: Int32Array): Chunk {
  const writer = new ByteWriter();
  deltaBinaryPack(writer, values, 'INT32');
  return chunkOf(name, 'INT32', 'UNCOMPRESSED', values.length, [
    {
      bytes: writer.getBytes(),
      encoding: 'DELTA_BINARY_PACKED',
      values: values.length,
      isDictionary: false,
    },
  ]);
}

/**
 * Which rows have a value: after their length, as bits; gives the codes of those that have. Plain loops: calling a function
 * for each of many numbers takes several times as long.
 */
function writeLevels(into: Bytes, codes: Int32Array): Int32Array {
  const rows = codes.length;
  const known = new Int32Array(rows);
  const bits = new Uint8Array((rows + 7) >> 3);
  let count = 0;
  for (let line = 0; line < rows; line++) {
    const code = codes[line] as number;
    known[count] = code;
    const isKnown = (~code >>> 31) as 0 | 1;
    count += isKnown;
    bits[line >> 3] = (bits[line >> 3] as number) | (isKnown << (line & 7));
  }
  const levels = new Bytes(bits.length + 8);
  if (count === rows || count === 0) writeRun(levels, rows, count === 0 ? 0 : 1, 1);
  else {
    levels.varint(bits.length * 2 + 1);
    levels.all(bits);
  }
  into.uint32(levels.length);
  into.all(levels.done());
  return known.subarray(0, count);
}

function chunkOf(
  name: string,
  type: ParquetType,
  codec: CompressionCodec,
  rows: number,
  pages: readonly Page[],
): Chunk {
  const writer = new ByteWriter(pages.reduce((sum, { bytes }) => sum + bytes.length + 64, 0));
  let unpacked = 0;
  let dataAt = 0;
  for (const page of pages) {
    const before = writer.offset;
    if (!page.isDictionary) dataAt = before;
    const bytes = codec === 'GZIP' ? gzipSync(page.bytes, { level: 1 }) : page.bytes;
    writePageHeader(writer, headerOf(page, bytes.length));
    unpacked += writer.offset - before + page.bytes.length;
    writer.appendBytes(bytes);
  }
  const isCoded = pages.length > 1;
  const own: readonly Encoding[] = pages.map(({ encoding }) => encoding);
  return {
    bytes: writer.getBytes(),
    chunk: {
      file_offset: 0n,
      meta_data: {
        type,
        encodings: isCoded ? ['RLE', ...own] : [...own],
        path_in_schema: [name],
        codec,
        num_values: BigInt(rows),
        total_uncompressed_size: BigInt(unpacked),
        total_compressed_size: BigInt(writer.offset),
        data_page_offset: BigInt(dataAt),
        ...(isCoded && { dictionary_page_offset: 0n }),
      },
    },
  };
}

const headerOf = ({ bytes, encoding, values, isDictionary }: Page, packed: number) => ({
  type: isDictionary ? ('DICTIONARY_PAGE' as const) : ('DATA_PAGE' as const),
  uncompressed_page_size: bytes.length,
  compressed_page_size: packed,
  ...(isDictionary
    ? { dictionary_page_header: { num_values: values, encoding } }
    : {
        data_page_header: {
          num_values: values,
          encoding,
          definition_level_encoding: 'RLE' as const,
          repetition_level_encoding: 'RLE' as const,
        },
      }),
});
