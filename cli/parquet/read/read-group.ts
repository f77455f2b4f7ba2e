import { type BatchOfRows, withRows } from '../../brief/rows.ts';
import type { ColumnPlan } from '../../read/columns.ts';
import { type BatchReading, batchOfTable } from '../../read/table/batch.ts';
import type { ParquetFile } from './file.ts';
import { Group } from './group.ts';
import { checkKinds } from './kinds.ts';

/** A row group ready to be decided. Throws `UnreadableData`. */
export async function readGroup(
  file: ParquetFile,
  at: number,
  plan: ColumnPlan,
  reading: BatchReading,
): Promise<BatchOfRows> {
  const group = await Group.read(file, at, plan, reading.meta);
  let before = 0;
  for (let one = 0; one < at; one++) before += file.rowsOf(one);
  const row = (place: number): number => before + place + 1;
  return withRows(
    batchOfTable(group, plan, reading),
    { row, id: (place) => group.id(place), ids: group.idBytes },
    reading,
  );
}

/** One row group after another. Throws `UnreadableData` before the first for a column of a type its fact cannot be read from. */
export function groupsIn(
  file: ParquetFile,
  plan: ColumnPlan,
  reading: BatchReading,
): AsyncGenerator<BatchOfRows> {
  try {
    checkKinds(file.fields, plan);
  } catch (error) {
    file.close();
    throw error;
  }
  return eachGroup(file, plan, reading);
}

async function* eachGroup(
  file: ParquetFile,
  plan: ColumnPlan,
  reading: BatchReading,
): AsyncGenerator<BatchOfRows> {
  try {
    for (let at = 0; at < file.groups; at++) yield await readGroup(file, at, plan, reading);
  } finally {
    file.close();
  }
}
