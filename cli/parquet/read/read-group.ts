import { type BatchOfRows, withRows } from '../../brief/rows.ts';
import type { ApplicantSource } from '../../read/applicants.ts';
import type { ColumnPlan } from '../../read/columns.ts';
import { batchOfTable } from '../../read/table/batch.ts';
import type { ParquetFile } from './file.ts';
import { Group } from './group.ts';
import { checkKinds } from './kinds.ts';

/** A row group ready to be decided. Throws `UnreadableData`. */
export async function readGroup(
  file: ParquetFile,
  at: number,
  plan: ColumnPlan,
  from: ApplicantSource,
): Promise<BatchOfRows> {
  if (at === 0) checkKinds(file.fields, plan);
  const group = await Group.read(file, at, plan, from.meta);
  let before = 0;
  for (let one = 0; one < at; one++) before += file.rowsOf(one);
  const row = (place: number): number => before + place + 1;
  return withRows(
    batchOfTable(group, plan, from),
    { row, id: (place) => group.id(place), ids: group.idBytes },
    from,
  );
}
