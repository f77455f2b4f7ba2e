import {
  type AmountColumns,
  allocate,
  type IdColumn,
  isSharedArray,
  type Memory,
  type ProgrammeColumns,
} from '../../../runtime/columns/index.ts';
import type { Id } from '../../../runtime/types.ts';
import type { KernelAmount } from './amounts.ts';
import type { Written } from './chunks.ts';
import type { Kernel } from './kernel.ts';

const bytesForIds = (ids: readonly unknown[]): number => (ids.length <= 0x100 ? 1 : 2);

/** Bytes of a row of results: doubles first, so that every array begins where its numbers may. */
const bytesOf = ({ reasons, tiers, amounts }: Made): number =>
  1 +
  bytesForIds(reasons) +
  (tiers ? bytesForIds(tiers) : 0) +
  amounts.reduce((sum, { wide, from, to }) => sum + (wide ? 8 : 4) + (from ? 4 : 0) + (to ? 4 : 0), 0);

type Made = Pick<Kernel, 'reasons' | 'tiers' | 'amounts'>;

/** Whether the arrays are what the kernel writes, in memory of that kind. */
function suits(made: Made, rows: number, memory: Memory, into: ProgrammeColumns): boolean {
  const ids = (column: IdColumn | undefined, of: readonly unknown[] | null) =>
    of === null ? column === undefined : column?.values.BYTES_PER_ELEMENT === bytesForIds(of);
  const amounts = made.amounts.every(({ id, wide, from, to }) => {
    const amount = into.amounts[id];
    const isWide = amount?.min instanceof Float64Array;
    return (
      amount && isWide === wide && from === (amount.from !== undefined) && to === (amount.to !== undefined)
    );
  });
  return (
    into.outcome.length === rows &&
    isSharedArray(into.outcome) === (memory === 'shared') &&
    ids(into.reason, made.reasons) &&
    ids(into.tier, made.tiers) &&
    amounts
  );
}

/** The same arrays for other rows. */
function again({ reasons, tiers }: Made, into: ProgrammeColumns): ProgrammeColumns {
  const amounts = Object.entries(into.amounts).map(
    ([id, amount]) => [id, { ...amount, max: amount.min }] as const,
  );
  return {
    outcome: into.outcome,
    reason: { values: into.reason.values, ids: reasons },
    ...(into.tier && tiers && { tier: { values: into.tier.values, ids: tiers } }),
    amounts: Object.fromEntries(amounts),
    byRow: 0,
  };
}

function writtenOf({ amounts }: Made, columns: ProgrammeColumns): Written {
  const own = amounts.flatMap(({ id }, i) => {
    const { min, from, to } = columns.amounts[id] ?? {};
    return [
      [`amount${i}`, min],
      [`from${i}`, from],
      [`to${i}`, to],
    ] as const;
  });
  const all = [
    ['outcome', columns.outcome],
    ['reason', columns.reason.values],
    ['tier', columns.tier?.values],
    ...own,
  ] as const;
  return Object.fromEntries(all.flatMap(([name, values]) => (values ? [[name, values]] : [])));
}

/**
 * Result columns of a programme, and the same arrays by the names of the kernel. `into`: results of an earlier batch, to be
 * written over if they have the same arrays.
 */
export function resultArrays(
  made: Made,
  rows: number,
  memory: Memory,
  into?: ProgrammeColumns,
): { readonly columns: ProgrammeColumns; readonly written: Written } {
  const columns = into && suits(made, rows, memory, into) ? again(made, into) : allocated(made, rows, memory);
  return { columns, written: writtenOf(made, columns) };
}

/** New result columns, all in one piece of memory. */
function allocated(made: Made, rows: number, memory: Memory): ProgrammeColumns {
  const { reasons, tiers, amounts } = made;
  const buffer = allocate(rows * bytesOf(made), memory);
  let at = 0;
  const place = (size: number): number => {
    at += rows * size;
    return at - rows * size;
  };
  const whole = () => new Int32Array(buffer, place(4), rows);
  const bytes = () => new Uint8Array(buffer, place(1), rows);
  const wide = new Map(
    amounts.flatMap(({ id, wide: isWide }) =>
      isWide ? [[id, new Float64Array(buffer, place(8), rows)] as const] : [],
    ),
  );
  const of = ({ id, from, to }: KernelAmount): AmountColumns => {
    const fen = wide.get(id) ?? whole();
    return {
      min: fen,
      max: fen,
      ...(from && { from: whole() }),
      ...(to && { to: whole() }),
    };
  };
  const amountColumns = Object.fromEntries(amounts.map((amount) => [amount.id, of(amount)]));
  // Two bytes each before one.
  const named = [
    { name: 'reason', ids: reasons },
    { name: 'tier', ids: tiers ?? [] },
  ];
  const codes = new Map<string, Uint8Array | Uint16Array>();
  for (const size of [2, 1])
    for (const { name, ids } of named)
      if (ids.length > 0 && bytesForIds(ids) === size)
        codes.set(name, size === 2 ? new Uint16Array(buffer, place(2), rows) : bytes());
  const idsOf = (name: string, ids: readonly (Id | null)[]) => ({
    values: codes.get(name) ?? new Uint8Array(0),
    ids,
  });
  return {
    outcome: bytes(),
    reason: idsOf('reason', reasons),
    ...(tiers && { tier: idsOf('tier', tiers) }),
    amounts: amountColumns,
    byRow: 0,
  };
}
