import { type Batch, BatchBuilder } from '../../runtime/columns/index.ts';
import type { PolicyMeta } from '../../runtime/types.ts';
import type { Applicant } from './applicant.ts';

/** The applicants as columns in shared memory, `size` rows a batch. */
export function batches(meta: PolicyMeta, applicants: readonly Applicant[], size: number): Batch[] {
  const builder = new BatchBuilder(meta, 'applicant', size, 'shared');
  const taken: Batch[] = [];
  for (const applicant of applicants) {
    if (builder.isFull) taken.push(builder.take());
    builder.addRecord(applicant);
  }
  if (builder.rows > 0) taken.push(builder.take());
  return taken;
}
