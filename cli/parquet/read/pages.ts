import { gunzipSync } from 'node:zlib';
import type { ColumnMetaData, CompressionCodec, Encoding } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { compressors } from 'hyparquet-compressors';
import { Cursor } from './cursor.ts';
import { readHybrid } from './hybrid.ts';

/** One data page of a column that is not nested, ready for its values to be read. */
export interface Page {
  readonly rows: number;
  readonly encoding: Encoding;
  /** A byte a row, 1 where there is a value; `null`: everywhere. */
  readonly known: Uint8Array | null;
  /** Rows with a value. */
  readonly count: number;
  readonly values: Cursor;
}

/** A column's part of a row group, page by page. */
export interface Pages {
  readonly dictionary: { readonly count: number; readonly values: Cursor } | null;
  readonly data: readonly Page[];
}

/** `optional`: rows may have no value. Throws for what is not well-formed, or packed in a way that is not known. */
export function readPages(
  chunk: Uint8Array,
  { codec, num_values }: Pick<ColumnMetaData, 'codec' | 'num_values'>,
  optional: boolean,
): Pages {
  const reader = { view: new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength), offset: 0 };
  const data: Page[] = [];
  let dictionary: Pages['dictionary'] = null;
  for (let rows = 0; rows < Number(num_values); ) {
    const header = parquetHeader(reader);
    const size = header.compressed_page_size;
    if (!(size >= 0 && reader.offset + size <= chunk.length)) throw new RangeError('the data end too early');
    const packed = chunk.subarray(reader.offset, reader.offset + size);
    reader.offset += size;
    if (header.dictionary_page_header) {
      const values = new Cursor(unpacked(packed, header.uncompressed_page_size, codec));
      dictionary = { count: header.dictionary_page_header.num_values, values };
    } else if (header.data_page_header) {
      const values = new Cursor(unpacked(packed, header.uncompressed_page_size, codec));
      data.push(
        firstKind(values, header.data_page_header.num_values, header.data_page_header.encoding, optional),
      );
    } else if (header.data_page_header_v2) {
      data.push(secondKind(packed, header.uncompressed_page_size, header.data_page_header_v2, codec));
    }
    rows = data.reduce((sum, page) => sum + page.rows, 0);
  }
  return { dictionary, data };
}

function unpacked(packed: Uint8Array, length: number, codec: CompressionCodec): Uint8Array {
  if (codec === 'UNCOMPRESSED') return packed;
  const bytes = codec === 'GZIP' ? gunzip(packed, length) : compressors[codec]?.(packed, length);
  if (bytes === undefined) throw new RangeError(`compressed by ${codec}`);
  if (bytes.length !== length) throw new RangeError(`${bytes.length} bytes unpacked instead of ${length}`);
  return bytes;
}

/** Node's own is ten times as fast as the one of the package. */
function gunzip(packed: Uint8Array, length: number): Uint8Array {
  const { buffer, byteOffset, byteLength } = gunzipSync(packed, { maxOutputLength: Math.max(1, length) });
  return new Uint8Array(buffer, byteOffset, byteLength);
}

const countKnown = (known: Uint8Array): number => {
  let count = 0;
  for (let i = 0; i < known.length; i++) count += known[i] as number;
  return count;
};

function page(values: Cursor, rows: number, encoding: Encoding, known: Uint8Array | null): Page {
  const count = known === null ? rows : countKnown(known);
  return { rows, encoding, known: count === rows ? null : known, count, values };
}

function firstKind(values: Cursor, rows: number, encoding: Encoding, optional: boolean): Page {
  if (!optional) return page(values, rows, encoding, null);
  const known = new Uint8Array(rows);
  const length = values.uint32();
  const from = values.skip(length);
  readHybrid(new Cursor(values.bytes, from, from + length), 1, known, 0, rows);
  return page(values, rows, encoding, known);
}

interface SecondHeader {
  readonly num_values: number;
  readonly num_nulls: number;
  readonly encoding: Encoding;
  readonly definition_levels_byte_length: number;
  readonly repetition_levels_byte_length: number;
  readonly is_compressed?: boolean;
}

/** In pages of the second kind the levels stand before the packed values. */
function secondKind(packed: Uint8Array, length: number, header: SecondHeader, codec: CompressionCodec): Page {
  const levels = header.definition_levels_byte_length;
  const before = header.repetition_levels_byte_length + levels;
  if (before > packed.length) throw new RangeError('the data end too early');
  const rest = packed.subarray(before);
  const values = new Cursor(
    header.is_compressed === false || rest.length === 0 ? rest : unpacked(rest, length - before, codec),
  );
  if (header.num_nulls === 0) return page(values, header.num_values, header.encoding, null);
  const known = new Uint8Array(header.num_values);
  readHybrid(new Cursor(packed, before - levels, before), 1, known, 0, known.length);
  return page(values, header.num_values, header.encoding, known);
}
