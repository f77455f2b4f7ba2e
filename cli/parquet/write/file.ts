import type { ColumnChunk, FileMetaData, RowGroup } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { writeMetadata } from 'hyparquet-writer/src/metadata.js';
import type { Chunk } from './chunk.ts';

/** Row groups written, apart from the file: places count from the group's own beginning. */
export interface WrittenGroup {
  readonly rows: number;
  readonly bytes: Uint8Array;
  readonly chunks: readonly ColumnChunk[];
}

const MAGIC = new Uint8Array([0x50, 0x41, 0x52, 0x31]);

/** Puts the columns of a row group one after another. */
export function groupOf(rows: number, columns: readonly Chunk[]): WrittenGroup {
  const bytes = new Uint8Array(columns.reduce((sum, column) => sum + column.bytes.length, 0));
  const chunks: ColumnChunk[] = [];
  let at = 0;
  for (const column of columns) {
    bytes.set(column.bytes, at);
    chunks.push(moved(column.chunk, at));
    at += column.bytes.length;
  }
  return { rows, bytes, chunks };
}

function moved(chunk: ColumnChunk, by: number): ColumnChunk {
  const meta = chunk.meta_data;
  const on = BigInt(by);
  if (meta === undefined) return chunk;
  return {
    ...chunk,
    file_offset: chunk.file_offset + on,
    meta_data: {
      ...meta,
      data_page_offset: meta.data_page_offset + on,
      ...(meta.dictionary_page_offset !== undefined && {
        dictionary_page_offset: meta.dictionary_page_offset + on,
      }),
    },
  };
}

/** A file that grows group by group; `write` is awaited. */
export class ParquetOutput {
  readonly #write: (bytes: Uint8Array) => Promise<void>;
  readonly #schema: FileMetaData['schema'];
  readonly #groups: RowGroup[] = [];
  #at = 0;
  #rows = 0;

  constructor(schema: FileMetaData['schema'], write: (bytes: Uint8Array) => Promise<void>) {
    this.#schema = schema;
    this.#write = write;
  }

  async group({ rows, bytes, chunks }: WrittenGroup): Promise<void> {
    if (this.#at === 0) await this.#put(MAGIC);
    if (rows === 0) return;
    const columns = chunks.map((chunk) => moved(chunk, this.#at));
    const size = columns.reduce((sum, { meta_data }) => sum + (meta_data?.total_uncompressed_size ?? 0n), 0n);
    this.#groups.push({ columns, total_byte_size: size, num_rows: BigInt(rows) });
    this.#rows += rows;
    await this.#put(bytes);
  }

  /** The directory, which makes it a file. */
  async end(): Promise<void> {
    if (this.#at === 0) await this.#put(MAGIC);
    const writer = new ByteWriter();
    writeMetadata(writer, {
      version: 2,
      created_by: 'bangfu',
      schema: this.#schema,
      num_rows: BigInt(this.#rows),
      row_groups: this.#groups,
      metadata_length: 0,
    });
    await this.#put(writer.getBytes());
    await this.#put(MAGIC);
  }

  async #put(bytes: Uint8Array): Promise<void> {
    this.#at += bytes.length;
    await this.#write(bytes);
  }
}
