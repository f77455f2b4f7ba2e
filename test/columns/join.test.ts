import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BoundColumns, columnsOf, type Policy, policyMeta } from '../../compiler/index.ts';
import {
  type Batch,
  BatchBuilder,
  isShared,
  joined,
  type ProgrammeColumns,
  type ResultColumns,
  resultAt,
  sliceOf,
  sliceOfResults,
  sliceResults,
} from '../../runtime/columns/index.ts';
import { InputErrors } from '../../runtime/index.ts';
import { projectPolicies } from '../agree/policies.ts';
import { seed } from '../agree/seed.ts';
import { everything } from '../ir/everything.ts';
import { type Register, registers } from './records.ts';

const policies = [...projectPolicies(), everything()];
const ROWS = 40;

const columnsFor = (policy: Policy, { binding }: Register): BoundColumns | null => {
  try {
    return columnsOf(policy).at(binding);
  } catch (error) {
    if (error instanceof InputErrors) return null;
    throw error;
  }
};

/** What of a register columns of arrays hold: rows that do not fit are left out, and so are lists and names. */
function arraysOf(policy: Policy, subject: string, { rows }: Register): Batch {
  const builder = new BatchBuilder(policyMeta(policy), subject, Math.max(1, rows.length), 'shared');
  for (const facts of rows) {
    try {
      builder.addFacts(facts);
    } catch (error) {
      if (!(error instanceof InputErrors)) throw error;
    }
  }
  const { rows: held, columns } = builder.take();
  return {
    rows: held,
    columns: Object.fromEntries(Object.entries(columns).filter(([, { t }]) => t !== 'given')),
  };
}

/** Slices as threads decide them, the later before the earlier, each as a thread would send it. */
function bySlices(bound: BoundColumns, batch: Batch, into?: ResultColumns): ResultColumns {
  const room = bound.room(batch, { memory: 'shared', ...(into && { into }) });
  const slices = [];
  for (let from = 0; from < batch.rows; from += 8) {
    const to = Math.min(from + 8, batch.rows);
    const own = sliceOfResults(room, from, to);
    const results = bound.columns(sliceOf(batch, from, to), { memory: 'shared', into: own });
    slices.push(sliceResults(from, own, results));
  }
  return joined(room, slices);
}

const rowsOf = (columns: ProgrammeColumns, rows: number) =>
  Array.from({ length: rows }, (_, row) => resultAt(columns, row));

function expectSame(found: ResultColumns, wanted: ResultColumns): void {
  expect(found.rows).toBe(wanted.rows);
  for (const [id, columns] of Object.entries(wanted.programmes)) {
    const own = found.programmes[id];
    if (own === undefined) throw new Error(`no columns of ${id}`);
    expect(rowsOf(own, wanted.rows), id).toEqual(rowsOf(columns, wanted.rows));
    expect(own.byRow, id).toBe(columns.byRow);
  }
}

describe(`slices of a batch decided by themselves come to the same (seed ${seed})`, () => {
  it.each(policies.map((policy) => [policy.id, policy] as const))('%s', { timeout: 300_000 }, (_, policy) => {
    const check = (register: Register) => {
      const bound = columnsFor(policy, register);
      if (bound === null) return;
      const batch = arraysOf(policy, bound.subject, register);
      expect(isShared(batch)).toBe(true);
      const whole = bound.columns(batch);
      const first = bySlices(bound, batch);
      expectSame(first, whole);
      expectSame(bySlices(bound, batch, first), whole);
    };
    fc.assert(fc.property(registers(policy, ROWS, seed), check), { seed, numRuns: 5 });
  });
});

it('threads share arrays in shared memory alone', () => {
  const values = new Uint8Array(new SharedArrayBuffer(1));
  const flag = { t: 'flags', values } as const;
  expect(isShared({ rows: 8, columns: { flag } })).toBe(true);
  expect(isShared({ rows: 8, columns: { flag: { t: 'flags', values: new Uint8Array(1) } } })).toBe(false);
  expect(isShared({ rows: 8, columns: { flag: { ...flag, known: new Uint8Array(1) } } })).toBe(false);
  expect(isShared({ rows: 8, columns: { list: { t: 'given', values: [] } } })).toBe(false);
  expect(isShared({ rows: 8, columns: { flag }, odd: new Map([[0, {}]]) })).toBe(false);
  expect(isShared({ rows: 8, columns: { flag }, ids: new Map([[0, 'A1']]) })).toBe(false);
});

describe('what slices bring', () => {
  const OPEN_END = -0x7fffffff;
  const ids = (values: readonly number[], all: readonly (string | null)[]) => ({
    values: Uint8Array.from(values),
    ids: all,
  });
  const fen = Int32Array.from([100, 200, 300, OPEN_END]);
  const room: ResultColumns = {
    rows: 4,
    programmes: {
      aid: {
        outcome: Uint8Array.from([1, 1, 1, 2]),
        reason: ids([1, 0, 1, 1], [null, 'a']),
        amounts: { money: { min: fen, max: fen } },
        byRow: 0,
      },
    },
  };
  const slice = (from: number, reasons: readonly (string | null)[], columns: ProgrammeColumns | null) => ({
    from,
    rows: 2,
    programmes: { aid: { byRow: 1, reasons, tiers: null, columns } },
  });

  it('ids of one slice that another one numbers otherwise; doubles; a greatest of its own', () => {
    const max = Float64Array.from([5e9, 7e9]);
    const moved: ProgrammeColumns = {
      outcome: Uint8Array.from([2, 0]),
      reason: ids([1, 2], [null, 'b', 'a']),
      amounts: { money: { min: Float64Array.from([4e9, Number.NaN]), max } },
      byRow: 1,
    };
    const { aid } = joined(room, [slice(0, [null, 'b', 'a'], moved), slice(2, [null, 'a'], null)]).programmes;
    if (!aid) throw new Error('no columns');
    expect(rowsOf(aid, 4).map(({ outcome, reason, min, max: most }) => [outcome, reason, min, most])).toEqual(
      [
        ['undetermined', 'b', 4e9, 5e9],
        ['ineligible', 'a', null, 7e9],
        ['eligible', 'a', 300, 300],
        ['undetermined', 'a', null, null],
      ],
    );
    expect(aid.byRow).toBe(2);
  });
});
