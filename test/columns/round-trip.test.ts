import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policyMeta } from '../../compiler/index.ts';
import { BatchBuilder, batchOf, bitAt, factsAt, recordAt } from '../../runtime/columns/index.ts';
import { readRow } from '../../runtime/input/read.ts';
import { isKeyed, isUnknown } from '../../runtime/unknown.ts';
import { type ReadRecord, type Row, recordId, type Value } from '../../runtime/value.ts';
import { Inputs } from '../agree/applicants.ts';
import { projectPolicies } from '../agree/policies.ts';
import { seed } from '../agree/seed.ts';
import { FACTS, META } from '../runtime/policy-meta.ts';

const policies = projectPolicies();

/** Values to compare: a keyed one carries a function that says why a key is missing. */
const plain = (value: Value | undefined): unknown =>
  value !== undefined && isKeyed(value) ? [...value.keyed] : isUnknown(value) ? undefined : value;
const plainRow = (row: Row | ReadRecord): unknown =>
  Object.fromEntries(Object.entries(row).map(([id, value]) => [id, plain(value)]));

const build = (rows: readonly unknown[], memory: 'own' | 'shared' = 'own') => {
  const builder = new BatchBuilder(META, 'person', Math.max(1, rows.length), memory);
  for (const row of rows) builder.addFacts(row);
  return builder.take();
};

describe('records as columns', () => {
  it.each(policies.flatMap((policy) => policy.subjects.map(({ id }) => [policy.id, id, policy] as const)))(
    'gives back the records of %s, %s',
    (_policy, subject, policy) => {
      const meta = policyMeta(policy);
      const facts = meta.subjects.find(({ id }) => id === subject)?.facts ?? [];
      const record = new Inputs(policy).record(facts);
      fc.assert(
        fc.property(fc.array(record, { maxLength: 40 }), (raws) => {
          const builder = new BatchBuilder(meta, subject, 40);
          const rows = raws.map((raw) => readRow(meta, facts, raw));
          for (const raw of raws) builder.addFacts(raw);
          const batch = builder.take();
          rows.forEach((row, r) => {
            expect(plainRow(recordAt(meta, facts, batch, r))).toEqual(plainRow(row));
            expect(plainRow(readRow(meta, facts, factsAt(facts, batch, r)))).toEqual(plainRow(row));
          });
          const again = batchOf(
            meta,
            subject,
            rows.map((_, r) => recordAt(meta, facts, batch, r)),
          );
          expect(again).toEqual(batch);
        }),
        { numRuns: 30, seed },
      );
    },
  );

  it('keeps what other records call a row', () => {
    const batch = build([{ 编号: 'A1', disabled: true }, { disabled: true }, { id: 7 }]);
    const ids = [0, 1, 2].map((row) => recordAt(META, FACTS, batch, row)[recordId]);
    expect(ids).toEqual(['A1', undefined, '7']);
    const again = batchOf(
      META,
      'person',
      [0, 1, 2].map((row) => recordAt(META, FACTS, batch, row)),
    );
    expect(again).toEqual(batch);
  });

  it('tells unknown from absent, and leaves the bitmaps out where they say nothing', () => {
    const batch = build([
      { deathDate: null, disabled: true },
      { disabled: false },
      { deathDate: '2020-02-29', disabled: true },
    ]);
    const { deathDate, disabled, sex } = batch.columns;
    if (deathDate?.t !== 'numbers' || disabled?.t !== 'flags' || sex?.t !== 'codes')
      throw new Error('columns');
    expect([0, 1, 2].map((row) => bitAt(deathDate.known ?? new Uint8Array(4), row))).toEqual([
      true,
      false,
      true,
    ]);
    expect([0, 1, 2].map((row) => bitAt(deathDate.absent ?? new Uint8Array(4), row))).toEqual([
      true,
      false,
      false,
    ]);
    expect(disabled.known).toBeUndefined();
    expect(disabled.absent).toBeUndefined();
    expect([0, 1, 2].map((row) => bitAt(disabled.values, row))).toEqual([true, false, true]);
    expect(sex.known?.[0]).toBe(0);
  });

  it('keeps a row whole that no column can hold', () => {
    const rows = [
      { terms: 3, debt: 1 },
      { terms: '2.5', debt: 2, city: '汕头市' },
      { debt: '90071992547409931.25' },
    ];
    const batch = build(rows);
    expect([...(batch.odd?.keys() ?? [])]).toEqual([1, 2]);
    rows.forEach((raw, r) => {
      expect(plainRow(recordAt(META, FACTS, batch, r))).toEqual(plainRow(readRow(META, FACTS, raw)));
    });
    const terms = batch.columns.terms;
    if (terms?.t !== 'numbers') throw new Error('terms');
    expect(bitAt(terms.known ?? new Uint8Array(4), 1)).toBe(false);
  });

  it('adds nothing of a record that does not fit, and goes on', () => {
    const builder = new BatchBuilder(META, 'person', 2);
    builder.addFacts({ rank: 1 });
    expect(() => builder.addFacts({ rank: 0, disabled: true })).toThrow('rank');
    builder.addFacts({ rank: 2 });
    expect(builder.isFull).toBe(true);
    expect(() => builder.addFacts({ rank: 3 })).toThrow(RangeError);
    expect(builder.take().columns.rank).toMatchObject({ values: new Float64Array([1, 2]) });
    expect(builder.rows).toBe(0);
    builder.addFacts({ rank: 9 });
    expect(builder.take().columns.rank).toMatchObject({ values: new Float64Array([9]) });
  });

  it('lies in shared memory when asked to', () => {
    const batch = build(
      [{ sex: 'male', city: 'A', debt: 1, disabled: true, papers: ['bills'], birthDate: '1960-01-01' }],
      'shared',
    );
    const kept = ['sex', 'city', 'debt', 'disabled', 'papers', 'birthDate'].map((id) => batch.columns[id]);
    for (const column of kept) {
      const values = column?.t === 'given' ? undefined : column?.values;
      expect(values?.buffer).toBeInstanceOf(SharedArrayBuffer);
    }
  });
});
