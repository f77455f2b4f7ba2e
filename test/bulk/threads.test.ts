import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as BulkModule from '../../bulk/index.ts';
import { columnsOf, type Policy, policyMeta } from '../../compiler/index.ts';
import { type Batch, BatchBuilder, resultAt } from '../../runtime/columns/index.ts';
import { InputErrors } from '../../runtime/index.ts';
import { projectPolicies } from '../agree/policies.ts';
import { seed } from '../agree/seed.ts';
import { type Register, registers } from '../columns/records.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const policies = projectPolicies();
const found = policies.find(({ id }) => id === 'formerTeachersAllowance');
if (found === undefined) throw new Error('no policy');
const policy: Policy = found;

let folder: string;
let bulk: typeof BulkModule;

/** Threads run a script: what is shipped is built for them, beside the packages. */
beforeAll(async () => {
  mkdirSync(join(ROOT, 'build'), { recursive: true });
  folder = mkdtempSync(join(ROOT, 'build', 'bulk-'));
  await build({
    absWorkingDir: ROOT,
    entryPoints: { index: 'bulk/index.ts', worker: 'bulk/worker.ts' },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    external: ['ts-morph', 'z3-solver', 'tinypool'],
    logLevel: 'silent',
    outExtension: { '.js': '.mjs' },
  });
  bulk = await import(/* @vite-ignore */ pathToFileURL(join(folder, 'index.mjs')).href);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const script = (): URL => pathToFileURL(join(folder, 'worker.mjs'));

/** A register that is bound as the sample is, in batches. */
function sample(size: number): { readonly register: Register; readonly batches: readonly Batch[] } {
  const [register] = fc.sample(
    registers(policy, size, seed).filter(({ binding }) => Object.keys(binding.parameters ?? {}).length > 2),
    { numRuns: 1, seed },
  );
  if (register === undefined) throw new Error('no register');
  const builder = new BatchBuilder(policyMeta(policy), 'applicant', 16, 'shared');
  const batches: Batch[] = [];
  for (const { id: _, ...facts } of register.rows) {
    try {
      builder.addFacts(facts);
    } catch (error) {
      if (!(error instanceof InputErrors)) throw error;
    }
    if (builder.isFull) batches.push(builder.take());
  }
  return { register, batches: [...batches, builder.take()] };
}

const rowsOf = (batch: Batch, results: BulkModule.ResultColumns): readonly unknown[] =>
  Object.entries(results.programmes).flatMap(([id, columns]) =>
    Array.from({ length: batch.rows }, (_, row) => ({ id, ...resultAt(columns, row) })),
  );

/** The records of a register over and over, in columns of arrays alone. */
function repeated(of: Policy, subject: string, { rows }: Register, size: number): Batch {
  const few = new BatchBuilder(policyMeta(of), subject, rows.length);
  const fine = rows.filter(({ id: _, ...facts }) => {
    try {
      few.addFacts(facts);
      return true;
    } catch (error) {
      if (error instanceof InputErrors) return false;
      throw error;
    }
  });
  const builder = new BatchBuilder(policyMeta(of), subject, size, 'shared');
  for (let row = 0; row < size; row++) {
    const { id: _, ...facts } = fine[row % fine.length] ?? {};
    builder.addFacts(facts);
  }
  const { columns } = builder.take();
  const arrays = Object.entries(columns).filter(([, { t }]) => t !== 'given');
  return { rows: size, columns: Object.fromEntries(arrays) };
}

/** As JSON has it, since what a thread gives back was copied. */
const invalid: Batch = {
  rows: 1,
  columns: { documentsPresented: { t: 'given', values: [['passport']] } },
};

describe(`threads (seed ${seed})`, () => {
  it('decide as one thread does, in order', async () => {
    const { register, batches } = sample(200);
    const bound = columnsOf(policy).at(register.binding);
    const threads = await bulk.openBulk(policy, register.binding, { threads: 2, worker: script() });
    try {
      let at = 0;
      for await (const results of threads.all(batches)) {
        const batch = batches[at++];
        if (batch === undefined) throw new Error('more results than batches');
        expect(rowsOf(batch, results)).toEqual(rowsOf(batch, bound.columns(batch)));
        for (const { outcome } of Object.values(results.programmes))
          expect(outcome.buffer).toBeInstanceOf(SharedArrayBuffer);
      }
      expect(at).toBe(batches.length);
    } finally {
      await threads.close();
    }
  });

  it('say what is wrong with a binding before they start, and with data as one thread does', async () => {
    await expect(bulk.openBulk(policy, { asOf: '2023-02-30' }, { worker: script() })).rejects.toThrow('asOf');
    const binding = { asOf: '2023-06-01' };
    const threads = await bulk.openBulk(policy, binding, { threads: 1, worker: script() });
    try {
      await expect(threads.columns(invalid)).rejects.toMatchObject({
        name: 'InputErrors',
        message: expect.stringContaining('[0].documentsPresented'),
      });
      await expect(threads.columns({ rows: 1, columns: {} })).resolves.toMatchObject({ rows: 1 });
    } finally {
      await threads.close();
    }
  });

  it('give up a batch when asked to, and go on with others', async () => {
    const { register, batches } = sample(40);
    const threads = await bulk.openBulk(policy, register.binding, { threads: 1, worker: script() });
    try {
      const stop = new AbortController();
      const given = threads.columns(batches[0] ?? invalid, { signal: stop.signal });
      stop.abort();
      await expect(given).rejects.toMatchObject({ name: 'AbortError' });
      await expect(threads.columns({ rows: 0, columns: {} })).resolves.toMatchObject({ rows: 0 });
    } finally {
      await threads.close();
    }
  });

  it.each(['formerTeachersAllowance', 'specialGroupCare', 'contactAndPairing', 'binhuAssistance'])(
    'decide a large batch together: %s',
    async (id) => {
      const own = policies.find((one) => one.id === id);
      if (own === undefined) throw new Error('no policy');
      const [register] = fc.sample(registers(own, 50, seed), { numRuns: 1, seed });
      if (register === undefined) throw new Error('no register');
      const bound = columnsOf(own).at(register.binding);
      const batch = repeated(own, bound.subject, register, 1_003);
      const given = { threads: 2, slice: 64, worker: script() };
      const threads = await bulk.openBulk(own, register.binding, given);
      try {
        const wanted = rowsOf(batch, bound.columns(batch));
        const first = await threads.columns(batch);
        expect(rowsOf(batch, first)).toEqual(wanted);
        const second = await threads.columns(batch, { into: first });
        expect(rowsOf(batch, second)).toEqual(wanted);
      } finally {
        await threads.close();
      }
    },
  );

  it('write over results that are handed in', async () => {
    const { register, batches } = sample(40);
    const batch = batches[0] ?? invalid;
    const bound = columnsOf(policy).at(register.binding);
    const first = bound.columns(batch, { memory: 'shared' });
    const second = bound.columns(batch, { memory: 'shared', into: first });
    expect(rowsOf(batch, second)).toEqual(rowsOf(batch, bound.columns(batch)));
    const [a, b] = [first, second].map((results) => results.programmes.allowance?.outcome.buffer);
    expect(a).toBe(b);
  });
});
