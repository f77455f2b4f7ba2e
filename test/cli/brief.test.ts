import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { beforeAll, expect, test } from 'vitest';
import { briefOf } from '../../cli/brief/brief.ts';
import { linesOf } from '../../cli/brief/from-decision.ts';
import { briefCsv } from '../../cli/brief/text.ts';
import { compile } from '../../compiler/index.ts';
import { writeParquetRegister } from '../../tools/parquet-register.mjs';
import { Folder } from './harness.ts';
import { quota } from './policies.ts';

const project = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const policy15 = project('policies/15-former-teachers-allowance');
const folder = new Folder({ 'quota/notice.policy': quota });
const ROWS = 700;

type Row = { readonly [name: string]: unknown };

async function parquet(name: string): Promise<Row[]> {
  const { buffer, byteOffset, byteLength } = readFileSync(folder.at(name));
  const file = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  return (await parquetReadObjects({ file, compressors })) as Row[];
}

const lines = (name: string): Row[] =>
  folder
    .read(name)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);

/** A typed row as text cells, and as JSON. */
function asCells(row: Row): readonly string[] {
  const said = (name: string, value: unknown): string => {
    if (value === null || value === undefined) return row[`${name}.无`] === true ? '无' : '';
    if (typeof value === 'boolean') return value ? '是' : '否';
    return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
  };
  return Object.entries(row)
    .filter(([name]) => !name.endsWith('.无'))
    .map(([name, value]) => said(name, value));
}

/** Bounded by row groups that do not fill up, and with rows of which something is not known. */
beforeAll(async () => {
  writeParquetRegister(folder.at('people.parquet'), ROWS, { group: 256 });
  const rows = await parquet('people.parquet');
  const names = Object.keys(rows[0] ?? {}).filter((name) => !name.endsWith('.无'));
  const cells = rows.map(asCells);
  folder.write('people.csv', `${[names, ...cells].map((row) => row.join(',')).join('\n')}\n`);
  const objects = cells.map((row) =>
    Object.fromEntries(names.map((name, at) => [name, given(row[at] ?? '')])),
  );
  folder.write('people.ndjson', objects.map((one) => `${JSON.stringify(one)}\n`).join(''));
});

const given = (cell: string): unknown => {
  if (cell === '') return undefined;
  if (cell === '无') return null;
  if (cell === '是' || cell === '否') return cell === '是';
  return cell.startsWith('身份证') ? cell.split('；') : cell;
};

const brief = (data: string, out: string, ...more: string[]) =>
  folder.run(['decide', policy15, data, '--out', out, '--brief', ...more]);

test('the same register in three formats, the same decisions in three formats, as the full ones say', async () => {
  for (const from of ['parquet', 'csv', 'ndjson'])
    for (const to of ['parquet', 'csv', 'ndjson'])
      expect((await brief(`people.${from}`, `${from}.out.${to}`)).status, `${from} to ${to}`).toBe(0);

  const full = await folder.run([
    'decide',
    policy15,
    'people.parquet',
    '--format',
    'ndjson',
    '--out',
    'full.ndjson',
  ]);
  expect(full.status).toBe(0);
  const text = readFileSync(`${policy15}/notice.policy`, 'utf8');
  const { policy } = compile({ path: 'notice.policy', text });
  if (!policy) throw new Error('policy 15 does not compile');
  const amounts = Object.fromEntries(
    policy.programmes.map((one) => [one.id, one.amounts.map(({ id }) => id)]),
  );
  const label = (id: string): string => policy.names[id]?.zh ?? id.slice(id.lastIndexOf('.') + 1);
  const expected = lines('full.ndjson')
    .slice(0, -1)
    .flatMap((one) => linesOf(one as never, one.decision as never, amounts));
  expect(expected.length).toBe(ROWS);
  expect(new Set(expected.map(({ outcome }) => outcome)).size).toBe(3);
  const [, ...csv] = folder.read('parquet.out.csv').split('\r\n');
  expect(csv.join('\r\n')).toBe(briefCsv(briefOf(expected, label)));

  const values = (rows: readonly Row[]) => rows.map(({ row: _, ...rest }) => rest);
  const said = values(lines('parquet.out.ndjson'));
  expect(values(lines('csv.out.ndjson'))).toEqual(said);
  expect(values(lines('ndjson.out.ndjson'))).toEqual(said);
  for (const from of ['parquet', 'csv', 'ndjson']) {
    expect(values(await parquet(`${from}.out.parquet`))).toEqual(said);
    const [, ...cells] = folder.read(`${from}.out.csv`).split('\r\n');
    const own = (line: string): string => line.slice(line.indexOf(',') + 1);
    expect(cells.map(own)).toEqual(csv.map(own));
  }
}, 120_000);

test('the totals are those of whole decisions, without money', async () => {
  const { stderr } = await brief('people.parquet', 'totals.csv');
  const { stderr: full } = await folder.run(['decide', policy15, 'people.parquet', '--format', 'csv']);
  const [, ...own] = stderr.trimEnd().split('\n');
  expect(own.at(-1)).toContain('totals.csv');
  expect(full.split('\n').slice(1, own.length)).toEqual(own.slice(0, -1));
});

test('places stand in it too', async () => {
  folder.write('quota.csv', 'id,医疗费用,在岗\na,300,是\nb,200,是\nc,100,是\nd,400,否\ne,,x\n');
  const { status, stdout, stderr } = await folder.run([
    ...['decide', 'quota', 'quota.csv', '--as-of', '2025-01-01', '--brief', '--format', 'ndjson'],
  ]);
  expect(status).toBe(1);
  expect(stderr).toContain('第 6 行');
  const said = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
  expect(said.map(({ id, outcome, selection, minYuan }) => [id, outcome, selection, minYuan])).toEqual([
    ['a', 'eligible', 'selected', 4000],
    ['b', 'eligible', 'selected', 4000],
    ['c', 'eligible', 'notSelected', null],
    ['d', 'ineligible', 'notSelected', null],
  ]);
});

test('rows that cannot be read are told and left out; a damaged file leaves nothing behind', async () => {
  const table = folder.read('people.csv').split('\n').slice(0, 5);
  const wrong = [...table, table[1]?.replace(/1\d{3}-\d{2}-\d{2}/, '1950-02-30'), ''].join('\n');
  folder.write('wrong.csv', wrong);
  const { status, stderr } = await brief('wrong.csv', 'wrong.parquet');
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/第 6 行.*1950-02-30/) });
  expect((await parquet('wrong.parquet')).map(({ row }) => row)).toEqual([2, 3, 4, 5]);

  const bytes = readFileSync(folder.at('people.parquet'));
  bytes.fill(0xff, bytes.length >> 2, bytes.length >> 1);
  folder.write('damaged.parquet', bytes);
  const before = folder.list();
  const damaged = await brief('damaged.parquet', 'never.parquet');
  expect(damaged.status).toBe(2);
  expect(damaged.stderr).toMatch(/第 \d 个行组的“.+”列读不出来/);
  expect(folder.list()).toEqual(before);
});

test('formats that are none of its own', async () => {
  const table = await folder.run(['decide', policy15, 'people.csv', '--brief', '--format', 'xlsx']);
  expect([table.status, table.stderr]).toEqual([2, expect.stringContaining('csv、ndjson、parquet')]);
  const pipe = await folder.run(['decide', policy15, 'people.csv', '--format', 'parquet']);
  expect([pipe.status, pipe.stderr]).toEqual([2, expect.stringContaining('--out')]);
});
