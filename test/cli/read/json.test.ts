import { describe, expect, test } from 'vitest';
import { readJson } from '../../../cli/read/json.ts';
import { readNdjson } from '../../../cli/read/ndjson.ts';
import { readYaml } from '../../../cli/read/yaml.ts';
import { gather, texts } from './gather.ts';

const json = async (...parts: string[]) => gather((await readJson(texts(...parts))).rows);
const ndjson = async (...parts: string[]) => gather((await readNdjson(texts(...parts))).rows);
const yaml = async (...parts: string[]) => gather((await readYaml(texts(...parts))).rows);

const object = (row: number, value: unknown) => ({ kind: 'object', row, value });

describe('JSON', () => {
  test('an array, element by element with its line', async () => {
    expect(await json('[\n {"a": 1},\n {"a": [1, {"b": "],}"}]}\n]\n')).toEqual([
      object(2, { a: 1 }),
      object(3, { a: [1, { b: '],}' }] }),
    ]);
  });

  test('an array cut anywhere', async () => {
    const text = '[{"a":"\\"x\\\\"},{"名":"张"}]';
    expect(await json(...text)).toEqual([object(1, { a: '"x\\' }), object(1, { 名: '张' })]);
  });

  test('one object, and objects one after another', async () => {
    expect(await json('{"a": 1}')).toEqual([object(1, { a: 1 })]);
    expect(await json('{"a": 1}\n{"a": 2}\n')).toEqual([object(1, { a: 1 }), object(2, { a: 2 })]);
  });

  test('an empty array has no applicants', async () => {
    expect(await json(' [ ] ')).toEqual([]);
  });

  test('an element that is not JSON leaves the others', async () => {
    const rows = await json('[{"a": 1},\n{"a": },\n{"a": 3}]');
    expect(rows.map(({ kind, row }) => [kind, row])).toEqual([
      ['object', 1],
      ['broken', 2],
      ['object', 3],
    ]);
  });

  test.each([
    ['[{"a":1}', 1],
    ['[1]\n]', 2],
    ['[{"a":1}}', 1],
  ])('%j is refused with its line', async (text, line) => {
    await expect(json(text)).rejects.toMatchObject({ problem: { why: 'syntax', line } });
  });

  test('nothing at all', async () => {
    await expect(json('  \n')).rejects.toMatchObject({ problem: { why: 'empty' } });
  });
});

test('NDJSON: lines cut anywhere, blank lines, a mark, a bad line', async () => {
  const rows = await ndjson('\uFEFF{"a"', ':1}\r\n\n{"a":', '2}\n{oops\n{"a":4}');
  expect(rows.map((row) => (row.kind === 'object' ? [row.row, row.value] : [row.row, row.kind]))).toEqual([
    [1, { a: 1 }],
    [3, { a: 2 }],
    [4, 'broken'],
    [5, { a: 4 }],
  ]);
});

describe('YAML', () => {
  test('a list; dates stay text', async () => {
    expect(await yaml('- a: 2019-01-31\n- { a: 1 }\n')).toEqual([
      object(1, { a: '2019-01-31' }),
      object(2, { a: 1 }),
    ]);
  });

  test('one mapping, or several documents', async () => {
    expect(await yaml('a: 1\n')).toEqual([object(1, { a: 1 })]);
    expect(await yaml('a: 1\n---\na: 2\n')).toEqual([object(1, { a: 1 }), object(3, { a: 2 })]);
  });

  test('a mistake has its line and column', async () => {
    await expect(yaml('a: 1\nb: [1,\n')).rejects.toMatchObject({ problem: { why: 'syntax', line: 3 } });
  });
});
