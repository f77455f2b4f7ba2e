import type { Bits } from './columns.ts';

/** Bytes for one bit a row, in whole words of 32. */
export const bytesFor = (rows: number): number => ((rows + 31) >>> 5) << 2;

export const bitAt = (bits: Bits, row: number): boolean => (((bits[row >> 3] ?? 0) >> (row & 7)) & 1) === 1;

export const setBit = (bits: Bits, row: number): void => {
  bits[row >> 3] = (bits[row >> 3] ?? 0) | (1 << (row & 7));
};

/** How many of the first `rows` bits are set. */
export const countBits = (bits: Bits, rows: number): number => {
  let count = 0;
  for (let row = 0; row < rows; row++) if (bitAt(bits, row)) count += 1;
  return count;
};
