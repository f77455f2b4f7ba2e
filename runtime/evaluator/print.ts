import { isWhole, over, printExact, roundExact, minus, times } from '../exact.ts';
import type { Type } from '../types.ts';
import { isDoubt, isExact, isSet, isUnknown } from '../unknown.ts';
import type { Exact, Value } from '../value.ts';
import { printDate, printMonth } from '../dates.ts';

/** Fen as yuan, exactly: `800`, `0.5`, `12.34`. */
export function printYuan(fen: Exact): string {
  const yuan = over(fen, 100);
  if (isWhole(yuan) || !isWhole(fen)) return printExact(yuan);
  const negative = String(printExact(fen)).startsWith('-');
  const size = negative ? times(fen, -1) : fen;
  const whole = roundExact(over(size, 100), 'down');
  const rest = printExact(minus(size, times(whole, 100))).padStart(2, '0');
  return `${negative ? '-' : ''}${printExact(whole)}.${rest.replace(/0$/, '')}`;
}

const MOST_DIGITS = 6;

function printNumber(value: Exact, type: Type | undefined): string {
  if (type?.t === 'date') return printDate(Number(printExact(value)));
  if (type?.t === 'month') return printMonth(Number(printExact(value)));
  if (type?.t === 'money') return printYuan(value);
  return type?.t === 'ratio' ? printExact(value) : printDecimal(value);
}

/** `79.5` where so many digits after the point say it exactly, else the fraction. */
function printDecimal(value: Exact): string {
  for (
    let digits = 1, scaled = times(value, 10);
    digits <= MOST_DIGITS;
    digits++, scaled = times(scaled, 10)
  ) {
    if (isWhole(value) || !isWhole(scaled)) continue;
    const text = printExact(scaled);
    const size = text.replace('-', '').padStart(digits + 1, '0');
    return `${text.startsWith('-') ? '-' : ''}${size.slice(0, -digits)}.${size.slice(-digits)}`;
  }
  return printExact(value);
}

/** A settled value as decisions print it: dates as written, money in yuan, options and texts as they are; absent: empty. */
export function printValue(value: Value, type?: Type): string {
  if (value === null || isUnknown(value) || isDoubt(value)) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (isExact(value)) return printNumber(value, type);
  if (typeof value === 'string') return value;
  return isSet(value) ? [...value].sort().join(',') : '';
}
