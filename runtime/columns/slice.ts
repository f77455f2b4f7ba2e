import type { AmountColumns, IdColumn, ProgrammeColumns, ResultColumns } from './results.ts';
import type { Batch, Bits, Column } from './columns.ts';
import { isSharedArray } from './memory.ts';

/** Whether threads can share all of the batch: arrays in shared memory, no lists or records, no odd rows, no names of rows. */
export const isShared = ({ columns, odd, ids }: Batch): boolean =>
  !odd?.size && !ids?.size && Object.values(columns).every(liesShared);

const liesShared = (column: Column): boolean =>
  column.t !== 'given' &&
  [column.values, column.known, column.absent].every((array) => array === undefined || isSharedArray(array));

/** Rows `from` to before `to` of a batch that threads can share, over the same memory; `from` is a multiple of eight. */
export function sliceOf(batch: Batch, from: number, to: number): Batch {
  const bits = (of: Bits) => of.subarray(from >> 3, (to + 7) >> 3);
  const column = (of: Column): Column => {
    if (of.t === 'given') throw new RangeError('a column of lists or records is not sliced');
    const marks = {
      ...(of.known && { known: bits(of.known) }),
      ...(of.absent && { absent: bits(of.absent) }),
    };
    if (of.t === 'flags') return { ...of, ...marks, values: bits(of.values) };
    return { ...of, ...marks, values: of.values.subarray(from, to) } as Column;
  };
  const columns = Object.entries(batch.columns).map(([fact, of]) => [fact, column(of)] as const);
  return { rows: to - from, columns: Object.fromEntries(columns) };
}

/** Rows `from` to before `to` of results, over the same memory. */
export function sliceOfResults({ programmes }: ResultColumns, from: number, to: number): ResultColumns {
  const ids = ({ values, ids: all }: IdColumn): IdColumn => ({ values: values.subarray(from, to), ids: all });
  const amount = ({ min, max, from: first, to: last }: AmountColumns): AmountColumns => {
    const least = min.subarray(from, to);
    return {
      min: least,
      max: max === min ? least : max.subarray(from, to),
      ...(first && { from: first.subarray(from, to) }),
      ...(last && { to: last.subarray(from, to) }),
    };
  };
  const programme = (of: ProgrammeColumns): ProgrammeColumns => ({
    outcome: of.outcome.subarray(from, to),
    reason: ids(of.reason),
    ...(of.tier && { tier: ids(of.tier) }),
    amounts: Object.fromEntries(Object.entries(of.amounts).map(([id, one]) => [id, amount(one)])),
    byRow: of.byRow,
  });
  const sliced = Object.entries(programmes).map(([id, of]) => [id, programme(of)] as const);
  return { rows: to - from, programmes: Object.fromEntries(sliced) };
}
