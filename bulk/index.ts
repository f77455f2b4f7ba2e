import { availableParallelism } from 'node:os';
import type { Tinypool } from 'tinypool';
import { columnsOf, type Policy } from '../compiler/index.ts';
import type { Batch, ResultColumns } from '../runtime/columns/index.ts';
import { type Binding, InputErrors } from '../runtime/index.ts';
import type { Given, Reply, Task } from './messages.ts';

export * from '../runtime/columns/index.ts';

// Registers decided on several threads. For Node only: everything else runs in a browser.

export interface BulkOptions {
  /** How many threads decide; as many as the machine has processors, unless it is said. */
  readonly threads?: number;
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
   * Decides a batch on the next free thread; the results lie in shared memory. Rejects with `InputErrors` where data do not
   * fit, and with an `AbortError` when given up.
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

/** Tasks that a thread has beside the one it works on, so that it never waits for the next. */
const AHEAD = 2;

/**
 * Starts threads that decide by a policy. Throws `InputErrors` for a binding that does not fit, before any thread is started.
 * The threads are ended by `close`; a program that forgets them does not end.
 */
export async function openBulk(policy: Policy, binding: Binding, options: BulkOptions = {}): Promise<Bulk> {
  columnsOf(policy).at(binding);
  const { threads = availableParallelism(), worker = new URL('./worker.js', import.meta.url) } = options;
  const { Tinypool: Pool } = await import('tinypool');
  const given: Given = { policy, binding };
  const pool = new Pool({
    filename: worker.href,
    runtime: 'worker_threads',
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: AHEAD,
    workerData: given,
  });
  return new ThreadedBulk(pool, threads);
}

class ThreadedBulk implements Bulk {
  readonly threads: number;
  readonly #pool: Tinypool;

  constructor(pool: Tinypool, threads: number) {
    this.#pool = pool;
    this.threads = threads;
  }

  async columns(batch: Batch, { into, signal }: BatchOptions = {}): Promise<ResultColumns> {
    const task: Task = { batch, ...(into && { into }) };
    const reply: Reply = await this.#pool.run(task, signal ? { signal } : {});
    if ('errors' in reply) throw new InputErrors(reply.errors);
    return reply.results;
  }

  async *all(
    batches: Iterable<Batch> | AsyncIterable<Batch>,
    options: Pick<BatchOptions, 'signal'> = {},
  ): AsyncGenerator<ResultColumns> {
    const under: Promise<ResultColumns>[] = [];
    try {
      for await (const batch of batches) {
        under.push(this.columns(batch, options));
        const first = under.length >= this.threads * AHEAD ? under.shift() : undefined;
        if (first) yield await first;
      }
      for (let first = under.shift(); first; first = under.shift()) yield await first;
    } finally {
      // Whoever stops early, or an error of one batch, leaves others that nobody will ask about.
      for (const left of under) left.catch(() => undefined);
    }
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }
}
