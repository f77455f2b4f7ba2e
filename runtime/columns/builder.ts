import { identified } from '../input/identity.ts';
import { readRow } from '../input/read.ts';
import type { FactMeta, Id, PolicyMeta } from '../types.ts';
import { isDoubt, isUnknown } from '../unknown.ts';
import { type ReadRecord, recordId, type Value } from '../value.ts';
import { type ColumnWriter, columnWriter } from './writers.ts';
import type { Batch, Column } from './columns.ts';
import { givenOf } from './given.ts';
import type { Memory } from './memory.ts';

interface Field {
  readonly fact: FactMeta;
  readonly writer: ColumnWriter;
}

const settled = (value: Value | undefined): Value | undefined =>
  isUnknown(value) || isDoubt(value) ? undefined : value;

/** Makes batches of records of one kind, row by row. */
export class BatchBuilder {
  readonly #meta: PolicyMeta;
  readonly #facts: readonly FactMeta[];
  readonly #fields: readonly Field[];
  readonly capacity: number;
  #odd = new Map<number, unknown>();
  #ids = new Map<number, string>();
  #rows = 0;

  /** `subject`: the kind of record. Throws a `RangeError` where the policy has no such kind. */
  constructor(meta: PolicyMeta, subject: Id, capacity: number, memory: Memory = 'own') {
    const kind = meta.subjects.find(({ id }) => id === subject);
    if (kind === undefined) throw new RangeError(`no kind of record ${subject}`);
    this.#meta = meta;
    this.#facts = kind.facts;
    this.#fields = kind.facts.map((fact) => ({ fact, writer: columnWriter(meta, fact, capacity, memory) }));
    this.capacity = capacity;
  }

  /** Rows added since the last batch was taken. */
  get rows(): number {
    return this.#rows;
  }

  get isFull(): boolean {
    return this.#rows === this.capacity;
  }

  /** Adds a record whose values are taken as they are. Throws a `RangeError` when the batch is full. */
  addRecord(record: ReadRecord): void {
    this.#add(record, record[recordId] ?? null);
  }

  #add(record: ReadRecord, id: string | null): void {
    if (this.isFull) throw new RangeError(`more than ${this.capacity} rows`);
    const row = this.#rows;
    let fits = true;
    for (const { fact, writer } of this.#fields) {
      const value = Object.hasOwn(record, fact.id) ? settled(record[fact.id]) : undefined;
      if (value !== undefined && !writer.put(row, value)) fits = false;
    }
    if (!fits) this.#setAside(row, record);
    if (id !== null) this.#ids.set(row, id);
    this.#rows = row + 1;
  }

  /** Adds a record from JSON-like data, as `readRow` reads it. Throws its `InputErrors`; nothing is added then. */
  addFacts(raw: unknown): void {
    const { id, facts } = identified(this.#meta, this.#facts, raw);
    this.#add(readRow(this.#meta, this.#facts, facts), id);
  }

  /** The rows added so far; the builder is empty again, for the next batch. */
  take(): Batch {
    const columns = Object.create(null) as { [fact: Id]: Column };
    for (const { fact, writer } of this.#fields) columns[fact.id] = writer.take(this.#rows);
    const batch = {
      rows: this.#rows,
      columns,
      ...(this.#odd.size > 0 && { odd: this.#odd }),
      ...(this.#ids.size > 0 && { ids: this.#ids }),
    };
    [this.#odd, this.#ids] = [new Map(), new Map()];
    this.#rows = 0;
    return batch;
  }

  /** A row of which one value fits no column is kept whole, and stands in the columns as unknown. */
  #setAside(row: number, record: ReadRecord): void {
    const raw = Object.create(null) as { [fact: Id]: unknown };
    for (const { fact, writer } of this.#fields) {
      writer.forget(row);
      const given = Object.hasOwn(record, fact.id) ? givenOf(record[fact.id], fact.type) : undefined;
      if (given !== undefined) raw[fact.id] = given;
    }
    this.#odd.set(row, raw);
  }
}

/** Records of one kind as one batch. */
export function batchOf(
  meta: PolicyMeta,
  subject: Id,
  records: readonly ReadRecord[],
  memory: Memory = 'own',
): Batch {
  const builder = new BatchBuilder(meta, subject, records.length, memory);
  for (const record of records) builder.addRecord(record);
  return builder.take();
}
