import { read } from '../../../runtime/access.ts';
import {
  type Batch,
  type BoundColumns,
  type ByRow,
  type ColumnsOptions,
  type ColumnsPolicy,
  emptyResults,
  type Memory,
  type ProgrammeColumns,
  type ResultColumns,
  ResultWriter,
} from '../../../runtime/columns/index.ts';
import { civilDate } from '../../../runtime/dates.ts';
import type { Decision } from '../../../runtime/decision.ts';
import { type DirectCode, type DirectProgramme, readBinding } from '../../../runtime/direct/decider.ts';
import { type DirectResult, projected } from '../../../runtime/direct/result.ts';
import { bindRun } from '../../../runtime/evaluator/bind.ts';
import { selectingProgrammes } from '../../../runtime/evaluator/decide.ts';
import { definePolicy } from '../../../runtime/evaluator/policy.ts';
import { indexOf, type Run } from '../../../runtime/evaluator/run.ts';
import type { BoundPolicy } from '../../../runtime/evaluator.ts';
import { InputErrors } from '../../../runtime/input/errors.ts';
import type { Implementation } from '../../../runtime/rules.ts';
import type { Id } from '../../../runtime/types.ts';
import { isKeyed } from '../../../runtime/unknown.ts';
import type { ReadRecord, Value } from '../../../runtime/value.ts';
import type * as L from '../../lower/index.ts';
import { Feeder } from './batch.ts';
import { bindValues, type Surroundings } from './binds.ts';
import { Chunks } from './chunks.ts';
import { LIMITS, type Limits } from './draft.ts';
import { type Kernel, makeKernel, type Setting } from './kernel.ts';
import { type RecordAt, RecordReader } from './records.ts';
import type { ColumnsCode, ColumnsProgramme, OutsideProgramme } from './programme.ts';
import { resultArrays } from './results.ts';
import { selectOver } from './select.ts';
import { NotColumnar } from './unsupported.ts';

/** A policy over columns. Rows that no kernel decides are decided by `direct` where it can, else by `implementation`. */
export function columnsPolicy(
  code: ColumnsCode,
  implementation: Implementation,
  direct: DirectCode['at'],
  limits: Limits = LIMITS,
): ColumnsPolicy {
  const index = indexOf(implementation);
  const evaluator = definePolicy(implementation);
  return {
    at(binding) {
      const run = bindRun(index, binding);
      const given = (of: L.Given): Value =>
        read(of.from === 'parameter' ? run.parameters : run.circumstances, of.id);
      const around = { asOf: run.asOf, yearNow: civilDate(run.asOf).year, calendar: run.calendar, given };
      const { parameters, circumstances } = binding;
      const bound = readBinding(implementation.meta, binding.asOf, parameters, circumstances);
      const straight = direct(bound.asOf, bound.parameters, bound.circumstances);
      return new Columns(code, run, around, evaluator.bind(binding), straight, limits);
    },
  };
}

class Columns implements BoundColumns {
  readonly subject: Id;
  readonly #run: Run;
  readonly #records: RecordReader;
  readonly #bound: BoundPolicy;
  readonly #programmes: readonly ProgrammeOver[];

  constructor(
    code: ColumnsCode,
    run: Run,
    around: Surroundings,
    bound: BoundPolicy,
    straight: ReturnType<DirectCode['at']>,
    limits: Limits,
  ) {
    const { subject } = run;
    this.#run = run;
    this.subject = subject.id;
    this.#records = new RecordReader(bound.meta, subject.facts);
    this.#bound = bound;
    const binds = bindValues(code, around);
    const made = code.subjects.find(({ id }) => id === subject.id);
    const bindOf = (bind: number): Value => binds[bind] ?? null;
    const setting = { binds, around: { ...around, bind: bindOf }, keysOf: keysOf(around), limits };
    this.#programmes = code.programmes
      .filter((programme) => programme.subject === subject.id)
      .map((programme) => {
        if (made === undefined) throw new RangeError(`no kind of record ${subject.id}`);
        return new ProgrammeOver(programme, { ...setting, subject: made }, straight[programme.id]);
      });
  }

  get byRow(): readonly ByRow[] {
    return this.#programmes.flatMap(({ id, why }) => (why === null ? [] : [{ programme: id, why }]));
  }

  select(batches: readonly Batch[], results: readonly ResultColumns[]) {
    const made = selectingProgrammes(this.#run).map(
      (rules) => [rules.id, selectOver(this.#run, rules, batches, results)] as const,
    );
    return Object.fromEntries(made);
  }

  room(batch: Batch, { memory = 'own', into }: ColumnsOptions = {}): ResultColumns {
    const programmes = this.#programmes.map(
      (one) => [one.id, one.room(batch, memory, into?.programmes[one.id])] as const,
    );
    return { rows: batch.rows, programmes: Object.fromEntries(programmes) };
  }

  columns(batch: Batch, { memory = 'own', into }: ColumnsOptions = {}): ResultColumns {
    const rows = new BatchRows(this.#bound, this.#records.over(batch), this.#programmes.length > 1);
    const programmes = this.#programmes.map(
      (one) => [one.id, one.decide(batch, memory, into?.programmes[one.id], rows)] as const,
    );
    return { rows: batch.rows, programmes: Object.fromEntries(programmes) };
  }
}

/** Rows of a batch one by one, each read and decided as a whole at most once for all programmes. */
class BatchRows {
  readonly #bound: BoundPolicy;
  readonly #recordAt: RecordAt;
  /** Whether others will ask for the same rows. */
  readonly #keeps: boolean;
  readonly #records = new Map<number, ReadRecord>();
  readonly #decisions = new Map<number, Decision>();

  constructor(bound: BoundPolicy, at: RecordAt, keeps: boolean) {
    this.#bound = bound;
    this.#recordAt = at;
    this.#keeps = keeps;
  }

  record(row: number): ReadRecord {
    if (!this.#keeps) return this.#read(row);
    const known = this.#records.get(row) ?? this.#read(row);
    this.#records.set(row, known);
    return known;
  }

  #read(row: number): ReadRecord {
    try {
      return this.#recordAt(row);
    } catch (error) {
      if (!(error instanceof InputErrors)) throw error;
      throw new InputErrors(
        error.errors.map((one) => ({ ...one, path: `[${row}]${one.path === '' ? '' : `.${one.path}`}` })),
      );
    }
  }

  decision(row: number): Decision {
    const known = this.#decisions.get(row) ?? this.#bound.decideRead(this.record(row));
    this.#decisions.set(row, known);
    return known;
  }
}

const keysOf =
  ({ given }: Surroundings) =>
  (of: L.Given): readonly string[] => {
    const value = given(of);
    return isKeyed(value) ? [...value.keyed.keys()] : [];
  };

/** A kernel, and what takes batches to it. */
interface Running {
  readonly kernel: Kernel;
  readonly feeder: Feeder;
  readonly chunks: Chunks;
}

/** One programme: by a kernel, rows that it leaves over by themselves; or all rows by themselves. */
class ProgrammeOver {
  readonly id: Id;
  readonly why: string | null;
  readonly #lowered: ColumnsProgramme | OutsideProgramme;
  readonly #setting: Omit<Setting, 'missing'>;
  readonly #straight: DirectProgramme['decide'] | undefined;
  /** Rows that a kernel leaves over; the same room for every batch. */
  #left = new Int32Array(0);
  /** Kernels by the inputs that batches have no column of. */
  readonly #kernels = new Map<string, Running | string>();

  constructor(
    lowered: ColumnsProgramme | OutsideProgramme,
    setting: Omit<Setting, 'missing'>,
    straight: DirectProgramme['decide'] | undefined,
  ) {
    this.#straight = straight;
    this.id = lowered.id;
    this.#lowered = lowered;
    this.#setting = setting;
    this.why = 'outside' in lowered ? lowered.outside.en : this.#obstacle(lowered);
  }

  #obstacle(lowered: ColumnsProgramme): string | null {
    const made = this.#kernel(lowered, new Set());
    return typeof made === 'string' ? made : null;
  }

  /** The kernel for batches without columns of these inputs, or why there is none. */
  #kernel(lowered: ColumnsProgramme, missing: ReadonlySet<number>) {
    const key = [...missing].join();
    const known = this.#kernels.get(key) ?? this.#made(lowered, missing);
    this.#kernels.set(key, known);
    return known;
  }

  #made(lowered: ColumnsProgramme, missing: ReadonlySet<number>) {
    try {
      const kernel = makeKernel(lowered, { ...this.#setting, missing });
      const feeder = new Feeder(kernel, this.#setting.subject.inputs);
      return { kernel, feeder, chunks: new Chunks(kernel, feeder.fixed) };
    } catch (error) {
      if (!(error instanceof NotColumnar)) throw error;
      return error.message;
    }
  }

  decide(batch: Batch, memory: Memory, into: ProgrammeColumns | undefined, one: BatchRows): ProgrammeColumns {
    const decided = this.#run(batch, memory, into);
    if (decided === null) {
      const rows = Array.from({ length: batch.rows }, (_, row) => row);
      return this.#byRow(emptyResults(this.#lowered.shape, batch.rows, memory), rows, memory, one);
    }
    return decided.rows.length === 0
      ? decided.columns
      : this.#byRow(decided.columns, decided.rows, memory, one);
  }

  /** Room for the results of a batch. */
  room(batch: Batch, memory: Memory, into: ProgrammeColumns | undefined): ProgrammeColumns {
    const made = this.#kernelFor(batch);
    if (made === null) return emptyResults(this.#lowered.shape, batch.rows, memory);
    return resultArrays(made.kernel, batch.rows, memory, into).columns;
  }

  #kernelFor(batch: Batch): Running | null {
    const lowered = this.#lowered;
    if (this.why !== null || 'outside' in lowered) return null;
    const { inputs } = this.#setting.subject;
    const missing = inputs.flatMap(({ id, fallback }, input) =>
      fallback && !Object.hasOwn(batch.columns, id) ? [input] : [],
    );
    const made = this.#kernel(lowered, new Set(missing));
    return typeof made === 'string' ? null : made;
  }

  /** By the kernel, with the rows that are left over; `null` where there is none, or the batch lacks a column. */
  #run(batch: Batch, memory: Memory, into: ProgrammeColumns | undefined) {
    const made = this.#kernelFor(batch);
    if (made === null) return null;
    const { kernel, feeder, chunks } = made;
    const handed = feeder.hand(batch);
    if (handed === null) return null;
    const { columns, written } = resultArrays(kernel, batch.rows, memory, into);
    if (this.#left.length < batch.rows) this.#left = new Int32Array(batch.rows);
    const count = chunks.run(batch.rows, handed, written, this.#left);
    const left = this.#left.subarray(0, count);
    return { columns, rows: eachOnce(feeder.unknownRows(batch), left, batch.rows) };
  }

  #byRow(
    columns: ProgrammeColumns,
    rows: readonly number[],
    memory: Memory,
    one: BatchRows,
  ): ProgrammeColumns {
    const writer = new ResultWriter(columns, memory);
    const straight = this.#straight;
    for (const row of rows)
      writer.put(row, straight ? straight(one.record(row)) : this.#projected(one.decision(row)));
    return writer.columns();
  }

  #projected({ programmes }: Decision): DirectResult {
    const decided = programmes[this.id];
    if (decided === undefined) throw new RangeError(`no decision about ${this.id}`);
    return projected(
      decided,
      this.#lowered.shape.amounts.map(({ id }) => id),
    );
  }
}

/** Rows of either list; what a kernel makes of a row of which something is not known means nothing, so it may leave it too. */
function eachOnce(unknown: readonly number[], left: Int32Array, rows: number): readonly number[] {
  if (left.length === 0) return unknown;
  const seen = new Uint8Array(rows);
  for (const row of unknown) seen[row] = 1;
  const all = [...unknown];
  for (const row of left) if (seen[row] === 0) all.push(row);
  return all;
}
