import { columnsOf } from '../compiler/index.ts';
import { type SliceResults, sliceOf, sliceOfResults, sliceResults } from '../runtime/columns/index.ts';
import { InputErrors } from '../runtime/index.ts';
import { handed } from './handed.ts';
import type { BatchTask, Given, Reply, SlicesTask, Task } from './messages.ts';

// What runs on each thread: the policy is bound once, when the thread starts.

const given = handed<Given>();
const bound = columnsOf(given.policy).at(given.binding);

/** Decides one batch, or slices of one while there are any; the results lie in memory that all threads share. */
export default function decide(task: Task): Reply {
  try {
    return 'next' in task ? { slices: slicesOf(task) } : { results: whole(task) };
  } catch (error) {
    if (error instanceof InputErrors) return { errors: error.errors };
    throw error;
  }
}

const whole = ({ batch, into }: BatchTask) =>
  bound.columns(batch, { memory: 'shared', ...(into && { into }) });

function slicesOf({ batch, into, next, slice }: SlicesTask): readonly SliceResults[] {
  const made: SliceResults[] = [];
  const take = () => Atomics.add(next, 0, slice);
  for (let from = take(); from < batch.rows; from = take()) {
    const to = Math.min(from + slice, batch.rows);
    const room = sliceOfResults(into, from, to);
    const results = bound.columns(sliceOf(batch, from, to), { memory: 'shared', into: room });
    made.push(sliceResults(from, room, results));
  }
  return made;
}
