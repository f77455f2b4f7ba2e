import { gzipSync } from 'node:zlib';
import type { ColumnChunk, CompressionCodec, Encoding, ParquetType } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import { Bytes, widthFor, writeHybrid } from './bytes.ts';

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

/** `codes`: places in the dictionary, −1: no value. `dictionary` as Parquet writes values one after another. */
export function codedChunk(
  name: string,
  type: ParquetType,
  codes: Int32Array,
  dictionary: { readonly bytes: Uint8Array; readonly size: number },
): Chunk {
  const known = knownCodes(codes);
  const body = new Bytes(codes.length + 64);
  writeLevels(body, codes, known.length);
  const width = widthFor(dictionary.size);
  body.byte(width);
  writeHybrid(body, known, width);
  return chunkOf(name, type, 'UNCOMPRESSED', codes.length, [
    { bytes: dictionary.bytes, encoding: 'PLAIN', values: dictionary.size, isDictionary: true },
    { bytes: body.done(), encoding: 'RLE_DICTIONARY', values: codes.length, isDictionary: false },
  ]);
}

/** Values one after another; every row has one. Packed by GZIP, of which Node has a fast one. */
export function plainChunk(name: string, type: ParquetType, rows: number, bytes: Uint8Array): Chunk {
  return chunkOf(name, type, 'GZIP', rows, [{ bytes, encoding: 'PLAIN', values: rows, isDictionary: false }]);
}

/** Plain loops: calling a function for each of many numbers takes several times as long. */
function knownCodes(codes: Int32Array): Int32Array {
  const known = new Int32Array(codes.length);
  let count = 0;
  for (let line = 0; line < codes.length; line++) {
    const code = codes[line] as number;
    if (code >= 0) known[count++] = code;
  }
  return known.subarray(0, count);
}

/** Which rows have a value: after their length, as bits. */
function writeLevels(into: Bytes, codes: Int32Array, known: number): void {
  const levels = new Bytes();
  if (known === codes.length) {
    levels.varint(codes.length * 2);
    levels.byte(1);
  } else
    writeHybrid(
      levels,
      Uint8Array.from(codes, (code) => (code < 0 ? 0 : 1)),
      1,
    );
  into.uint32(levels.length);
  into.all(levels.done());
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
  return {
    bytes: writer.getBytes(),
    chunk: {
      file_offset: 0n,
      meta_data: {
        type,
        encodings: isCoded ? ['PLAIN', 'RLE', 'RLE_DICTIONARY'] : ['PLAIN'],
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
