import { columnsOf, type Policy } from '../compiler/index.ts';
import type { Batch, ResultColumns } from '../runtime/columns/index.ts';
import { type Binding, InputErrors } from '../runtime/index.ts';
import type { Given, Reply, Task } from './messages.ts';
import { Threads } from './threads.ts';

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

/**
 * Starts threads that decide by a policy. Throws `InputErrors` for a binding that does not fit, before any thread is started.
 * The threads are ended by `close`; a program that forgets them does not end.
 */
export async function openBulk(policy: Policy, binding: Binding, options: BulkOptions = {}): Promise<Bulk> {
  columnsOf(policy).at(binding);
  const { threads, worker = new URL('./worker.js', import.meta.url) } = options;
  const given: Given = { policy, binding };
  return new ThreadedBulk(await Threads.start<Task, Reply>({ worker, given, threads }));
}

class ThreadedBulk implements Bulk {
  readonly #threads: Threads<Task, Reply>;

  constructor(threads: Threads<Task, Reply>) {
    this.#threads = threads;
  }

  get threads(): number {
    return this.#threads.threads;
  }

  async columns(batch: Batch, { into, signal }: BatchOptions = {}): Promise<ResultColumns> {
    return resultsOf(await this.#threads.run({ batch, ...(into && { into }) }, signal));
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
  if ('errors' in reply) throw new InputErrors(reply.errors);
  return reply.results;
}
