import type { FactMeta, PolicyMeta } from '../../runtime/types.ts';
import type { ParquetFile } from '../parquet/read/file.ts';
import { Unusable } from '../console/failure.ts';
import type { RowProblem, UnreadEntry } from '../decide/entry.ts';
import type { Texts } from '../texts/texts.ts';
import { assembled, cellReader, type Facts } from './assemble.ts';
import { type ColumnPlan, type ColumnProblem, type ColumnWishes, idNames, planColumns } from './columns.ts';
import { type DataSource, openRecords, type TypedRecords } from './open.ts';
import type { BrokenProblem, CellsRecord, RawRecord, Records } from './record.ts';
import { UnreadableData } from './record.ts';
import { unreadableText } from './unreadable.ts';

export interface Applicant {
  readonly kind: 'applicant';
  readonly row: number;
  readonly id: string;
  /** JSON-like, not yet checked. */
  readonly facts: Facts;
}

export interface ApplicantSource {
  readonly source: DataSource;
  readonly meta: PolicyMeta;
  readonly facts: readonly FactMeta[];
  readonly wishes: ColumnWishes;
  readonly texts: Texts;
}

export interface Applicants {
  readonly rows: AsyncIterable<Applicant | UnreadEntry>;
  /** Columns that are nothing of the policy's. */
  readonly unused: readonly string[];
}

/** Applicants from any format, one at a time. Trouble with the data as a whole is `Unusable`; with a row, an entry. */
export async function openApplicants(from: ApplicantSource): Promise<Applicants> {
  const { source, texts } = from;
  const path = source.shown ?? source.path;
  return explaining(path, texts, async () => {
    const { records, plan } = await openPlanned(from);
    const rows =
      'file' in records
        ? await parquetRows(records.file, plan ?? noColumns, from)
        : applicants(records.rows, plan, from);
    return { rows: explainingRows(path, texts, rows), unused: plan?.unused ?? [] };
  });
}

/** The records, and of a table which columns hold what. Throws `UnreadableData`, and `Unusable` for columns that will not do. */
export async function openPlanned(
  from: ApplicantSource,
): Promise<{ readonly records: Records | TypedRecords; readonly plan: ColumnPlan | undefined }> {
  const records = await openRecords(from.source, from.texts);
  return { records, plan: records.header && planned(records.header, from) };
}

function planned(
  header: readonly string[],
  { source, meta, facts, wishes, texts }: ApplicantSource,
): ColumnPlan {
  const plan = planColumns(header, facts, meta, wishes);
  const expected = facts.slice(0, 4).map(({ id }) => meta.names[id]?.[texts.language] ?? id);
  const lines = plan.problems.map((problem) =>
    columnText(problem, source.shown ?? source.path, expected, texts),
  );
  if (lines.length > 0) throw new Unusable(lines.join('\n'));
  return plan;
}

function columnText(
  problem: ColumnProblem,
  path: string,
  expected: readonly string[],
  { data }: Texts,
): string {
  switch (problem.why) {
    case 'duplicate':
      return data.duplicateColumn(path, problem.name, problem.one, problem.other);
    case 'near':
      return data.nearColumn(path, problem.column, problem.near);
    case 'none':
      return data.noColumns(path, expected);
    case 'noIdColumn':
      return data.noIdColumn(path, problem.column);
  }
}

export async function* applicants(
  records: AsyncIterable<RawRecord>,
  plan: ColumnPlan | undefined,
  from: ApplicantSource,
): AsyncGenerator<Applicant | UnreadEntry> {
  const readers = plan?.targets.map((target) => (target ? cellReader(from.meta, target) : () => undefined));
  for await (const record of records) {
    if (record.kind === 'broken') yield unread(record.row, brokenProblem(record.problem, from.texts));
    else if (record.kind === 'object') yield fromObject(record.row, record.value, from);
    else if (plan && readers) yield fromCells(record, plan, readers, from);
  }
}

const unread = (row: number, problem: RowProblem): UnreadEntry => ({
  kind: 'unread',
  row,
  id: '',
  problems: [problem],
});

export function brokenProblem(problem: BrokenProblem, { data }: Texts): RowProblem {
  switch (problem.why) {
    case 'notJson':
      return { path: '', problem: problem.why, message: data.notJson(problem.detail) };
    case 'notObject':
      return { path: '', problem: problem.why, message: data.notObject };
    case 'cellCount':
      return { path: '', problem: problem.why, message: data.cellCount(problem.found, problem.expected) };
    case 'quotes':
      return { path: '', problem: problem.why, message: data.quotes(problem.detail) };
  }
}

function fromCells(
  { row, cells }: CellsRecord,
  plan: ColumnPlan,
  readers: readonly ((cell: string) => unknown)[],
  { facts: own, texts }: ApplicantSource,
): Applicant | UnreadEntry {
  const read = assembled(plan, (at) => readers[at]?.(cells[at] ?? ''), texts);
  if ('problem' in read) return unread(row, read.problem);
  const id = plan.id === null ? '' : (cells[plan.id]?.trim() ?? '');
  return { kind: 'applicant', row, id, facts: withId(read.facts, id, own) };
}

const noColumns: ColumnPlan = { targets: [], id: null, problems: [], unused: [] };

/** Loaded with its library only where the data are Parquet. */
async function parquetRows(
  file: ParquetFile,
  plan: ColumnPlan,
  { meta, facts: own, texts }: ApplicantSource,
): Promise<AsyncIterable<Applicant | UnreadEntry>> {
  const { readRows } = await import('../parquet/read/rows.ts');
  return readRows(file, plan, { meta, texts }, (row, id, read) =>
    'problem' in read
      ? unread(row, read.problem)
      : { kind: 'applicant', row, id, facts: withId(read.facts, id, own) },
  );
}

/** Who it is about, and columns to leave unread, are taken out; everything else must be a fact. */
function fromObject(
  row: number,
  value: unknown,
  { facts, wishes, texts }: ApplicantSource,
): Applicant | UnreadEntry {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return unread(row, brokenProblem({ why: 'notObject' }, texts));
  const own = new Set(facts.map(({ id }) => id));
  const isId = (name: string): boolean =>
    wishes.id === undefined ? idNames.includes(name) && !own.has(name) : name === wishes.id;
  const entries = Object.entries(value);
  const id = entries.find(([name]) => isId(name))?.[1];
  const kept = entries.filter(([name]) => (!isId(name) || own.has(name)) && !wishes.ignore.includes(name));
  const text = id === undefined || id === null ? '' : String(id);
  return { kind: 'applicant', row, id: text, facts: withId(Object.fromEntries(kept), text, facts) };
}

/** Other records refer to a record by its id; a fact of that name says it itself. */
function withId(facts: Facts, id: string, own: readonly FactMeta[]): Facts {
  return id === '' || own.some((fact) => idNames.includes(fact.id)) ? facts : { ...facts, id };
}

/** What is wrong with the data as a whole, in words, as `Unusable`. */
export async function explaining<T>(path: string, texts: Texts, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof UnreadableData ? new Unusable(unreadableText(error.problem, path, texts)) : error;
  }
}

export async function* explainingRows<T>(
  path: string,
  texts: Texts,
  rows: AsyncIterable<T>,
): AsyncGenerator<T> {
  try {
    yield* rows;
  } catch (error) {
    throw error instanceof UnreadableData ? new Unusable(unreadableText(error.problem, path, texts)) : error;
  }
}
