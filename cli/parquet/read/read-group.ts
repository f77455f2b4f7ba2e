import { type BatchOfRows, withRows } from '../../brief/rows.ts';
import type { ColumnPlan } from '../../read/columns.ts';
import { type BatchReading, batchOfTable } from '../../read/table/batch.ts';
import type { ParquetFile } from './file.ts';
import { Group } from './group.ts';

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
