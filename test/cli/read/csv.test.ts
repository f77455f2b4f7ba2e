import iconv from 'iconv-lite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../../cli/read/csv.ts';
import { decodeText } from '../../../cli/read/encoding.ts';
import { UnreadableData } from '../../../cli/read/record.ts';
import { gather, inPieces } from './gather.ts';

const table = '姓名,出生日期,备注\n张三,1955-03-02,"有,逗号"\n李四,1960-01-01,\n';

const read = async (bytes: Uint8Array, size?: number) => {
  const { header, rows } = await readCsv(decodeText(inPieces(bytes, size)));
  return { header, rows: await gather(rows) };
};

const expected = {
  header: ['姓名', '出生日期', '备注'],
  rows: [
    { kind: 'cells', row: 2, cells: ['张三', '1955-03-02', '有,逗号'] },
    { kind: 'cells', row: 3, cells: ['李四', '1960-01-01', ''] },
  ],
};

describe('encodings', () => {
  const encoded = {
    'UTF-8': Buffer.from(table),
    'UTF-8 with its mark': Buffer.from(`\uFEFF${table}`),
    GB18030: iconv.encode(table, 'gb18030'),
    'UTF-16 LE': Buffer.from(`\uFEFF${table}`, 'utf16le'),
  };

  test.each(Object.entries(encoded))('%s', async (_, bytes) => {
    expect(await read(bytes)).toEqual(expected);
  });

  test.each(Object.entries(encoded))('%s in pieces that cut characters', async (_, bytes) => {
    expect(await read(bytes, 3)).toEqual(expected);
  });

  test('GB18030 that begins only after a long stretch of ASCII', async () => {
    const ascii = `id,note\n${'1,plain\n'.repeat(40_000)}`;
    const { rows } = await read(iconv.encode(`${ascii}2,汉字\n`, 'gb18030'), 64 * 1024);
    expect(rows.at(-1)).toEqual({ kind: 'cells', row: 40_002, cells: ['2', '汉字'] });
  });

  test('UTF-8 that breaks later is refused with the place, not read as something else', async () => {
    const good = Buffer.from(`姓名\n${'张三\n'.repeat(20_000)}`);
    const bytes = Buffer.concat([good, Buffer.from([0xff, 0xff]), Buffer.from('\n')]);
    await expect(read(bytes, 64 * 1024)).rejects.toMatchObject({
      problem: { why: 'encoding', byte: good.length },
    });
  });
});

describe('forms', () => {
  test.each([';', '\t'])('separated by %j', async (separator) => {
    const text = `a${separator}b\n1,5${separator}2\n`;
    expect(await read(Buffer.from(text))).toEqual({
      header: ['a', 'b'],
      rows: [{ kind: 'cells', row: 2, cells: ['1,5', '2'] }],
    });
  });

  test('CRLF, blank lines and rows of nothing but commas', async () => {
    const { rows } = await read(Buffer.from('a,b\r\n1,2\r\n\r\n,\r\n3,4\r\n'));
    expect(rows).toEqual([
      { kind: 'cells', row: 2, cells: ['1', '2'] },
      { kind: 'cells', row: 5, cells: ['3', '4'] },
    ]);
  });

  test('a row of the wrong width is broken, and the next one is read', async () => {
    const { rows } = await read(Buffer.from('a,b\n1\n1,2,3\n1,2,,\n5,6\n'));
    expect(rows).toEqual([
      { kind: 'broken', row: 2, problem: { why: 'cellCount', found: 1, expected: 2 } },
      { kind: 'broken', row: 3, problem: { why: 'cellCount', found: 3, expected: 2 } },
      { kind: 'cells', row: 4, cells: ['1', '2'] },
      { kind: 'cells', row: 5, cells: ['5', '6'] },
    ]);
  });

  test('a bare line feed at the start of a piece, among lines that end in CRLF', async () => {
    const { rows } = await read(Buffer.from('a,b,c\r\n,\r\n\nx"y\n'), 5);
    expect(rows.map(({ kind, row }) => [kind, row])).toEqual([['broken', 4]]);
  });

  test('a stray quote breaks its own row', async () => {
    const { rows } = await read(Buffer.from('a,b\n1,x"y\n3,4\n'));
    expect(rows.map(({ kind, row }) => [kind, row])).toEqual([
      ['broken', 2],
      ['cells', 3],
    ]);
  });

  test('an empty file has no header', async () => {
    await expect(read(Buffer.from('\n\n'))).rejects.toMatchObject({ problem: { why: 'empty' } });
  });
});

/** A heading in quotes sends the whole file through the parser; without quotes lines are cut as they stand. */
test('lines that are cut are read as the parser reads them', async () => {
  const cell = fc.constantFrom('', ' ', '1', '张三', '2019-01-31', '"x,y"', '"a""b"', '"2\n3"', 'x"y', '\r');
  const line = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => cells.join(','));
  const end = fc.constantFrom('\n', '\n', '\n', '\r\n', '\n\n');
  const body = fc.array(fc.tuple(line, end), { maxLength: 12 }).map((lines) => lines.flat().join(''));
  await fc.assert(
    fc.asyncProperty(body, fc.constantFrom('\n', '\r\n'), fc.nat(30), async (rest, first, size) => {
      const said = async (head: string) => {
        const pieces = inPieces(Buffer.from(`${head}${first}${rest}`), size + 1);
        try {
          const { header, rows } = await readCsv(decodeText(pieces));
          return { header, rows: await gather(rows) };
        } catch (error) {
          return error instanceof UnreadableData ? error.problem : error;
        }
      };
      expect(await said('a,b,c')).toEqual(await said('"a",b,c'));
    }),
    { numRuns: 300 },
  );
});
