import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import type { Cell, CellValue } from 'exceljs';
import { type RawRecord, type Records, UnreadableData } from './record.ts';

/** What the streaming reader of exceljs gives beyond its declared types. */
interface SheetReader extends AsyncIterable<SheetRow> {
  readonly name: string;
  readonly state?: 'visible' | 'hidden' | 'veryHidden';
}

interface SheetRow {
  readonly number: number;
  readonly cellCount: number;
  getCell(column: number): Cell;
}

interface BookReader extends AsyncIterable<SheetReader> {
  readonly properties?: { readonly model?: { readonly date1904?: boolean } };
}

/** A worksheet (the first visible one, or the one named) whose first filled row is the header. Row by row. */
export async function readXlsx(input: Readable, sheet: string | undefined): Promise<Records> {
  const rows = sheetRows(input, sheet);
  const first = await rows.next();
  if (first.done || first.value.kind !== 'cells') throw new UnreadableData({ why: 'empty' });
  const header = trimEnd(first.value.cells.map((cell) => cell.trim()));
  return { header, rows: fitted(rows, header.length) };
}

async function* fitted(rows: AsyncIterable<RawRecord>, width: number): AsyncGenerator<RawRecord> {
  for await (const record of rows) {
    if (record.kind !== 'cells') yield record;
    else if (record.cells.slice(width).every((cell) => cell.trim() === '')) {
      yield { ...record, cells: Array.from({ length: width }, (_, at) => record.cells[at] ?? '') };
    } else {
      const found = trimEnd(record.cells).length;
      yield { kind: 'broken', row: record.row, problem: { why: 'cellCount', found, expected: width } };
    }
  }
}

function trimEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}

async function* sheetRows(input: Readable, wanted: string | undefined): AsyncGenerator<RawRecord> {
  const book = await openBook(input);
  const passed: string[] = [];
  try {
    for await (const sheet of book) {
      passed.push(sheet.name);
      if (wanted === undefined ? isHidden(sheet) : sheet.name !== wanted) {
        await passOver(sheet);
        continue;
      }
      for await (const row of sheet) {
        const cells = cellsOf(row, book.properties?.model?.date1904 === true);
        if (cells.some((cell) => cell.trim() !== '')) yield { kind: 'cells', row: row.number, cells };
      }
      return;
    }
  } catch (error) {
    throw new UnreadableData({ why: 'notAWorkbook', detail: error instanceof Error ? error.message : '' });
  } finally {
    input.destroy();
  }
  throw new UnreadableData({ why: 'noSheet', sheet: wanted ?? '', sheets: passed });
}

const isHidden = ({ state }: SheetReader): boolean => state === 'hidden' || state === 'veryHidden';

/**
 * exceljs keeps sheets that come before the shared texts in temporary files and deletes each when the next is
 * asked for: one that was never begun would then fail to open, where nobody listens.
 */
async function passOver(sheet: SheetReader): Promise<void> {
  for await (const _ of sheet) break;
}

async function openBook(input: Readable): Promise<BookReader> {
  const { default: exceljs } = await import('exceljs');
  nameChineseDateFormats();
  const options = {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
  } as const;
  return new exceljs.stream.xlsx.WorkbookReader(input, options) as unknown as BookReader;
}

/**
 * The built-in formats 27–36 and 50–58 are dates in Chinese workbooks (31 is `yyyy"年"m"月"d"日"`). exceljs lists
 * them by locale and looks them up without one, so that such cells would come as bare serial numbers.
 */
function nameChineseDateFormats(): void {
  const require = createRequire(import.meta.url);
  const formats = require('exceljs/lib/xlsx/defaultnumformats') as Record<
    string,
    { f?: string; 'zh-cn'?: string }
  >;
  for (const format of Object.values(formats)) if (format['zh-cn']) format.f ??= format['zh-cn'];
}

function cellsOf(row: SheetRow, from1904: boolean): readonly string[] {
  return Array.from({ length: row.cellCount }, (_, at) => cellText(row.getCell(at + 1), from1904));
}

function cellText(cell: Cell, from1904: boolean): string {
  const { value } = cell;
  if (isFormula(value)) return resultText(value.result, cell, from1904);
  return plainText(value);
}

const isFormula = (
  value: CellValue,
): value is CellValue & { readonly formula: string; readonly result?: CellValue } =>
  typeof value === 'object' && value !== null && 'formula' in value;

/** The reader leaves a formula's date as a serial number; the cell's format says that it is one. */
function resultText(result: CellValue | undefined, cell: Cell, from1904: boolean): string {
  if (typeof result !== 'number' || !looksLikeDate(cell.numFmt)) return plainText(result);
  const days = result - 25_569 + (from1904 ? 1462 : 0);
  return dateText(new Date(Math.round(days * 86_400_000)));
}

const looksLikeDate = (format: string | undefined): boolean =>
  /[ymd]/.test((format ?? '').replace(/\[[^\]]*]|"[^"]*"/g, ''));

function plainText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return plainText(value.text);
  if ('error' in value) return value.error;
  return '';
}

/** A workbook's dates have no zone and come as UTC; a time of day stays visible, so that it is not taken for a date. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '#VALUE!';
  const iso = date.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
}
