import type { EnumMeta, FactMeta, Type } from '../../../runtime/types.ts';

/** A schema of draft 2020-12, as plain JSON. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

/** What values are made of: the enumerations by id. */
export type Enums = ReadonlyMap<string, EnumMeta>;

/** Bounds of a number in the unit in which it is given: yuan, not fen. */
export interface Bounds {
  readonly minimum?: number;
  readonly maximum?: number;
}

const DATE = '^(?!0000)\\d{4}-\\d{2}-\\d{2}$';
const MONTH = '^(?!0000)\\d{4}-(0[1-9]|1[0-2])$';
const YEARLY_DAY =
  '^((0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|(0[469]|11)-(0[1-9]|[12]\\d|30)|02-(0[1-9]|[12]\\d))$';

/** Numbers may also be given as text, which keeps every digit; bounds can be said of numbers only. */
function number(type: 'integer' | 'number', bounds: Bounds, pattern: string): Schema {
  return {
    anyOf: [
      { type, ...bounds },
      { type: 'string', pattern },
    ],
  };
}

/** A value that is no list, record or table by key. */
export function scalar(type: Type, bounds: Bounds, enums: Enums): Schema {
  switch (type.t) {
    case 'bool':
      return { type: 'boolean' };
    case 'int':
      return number('integer', bounds, '^-?\\d+(\\.0+)?$');
    case 'money':
      return number('number', bounds, '^-?\\d+(\\.\\d{1,2}0*)?$');
    case 'ratio':
      return number('number', bounds, '^-?(\\d+(\\.\\d+)?%?|\\d+/0*[1-9]\\d*)$');
    case 'year':
      return number('integer', { minimum: 1, maximum: 9999, ...bounds }, '^(?!0+$)\\d{1,4}$');
    case 'date':
      return { type: 'string', format: 'date', pattern: DATE };
    case 'month':
      return { type: 'string', pattern: MONTH };
    case 'yearlyDay':
      return { type: 'string', pattern: YEARLY_DAY };
    case 'enum':
      return option(enums.get(type.enum));
    case 'text':
    case 'ref':
      return { type: 'string' };
    default:
      return number('number', bounds, '^-?(\\d+(\\.\\d+)?|\\d+/0*[1-9]\\d*)$');
  }
}

/** One option by id; an open enumeration also takes `other`, plainly or with a text. */
function option(enumeration: EnumMeta | undefined): Schema {
  const options = enumeration?.options ?? [];
  if (!enumeration?.open) return { enum: options };
  const text = { type: 'object', properties: { other: { type: 'string' } }, required: ['other'] };
  return { anyOf: [{ enum: [...options, 'other'] }, { ...text, additionalProperties: false }] };
}

/** The declared range of a fact. An end that is no plain number is not said. */
export function boundsOf({ type, min, max }: Pick<FactMeta, 'type' | 'min' | 'max'>): Bounds {
  const [minimum, maximum] = [min, max].map((end) => plainNumber(end, elementType(type).t === 'money'));
  return { ...(minimum !== undefined && { minimum }), ...(maximum !== undefined && { maximum }) };
}

/** A range on a list or a table by key is one on its elements. */
function elementType(type: Type): Type {
  return type.t === 'list' || type.t === 'keyed' || type.t === 'rate' ? elementType(type.of) : type;
}

/** The bound as the number that a reader of the schema compares with; fen as yuan with two decimals. */
function plainNumber(end: string | undefined, inFen: boolean): number | undefined {
  if (end === undefined || !/^-?\d+$/.test(end)) return undefined;
  if (!inFen) return Number(end);
  const digits = end.replace('-', '').padStart(3, '0');
  return Number(`${end.startsWith('-') ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`);
}
