import { parseExact } from '../exact.ts';
import { enumOf, possibleOptions } from '../input/names.ts';
import type { FactMeta, PolicyMeta, Type } from '../types.ts';

/** How a fact is laid out in a column. `bits`: of a number; `options`: the dictionary is known beforehand. */
export type Shape =
  | { readonly t: 'flags' }
  | { readonly t: 'numbers'; readonly bits: 8 | 16 | 32 | 64 }
  | { readonly t: 'codes'; readonly options?: readonly string[] }
  | { readonly t: 'sets'; readonly options: readonly string[] }
  | { readonly t: 'given' };

/** One bit an option in the 31 bits of a small integer that is not negative. */
const MOST_OPTIONS = 31;

const int32 = (text: string | undefined): number | null => {
  const value = text === undefined ? null : parseExact(text);
  return typeof value === 'number' && value === (value | 0) ? value : null;
};

/** Dates, months and years fit in 32 bits; other numbers take as many as their declared range needs. */
function bitsOf(type: Type, range: Pick<FactMeta, 'min' | 'max'>): 8 | 16 | 32 | 64 {
  if (type.t === 'date' || type.t === 'month' || type.t === 'year') return 32;
  const [min, max] = [int32(range.min), int32(range.max)];
  if (min === null || max === null) return 64;
  if (min < 0 || max > 0xffff) return 32;
  return max > 0xff ? 16 : 8;
}

/** The column of a fact, by its type. */
export function shapeOf(meta: PolicyMeta, fact: Pick<FactMeta, 'type' | 'min' | 'max'>): Shape {
  const type = fact.type.t === 'rate' ? fact.type.of : fact.type;
  switch (type.t) {
    case 'bool':
      return { t: 'flags' };
    case 'date':
    case 'month':
    case 'year':
    case 'int':
    case 'qty':
    case 'money':
    case 'ratio':
      return { t: 'numbers', bits: bitsOf(type, fact) };
    case 'enum':
      return { t: 'codes', options: possibleOptions(enumOf(meta, type.enum)) };
    case 'set': {
      const options = possibleOptions(enumOf(meta, type.enum));
      return options.length <= MOST_OPTIONS ? { t: 'sets', options } : { t: 'given' };
    }
    case 'text':
    case 'yearlyDay':
    case 'ref':
      return { t: 'codes' };
    default:
      return { t: 'given' };
  }
}
