import { CsvError, type Info, Parser } from 'csv-parse';
import { drained } from '../console/drained.ts';
import { type BrokenProblem, type RawRecord, type Records, UnreadableData } from './record.ts';

interface Parsed {
  readonly record: readonly string[];
  readonly info: Pick<Info, 'lines'>;
}

/**
 * CSV with a header line, separated by comma, semicolon or tab, whichever the header line holds most of.
 * Rows are read one at a time; `row` counts lines of the file, the header's included.
 */
export async function readCsv(text: AsyncIterable<string>): Promise<Records> {
  const { head, rest } = await firstLine(text);
  const broken: RawRecord[] = [];
  const rows = parseRows(chain(head, rest), separatorOf(head), broken);
  const first = await rows.next();
  if (first.done || first.value.kind !== 'cells') throw new UnreadableData({ why: 'empty' });
  const header = first.value.cells.map((cell) => cell.trim());
  return { header, rows: checkWidth(rows, header.length) };
}

async function* checkWidth(rows: AsyncIterable<RawRecord>, expected: number): AsyncGenerator<RawRecord> {
  for await (const record of rows) {
    if (record.kind !== 'cells' || record.cells.length === expected) yield record;
    else if (surplusIsBlank(record.cells, expected))
      yield { ...record, cells: firstCells(record.cells, expected) };
    else yield broken(record.row, { why: 'cellCount', found: record.cells.length, expected });
  }
}

/** Spreadsheet programs pad rows with empty cells and drop empty ones at the end: neither is a mistake. */
const surplusIsBlank = (cells: readonly string[], expected: number): boolean =>
  cells.length > expected && cells.slice(expected).every((cell) => cell.trim() === '');

const firstCells = (cells: readonly string[], expected: number): readonly string[] =>
  cells.slice(0, expected);

const broken = (row: number, problem: BrokenProblem): RawRecord => ({ kind: 'broken', row, problem });

async function* parseRows(
  text: AsyncIterable<string>,
  delimiter: string,
  failed: RawRecord[],
): AsyncGenerator<RawRecord> {
  const parser = new Parser({
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  });
  parser.on('skip', (error: CsvError) =>
    failed.push(broken(lineOf(error), { why: 'quotes', detail: error.code })),
  );
  const feeding = feed(parser, text);
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      // The parser runs ahead of the rows taken: its failures wait for their turn.
      yield* takeBefore(failed, info.lines);
      if (record.some((cell) => cell.trim() !== '')) yield { kind: 'cells', row: info.lines, cells: record };
    }
  } catch (error) {
    throw asUnreadable(error);
  }
  yield* takeBefore(failed, Number.POSITIVE_INFINITY);
  await feeding;
}

function* takeBefore(failed: RawRecord[], line: number): Generator<RawRecord> {
  while (failed[0] && failed[0].row < line) yield* failed.splice(0, 1);
}

/** What the parser gives up on, an open quote to the end of the file for one. */
function asUnreadable(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  return new UnreadableData({ why: 'syntax', line: lineOf(error), column: 1, detail: error.code });
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

function separatorOf(head: string): string {
  const line = head.split('\n', 1)[0] ?? '';
  const count = (separator: string): number => line.split(separator).length;
  return [',', ';', '\t'].reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}

async function* chain(head: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield head;
  yield* { [Symbol.asyncIterator]: () => rest };
}
