import type { Batch } from '../../runtime/columns/index.ts';
import { InputErrors } from '../../runtime/input/errors.ts';
import { problemsIn, type UnreadEntry } from '../decide/entry.ts';
import type { BatchReading, TableBatch } from '../read/table/batch.ts';
import type { Rows } from './from-results.ts';

/** Records that are decided together. */
export interface BatchOfRows extends Rows {
  readonly batch: Batch;
  /** Rows that could not be read, in no batch or left out of this one. */
  readonly unread: readonly UnreadEntry[];
}

/** The batch with the places of its rows; those that are bad come in the order of the file. */
export function withRows(
  { batch, bad }: TableBatch,
  { row, id, ids }: Pick<Rows, 'row' | 'id' | 'ids'>,
  { texts }: Pick<BatchReading, 'texts'>,
  before: readonly UnreadEntry[] = [],
): BatchOfRows {
  const own = [...bad].map(([at, found]): UnreadEntry => {
    const problems =
      'problem' in found ? [found.problem] : problemsIn(new InputErrors(found.errors), texts.language);
    return { kind: 'unread', row: row(at), id: id(at), problems };
  });
  return { batch, row, id, ids, left: bad, unread: [...before, ...own].sort((a, b) => a.row - b.row) };
}
