import { compareExact, type Exact, parseExact } from '../../../runtime/exact.ts';

import { civilDate, monthOfDay } from '../../../runtime/dates.ts';
import type { FactMeta, Type } from '../../../runtime/types.ts';
import type { Row, Value } from '../../../runtime/value.ts';
import type { Codes } from './codes.ts';

type Meta = Pick<FactMeta, 'type' | 'optional' | 'min' | 'max'>;

/** What a place holds when nothing speaks for another value: no, nought, nothing, the decision date. */
export function plainest(meta: Meta, asOf: number, codes: Codes): Value {
  if (meta.optional) return null;
  return plainestOf(meta.type, meta, asOf, codes);
}

function plainestOf(type: Type, meta: Meta, asOf: number, codes: Codes): Value {
  switch (type.t) {
    case 'bool':
      return false;
    case 'date':
      return asOf;
    case 'month':
      return monthOfDay(asOf);
    case 'year':
      return inRange(civilDate(asOf).year, meta);
    case 'enum':
      return codes.options(type.enum)[0] ?? '';
    case 'text':
    case 'ref':
    case 'yearlyDay':
      return codes.textOf(codes.texts.length);
    case 'set':
      return [];
    case 'list':
      return { items: [], complete: true };
    case 'record':
      return rowOf(type.fields, asOf, codes);
    case 'rate':
      return plainestOf(type.of, meta, asOf, codes);
    case 'keyed':
      return null;
    default:
      return inRange(0, meta);
  }
}

function inRange(value: Exact, { min, max }: Meta): Exact {
  const [low, high] = [min, max].map((end) => (end === undefined ? null : parseExact(end)));
  if (low !== null && low !== undefined && compareExact(value, low) < 0) return low;
  return high !== null && high !== undefined && compareExact(value, high) > 0 ? high : value;
}

function rowOf(fields: readonly FactMeta[], asOf: number, codes: Codes): Row {
  const row = Object.create(null) as { [field: string]: Value };
  for (const field of fields) row[field.id] = plainest(field, asOf, codes);
  return row;
}
