import { CsvError, type Info, Parser } from 'csv-parse';
import { drained } from '../console/drained.ts';
import { cutLines, type Rest, type Shape, shapeOf } from './csv-lines.ts';
import { type BrokenProblem, type RawRecord, type Records, UnreadableData } from './record.ts';

interface Parsed {
  readonly record: readonly string[];
  readonly info: Pick<Info, 'lines'>;
}

type Batches = AsyncGenerator<readonly RawRecord[]>;

/**
 * CSV with a header line, separated by comma, semicolon or tab, whichever the header line holds most of.
 * Rows are read as they are taken; `row` counts lines of the file, the header's included. Lines without quotes are cut
 * as they stand, which most files consist of; from the first quote on the parser reads.
 */
export async function readCsv(text: AsyncIterable<string>): Promise<Records> {
  const { head, rest } = await firstLine(text);
  const batches = readBatches(head, rest, shapeOf(head));
  const first = await firstRecord(batches);
  if (first?.record.kind !== 'cells') throw new UnreadableData({ why: 'empty' });
  const header = first.record.cells.map((cell) => cell.trim());
  const checked = checkWidth(first.others, batches, header.length);
  return { header, batches: checked, rows: oneByOne(checked) };
}

async function firstRecord(
  batches: Batches,
): Promise<{ readonly record: RawRecord; readonly others: readonly RawRecord[] } | null> {
  for (let next = await batches.next(); !next.done; next = await batches.next()) {
    const [record, ...others] = next.value;
    if (record) return { record, others };
  }
  return null;
}

async function* oneByOne(batches: Batches): AsyncGenerator<RawRecord> {
  for await (const batch of batches) yield* batch;
}

async function* checkWidth(first: readonly RawRecord[], rest: Batches, expected: number): Batches {
  yield first.map((record) => ofWidth(record, expected));
  for await (const batch of rest) yield batch.map((record) => ofWidth(record, expected));
}

/** Spreadsheet programs pad rows with empty cells and drop empty ones at the end: neither is a mistake. */
function ofWidth(record: RawRecord, expected: number): RawRecord {
  if (record.kind !== 'cells' || record.cells.length === expected) return record;
  const { row, cells } = record;
  const isPadded = cells.length > expected && cells.slice(expected).every((cell) => cell.trim() === '');
  if (isPadded) return { kind: 'cells', row, cells: cells.slice(0, expected) };
  return broken(row, { why: 'cellCount', found: cells.length, expected });
}

const broken = (row: number, problem: BrokenProblem): RawRecord => ({ kind: 'broken', row, problem });

async function* readBatches(head: string, rest: AsyncIterator<string>, shape: Shape): Batches {
  const left = yield* cutLines(head, rest, shape);
  if (left !== null) yield* parseRows(left, shape);
}

/** So many rows are handed on together. */
const enough = 256;

async function* parseRows({ text, line }: Rest, { delimiter, end }: Shape): Batches {
  const failed: RawRecord[] = [];
  const parser = new Parser({
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    ...(line > 0 && { record_delimiter: end }),
  });
  parser.on('skip', (error: CsvError) =>
    failed.push(broken(line + lineOf(error), { why: 'quotes', detail: error.code })),
  );
  const feeding = feed(parser, text);
  let held: RawRecord[] = [];
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      const row = line + info.lines;
      // The parser runs ahead of the rows taken: its failures wait for their turn.
      takeBefore(failed, row, held);
      if (record.some((cell) => cell.trim() !== '')) held.push({ kind: 'cells', row, cells: record });
      if (held.length < enough) continue;
      yield held;
      held = [];
    }
  } catch (error) {
    yield held;
    throw asUnreadable(error, line);
  }
  takeBefore(failed, Number.POSITIVE_INFINITY, held);
  yield held;
  await feeding;
}

function takeBefore(failed: RawRecord[], line: number, into: RawRecord[]): void {
  while (failed[0] && failed[0].row < line) into.push(...failed.splice(0, 1));
}

/** What the parser gives up on, an open quote to the end of the file for one. */
function asUnreadable(error: unknown, before: number): unknown {
  if (!(error instanceof CsvError)) return error;
  return new UnreadableData({
    why: 'syntax',
    line: before + lineOf(error),
    column: 1,
    detail: error.code,
  });
}

const lineOf = (error: CsvError): number => (typeof error.lines === 'number' ? error.lines : 0);

/** Hands text to the parser no faster than rows are taken; a failing source ends the rows with its error. */
async function feed(parser: Parser, text: AsyncIterable<string>): Promise<void> {
  try {
    for await (const part of text) {
      if (!parser.write(part)) await drained(parser);
      if (parser.destroyed) return;
    }
    parser.end();
  } catch (error) {
    parser.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

async function firstLine(
  text: AsyncIterable<string>,
): Promise<{ head: string; rest: AsyncIterator<string> }> {
  const rest = text[Symbol.asyncIterator]();
  let head = '';
  while (!/\n/.test(head)) {
    const next = await rest.next();
    if (next.done) break;
    head += next.value;
  }
  if (head.trim() === '') throw new UnreadableData({ why: 'empty' });
  return { head, rest };
}
