import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readCsv } from '../../cli/read/csv.ts';
import { decodeText } from '../../cli/read/encoding.ts';
import type { Records } from '../../cli/read/record.ts';
import { readXlsx } from '../../cli/read/xlsx.ts';

const at = (name: string): string =>
  fileURLToPath(new URL(`../../examples/register-15/${name}`, import.meta.url));

async function cellsOf(records: Records): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const record of records.rows) {
    if (record.kind !== 'cells') throw new Error(`row ${record.row} cannot be read`);
    rows.push(record.cells);
  }
  return rows;
}

it('holds the same 200 applicants as text and as a workbook', async () => {
  const csv = await readCsv(decodeText(createReadStream(at('applicants.csv'))));
  const book = await readXlsx(createReadStream(at('applicants.xlsx')), undefined);
  expect(book.header).toEqual(csv.header);
  const rows = await cellsOf(csv);
  expect(rows).toHaveLength(200);
  expect(new Set(rows.map(([id]) => id)).size).toBe(200);
  expect(await cellsOf(book)).toEqual(rows);
});
