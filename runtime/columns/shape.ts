import { parseExact } from '../exact.ts';
import { enumOf, possibleOptions } from '../input/names.ts';
import type { FactMeta, PolicyMeta, Type } from '../types.ts';

/** How a fact is laid out in a column. `options`: the dictionary is known beforehand. */
export type Shape =
  | { readonly t: 'flags' }
  | { readonly t: 'numbers'; readonly wide: boolean }
  | { readonly t: 'codes'; readonly options?: readonly string[] }
  | { readonly t: 'sets'; readonly options: readonly string[] }
  | { readonly t: 'given' };

/** One bit an option in the 31 bits of a small integer that is not negative. */
const MOST_OPTIONS = 31;

const fitsInt32 = (text: string | undefined): boolean => {
  const value = text === undefined ? null : parseExact(text);
  return typeof value === 'number' && value === (value | 0);
};

/** Dates, months and years fit in 32 bits; other numbers do where their declared range says so. */
const isWide = (type: Type, { min, max }: Pick<FactMeta, 'min' | 'max'>): boolean =>
  type.t !== 'date' && type.t !== 'month' && type.t !== 'year' && !(fitsInt32(min) && fitsInt32(max));

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
      return { t: 'numbers', wide: isWide(type, fact) };
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
