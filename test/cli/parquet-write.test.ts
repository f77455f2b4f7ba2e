import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { describe, expect, it } from 'vitest';
import { type Brief, briefOf, type IdBytes, type Line } from '../../cli/brief/brief.ts';
import { briefSchema, writtenBrief } from '../../cli/parquet/write/brief.ts';
import { ParquetOutput } from '../../cli/parquet/write/file.ts';
import { numbered } from '../../cli/parquet/write/numbered.ts';
import { printMonth } from '../../runtime/dates.ts';
import { seed } from '../agree/seed.ts';

const orNull = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(some, { freq: 4 });
const fen = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).map((n) => n * 2 ** 17 + 1),
);
const month = fc.integer({ min: 1_900 * 12, max: 2_100 * 12 });

const line = fc.record({
  id: fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(' 甲 ', '乙　', '\u{1F9D1}', '440101195501010000', ''),
  ),
  programme: fc.constantFrom('a', 'b'),
  outcome: fc.constantFrom('eligible', 'ineligible', 'undetermined'),
  selection: orNull(fc.constantFrom('selected', 'notSelected')),
  rule: orNull(fc.constantFrom('r.一', 'r.2', 'r.3')),
  tier: orNull(fc.constantFrom('t1', 't2')),
  amount: orNull(fc.constant('money')),
  min: orNull(fen),
  max: orNull(fen),
  from: orNull(month),
  to: orNull(month),
});

const lines: fc.Arbitrary<readonly Line[]> = fc
  .array(line, { maxLength: 70, size: 'max' })
  .map((all) => all.map((one, at) => ({ ...one, id: one.id.trim(), row: at * at + 1 })));

async function readBack(groups: readonly Brief[]) {
  const parts: Uint8Array[] = [];
  const output = new ParquetOutput(briefSchema, async (bytes) => {
    parts.push(bytes.slice());
  });
  for (const brief of groups) await output.group(writtenBrief(brief));
  await output.end();
  const { buffer, byteOffset, byteLength } = Buffer.concat(parts);
  const file = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  return parquetReadObjects({ file, compressors });
}

const monthText = (value: number | null): string | null => (value === null ? null : printMonth(value));

/** A row of the file, money in fen. */
const asRow = (one: Line) => ({
  row: one.row,
  id: one.id,
  programme: one.programme,
  outcome: one.outcome,
  selection: one.selection,
  rule: one.rule,
  ruleName: one.rule && `<${one.rule}>`,
  tier: one.tier,
  tierName: one.tier && `<${one.tier}>`,
  amount: one.amount,
  minYuan: one.min,
  maxYuan: one.max,
  from: monthText(one.from),
  to: monthText(one.to),
});

const label = (id: string): string => `<${id}>`;

describe(`Parquet of briefs, as hyparquet reads it (seed ${seed})`, () => {
  it('holds what the briefs say', async () => {
    const property = fc.asyncProperty(fc.array(lines, { minLength: 1, maxLength: 3 }), async (groups) => {
      const rows = await readBack(groups.map((group) => briefOf(group, label)));
      // The reader gives yuan in doubles, which come to the fen again.
      const inFen = (row: { readonly [name: string]: unknown }) => ({
        ...row,
        minYuan: typeof row['minYuan'] === 'number' ? Math.round(row['minYuan'] * 100) : null,
        maxYuan: typeof row['maxYuan'] === 'number' ? Math.round(row['maxYuan'] * 100) : null,
      });
      expect(rows.map(inFen)).toEqual(groups.flat().map(asRow));
    });
    await fc.assert(property, { seed, numRuns: 100 });
  });

  it('writes ids that come as bytes as those that come as texts', () => {
    const spaced = fc.array(fc.tuple(line, fc.constantFrom('', ' ', '\t', '　'), fc.boolean()), {
      maxLength: 40,
    });
    const property = fc.property(spaced, (given) => {
      const own = given.map(([one, space, known]) => ({ ...one, raw: space + one.id + space, known }));
      const all = own.map((one, at): Line => ({ ...one, row: at, id: one.known ? one.raw.trim() : '' }));
      const brief = briefOf(all, label);
      expect(writtenBrief({ ...brief, ids: bytesOf(own) })).toEqual(writtenBrief(brief));
    });
    fc.assert(property, { seed, numRuns: 200 });
  });

  it('numbers different numbers in the order in which they come', () => {
    const values = fc.array(fc.oneof(fen, fc.integer({ min: 0, max: 300 }), fc.constant(Number.NaN)), {
      size: 'max',
      maxLength: 2_000,
    });
    const property = fc.property(values, (given) => {
      const { codes, different } = numbered(Float64Array.from(given), Number.NaN);
      const expected = [...new Set(given.filter((value) => !Number.isNaN(value)))];
      expect(different).toEqual(expected);
      expect([...codes].map((code) => (code < 0 ? Number.NaN : different[code]))).toEqual(given);
    });
    fc.assert(property, { seed, numRuns: 100 });
  });
});

/** Texts in another order than the lines, each place pointing to its own. */
function bytesOf(given: readonly { readonly raw: string; readonly known: boolean }[]): IdBytes {
  const texts = given.map(({ raw }) => new TextEncoder().encode(raw)).reverse();
  const ends = Int32Array.from(texts, (_, at) =>
    texts.slice(0, at + 1).reduce((sum, { length }) => sum + length, 0),
  );
  const starts = Int32Array.from(texts, ({ length }, at) => (ends[at] ?? 0) - length);
  const places = Int32Array.from(given, ({ known }, at) => (known ? given.length - 1 - at : -1));
  return { texts: { bytes: Buffer.concat(texts), starts, ends }, places, guarded: (work) => work() };
}
