import { date, month, printDate, printMonth } from '../../runtime/dates.ts';
import { type Exact, exact, printExact } from '../../runtime/exact.ts';
import type { Type } from '../../runtime/types.ts';
import { isExact } from '../../runtime/unknown.ts';
import type { Value } from '../../runtime/value.ts';

/** The number, day, month, option or text that a constant is. Throws a `RangeError` for what its type does not read, which checking rules out. */
export function scalarLiteral(value: string, type: Type): Exact | string {
  switch (type.t) {
    case 'rate':
      return scalarLiteral(value, type.of);
    case 'int':
    case 'qty':
    case 'ratio':
    case 'money':
    case 'year':
      return exact(value);
    case 'date':
      return date(value);
    case 'month':
      return month(value);
    default:
      return value;
  }
}

/** A single value as a constant writes it, `scalarLiteral` the other way round; `null` for lists, records and what is not known. */
export function writtenLiteral(value: Value, type: Type): string | boolean | null {
  if (type.t === 'rate') return writtenLiteral(value, type.of);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (!isExact(value)) return null;
  if (typeof value === 'number' && type.t === 'date') return printDate(value);
  if (typeof value === 'number' && type.t === 'month') return printMonth(value);
  return printExact(value);
}
