import { PassThrough, Readable } from 'node:stream';
import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import { readXlsx } from '../../../cli/read/xlsx.ts';
import { gather } from './gather.ts';

type Sheet = exceljs.Worksheet;

async function workbook(fill: (book: exceljs.Workbook) => void): Promise<Readable> {
  const book = new exceljs.Workbook();
  fill(book);
  return Readable.from(Buffer.from(await book.xlsx.writeBuffer()));
}

const read = async (input: Readable, sheet?: string) => {
  const { header, rows } = await readXlsx(input, sheet);
  return { header, rows: await gather(rows) };
};

const fillPeople = (sheet: Sheet): void => {
  sheet.addRow(['姓名', '出生日期', '金额', '在职', '备注']);
  sheet.addRow(['张三', new Date('1955-03-02'), 800.5, true, { richText: [{ text: '粗' }, { text: '体' }] }]);
  sheet.addRow([]);
  sheet.addRow(['李四', '1960年1月5日', { formula: '1+1', result: 2 }, false, null]);
};

test('dates become ISO dates, numbers and booleans text; blank rows are passed over', async () => {
  expect(await read(await workbook((book) => fillPeople(book.addWorksheet('名册'))))).toEqual({
    header: ['姓名', '出生日期', '金额', '在职', '备注'],
    rows: [
      { kind: 'cells', row: 2, cells: ['张三', '1955-03-02', '800.5', 'true', '粗体'] },
      { kind: 'cells', row: 4, cells: ['李四', '1960年1月5日', '2', 'false', ''] },
    ],
  });
});

test('a formula that gives a date, and a time of day that is not hidden', async () => {
  const input = await workbook((book) => {
    const sheet = book.addWorksheet('a');
    sheet.addRow(['d', 't']);
    const row = sheet.addRow([{ formula: 'A1', result: 45_292 }, new Date('2024-01-01T12:30:00Z')]);
    row.getCell(1).numFmt = 'yyyy"年"m"月"d"日"';
  });
  expect((await read(input)).rows).toEqual([
    { kind: 'cells', row: 2, cells: ['2024-01-01', '2024-01-01T12:30:00'] },
  ]);
});

test('the first visible sheet, or the one named', async () => {
  const make = () =>
    workbook((book) => {
      book.addWorksheet('hidden', { state: 'hidden' }).addRow(['x']);
      fillPeople(book.addWorksheet('名册'));
      book.addWorksheet('other').addRow(['y']);
    });
  expect((await read(await make())).header?.[0]).toBe('姓名');
  expect((await read(await make(), 'other')).header).toEqual(['y']);
  await expect(read(await make(), 'nowhere')).rejects.toMatchObject({
    problem: { why: 'noSheet', sheet: 'nowhere', sheets: ['hidden', '名册', 'other'] },
  });
});

test('cells beyond the header break their row', async () => {
  const input = await workbook((book) => {
    const sheet = book.addWorksheet('a');
    sheet.addRow(['a']);
    sheet.addRow([1, 2]);
    sheet.addRow([3]);
  });
  expect((await read(input)).rows).toEqual([
    { kind: 'broken', row: 2, problem: { why: 'cellCount', found: 2, expected: 1 } },
    { kind: 'cells', row: 3, cells: ['3'] },
  ]);
});

test('what is no workbook is refused', async () => {
  const input = new PassThrough();
  input.end('this is not a zip file at all');
  await expect(read(input)).rejects.toMatchObject({ problem: { why: 'notAWorkbook' } });
});
