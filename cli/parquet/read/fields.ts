import type { FileMetaData, SchemaElement, SchemaTree } from 'hyparquet';
import { parquetSchema } from 'hyparquet';
import type { Type } from '../../../runtime/types.ts';
import type { Kind } from '../../read/table/table.ts';
import type { Physical } from './physical.ts';

/** A column at the top of the schema. */
export interface Field {
  readonly name: string;
  readonly kind: Kind;
  /** How it lies in the file; `null` for lists and for what is not read. */
  readonly physical: Physical | null;
  /** Bytes of a value of fixed length. */
  readonly width: number;
  /** Whether rows may have no value. */
  readonly optional: boolean;
  /** As the schema words it, for messages. */
  readonly shown: string;
}

export const fieldsOf = (metadata: FileMetaData): readonly Field[] =>
  parquetSchema(metadata).children.map(fieldOf);

function fieldOf({ element, children }: SchemaTree): Field {
  const flat = children.length === 0 && element.repetition_type !== 'REPEATED';
  const kind: Kind = flat ? kindOf(element) : { k: isTexts(children) ? 'texts' : 'other' };
  return {
    name: element.name,
    kind,
    physical: flat && kind.k !== 'other' ? (element.type as Physical) : null,
    width: element.type_length ?? 0,
    optional: element.repetition_type !== 'REQUIRED',
    shown: shownType(element, children.length > 0),
  };
}

const PER_DAY = { MILLIS: 86_400_000, MICROS: 86_400_000_000, NANOS: 86_400_000_000_000 };

function kindOf({ type, converted_type, logical_type, scale }: SchemaElement): Kind {
  const isDecimal = logical_type?.type === 'DECIMAL' || converted_type === 'DECIMAL';
  if (isDecimal && type !== 'BYTE_ARRAY') return { k: 'decimal', scale: scale ?? 0 };
  if (logical_type?.type === 'DATE' || converted_type === 'DATE') return { k: 'date' };
  if (logical_type?.type === 'TIMESTAMP') return { k: 'timestamp', perDay: PER_DAY[logical_type.unit] };
  if (converted_type === 'TIMESTAMP_MILLIS') return { k: 'timestamp', perDay: PER_DAY.MILLIS };
  if (converted_type === 'TIMESTAMP_MICROS') return { k: 'timestamp', perDay: PER_DAY.MICROS };
  if (type === 'BOOLEAN') return { k: 'flag' };
  if (type === 'DOUBLE' || type === 'FLOAT') return { k: 'double' };
  if (type === 'BYTE_ARRAY') return { k: isDecimal || converted_type === 'BSON' ? 'other' : 'text' };
  const isPlain = logical_type === undefined || logical_type.type === 'INTEGER';
  // Above 2^31 and 2^63 the unsigned ones would be read as negative.
  const isUnsigned = converted_type === 'UINT_32' || converted_type === 'UINT_64';
  const isInteger = (type === 'INT32' || type === 'INT64') && isPlain && !isUnsigned;
  return { k: isInteger && converted_type !== 'TIME_MILLIS' ? 'integer' : 'other' };
}

/** A list of texts, in the three levels of the standard or the two that older writers made. */
function isTexts(children: readonly SchemaTree[]): boolean {
  const [repeated, ...others] = children;
  if (repeated?.element.repetition_type !== 'REPEATED' || others.length > 0) return false;
  const leaf = repeated.children.length === 1 ? repeated.children[0] : repeated;
  return leaf?.children.length === 0 && kindOf(leaf.element).k === 'text';
}

function shownType(
  { type, converted_type, logical_type, scale, precision }: SchemaElement,
  nested: boolean,
): string {
  const named = logical_type?.type ?? converted_type;
  if (named === 'DECIMAL') return `DECIMAL(${precision ?? 0}, ${scale ?? 0})`;
  if (named === undefined) return nested ? 'STRUCT' : (type ?? '?');
  return named === 'UTF8' ? 'STRING' : named;
}

type Readable = Exclude<Kind['k'], 'other'>;

const NUMBERS: readonly Readable[] = ['integer', 'decimal', 'double', 'text'];
const TEXT: readonly Readable[] = ['text'];

/** What a column must be to hold values of a type. */
export const kindsFor = (type: Type): readonly Readable[] => {
  switch (type.t) {
    case 'bool':
      return ['flag', 'text'];
    case 'int':
    case 'qty':
    case 'ratio':
    case 'year':
    case 'money':
      return NUMBERS;
    case 'date':
      return ['date', 'timestamp', 'text'];
    case 'set':
    case 'list':
      return ['text', 'texts'];
    case 'rate':
      return kindsFor(type.of);
    default:
      return TEXT;
  }
};

const SHOWN: { readonly [k in Readable]: string } = {
  flag: 'BOOLEAN',
  integer: 'INTEGER',
  double: 'DOUBLE',
  date: 'DATE',
  text: 'STRING',
  texts: 'LIST<STRING>',
  decimal: 'DECIMAL',
  timestamp: 'TIMESTAMP',
};

export const shownKinds = (kinds: readonly Readable[]): readonly string[] => kinds.map((kind) => SHOWN[kind]);
