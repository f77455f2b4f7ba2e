import { fileURLToPath } from 'node:url';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { type Applicant, openApplicants } from '../../../cli/read/applicants.ts';
import { Unusable } from '../../../cli/console/failure.ts';
import type { UnreadEntry } from '../../../cli/decide/entry.ts';
import { batchOfTable } from '../../../cli/read/table/batch.ts';
import { ParquetFile } from '../../../cli/parquet/read/file.ts';
import { Group } from '../../../cli/parquet/read/group.ts';
import { planColumns } from '../../../cli/read/columns.ts';
import { checkBatch, factsAt } from '../../../runtime/columns/index.ts';
import { zh } from '../../../cli/texts/zh.ts';
import { readRow } from '../../../runtime/input/read.ts';
import type { Value } from '../../../runtime/value.ts';
import { bind } from '../../language/kit.ts';
import { Folder } from '../harness.ts';
import { gather } from './gather.ts';

const { meta } = bind(`方案 例 (example)
单位 学期 (term) = 1/2 年
主体 人 (person)
  已审核 (checked): 是否
  出生日期 (birthDate): 日期
  离任日期 (leftOn): 日期 可无
  月收入 (income): 金额 从 0 元
  已发金额 (paid): 金额
  学期数 (terms): 学期 从 0 至 120
  学校 (school): 公办 (public) | 民办 (private)
  证件 (papers): 多选
    身份证 (idCard) | 户口簿 (hukouBook)
  乡镇 (town): 文字
  历年等次 (grades): 优 (good) | 差 (bad) 按 年份
项目 补助 (aid)
  资格 已审核
`);
const facts = meta.subjects[0]?.facts ?? [];
const folder = new Folder();

const every = <T>(values: readonly T[]): T[] =>
  Array.from({ length: 11 }, (_, at) => values[at % values.length] as T);

/** What `test/fixtures/parquet/make.py` writes, as JSON; `undefined` is not known. */
const written = [
  ['已审核', every([true, false, undefined])],
  ['出生日期', every(['1955-03-02', undefined, '1960-02-29', '1899-12-31'])],
  ['离任日期', every(['2020-01-31', null, undefined])],
  ['月收入', every(['1999.99', '2000', undefined, '0.05', '2000.01'])],
  ['已发金额', every([undefined, 1, '1234.56'])],
  ['学期数', every([44, undefined, 0, 7])],
  ['学校', every(['公办', 'private', undefined, '公办'])],
  ['证件', every([['身份证', '户口簿'], ['身份证'], [], undefined])],
  ['乡镇', every(['城关镇', '河口', '河口', undefined])],
] as const;

const asJson = Array.from({ length: 11 }, (_, at) =>
  Object.fromEntries(written.map(([name, values]) => [name, values[at]] as const)),
);

/** Values to compare: keys of a keyed one are in a map, fractions are of big integers. */
const texts = (value: Value): string =>
  JSON.stringify(value, (_, part: unknown) => {
    if (part instanceof Map) return [...part];
    return typeof part === 'bigint' ? String(part) : part;
  });

const open = (path: string, ignore: readonly string[] = []) =>
  openApplicants({ source: { path }, meta, facts, wishes: { ignore }, texts: zh });

async function rowsOf(path: string): Promise<readonly (Applicant | UnreadEntry)[]> {
  return gather((await open(path)).rows);
}

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/parquet/${name}.parquet`, import.meta.url));

const fixtures = [
  'arrow',
  'arrow-plain',
  'arrow-pages',
  'arrow-brotli',
  'arrow-delta',
  'arrow-doubles',
  'duckdb',
  'duckdb-zstd',
];

describe('Parquet of other writers', () => {
  test.each(fixtures)('%s', async (name) => {
    const rows = await rowsOf(fixture(name));
    expect(rows.map(({ row }) => row)).toEqual(asJson.map((_, at) => at + 1));
    expect(rows.map(({ id }) => id)).toEqual(asJson.map((_, at) => String(440101195501010000n + BigInt(at))));
    for (const [at, row] of rows.entries()) {
      if (row.kind !== 'applicant') throw new Error(JSON.stringify(row.problems));
      const { id: _, ...own } = row.facts;
      expect(texts(readRow(meta, facts, own))).toBe(texts(readRow(meta, facts, asJson[at])));
    }
  });
});

describe('as batches of columns', () => {
  async function batches(path: string) {
    const file = ParquetFile.open(path);
    const plan = planColumns(
      file.fields.map(({ name }) => name),
      facts,
      meta,
      { ignore: [] },
    );
    const read: { row: string; bad: unknown }[] = [];
    for (let at = 0; at < file.groups; at++) {
      const group = await Group.read(file, at, plan, meta);
      const { batch, bad } = batchOfTable(group, plan, { meta, facts, texts: zh });
      expect(checkBatch(meta, 'person', batch)).toEqual([]);
      for (let row = 0; row < batch.rows; row++) {
        const facts_ = factsAt(facts, batch, row);
        read.push({ row: texts(readRow(meta, facts, facts_)), bad: bad.get(row) });
      }
    }
    file.close();
    return read;
  }

  test.each(fixtures)('%s', async (name) => {
    expect(await batches(fixture(name))).toEqual(
      asJson.map((one) => ({ row: texts(readRow(meta, facts, one)), bad: undefined })),
    );
  });

  test('rows that are wrong, and rows that no column holds', async () => {
    const path = wrote('odd.parquet', [
      { name: '学期数', data: [1, 121, null, 12.5, 3], type: 'DOUBLE' },
      { name: '离任日期', data: ['无', '2020-01-31', '2020-02-30', null, null], type: 'STRING' },
      { name: '离任日期.无', data: [null, null, null, true, false], type: 'BOOLEAN' },
      { name: '历年等次.2021', data: ['优', '差', '优', '差', '中'], type: 'STRING' },
    ]);
    const rows = await rowsOf(path);
    const read = await batches(path);
    expect(
      read.map(({ bad }) => bad && (bad as { errors: { path: string; problem: string }[] }).errors),
    ).toMatchObject([
      undefined,
      [{ path: '学期数', problem: 'outOfRange' }],
      [{ path: '离任日期', problem: 'noSuchDate' }],
      undefined,
      [{ path: '历年等次.2021', problem: 'unknownOption' }],
    ]);
    for (const at of [0, 3]) {
      const row = rows[at];
      const own = row?.kind === 'applicant' ? row.facts : {};
      expect(read[at]?.row).toBe(texts(readRow(meta, facts, own)));
    }
    expect(read[1]?.row).toBe(texts(readRow(meta, facts, {})));
  });
});

type Columns = Parameters<typeof parquetWriteBuffer>[0]['columnData'];

/** A small file; every value is optional. */
function wrote(name: string, columnData: Columns): string {
  folder.write(name, new Uint8Array(parquetWriteBuffer({ columnData })));
  return folder.at(name);
}

const said = async (path: string): Promise<string> => {
  try {
    return (await rowsOf(path)).flatMap((row) => (row.kind === 'unread' ? row.problems : [])).join();
  } catch (error) {
    if (error instanceof Unusable) return error.message;
    throw error;
  }
};

describe('what is wrong', () => {
  test('a column of another type', async () => {
    const path = wrote('types.parquet', [{ name: '出生日期', data: [1.5], type: 'DOUBLE' }]);
    expect(await said(path)).toBe(
      `“${path}”的“出生日期”列是 DOUBLE，应为 DATE、TIMESTAMP、STRING。请换类型导出，或用 --ignore 略过这一列。`,
    );
  });

  test('none of the columns is a fact', async () => {
    const path = wrote('none.parquet', [{ name: '身高', data: [170], type: 'INT32' }]);
    expect(await said(path)).toContain('没有一列是这个政策的事实');
  });

  test('there is none, and it is given', async () => {
    const path = wrote('both.parquet', [
      { name: '离任日期', data: ['2020-01-31', null, '无', null], type: 'STRING' },
      { name: 'leftOn.none', data: [true, true, true, false], type: 'BOOLEAN' },
    ]);
    const rows = await rowsOf(path);
    expect(rows.map((row) => (row.kind === 'unread' ? row.problems[0]?.message : row.facts))).toEqual([
      '“leftOn.none”说没有“离任日期”，同一行却填了 2020-01-31；请留一样',
      { 离任日期: null },
      { 离任日期: null },
      {},
    ]);
  });

  test('no Parquet, a file cut short, a directory that lies', async () => {
    const whole = new Uint8Array(
      parquetWriteBuffer({ columnData: [{ name: '乡镇', data: every(['甲', '乙丙']), type: 'STRING' }] }),
    );
    folder.write('text.parquet', 'id,乡镇\n1,甲\n');
    expect(await said(folder.at('text.parquet'))).toContain('不是完整的 Parquet 文件');
    folder.write('empty.parquet', '');
    expect(await said(folder.at('empty.parquet'))).toContain('不是完整的 Parquet 文件');
    for (let length = 1; length < whole.length; length++) {
      folder.write('cut.parquet', whole.subarray(0, length));
      expect(await said(folder.at('cut.parquet'))).toContain('不是完整的 Parquet 文件');
    }
  });

  test('bytes changed anywhere: read, or refused as what cannot be used; never a fault', async () => {
    const whole = new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: '乡镇', data: every(['甲', '乙丙', null]), type: 'STRING' },
          { name: '学期数', data: every([1, null, 3]), type: 'INT32' },
          { name: '已审核', data: every([true, null, false]), type: 'BOOLEAN' },
        ],
      }),
    );
    for (let at = 0; at < whole.length; at++)
      for (const bits of [0x01, 0x80, 0xff]) {
        const broken = whole.slice();
        broken[at] = (broken[at] ?? 0) ^ bits;
        folder.write('broken.parquet', broken);
        await said(folder.at('broken.parquet'));
      }
  });
});
