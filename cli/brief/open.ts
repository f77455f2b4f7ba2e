import type { BoundColumns } from '../../compiler/index.ts';
import type { PolicyNames } from '../policy/names.ts';
import type { OpenPolicy } from '../policy/open.ts';
import { type ApplicantSource, explaining, explainingRows, openPlanned } from '../read/applicants.ts';
import type { ColumnPlan } from '../read/columns.ts';
import type { TypedRecords } from '../read/open.ts';
import type { Records } from '../read/record.ts';
import { batchesOf } from './batches.ts';
import { decideBatch } from './decide.ts';
import { type BriefFormat, encoderFor } from './encode.ts';
import type { BriefPart } from './part.ts';

export interface Asked {
  readonly opened: Pick<OpenPolicy, 'policy' | 'binding'>;
  readonly columns: BoundColumns;
  readonly names: PolicyNames;
  readonly from: ApplicantSource;
  readonly format: BriefFormat;
}

export interface OpenParts {
  readonly parts: AsyncIterable<BriefPart>;
  /** Columns that are nothing of the policy's. */
  readonly unused: readonly string[];
}

/** A register decided by columns, batch by batch. Throws `Unusable` for data that cannot be read as a whole. */
export async function openParts(asked: Asked): Promise<OpenParts> {
  const { source, texts } = asked.from;
  const path = source.shown ?? source.path;
  return explaining(path, texts, async () => {
    const { records, plan } = await openPlanned(asked.from);
    const parts =
      'file' in records && plan
        ? await groupsOf(asked, records, plan)
        : decided(asked, records as Records, plan);
    return { parts: explainingRows(path, texts, parts), unused: plan?.unused ?? [] };
  });
}

async function* decided(
  { columns, names, from, format }: Asked,
  records: Records,
  plan: ColumnPlan | undefined,
): AsyncGenerator<BriefPart> {
  const encode = await encoderFor(format);
  for await (const batch of batchesOf(records, plan, from, columns.subject))
    yield decideBatch(columns, batch, (id) => names.label(id), encode);
}

/** Loaded with its library only where the data are Parquet. */
async function groupsOf(
  { opened, from, format }: Asked,
  { file }: TypedRecords,
  plan: ColumnPlan,
): Promise<AsyncGenerator<BriefPart>> {
  const { checkKinds } = await import('../parquet/read/kinds.ts');
  const { groupParts, threadsFor } = await import('./groups/parts.ts');
  const { fields, groups } = file;
  const on = threadsFor(file);
  // Each thread opens it for itself.
  file.close();
  checkKinds(fields, plan);
  const { policy, binding } = opened;
  const { path } = from.source;
  const job = { policy, binding, path, plan, language: from.texts.language, format };
  return groupParts(job, groups, on);
}
