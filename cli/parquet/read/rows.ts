import type { PolicyMeta } from '../../../runtime/types.ts';
import { assembled } from '../../read/assemble.ts';
import type { ColumnPlan } from '../../read/columns.ts';
import type { Texts } from '../../texts/texts.ts';
import type { ParquetFile } from './file.ts';
import { Group } from './group.ts';
import { checkKinds } from './kinds.ts';

export interface Reading {
  readonly meta: PolicyMeta;
  readonly texts: Texts;
}

/** What is made of a row: `id` as the data name it, the facts under the names of the columns. */
export type MakeRow<T> = (row: number, id: string, read: ReturnType<typeof assembled>) => T;

/**
 * The rows of a file, one row group in memory at a time; rows count from 1. Throws `UnreadableData` before the first row
 * where a column is of a type that its fact cannot be read from, and where the file is damaged.
 */
export function readRows<T>(
  file: ParquetFile,
  plan: ColumnPlan,
  reading: Reading,
  make: MakeRow<T>,
): AsyncIterable<T> {
  try {
    checkKinds(file.fields, plan);
  } catch (error) {
    file.close();
    throw error;
  }
  return eachRow(file, plan, reading, make);
}

async function* eachRow<T>(
  file: ParquetFile,
  plan: ColumnPlan,
  { meta, texts }: Reading,
  make: MakeRow<T>,
): AsyncGenerator<T> {
  try {
    let before = 0;
    for (let at = 0; at < file.groups; at++) {
      const group = await Group.read(file, at, plan, meta);
      for (let row = 0; row < group.rows; row++)
        yield make(
          before + row + 1,
          group.id(row),
          assembled(plan, (column) => group.value(column, row), texts),
        );
      before += group.rows;
    }
  } finally {
    file.close();
  }
}
