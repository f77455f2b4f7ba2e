import { date, month } from '../../runtime/dates.ts';
import { type Exact, exact } from '../../runtime/exact.ts';
import type { Type } from '../../runtime/types.ts';

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
