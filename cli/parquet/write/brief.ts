import type { SchemaElement } from 'hyparquet';
import type { Brief, Codes } from '../../brief/brief.ts';
import { NONE } from '../../../runtime/columns/index.ts';
import { printMonth } from '../../../runtime/dates.ts';
import { Bytes } from './bytes.ts';
import { groupOf, type WrittenGroup } from './file.ts';
import { type Chunk, type CodedPage, codedChunk, codedPage, plainChunk, steppedChunk } from './chunk.ts';
import { idBytes } from './ids.ts';
import { numbered } from './numbered.ts';

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
  const { lines, row, rule, ruleName, tier, tierName } = brief;
  const rules = pageOf(rule);
  const tiers = pageOf(tier);
  return [
    steppedChunk('row', row),
    plainChunk(
      'id',
      'BYTE_ARRAY',
      lines,
      brief.ids === undefined ? idTexts(brief) : idBytes(brief.ids, lines),
    ),
    texts('programme', brief.programme),
    texts('outcome', brief.outcome),
    texts('selection', brief.selection),
    texts('rule', rule, rules),
    texts('ruleName', ruleName, rules),
    texts('tier', tier, tiers),
    texts('tierName', tierName, tiers),
    texts('amount', brief.amount),
    ...money(brief.min, brief.max),
    months('from', brief.from),
    months('to', brief.to),
  ];
}

function idTexts({ lines, id }: Brief): Uint8Array {
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

const pageOf = ({ values, texts: all }: Codes): CodedPage => codedPage(values, all.length);

/** `page`: of the same codes, where one was made already. */
function texts(name: string, codes: Codes, page: CodedPage = pageOf(codes)): Chunk {
  const bytes = new Bytes();
  for (const one of codes.texts) putText(bytes, one);
  return codedChunk(name, 'BYTE_ARRAY', page, { bytes: bytes.done(), size: codes.texts.length });
}

function money(min: Float64Array, max: Float64Array): readonly Chunk[] {
  const own = numberedYuan(min);
  const other = max === min ? own : numberedYuan(max);
  return [yuanChunk('minYuan', own), yuanChunk('maxYuan', other)];
}

function numberedYuan(values: Float64Array) {
  const { codes, different } = numbered(values, Number.NaN);
  const fen = new BigInt64Array(different.map(BigInt));
  const dictionary = { bytes: new Uint8Array(fen.buffer), size: fen.length };
  return { page: codedPage(codes, fen.length), dictionary };
}

const yuanChunk = (name: string, { page, dictionary }: ReturnType<typeof numberedYuan>): Chunk =>
  codedChunk(name, 'INT64', page, dictionary);

function months(name: string, values: Int32Array): Chunk {
  const { codes, different } = numbered(values, NONE);
  return texts(name, { values: codes, texts: different.map(printMonth) });
}
