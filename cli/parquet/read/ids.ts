import type { Field } from './fields.ts';
import type { ParquetFile } from './file.ts';
import type { Texts } from './texts.ts';

/** Who the rows are about. */
export interface Ids {
  readonly column: string;
  /** The texts of the rows, or of the dictionary that `codes` points into. */
  readonly texts: Texts;
  readonly codes: Int32Array | null;
  /** A byte a row, 1 where the data say who it is; `null`: everywhere. */
  readonly known: Uint8Array | null;
  /** Empty where the data do not say. */
  readonly text: (row: number) => string;
}

/** Whole numbers of 64 bits are too long for ordinary numbers: ids are read as texts, all of them. */
export function idsOf(file: ParquetFile, group: number, field: Field): Ids {
  const column = file.column(group, field, 'texts');
  if (column.t !== 'texts' && column.t !== 'codes') throw new RangeError(`ids as ${column.t}`);
  const { known } = column;
  const texts = column.t === 'texts' ? column.texts : column.dictionary;
  const codes = column.t === 'texts' ? null : column.codes;
  const text = (row: number): string => {
    if (known !== null && known[row] !== 1) return '';
    return texts.text(codes === null ? row : (codes[row] as number));
  };
  return { column: field.name, texts, codes, known, text };
}
