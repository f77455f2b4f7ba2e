import { bytesFor } from '../../../runtime/columns/index.ts';

/** A byte a row (0 or 1) as a bit a row, least significant first. */
export function packed(bytes: Uint8Array): Uint8Array {
  const rows = bytes.length;
  const bits = new Uint8Array(bytesFor(rows));
  let at = 0;
  let row = 0;
  for (; row + 8 <= rows; row += 8)
    bits[at++] =
      (bytes[row] as number) |
      ((bytes[row + 1] as number) << 1) |
      ((bytes[row + 2] as number) << 2) |
      ((bytes[row + 3] as number) << 3) |
      ((bytes[row + 4] as number) << 4) |
      ((bytes[row + 5] as number) << 5) |
      ((bytes[row + 6] as number) << 6) |
      ((bytes[row + 7] as number) << 7);
  for (let bit = 0; row < rows; row++, bit++)
    bits[at] = (bits[at] as number) | ((bytes[row] as number) << bit);
  return bits;
}
