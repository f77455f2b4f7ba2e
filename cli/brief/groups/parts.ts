import { availableParallelism } from 'node:os';
import { Threads } from '../../../bulk/threads.ts';
import { UnreadableData } from '../../read/record.ts';
import type { BriefPart } from '../part.ts';
import { GroupDecider, type GroupsJob } from './decider.ts';
import type { Reply, Task } from './messages.ts';

export interface OnThreads {
  readonly threads: number;
  /** The script that threads run. */
  readonly worker: URL;
}

/** With fewer rows than this, threads take longer to start than they save. */
const FEW = 300_000;
/** Each holds a row group, some hundred megabytes. */
const MOST_THREADS = 8;

/** Threads for a file; `null`: none are worth their while. */
export function threadsFor({ groups, rows }: { readonly groups: number; readonly rows: number }) {
  const threads = Math.min(availableParallelism(), groups, MOST_THREADS);
  if (threads < 2 || rows < FEW) return null;
  return { threads, worker: new URL('./worker.mjs', import.meta.url) };
}

/** The row groups of a file, decided and written in their order; `on`: several at a time. Throws `UnreadableData`. */
export async function* groupParts(
  job: GroupsJob,
  groups: number,
  on: OnThreads | null,
): AsyncGenerator<BriefPart> {
  const each = Array.from({ length: groups }, (_, at) => at);
  if (on !== null) yield* threaded(job, each, on);
  else {
    const decider = await GroupDecider.open(job);
    try {
      for (const at of each) yield await decider.part(at);
    } finally {
      decider.close();
    }
  }
}

async function* threaded(
  given: GroupsJob,
  each: readonly Task[],
  { threads, worker }: OnThreads,
): AsyncGenerator<BriefPart> {
  const pool = await Threads.start<Task, Reply>({ worker, given, threads });
  try {
    for await (const reply of pool.inOrder(each)) {
      if ('problem' in reply) throw new UnreadableData(reply.problem);
      yield reply.part;
    }
  } finally {
    await pool.close();
  }
}
