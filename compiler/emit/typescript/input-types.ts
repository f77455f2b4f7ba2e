import type { EnumMeta, Type } from '../../../runtime/types.ts';
import { quoted } from './names.ts';

/** How the types of a policy's values are called in its module. */
export interface TypeNames {
  readonly enumName: (id: string) => string;
  /** Whether the enumeration is open (`等`). */
  readonly isOpen: (id: string) => boolean;
  /** The interface of the records that the fact at hand lists. */
  readonly recordName: string;
  /** Marks a type of the runtime as used and gives its name. */
  readonly use: (name: InputType) => string;
}

export type InputType = 'IsoDate' | 'IsoMonth' | 'YearlyDay' | 'Yuan' | 'Quantity' | 'Listed' | 'Dated';

/** The TypeScript type of a value as it is handed in; `null` is added by the caller where it may be absent. */
export function inputType(type: Type, names: TypeNames): string {
  switch (type.t) {
    case 'bool':
      return 'boolean';
    case 'int':
    case 'year':
      return 'number';
    case 'money':
      return names.use('Yuan');
    case 'ratio':
    case 'qty':
      return names.use('Quantity');
    case 'date':
      return names.use('IsoDate');
    case 'month':
      return names.use('IsoMonth');
    case 'yearlyDay':
      return names.use('YearlyDay');
    case 'text':
    case 'ref':
      return 'string';
    case 'rate':
      return inputType(type.of, names);
    case 'enum':
      return optionType(type.enum, names);
    case 'set':
      return `readonly ${names.isOpen(type.enum) ? `(${optionType(type.enum, names)})` : names.enumName(type.enum)}[]`;
    case 'list':
      return `${names.use('Listed')}<${inputType(type.of, names)}>`;
    case 'record':
      return names.recordName;
    case 'keyed':
      return keyedType(type.key, inputType(type.of, names), names);
  }
}

/** One option; of an open enumeration also what it is in words. */
function optionType(id: string, { enumName, isOpen }: TypeNames): string {
  return isOpen(id) ? `${enumName(id)} | { readonly other: string }` : enumName(id);
}

function keyedType(key: Type, value: string, names: TypeNames): string {
  if (key.t === 'enum') return `{ readonly [key in ${names.enumName(key.enum)}]?: ${value} }`;
  return `{ readonly [key: string]: ${value} }`;
}

/** Options as a union; an open enumeration also takes `other`. */
export function optionUnion({ options, open }: EnumMeta): string {
  const all = open ? [...options, 'other'] : options;
  return union(all);
}

/** A union of string literals; of none, `never`. */
export function union(ids: readonly string[]): string {
  return ids.length > 0 ? [...new Set(ids)].map(quoted).join(' | ') : 'never';
}
