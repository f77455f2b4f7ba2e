import { columnsOf } from '../compiler/index.ts';
import { InputErrors } from '../runtime/index.ts';
import { handed } from './handed.ts';
import type { Given, Reply, Task } from './messages.ts';

// What runs on each thread: the policy is bound once, when the thread starts.

const given = handed<Given>();
const bound = columnsOf(given.policy).at(given.binding);

/** Decides one batch; the results lie in memory that all threads share. */
export default function decide({ batch, into }: Task): Reply {
  try {
    return { results: bound.columns(batch, { memory: 'shared', ...(into && { into }) }) };
  } catch (error) {
    if (error instanceof InputErrors) return { errors: error.errors };
    throw error;
  }
}
