import { type BoundColumns, columnsOf, type Policy, policyMeta } from '../../../compiler/index.ts';
import type { Binding } from '../../../runtime/evaluator.ts';
import type { Language } from '../../console/language.ts';
import { ParquetFile } from '../../parquet/read/file.ts';
import { readGroup } from '../../parquet/read/read-group.ts';
import { PolicyNames } from '../../policy/names.ts';
import type { ColumnPlan } from '../../read/columns.ts';
import type { BatchReading } from '../../read/table/batch.ts';
import { textsIn } from '../../texts/texts.ts';
import { decideBatch } from '../decide.ts';
import { type BriefFormat, type Encode, encoderFor } from '../encode.ts';
import type { BriefPart } from '../part.ts';

/** What is asked of every row group of a file. Plain data, so that threads can be handed it. */
export interface GroupsJob {
  readonly policy: Policy;
  readonly binding: Binding;
  /** The file, of Parquet, and what its columns hold. */
  readonly path: string;
  readonly plan: ColumnPlan;
  readonly language: Language;
  readonly format: BriefFormat;
}

/** Decides row groups by themselves: read, decided and written as they stand in the new file, wherever that is. */
export class GroupDecider {
  private constructor(
    private readonly file: ParquetFile,
    private readonly plan: ColumnPlan,
    private readonly reading: BatchReading,
    private readonly columns: BoundColumns,
    private readonly names: PolicyNames,
    private readonly encode: Encode,
  ) {}

  /** Throws a system error, and `UnreadableData` where the file is not Parquet. */
  static async open({ policy, binding, path, plan, language, format }: GroupsJob): Promise<GroupDecider> {
    const meta = policyMeta(policy);
    const columns = columnsOf(policy).at(binding);
    const facts = meta.subjects.find(({ id }) => id === columns.subject)?.facts ?? [];
    const reading = { meta, facts, texts: textsIn(language) };
    const encode = await encoderFor(format);
    const names = new PolicyNames(meta, language);
    return new GroupDecider(ParquetFile.open(path), plan, reading, columns, names, encode);
  }

  /** A row group, counted from 0. Throws `UnreadableData` where the file is damaged. */
  async part(at: number): Promise<BriefPart> {
    const batch = await readGroup(this.file, at, this.plan, this.reading);
    return decideBatch(this.columns, batch, (id) => this.names.label(id), this.encode);
  }

  close(): void {
    this.file.close();
  }
}
