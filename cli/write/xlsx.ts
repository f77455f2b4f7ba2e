import type { Writable } from 'node:stream';
import { drained } from '../console/drained.ts';
import { type TotalsRow, totalsRows } from '../decide/totals-rows.ts';
import type { PolicyNames } from '../policy/names.ts';
import type { FlatRow } from '../render/flat.ts';
import type { Texts } from '../texts/texts.ts';
import { dataColumns, type OutputColumn } from './columns.ts';
import type { DecisionWriter } from './decision-writer.ts';
import { rowsOf } from './rows.ts';

const numeric: ReadonlySet<keyof FlatRow> = new Set([
  'row',
  'rankBest',
  'rankWorst',
  'places',
  'amountMin',
  'amountMax',
]);
const widths: { readonly [key in keyof FlatRow]?: number } = { programme: 20, tier: 20, grounds: 60, id: 16 };

/** A workbook of decisions and a sheet of totals, written row by row; rows already written are not kept. */
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
    async end(tally) {
      sheet.commit();
      const totals = book.addWorksheet(texts.totals.sheet, { views: [{ state: 'frozen', ySplit: 1 }] });
      totals.columns = totalsColumns(texts);
      for (const row of totalsRows(tally, names, texts)) totals.addRow(totalsCells(row)).commit();
      totals.commit();
      await book.commit();
    },
  };
}

const totalsColumns = ({ columns, totals }: Texts): { key: string; header: string; width: number }[] => [
  { key: 'programme', header: columns.programme, width: 20 },
  { key: 'kind', header: totals.kind, width: 16 },
  { key: 'name', header: totals.name, width: 28 },
  { key: 'count', header: totals.count, width: 10 },
  { key: 'placesMin', header: totals.placesMin, width: 10 },
  { key: 'placesMax', header: totals.placesMax, width: 10 },
  { key: 'moneyMin', header: totals.min, width: 16 },
  { key: 'moneyMax', header: totals.max, width: 16 },
  { key: 'per', header: columns.per, width: 12 },
];

const totalsCells = ({ programme, kind, name, count, places, money }: TotalsRow): object => ({
  programme,
  kind,
  name,
  count: count ?? null,
  placesMin: places?.min ?? null,
  placesMax: places?.max ?? null,
  moneyMin: numberOf(money?.min ?? ''),
  moneyMax: numberOf(money?.max ?? ''),
  per: money?.per ?? null,
});

/** Amounts are numbers, so that they can be added up; a spreadsheet holds yuan and fen up to 15 digits exactly. */
function cell(row: FlatRow, { key }: OutputColumn): string | number | null {
  const value = row[key];
  if (value === '') return null;
  return numeric.has(key) ? numberOf(String(value)) : String(value);
}

const numberOf = (text: string): string | number | null => {
  if (text === '') return null;
  return /^-?\d{1,13}(\.\d+)?$/.test(text) ? Number(text) : text;
};
