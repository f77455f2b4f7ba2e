import type { Range } from '../../runtime/decision.ts';
import { rangeText } from './amounts.ts';

/** A ratio (`1/2`) as a percentage where that ends (`50%`), else as the fraction it is. */
export const percentText = (share: Range): string => rangeText(share, percentOf);

function percentOf(ratio: number | string): string {
  const [top = '0', bottom = '1'] = String(ratio).split('/');
  const hundredths = BigInt(top) * 10_000n;
  if (hundredths % BigInt(bottom) !== 0n) return String(ratio);
  const digits = String(hundredths / BigInt(bottom)).padStart(3, '0');
  return `${`${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, '')}%`;
}
