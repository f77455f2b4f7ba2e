import { availableParallelism } from 'node:os';
import type { Tinypool } from 'tinypool';

export interface ThreadsOptions {
  /** The script that threads run: its default export works on a task. */
  readonly worker: URL;
  /** What every thread is handed once; see `handed`. */
  readonly given: unknown;
  /** As many as the machine has processors, unless it is said. */
  readonly threads?: number | undefined;
}

/** Tasks that a thread has beside the one it works on, so that it never waits for the next. */
const AHEAD = 2;

/** Threads that work on tasks of one kind, a script each. A program that forgets to close them does not end. */
export class Threads<Task, Reply> {
  readonly threads: number;
  readonly #pool: Tinypool;

  private constructor(pool: Tinypool, threads: number) {
    this.#pool = pool;
    this.threads = threads;
  }

  static async start<Task, Reply>({
    worker,
    given,
    threads = availableParallelism(),
  }: ThreadsOptions): Promise<Threads<Task, Reply>> {
    const { Tinypool: Pool } = await import('tinypool');
    const pool = new Pool({
      filename: worker.href,
      runtime: 'worker_threads',
      minThreads: threads,
      maxThreads: threads,
      concurrentTasksPerWorker: AHEAD,
      workerData: given,
    });
    return new Threads(pool, threads);
  }

  /** On the next free thread. Rejects with an `AbortError` when given up: the thread is ended and another one started. */
  run(task: Task, signal?: AbortSignal): Promise<Reply> {
    return this.#pool.run(task, signal ? { signal } : {});
  }

  /** Works on tasks as they come, and gives the replies in their order. At most two a thread are under way. */
  async *inOrder(tasks: Iterable<Task> | AsyncIterable<Task>, signal?: AbortSignal): AsyncGenerator<Reply> {
    const under: Promise<Reply>[] = [];
    try {
      for await (const task of tasks) {
        under.push(this.run(task, signal));
        const first = under.length >= this.threads * AHEAD ? under.shift() : undefined;
        if (first) yield await first;
      }
      for (let first = under.shift(); first; first = under.shift()) yield await first;
    } finally {
      // Whoever stops early, or an error of one task, leaves others that nobody will ask about.
      for (const left of under) left.catch(() => undefined);
    }
  }

  /** Ends the threads; tasks that are under way are given up. */
  close(): Promise<void> {
    return this.#pool.destroy();
  }
}
