import { columnsOf, type Policy } from '../compiler/index.ts';
import {
  type Batch,
  type BoundColumns,
  isShared,
  joined,
  type ResultColumns,
  type SliceResults,
} from '../runtime/columns/index.ts';
import { type Binding, InputErrors } from '../runtime/index.ts';
import type { Given, Reply, Task } from './messages.ts';
import { Threads } from './threads.ts';

export * from '../runtime/columns/index.ts';

// Registers decided on several threads. For Node only: everything else runs in a browser.

export interface BulkOptions {
  /** How many threads decide; as many as the machine has processors, unless it is said. */
  readonly threads?: number;
  /** Rows that a thread takes at a time of a large batch, a multiple of eight; 65,536 unless it is said. */
  readonly slice?: number;
  /** The script that threads run, where it does not lie beside this one. */
  readonly worker?: URL;
}

export interface BatchOptions {
  /** Results of an earlier batch that nobody reads any more, to be written over. */
  readonly into?: ResultColumns;
  /** Gives up: the thread that has the batch is ended and another one started. */
  readonly signal?: AbortSignal;
}

/** A bound policy on threads. Batches are best made in shared memory: other arrays are copied to the thread. */
export interface Bulk {
  readonly threads: number;
  /**
   * Decides a batch: a large one that is nothing but arrays in shared memory on all threads, a slice at a time, another on
   * the next free thread. The results lie in shared memory. Rejects with `InputErrors` where data do not fit, and with an `AbortError` when
   * given up.
   */
  columns(batch: Batch, options?: BatchOptions): Promise<ResultColumns>;
  /** Decides batches as they come, and gives the results in their order. At most two a thread are under way. */
  all(
    batches: Iterable<Batch> | AsyncIterable<Batch>,
    options?: Pick<BatchOptions, 'signal'>,
  ): AsyncGenerator<ResultColumns>;
  /** Ends the threads; batches that are under way are given up. */
  close(): Promise<void>;
}

/**
 * Starts threads that decide by a policy. Throws `InputErrors` for a binding that does not fit, before any thread is started.
 * The threads are ended by `close`; a program that forgets them does not end.
 */
export async function openBulk(policy: Policy, binding: Binding, options: BulkOptions = {}): Promise<Bulk> {
  const bound = columnsOf(policy).at(binding);
  const { threads, slice = 65_536, worker = new URL('./worker.js', import.meta.url) } = options;
  if (!(slice >= 8 && slice % 8 === 0)) throw new RangeError(`slice: ${slice} is no multiple of eight`);
  const given: Given = { policy, binding };
  return new ThreadedBulk(await Threads.start<Task, Reply>({ worker, given, threads }), bound, slice);
}

class ThreadedBulk implements Bulk {
  readonly #threads: Threads<Task, Reply>;
  readonly #bound: BoundColumns;
  readonly #slice: number;

  constructor(threads: Threads<Task, Reply>, bound: BoundColumns, slice: number) {
    this.#threads = threads;
    this.#bound = bound;
    this.#slice = slice;
  }

  get threads(): number {
    return this.#threads.threads;
  }

  async columns(batch: Batch, { into, signal }: BatchOptions = {}): Promise<ResultColumns> {
    if (this.threads > 1 && batch.rows > this.#slice && isShared(batch))
      return this.#sliced(batch, into, signal);
    return resultsOf(await this.#threads.run({ batch, ...(into && { into }) }, signal));
  }

  /** On all threads, each of which takes the next slice when it is done with one. */
  async #sliced(
    batch: Batch,
    before: ResultColumns | undefined,
    signal: AbortSignal | undefined,
  ): Promise<ResultColumns> {
    const into = this.#bound.room(batch, { memory: 'shared', ...(before && { into: before }) });
    const next = new Int32Array(new SharedArrayBuffer(4));
    const task = { batch, into, next, slice: this.#slice };
    const tasks = Array.from({ length: this.threads }, () => this.#threads.run(task, signal));
    const slices = (await Promise.all(tasks)).flatMap(slicesOf);
    return joined(
      into,
      slices.toSorted((a, b) => a.from - b.from),
    );
  }

  async *all(
    batches: Iterable<Batch> | AsyncIterable<Batch>,
    { signal }: Pick<BatchOptions, 'signal'> = {},
  ): AsyncGenerator<ResultColumns> {
    for await (const reply of this.#threads.inOrder(tasksOf(batches), signal)) yield resultsOf(reply);
  }

  close(): Promise<void> {
    return this.#threads.close();
  }
}

async function* tasksOf(batches: Iterable<Batch> | AsyncIterable<Batch>): AsyncGenerator<Task> {
  for await (const batch of batches) yield { batch };
}

function resultsOf(reply: Reply): ResultColumns {
  if ('results' in reply) return reply.results;
  throw faultOf(reply);
}

function slicesOf(reply: Reply): readonly SliceResults[] {
  if ('slices' in reply) return reply.slices;
  throw faultOf(reply);
}

const faultOf = (reply: Reply): Error =>
  'errors' in reply ? new InputErrors(reply.errors) : new TypeError('a thread answered another question');
