import { over, parseExact } from '../exact.ts';
import type { Range } from '../decision.ts';
import type { Exact } from '../value.ts';
import { printYuan } from '../evaluator/print.ts';

const readEnd = (end: Range['min']): Exact | null =>
  end === null || typeof end === 'number' ? end : parseExact(end);

/** An end of a range of money in yuan, with commas by thousands: `1,234.5`; null where it is open. */
export function yuan(end: Range['min']): string | null {
  const fen = readEnd(end);
  if (fen === null) return null;
  const [whole = '', rest] = printYuan(fen).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}

/** A share as a percentage where it is a whole one, else as the fraction it is; null where it is open. */
export function percent(end: Range['min']): string | null {
  const share = readEnd(end);
  if (share === null) return null;
  const hundredth = over(share, parseExact('1/100') ?? 1);
  return typeof hundredth === 'number' ? `${hundredth}%` : String(end);
}
