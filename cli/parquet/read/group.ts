import type { IdBytes } from '../../brief/brief.ts';
import type { PolicyMeta } from '../../../runtime/types.ts';
import type { ColumnPlan, Target } from '../../read/columns.ts';
import type { Held, Table } from '../../read/table/table.ts';
import type { Field } from './fields.ts';
import { damageAt, type ParquetFile } from './file.ts';
import { givenAt } from './given.ts';
import { idsOf, type Ids } from './ids.ts';

/** A row group: the columns that the plan reads. */
export class Group implements Table {
  private constructor(
    /** Counted from 0. */
    readonly at: number,
    readonly rows: number,
    /** By place in the header; `null` for a column that is not read. */
    readonly columns: readonly (Held | null)[],
    readonly ids: Ids | null,
  ) {}

  /** Throws `UnreadableData` where the file is damaged. */
  static async read(file: ParquetFile, at: number, plan: ColumnPlan, meta: PolicyMeta): Promise<Group> {
    const columns: (Held | null)[] = [];
    for (const [place, field] of file.fields.entries()) {
      const target = plan.targets[place] ?? null;
      columns.push(target && (await held(file, at, field, target, meta)));
    }
    const id = plan.id === null ? undefined : file.fields[plan.id];
    return new Group(at, file.rowsOf(at), columns, id === undefined ? null : idsOf(file, at, id));
  }

  /** As the reader of inputs takes it. Throws `UnreadableData` for a text that is not UTF-8. */
  value(column: number, row: number): unknown {
    return this.columns[column]?.given(row);
  }

  /** `undefined` where no column says who the rows are about. */
  get idBytes(): IdBytes | undefined {
    const { at, ids } = this;
    if (ids === null) return undefined;
    return {
      texts: ids.texts,
      places: placesOf(ids, this.rows),
      guarded: (work) => damageAt(at + 1, ids.column, work),
    };
  }

  id(row: number): string {
    const { ids } = this;
    return ids === null ? '' : damageAt(this.at + 1, ids.column, () => ids.text(row).trim());
  }
}

function placesOf({ codes, known }: Ids, rows: number): Int32Array | null {
  if (known === null) return codes;
  const places = new Int32Array(rows);
  for (let row = 0; row < rows; row++)
    places[row] = known[row] === 0 ? -1 : codes === null ? row : (codes[row] as number);
  return places;
}

async function held(
  file: ParquetFile,
  at: number,
  field: Field,
  target: Target,
  meta: PolicyMeta,
): Promise<Held> {
  if (field.kind.k !== 'texts') {
    const raw = file.column(at, field);
    const given = givenAt(meta, target, field.kind, raw);
    // A text that is not UTF-8 shows when it is read.
    return { target, kind: field.kind, raw, given: (row) => damageAt(at + 1, field.name, () => given(row)) };
  }
  const lists = await file.lists(at, field);
  return { target, kind: field.kind, raw: null, given: (row) => lists[row] ?? undefined };
}
