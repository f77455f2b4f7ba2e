import { printDate, printMonth } from '../dates.ts';
import { over, printExact } from '../exact.ts';
import type { Type } from '../types.ts';
import { isDoubt, isExact, isKeyed, isList, isRow, isUnknown } from '../unknown.ts';
import type { Exact, Value } from '../value.ts';

/** A number as text or, where it is a whole one, as it is: nothing is lost on the way. */
const numeral = (value: Exact): number | string => (typeof value === 'number' ? value : printExact(value));

const yuan = (fen: Exact): number | string => {
  const value = over(fen, 100);
  if (typeof value === 'number') return value;
  const digits = printExact(fen).replace('-', '').padStart(3, '0');
  const sign = printExact(fen).startsWith('-') ? '-' : '';
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

const scalar = (value: Exact, type: Type): unknown => {
  if (type.t === 'money') return yuan(value);
  if (type.t === 'rate') return scalar(value, type.of);
  if (typeof value === 'number' && type.t === 'date') return printDate(value);
  if (typeof value === 'number' && type.t === 'month') return printMonth(value);
  return numeral(value);
};

/** A value as the reader of inputs takes it, so that reading gives it back; `undefined` for what is not known. */
export function givenOf(value: Value | undefined, type: Type): unknown {
  if (value === undefined || isUnknown(value) || isDoubt(value)) return undefined;
  if (isExact(value)) return scalar(value, type);
  if (isList(value)) {
    const of: Type = type.t === 'list' ? type.of : { t: 'text' };
    const items = value.items.map((item) => givenOf(item, of));
    return value.complete ? items : { items, complete: false };
  }
  if (isKeyed(value)) {
    const of: Type = type.t === 'keyed' ? type.of : { t: 'text' };
    return ownFields([...value.keyed].map(([key, item]) => [keyText(key, type), givenOf(item, of)]));
  }
  if (isRow(value) && type.t === 'record')
    return ownFields(type.fields.map((field) => [field.id, givenOf(value[field.id], field.type)]));
  return value;
}

/** Keys are asked for by number where they are dates or months, and written as such. */
const keyText = (key: string, type: Type): string => {
  const of = type.t === 'keyed' ? type.key.t : 'text';
  return of === 'date' ? printDate(Number(key)) : of === 'month' ? printMonth(Number(key)) : key;
};

/** An object without a prototype, so that any name is an ordinary key; what is not known is left out. */
const ownFields = (entries: readonly (readonly [string, unknown])[]): unknown => {
  const made = Object.create(null) as { [field: string]: unknown };
  for (const [id, value] of entries) if (value !== undefined) made[id] = value;
  return made;
};
