import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import exceljs from 'exceljs';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { parse } from 'csv-parse/sync';
import type { DecisionsDocument } from '../../cli/write/documents.ts';
import { Folder } from '../cli/harness.ts';
import { type Cohort, cohorts, decide, schema } from './cohorts.ts';

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
ajv.addSchema(schema);
const validate = (name: string): ValidateFunction => {
  const found = ajv.getSchema(`bangfu.decision/1#/definitions/${name}`);
  if (!found) throw new Error(`docs/decision.schema.json has no ${name}`);
  return found;
};
const all = Object.keys(cohorts) as Cohort[];
const folder = new Folder();

it('the registers are what their generator gives', () => {
  const tool = fileURLToPath(new URL('../../tools/make-cohorts.mjs', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [tool, '--check'], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});

describe.each(all)('the register of notice %s', (cohort) => {
  it('reads well: the totals, and columns that line up where a character is two cells wide', async () => {
    const { status, stdout } = await decide(cohort);
    expect(status).toBe(0);
    const [table = '', totals] = stdout.split('\n\n');
    expect(totals).toMatchSnapshot();
    const [title = '', rule = '', ...rows] = table.split('\n');
    const starts = [...rule.matchAll(/(?<=^| {2})─/g)].map(({ index }) => index);
    expect(starts.length).toBeGreaterThan(5);
    expect(rows.length).toBeGreaterThan(70);
    for (const line of [title, ...rows])
      for (const start of starts.slice(1)) expect(cellsAt(line, start - 2, start).trim()).toBe('');
  });

  it('is, as JSON and NDJSON, what the schema of docs says', async () => {
    const document = JSON.parse((await decide(cohort, '--format', 'json')).stdout) as DecisionsDocument;
    const check = validate('DecisionsDocument');
    expect(check(document), ajv.errorsText(check.errors)).toBe(true);
    expect(check({ ...document, summary: { ...document.summary, rows: 'all' } })).toBe(false);
    const lines = (await decide(cohort, '--format', 'ndjson')).stdout.trim().split('\n');
    const read = lines.map((line) => JSON.parse(line) as object);
    const line = validate('DecisionsLine');
    for (const one of read) expect(line(one), ajv.errorsText(line.errors)).toBe(true);
    expect(read).toEqual([...document.entries, { schema: document.schema, summary: document.summary }]);
  });

  it('has the same ranks and results in CSV, and its totals in a workbook', async () => {
    const { entries, summary } = JSON.parse(
      (await decide(cohort, '--format', 'json')).stdout,
    ) as DecisionsDocument;
    const csv = (await decide(cohort, '--format', 'csv', '--lang', 'zh')).stdout;
    const rows = parse(csv, { columns: true }) as Record<string, string>[];
    const won = Object.values(summary.programmes).reduce((sum, { selected = 0 }) => sum + selected, 0);
    expect(new Set(rows.map(({ 行 }) => 行)).size).toBe(entries.length);
    expect(rows.filter(({ 入选 }) => 入选 === '入选')).toHaveLength(won);
    for (const row of rows) {
      expect(row.最好名次 === '').toBe(row.最差名次 === '');
      expect(Number(row.最好名次)).toBeLessThanOrEqual(Number(row.最差名次));
    }
    const path = folder.at(`${cohort}.xlsx`);
    expect((await decide(cohort, '--out', path)).status).toBe(0);
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(path);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['审核结果', '合计']);
    const lines: string[] = [];
    book.getWorksheet('合计')?.eachRow((row) => lines.push((row.values as unknown[]).slice(1).join(' | ')));
    expect(lines).toMatchSnapshot();
  });
});

/** The text between two columns of a terminal. */
function cellsAt(line: string, from: number, to: number): string {
  let at = 0;
  let found = '';
  for (const character of line) {
    if (at >= from && at < to) found += character;
    at += stringWidth(character);
  }
  return found;
}
