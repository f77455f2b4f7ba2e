import { handed } from '../../../bulk/handed.ts';
import { UnreadableData } from '../../read/record.ts';
import { GroupDecider, type GroupsJob } from './decider.ts';
import type { Reply, Task } from './messages.ts';

// What runs on each thread: the policy is bound and the file opened once, for the first row group.

let decider: Promise<GroupDecider> | undefined;

export default async function decide(at: Task): Promise<Reply> {
  decider ??= GroupDecider.open(handed<GroupsJob>());
  try {
    return { part: await (await decider).part(at) };
  } catch (error) {
    if (error instanceof UnreadableData) return { problem: error.problem };
    throw error;
  }
}
