import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bytesFor,
  cutStage,
  nthValue,
  STAGE_VERDICTS,
  setBit,
  type StageColumns,
  textRanks,
} from '../../runtime/columns/index.ts';
import type { Candidate } from '../../runtime/evaluator/selection/entry.ts';
import { ABSENT, type Place } from '../../runtime/evaluator/selection/places.ts';
import { runStage } from '../../runtime/evaluator/selection/stage.ts';
import { seed } from '../agree/seed.ts';

interface Row {
  readonly pool: boolean;
  readonly must: boolean;
  readonly group: number;
  readonly keys: readonly (number | null)[];
}

interface Register {
  readonly rows: readonly Row[];
  readonly places: readonly number[];
  readonly directions: readonly ('ascending' | 'descending')[];
  readonly ties: 'admit' | 'refuse';
  readonly refill: boolean;
}

const register: fc.Arbitrary<Register> = fc.nat(3).chain((keys) =>
  fc.record({
    // Few different keys, so that many are level.
    rows: fc.array(
      fc.record({
        pool: fc.oneof(
          { weight: 4, arbitrary: fc.constant(true) },
          { weight: 1, arbitrary: fc.constant(false) },
        ),
        must: fc.boolean(),
        group: fc.nat(2),
        keys: fc.array(fc.option(fc.integer({ min: -2, max: 3 })), { minLength: keys, maxLength: keys }),
      }),
      { maxLength: 120 },
    ),
    places: fc.array(fc.nat(30), { minLength: 3, maxLength: 3 }),
    directions: fc.array(fc.constantFrom('ascending' as const, 'descending' as const), {
      minLength: keys,
      maxLength: keys,
    }),
    ties: fc.constantFrom('admit' as const, 'refuse' as const),
    refill: fc.boolean(),
  }),
);

const columns = ({ rows, places, directions, ties, refill }: Register): StageColumns => ({
  rows: rows.length,
  pool: Uint8Array.from(rows, (row) => (row.pool ? 1 : 0)),
  must: Uint8Array.from(rows, (row) => (row.must ? 1 : 0)),
  group: Int32Array.from(rows, (row) => row.group),
  keys: directions.map((direction, k) => {
    const absent = new Uint8Array(bytesFor(rows.length));
    for (const [row, { keys }] of rows.entries()) if (keys[k] === null) setBit(absent, row);
    return { values: Float64Array.from(rows, ({ keys }) => keys[k] ?? 99), absent, direction };
  }),
  places,
  ties,
  refill,
});

/** The evaluator's own selection, which ranks everybody. */
function ranked({ rows, places, directions, ties, refill }: Register): readonly string[] {
  const candidates = rows.map((row): Candidate => {
    const keys = row.keys.map((key): Place => key ?? ABSENT);
    const count = places[row.group] ?? 0;
    return {
      member: row.pool ? 'yes' : 'no',
      only: 'yes',
      must: row.must ? 'yes' : 'no',
      group: { known: String(row.group), printed: [String(row.group)] },
      standing: { best: keys, worst: keys },
      places: { min: count, max: count, reasons: [] },
      reasons: [],
    };
  });
  const run = runStage(candidates, {
    id: 'help.places',
    cites: [],
    unordered: false,
    directions,
    ties,
    refill,
    printKeys: () => [],
  });
  return rows.map((_, row) => run.verdict(row));
}

const verdicts = (register: Register): readonly (string | undefined)[] =>
  [...cutStage(columns(register))].map((code) => STAGE_VERDICTS[code]);

describe(`places given without sorting (seed ${seed})`, () => {
  it('goes to those who rank first, level ones treated alike, as in the evaluator', () => {
    let cut = 0;
    fc.assert(
      fc.property(register, (drawn) => {
        const given = verdicts(drawn);
        expect(given).toEqual(ranked(drawn));
        if (given.includes('in') && given.includes('out')) cut += 1;
      }),
      { seed, numRuns: 2000 },
    );
    expect(cut).toBeGreaterThan(500);
  });

  it('does not depend on the order of the rows', () => {
    const shuffled = register.chain((drawn) =>
      fc.tuple(
        fc.constant(drawn),
        fc.shuffledSubarray(
          drawn.rows.map((_, row) => row),
          { minLength: drawn.rows.length },
        ),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([drawn, order]) => {
        const before = verdicts(drawn);
        const after = verdicts({ ...drawn, rows: order.flatMap((row) => drawn.rows[row] ?? []) });
        expect(after).toEqual(order.map((row) => before[row]));
      }),
      { seed, numRuns: 500 },
    );
  });

  it('finds the value at a place as sorting would, whatever the order', () => {
    const many = fc.oneof(
      fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 400 }),
      fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 400 }),
      fc.array(fc.nat(), { minLength: 1, maxLength: 400 }).map((values) => values.sort((a, b) => b - a)),
    );
    fc.assert(
      fc.property(many, fc.nat(), (values, at) => {
        const place = at % values.length;
        const sorted = Float64Array.from(values).sort();
        expect(nthValue(Float64Array.from([7, ...values, -7]), 1, values.length + 1, place)).toBe(
          sorted[place],
        );
      }),
      { seed, numRuns: 1000 },
    );
  });

  it('ranks texts by code unit', () => {
    expect([...textRanks(['乙', '甲', 'a', 'B'])]).toEqual([2, 3, 1, 0]);
  });
});
