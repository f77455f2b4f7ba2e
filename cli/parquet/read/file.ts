import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type ColumnMetaData, type FileMetaData, parquetMetadata, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { UnreadableData } from '../../read/record.ts';
import { type Field, fieldsOf } from './fields.ts';
import { readPages } from './pages.ts';
import { type ParquetColumn, rawColumn } from './raw.ts';

const MAGIC = 0x31524150;

/** A Parquet file that is open; read group by group, column by column. */
export class ParquetFile {
  private constructor(
    readonly metadata: FileMetaData,
    readonly fields: readonly Field[],
    readonly handle: number,
    readonly size: number,
  ) {}

  /** Throws a system error, or a `ParquetProblem` where the file is none. */
  static open(path: string): ParquetFile {
    const handle = openSync(path, 'r');
    try {
      const { size } = fstatSync(handle);
      const { metadata, fields } = readDirectory(handle, size);
      return new ParquetFile(metadata, fields, handle, size);
    } catch (error) {
      closeSync(handle);
      throw error;
    }
  }

  close(): void {
    closeSync(this.handle);
  }

  get groups(): number {
    return this.metadata.row_groups.length;
  }

  get rows(): number {
    return Number(this.metadata.num_rows);
  }

  rowsOf(group: number): number {
    return Number(this.metadata.row_groups[group]?.num_rows ?? 0);
  }

  /** A column's part of a row group, packed as it lies in the file. */
  chunk(group: number, field: Field): { readonly meta: ColumnMetaData; readonly bytes: Uint8Array } {
    return damageAt(group + 1, field.name, () => {
      const columns = this.metadata.row_groups[group]?.columns ?? [];
      const meta = columns.find(({ meta_data }) => meta_data?.path_in_schema[0] === field.name)?.meta_data;
      if (meta === undefined) throw new RangeError('the column is not in the group');
      const start = Number(meta.dictionary_page_offset || meta.data_page_offset);
      return { meta, bytes: readBytes(this.handle, start, Number(meta.total_compressed_size), this.size) };
    });
  }

  /** A column of one value a row; `integers`: as what whole numbers are read. */
  column(group: number, field: Field, integers: 'numbers' | 'texts' = 'numbers'): ParquetColumn {
    const { meta, bytes } = this.chunk(group, field);
    return damageAt(group + 1, field.name, () => {
      const column = rawColumn({ ...field, integers }, readPages(bytes, meta, field.optional));
      if (column.rows !== this.rowsOf(group))
        throw new RangeError(`${column.rows} rows instead of ${this.rowsOf(group)}`);
      return column;
    });
  }

  /** A column of lists of texts; `null` where a row has none. */
  async lists(group: number, field: Field): Promise<readonly (readonly (string | null)[] | null)[]> {
    let rowStart = 0;
    for (let before = 0; before < group; before++) rowStart += this.rowsOf(before);
    const file = {
      byteLength: this.size,
      slice: (start: number, end = this.size) =>
        ownBuffer(readBytes(this.handle, start, end - start, this.size)),
    };
    const wanted = { columns: [field.name], rowStart, rowEnd: rowStart + this.rowsOf(group) };
    try {
      const rows = await parquetReadObjects({ file, metadata: this.metadata, compressors, ...wanted });
      return rows.map((row) => row[field.name] ?? null);
    } catch (error) {
      return damageAt(group + 1, field.name, () => {
        throw error;
      });
    }
  }
}

const ownBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): ArrayBuffer =>
  buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;

function readBytes(handle: number, start: number, length: number, size: number): Uint8Array {
  if (!(start >= 0 && length >= 0 && start + length <= size)) throw new RangeError('the file ends too early');
  const bytes = new Uint8Array(length);
  let read = 0;
  while (read < length) {
    const count = readSync(handle, bytes, read, length - read, start + read);
    if (count === 0) throw new RangeError('the file ends too early');
    read += count;
  }
  return bytes;
}

interface Directory {
  readonly metadata: FileMetaData;
  readonly fields: readonly Field[];
}

/** What is in the file stands at its end, before the length of that and the letters PAR1. */
function readDirectory(handle: number, size: number): Directory {
  try {
    const tail = new DataView(readBytes(handle, size - 8, 8, size).buffer);
    if (tail.getUint32(4, true) !== MAGIC) throw new RangeError('PAR1');
    const length = tail.getUint32(0, true) + 8;
    const metadata = parquetMetadata(readBytes(handle, size - length, length, size));
    const fields = fieldsOf(metadata);
    // The reader takes what it finds: a directory that is damaged may lack what the types promise.
    if (!fields.every(({ name }) => typeof name === 'string')) throw new RangeError('schema');
    return { metadata, fields };
  } catch (error) {
    if (!(error instanceof Error) || 'syscall' in error) throw error;
    throw new UnreadableData({ why: 'notParquet', detail: error.message });
  }
}

/** Whatever goes wrong in a column is damage at this place of the file; row groups count from 1. */
export function damageAt<T>(group: number, column: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnreadableData) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new UnreadableData({ why: 'damaged', group, column, detail });
  }
}
