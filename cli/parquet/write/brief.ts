import type { SchemaElement } from 'hyparquet';
import type { Brief, Codes } from '../../brief/brief.ts';
import { NONE } from '../../../runtime/columns/index.ts';
import { printMonth } from '../../../runtime/dates.ts';
import { Bytes } from './bytes.ts';
import { groupOf, type WrittenGroup } from './file.ts';
import { type Chunk, codedChunk, plainChunk } from './chunk.ts';

const encoder = new TextEncoder();

const text = (name: string, repetition_type: 'OPTIONAL' | 'REQUIRED' = 'OPTIONAL'): SchemaElement => ({
  name,
  type: 'BYTE_ARRAY',
  repetition_type,
  converted_type: 'UTF8',
  logical_type: { type: 'STRING' },
});

const yuan = (name: string): SchemaElement => ({
  name,
  type: 'INT64',
  repetition_type: 'OPTIONAL',
  converted_type: 'DECIMAL',
  scale: 2,
  precision: 18,
  logical_type: { type: 'DECIMAL', scale: 2, precision: 18 },
});

const columns: readonly SchemaElement[] = [
  { name: 'row', type: 'INT32', repetition_type: 'REQUIRED' },
  text('id', 'REQUIRED'),
  ...['programme', 'outcome', 'selection', 'rule', 'ruleName', 'tier', 'tierName', 'amount'].map((name) =>
    text(name),
  ),
  yuan('minYuan'),
  yuan('maxYuan'),
  text('from'),
  text('to'),
];

/** Of every file of decisions in brief. */
export const briefSchema: SchemaElement[] = [{ name: 'decisions', num_children: columns.length }, ...columns];

/** A row group. */
export const writtenBrief = (brief: Brief): WrittenGroup => groupOf(brief.lines, briefChunks(brief));

function briefChunks(brief: Brief): readonly Chunk[] {
  const { lines } = brief;
  return [
    plainChunk('row', 'INT32', lines, new Uint8Array(brief.row.buffer, brief.row.byteOffset, lines * 4)),
    plainChunk('id', 'BYTE_ARRAY', lines, idBytes(brief)),
    texts('programme', brief.programme),
    texts('outcome', brief.outcome),
    texts('selection', brief.selection),
    texts('rule', brief.rule),
    texts('ruleName', brief.ruleName),
    texts('tier', brief.tier),
    texts('tierName', brief.tierName),
    texts('amount', brief.amount),
    money('minYuan', brief.min),
    money('maxYuan', brief.max),
    months('from', brief.from),
    months('to', brief.to),
  ];
}

function idBytes({ lines, id }: Brief): Uint8Array {
  const bytes = new Bytes(lines * 16);
  for (let line = 0; line < lines; line++) putText(bytes, id(line));
  return bytes.done();
}

function putText(into: Bytes, said: string): void {
  const { length } = said;
  // Most of a UTF-16 unit's three bytes are not needed: the length is known when it is written.
  into.uint32(0);
  const { bytes, at } = into.room(length * 3);
  const { written } = encoder.encodeInto(said, bytes.subarray(at));
  into.length = at + written;
  for (let i = 0; i < 4; i++) bytes[at - 4 + i] = (written >>> (8 * i)) & 0xff;
}

function texts(name: string, { values, texts: all }: Codes): Chunk {
  const bytes = new Bytes();
  for (const one of all) putText(bytes, one);
  return codedChunk(name, 'BYTE_ARRAY', values, { bytes: bytes.done(), size: all.length });
}

/** Places of numbers among the different ones. */
function numbered(values: ArrayLike<number>, isNone: (value: number) => boolean) {
  const places = new Map<number, number>();
  const codes = new Int32Array(values.length);
  for (let line = 0; line < values.length; line++) {
    const value = values[line] as number;
    let place = isNone(value) ? -1 : places.get(value);
    if (place === undefined) {
      place = places.size;
      places.set(value, place);
    }
    codes[line] = place;
  }
  return { codes, different: [...places.keys()] };
}

function money(name: string, values: Float64Array): Chunk {
  const { codes, different } = numbered(values, Number.isNaN);
  const fen = new BigInt64Array(different.map(BigInt));
  return codedChunk(name, 'INT64', codes, { bytes: new Uint8Array(fen.buffer), size: fen.length });
}

function months(name: string, values: Int32Array): Chunk {
  const { codes, different } = numbered(values, (month) => month === NONE);
  return texts(name, { values: codes, texts: different.map(printMonth) });
}
