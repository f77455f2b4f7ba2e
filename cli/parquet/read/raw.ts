import type { RawColumn } from '../../read/table/table.ts';
import {
  type NumberLayout,
  readIntegers,
  readNumbers,
  readPlainIntegers,
  readPlainNumbers,
} from './numbers.ts';
import { readHybrid, unpackBits } from './hybrid.ts';
import type { Page, Pages } from './pages.ts';
import type { Physical } from './physical.ts';
import { readTexts, Texts } from './texts.ts';

/** A column of a row group as its file has it. */
export type ParquetColumn = RawColumn<Texts>;

export interface Layout {
  readonly physical: Physical | null;
  /** Bytes of a value of fixed length. */
  readonly width: number;
  readonly integers: 'numbers' | 'texts';
}

/** Puts the pages of a column together. Throws where they are not well-formed. */
export function rawColumn({ physical: type, width, integers }: Layout, pages: Pages): ParquetColumn {
  const rows = pages.data.reduce((sum, page) => sum + page.rows, 0);
  const known = knownOf(pages.data, rows);
  if (type === null) throw new RangeError('a nested column');
  if (type === 'BOOLEAN') return { t: 'flags', rows, known, values: flags(pages.data, rows) };
  if (type === 'BYTE_ARRAY') return textColumn(pages, rows, known);
  if (integers === 'texts' && (type === 'INT32' || type === 'INT64'))
    return { t: 'texts', rows, known, texts: Texts.joined(integerTexts(pages, type)) };
  const values = type === 'INT32' ? new Int32Array(rows) : new Float64Array(rows);
  return numberColumn(pages, { type, width }, values, known);
}

function numberColumn(
  pages: Pages,
  layout: NumberLayout,
  values: Int32Array | Float64Array,
  known: Uint8Array | null,
): ParquetColumn {
  const { dictionary } = pages;
  const entries = dictionary === null ? null : readPlainNumbers(dictionary.values, layout, dictionary.count);
  fill(pages.data, values, (page) =>
    isCoded(page) ? looked(entries, codesOf(page, entries?.length ?? 0)) : readNumbers(page, layout),
  );
  return { t: 'numbers', rows: values.length, known, values };
}

/** Page by page, the rows without a value too. */
function integerTexts({ data, dictionary }: Pages, type: 'INT32' | 'INT64'): readonly Texts[] {
  const entries = dictionary === null ? null : readPlainIntegers(dictionary.values, type, dictionary.count);
  return data.map((page) => {
    const numbers = isCoded(page)
      ? Array.from(codesOf(page, entries?.length ?? 0), (code) => entries?.[code] ?? 0)
      : Array.from<number | bigint>(readIntegers(page, type));
    const texts = Texts.listed(numbers.map((number) => encoder.encode(String(number))));
    return page.known === null ? texts : texts.spread(page.known);
  });
}

const encoder = new TextEncoder();

const isCoded = ({ encoding }: Page): boolean =>
  encoding === 'RLE_DICTIONARY' || encoding === 'PLAIN_DICTIONARY';

function looked(entries: Int32Array | Float64Array | null, codes: Int32Array): Int32Array | Float64Array {
  const values =
    entries instanceof Int32Array ? new Int32Array(codes.length) : new Float64Array(codes.length);
  for (let i = 0; i < codes.length; i++) values[i] = entries?.[codes[i] as number] as number;
  return values;
}

/** Codes of a page, each below `size`. */
function codesOf(page: Page, size: number): Int32Array {
  const codes = new Int32Array(page.count);
  readCodes(page, size, codes, 0);
  return codes;
}

function readCodes({ values, count }: Page, size: number, into: Int32Array, at: number): void {
  if (count === 0) return;
  readHybrid(values, values.byte(), into, at, at + count);
  let most = 0;
  for (let i = at; i < at + count; i++) if ((into[i] as number) > most) most = into[i] as number;
  if (most >= size) throw new RangeError(`there are ${size} entries and no entry ${most}`);
}

function knownOf(pages: readonly Page[], rows: number): Uint8Array | null {
  if (pages.every(({ known }) => known === null)) return null;
  const all = new Uint8Array(rows);
  let at = 0;
  for (const { known, rows: count } of pages) {
    if (known === null) all.fill(1, at, at + count);
    else all.set(known, at);
    at += count;
  }
  return all;
}

interface Writable {
  readonly length: number;
  [at: number]: number;
  set(values: ArrayLike<number>, at: number): void;
}

/** The values of each page to the rows that have one. */
function fill(pages: readonly Page[], into: Writable, valuesOf: (page: Page) => ArrayLike<number>): void {
  let at = 0;
  for (const page of pages) {
    if (page.known === null) into.set(valuesOf(page), at);
    else spread(valuesOf(page), page.known, into, at);
    at += page.rows;
  }
}

function spread(values: ArrayLike<number>, known: Uint8Array, into: Writable, at: number): void {
  for (let row = 0, next = 0; row < known.length; row++)
    if (known[row] === 1) into[at + row] = values[next++] as number;
}

/** Pages of which every row has a value are read into their place at once. */
function fillAtOnce<Into extends Uint8Array | Int32Array>(
  pages: readonly Page[],
  into: Into,
  room: (count: number) => Into,
  read: (page: Page, into: Into, at: number) => void,
): Into {
  let at = 0;
  for (const page of pages) {
    if (page.known === null) read(page, into, at);
    else {
      const values = room(page.count);
      read(page, values, 0);
      spread(values, page.known, into, at);
    }
    at += page.rows;
  }
  return into;
}

const flags = (pages: readonly Page[], rows: number): Uint8Array =>
  fillAtOnce(pages, new Uint8Array(rows), (count) => new Uint8Array(count), readFlags);

function readFlags({ encoding, values, count }: Page, into: Uint8Array, at: number): void {
  if (encoding === 'PLAIN') unpackBits(values.bytes, values.skip((count + 7) >> 3), into, at, at + count);
  else if (encoding === 'RLE') {
    if (count > 0) values.uint32();
    readHybrid(values, 1, into, at, at + count);
  } else throw new RangeError(`yes-or-no written as ${encoding}`);
}

function textColumn({ data, dictionary }: Pages, rows: number, known: Uint8Array | null): ParquetColumn {
  const entries = dictionary === null ? Texts.none : Texts.plain(dictionary.values, dictionary.count);
  if (data.every(isCoded)) {
    const room = (count: number): Int32Array => new Int32Array(count);
    const codes = fillAtOnce(data, room(rows), room, (page, into, at) =>
      readCodes(page, entries.length, into, at),
    );
    return { t: 'codes', rows, known, codes, dictionary: entries };
  }
  const parts = data.map((page) => {
    const texts = isCoded(page) ? entries.at(codesOf(page, entries.length)) : readTexts(page);
    return page.known === null ? texts : texts.spread(page.known);
  });
  return { t: 'texts', rows, known, texts: Texts.joined(parts) };
}
