import type { Writable } from 'node:stream';
import { drained } from '../console/drained.ts';
import type { PolicyNames } from '../policy/names.ts';
import type { FlatRow } from '../render/flat.ts';
import type { Texts } from '../texts/texts.ts';
import { dataColumns, type OutputColumn } from './columns.ts';
import type { DecisionWriter } from './decision-writer.ts';
import { rowsOf } from './rows.ts';

const numeric: ReadonlySet<keyof FlatRow> = new Set(['row', 'amountMin', 'amountMax']);
const widths: { readonly [key in keyof FlatRow]?: number } = { programme: 20, tier: 20, grounds: 60, id: 16 };

/** A workbook with one sheet, written row by row; rows already written are not kept. */
export async function xlsxWriter(
  stream: Writable,
  names: PolicyNames,
  texts: Texts,
): Promise<DecisionWriter> {
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet(texts.columns.sheet, { views: [{ state: 'frozen', ySplit: 1 }] });
  const columns = dataColumns(texts);
  sheet.columns = columns.map(({ key, title }) => ({ key, header: title, width: widths[key] ?? 12 }));
  return {
    async entry(entry) {
      for (const row of rowsOf(entry, names, texts))
        sheet.addRow(columns.map((column) => cell(row, column))).commit();
      if (stream.writableNeedDrain) await drained(stream);
    },
    async end() {
      sheet.commit();
      await book.commit();
    },
  };
}

/** Amounts are numbers, so that they can be added up; a spreadsheet holds yuan and fen up to 15 digits exactly. */
function cell(row: FlatRow, { key }: OutputColumn): string | number | null {
  const value = row[key];
  if (value === '') return null;
  if (!numeric.has(key) || !/^-?\d{1,13}(\.\d+)?$/.test(String(value))) return String(value);
  return Number(value);
}
