import { BatchBuilder } from '../../runtime/columns/index.ts';
import { InputErrors } from '../../runtime/input/errors.ts';
import type { Id } from '../../runtime/types.ts';
import type { UnreadEntry } from '../decide/entry.ts';
import { problemsIn } from '../decide/entry.ts';
import {
  type ApplicantSource,
  applicants,
  brokenProblem,
  explaining,
  explainingRows,
  openPlanned,
} from '../read/applicants.ts';
import { cellReader } from '../read/assemble.ts';
import type { ColumnPlan } from '../read/columns.ts';
import type { TypedRecords } from '../read/open.ts';
import type { CellsRecord, RawRecord, Records } from '../read/record.ts';
import { type BatchOfRows, withRows } from './rows.ts';

/** So many rows are decided together, unless it is said. */
const MOST = 65_536;

/** Records of one kind in batches, of every format but Parquet, which has batches of its own. */
export const batchesOf = (
  records: Records,
  plan: ColumnPlan | undefined,
  from: ApplicantSource,
  subject: Id,
  most = MOST,
): AsyncIterable<BatchOfRows> =>
  plan === undefined ? ofObjects(records, from, subject, most) : ofCells(records, plan, from, most);

export interface OpenBatches {
  readonly batches: AsyncIterable<BatchOfRows>;
  /** Columns that are nothing of the policy's. */
  readonly unused: readonly string[];
}

/** Records of one kind in batches, from any format. Throws `Unusable` for data that cannot be read as a whole. */
export async function openBatches(from: ApplicantSource, subject: Id, most?: number): Promise<OpenBatches> {
  const path = from.source.shown ?? from.source.path;
  return explaining(path, from.texts, async () => {
    const { records, plan } = await openPlanned(from);
    const batches =
      'file' in records && plan
        ? await groupsOf(records, plan, from)
        : batchesOf(records as Records, plan, from, subject, most);
    return { batches: explainingRows(path, from.texts, batches), unused: plan?.unused ?? [] };
  });
}

/** Loaded with its library only where the data are Parquet. */
async function groupsOf(
  { file }: TypedRecords,
  plan: ColumnPlan,
  from: ApplicantSource,
): Promise<AsyncIterable<BatchOfRows>> {
  const { groupsIn } = await import('../parquet/read/read-group.ts');
  return groupsIn(file, plan, from);
}

async function* ofCells(
  { rows, batches }: Records,
  plan: ColumnPlan,
  from: ApplicantSource,
  most: number,
): AsyncGenerator<BatchOfRows> {
  const { batchOfTable } = await import('../read/table/batch.ts');
  const readers = plan.targets.map((target) => target && cellReader(from.meta, target));
  let held: CellsRecord[] = [];
  let unread: UnreadEntry[] = [];
  const take = (): BatchOfRows => {
    const all = held;
    const table = {
      rows: all.length,
      columns: plan.targets.map((target, column) => {
        const read = readers[column];
        if (!target || !read) return null;
        const given = (row: number): unknown => read(all[row]?.cells[column] ?? '');
        return { target, kind: { k: 'text' as const }, raw: null, given };
      }),
      value: (column: number, row: number) => readers[column]?.(all[row]?.cells[column] ?? ''),
    };
    const made = batchOfTable(table, plan, from);
    const id = (at: number): string => (plan.id === null ? '' : (all[at]?.cells[plan.id]?.trim() ?? ''));
    const row = (at: number): number => all[at]?.row ?? 0;
    const taken = withRows(made, { row, id }, from, unread);
    [held, unread] = [[], []];
    return taken;
  };
  for await (const some of batches ?? chunked(rows))
    for (const record of some) {
      if (record.kind === 'cells') held.push(record);
      else if (record.kind === 'broken')
        unread.push({
          kind: 'unread',
          row: record.row,
          id: '',
          problems: [brokenProblem(record.problem, from.texts)],
        });
      if (held.length >= most) yield take();
    }
  yield take();
}

async function* chunked(rows: AsyncIterable<RawRecord>): AsyncGenerator<readonly RawRecord[]> {
  for await (const row of rows) yield [row];
}

/** JSON, NDJSON and YAML: each record names its facts itself. */
async function* ofObjects(
  { rows }: Records,
  from: ApplicantSource,
  subject: Id,
  most: number,
): AsyncGenerator<BatchOfRows> {
  const builder = new BatchBuilder(from.meta, subject, most);
  let places: number[] = [];
  let ids: string[] = [];
  let unread: UnreadEntry[] = [];
  const take = (): BatchOfRows => {
    const [row, id] = [places, ids];
    const taken = {
      batch: builder.take(),
      row: (at: number) => row[at] ?? 0,
      id: (at: number) => id[at] ?? '',
      left: new Map(),
      unread,
    };
    [places, ids, unread] = [[], [], []];
    return taken;
  };
  for await (const one of applicants(rows, undefined, from)) {
    if (one.kind === 'unread') unread.push(one);
    else {
      try {
        builder.addFacts(one.facts);
        places.push(one.row);
        ids.push(one.id);
      } catch (error) {
        if (!(error instanceof InputErrors)) throw error;
        unread.push({
          kind: 'unread',
          row: one.row,
          id: one.id,
          problems: problemsIn(error, from.texts.language),
        });
      }
    }
    if (builder.isFull) yield take();
  }
  yield take();
}
