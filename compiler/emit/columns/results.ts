import {
  type AmountColumns,
  allocate,
  type Memory,
  type ProgrammeColumns,
} from '../../../runtime/columns/index.ts';
import type { Id } from '../../../runtime/types.ts';
import type { KernelAmount } from './amounts.ts';
import type { Written } from './chunks.ts';
import type { Kernel } from './kernel.ts';

const bytesForIds = (ids: readonly unknown[]): number => (ids.length <= 0x100 ? 1 : 2);

/** Bytes of a row of results: doubles first, so that every array begins where its numbers may. */
const bytesOf = ({ reasons, tiers, amounts }: Pick<Kernel, 'reasons' | 'tiers' | 'amounts'>): number =>
  1 +
  bytesForIds(reasons) +
  (tiers ? bytesForIds(tiers) : 0) +
  amounts.reduce((sum, { wide, from, to }) => sum + (wide ? 8 : 4) + (from ? 4 : 0) + (to ? 4 : 0), 0);

/** Memory of as many bytes: that of `into`, if it was made for the same, or new. */
const room = (bytes: number, memory: Memory, into: ProgrammeColumns | undefined): ArrayBufferLike => {
  const before = into?.outcome.buffer;
  const isShared = typeof SharedArrayBuffer !== 'undefined' && before instanceof SharedArrayBuffer;
  return before?.byteLength === bytes && isShared === (memory === 'shared')
    ? before
    : allocate(bytes, memory);
};

/**
 * Result columns of a programme, and the same arrays by the names of the kernel; all in one piece of memory. `into`: results
 * of an earlier batch, to be written over.
 */
export function resultArrays(
  kernel: Pick<Kernel, 'reasons' | 'tiers' | 'amounts'>,
  rows: number,
  memory: Memory,
  into?: ProgrammeColumns,
): { readonly columns: ProgrammeColumns; readonly written: Written } {
  const { reasons, tiers, amounts } = kernel;
  const buffer = room(rows * bytesOf(kernel), memory, into);
  let at = 0;
  const place = (size: number): number => {
    at += rows * size;
    return at - rows * size;
  };
  const written: { [name: string]: Written[string] } = {};
  const keep = <T extends Written[string]>(name: string, array: T): T => {
    written[name] = array;
    return array;
  };
  const whole = (name: string) => keep(name, new Int32Array(buffer, place(4), rows));
  const bytes = (name: string) => keep(name, new Uint8Array(buffer, place(1), rows));
  const wide = new Map(
    amounts.flatMap(({ id, wide: isWide }, i) =>
      isWide ? [[id, keep(`amount${i}`, new Float64Array(buffer, place(8), rows))] as const] : [],
    ),
  );
  const of = ({ id, from, to }: KernelAmount, i: number): AmountColumns => {
    const fen = wide.get(id) ?? whole(`amount${i}`);
    return {
      min: fen,
      max: fen,
      ...(from && { from: whole(`from${i}`) }),
      ...(to && { to: whole(`to${i}`) }),
    };
  };
  const made = Object.fromEntries(amounts.map((amount, i) => [amount.id, of(amount, i)]));
  // Two bytes each before one.
  const named = [
    { name: 'reason', ids: reasons },
    { name: 'tier', ids: tiers ?? [] },
  ];
  const codes = new Map<string, Uint8Array | Uint16Array>();
  for (const size of [2, 1])
    for (const { name, ids } of named)
      if (ids.length > 0 && bytesForIds(ids) === size)
        codes.set(name, size === 2 ? keep(name, new Uint16Array(buffer, place(2), rows)) : bytes(name));
  const idsOf = (name: string, ids: readonly (Id | null)[]) => ({
    values: codes.get(name) ?? new Uint8Array(0),
    ids,
  });
  const columns: ProgrammeColumns = {
    outcome: bytes('outcome'),
    reason: idsOf('reason', reasons),
    ...(tiers && { tier: idsOf('tier', tiers) }),
    amounts: made,
    byRow: 0,
  };
  return { columns, written };
}
