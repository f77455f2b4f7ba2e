import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ColumnsPolicy,
  emitColumns,
  emitDirect,
  evaluator,
  loadTypeScriptEmitter,
  type Policy,
  policyMeta,
} from '../../compiler/index.ts';
import { BatchBuilder, resultAt } from '../../runtime/columns/index.ts';
import { type Evaluator, InputErrors, projected } from '../../runtime/index.ts';
import { projectPolicies } from '../agree/policies.ts';
import { seed } from '../agree/seed.ts';
import { type Register, registers } from '../columns/records.ts';
import { everything } from '../ir/everything.ts';
import { RUNTIME, typeCheck } from './type-check.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const policies = [...projectPolicies(), everything()];

interface Made {
  readonly columns: (evaluator: Evaluator) => ColumnsPolicy;
  readonly evaluator: Evaluator;
}

/** The generated modules of a policy, as `bangfu build` writes them, in one. */
async function made(policy: Policy): Promise<Made> {
  const { emitTypeScript } = await loadTypeScriptEmitter();
  const direct = `./${policy.id}.direct.js`;
  const files: { readonly [name: string]: string } = {
    'made:': `export { columns } from 'made:columns'; import * as all from 'made:policy'; export const evaluator = Object.values(all)[0];`,
    'made:policy': emitTypeScript(policy),
    'made:columns': emitColumns(policy).code,
    [direct]: emitDirect(policy).decide.code,
    'bangfu/runtime': "export * from './runtime/index.ts';",
    'bangfu/runtime/direct': "export * from './runtime/direct/index.ts';",
    'bangfu/runtime/columns': "export * from './compiler/emit/columns/generated.ts';",
  };
  const result = await build({
    stdin: { contents: "export * from 'made:';", resolveDir: ROOT },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    write: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'made',
        setup(on) {
          on.onResolve({ filter: /./ }, ({ path }) =>
            Object.hasOwn(files, path) ? { path, namespace: 'made' } : null,
          );
          on.onLoad({ filter: /.*/, namespace: 'made' }, ({ path }) => ({
            contents: files[path] ?? '',
            loader: 'ts',
            resolveDir: ROOT,
          }));
        },
      },
    ],
  });
  const text = result.outputFiles[0]?.text ?? '';
  return import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
}

/** How many rows were compared, and how many of these kernels decided. */
interface Tally {
  rows: number;
  together: number;
}

function compare(policy: Policy, module: Made, { binding, rows }: Register, tally: Tally): void {
  const both = unlessRefused(() => ({
    one: evaluator(policy).bind(binding),
    over: module.columns(module.evaluator).at(binding),
  }));
  if (both === null) return;
  const builder = new BatchBuilder(policyMeta(policy), both.over.subject, rows.length);
  const kept = rows.filter((facts) => unlessRefused(() => [builder.addFacts(facts)]) !== null);
  const results = both.over.columns(builder.take());
  for (const [row, facts] of kept.entries())
    for (const [id, decision] of Object.entries(both.one.decide(facts).programmes)) {
      const found = results.programmes[id];
      if (found === undefined) throw new Error(`no columns of ${id}`);
      const { branch: _, ...wanted } = projected(decision, Object.keys(found.amounts));
      expect(resultAt(found, row), `${id} ${JSON.stringify(facts)}`).toEqual(wanted);
      tally.rows += 1;
    }
  for (const { byRow } of Object.values(results.programmes)) tally.together += kept.length - byRow;
}

/** `null` where data do not fit. */
function unlessRefused<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof InputErrors) return null;
    throw error;
  }
}

describe(`generated columns decide as the interpreter does (seed ${seed})`, () => {
  const left = new Map<string, string>();

  it.each(policies.map((policy) => [policy.id, policy] as const))('%s', async (_, policy) => {
    const module = await made(policy);
    const tally: Tally = { rows: 0, together: 0 };
    const byRow = policy.subjects.flatMap(
      ({ id }) => module.columns(module.evaluator).at({ asOf: '2023-06-01', subject: id }).byRow,
    );
    fc.assert(
      fc.property(registers(policy, 20, seed), (register) => compare(policy, module, register, tally)),
      { seed, numRuns: 6 },
    );
    expect(tally.rows).toBeGreaterThan(20);
    if (byRow.length < policy.programmes.length) expect(tally.together).toBeGreaterThan(0);
    for (const { programme, why } of byRow) left.set(`${policy.id} ${programme}`, why);
  });

  it('says of each programme that is not decided together why', () => {
    const all = policies.reduce((sum, { programmes }) => sum + programmes.length, 0);
    console.log(`${all - left.size} of ${all} programmes by kernels`);
    expect(all - left.size).toBeGreaterThanOrEqual(75);
    for (const why of left.values()) expect(why).toMatch(/\w{3}/);
  });
});

it('types batches and results by the names of the policy', async () => {
  const [policy] = policies.filter(({ id }) => id === 'formerTeachersAllowance');
  if (policy === undefined) throw new Error('no policy');
  const { emitTypeScript } = await loadTypeScriptEmitter();
  const use = `import { formerTeachersAllowance } from './policy.ts';
import { type ApplicantBatch, columns } from './made.js';
declare const batch: ApplicantBatch;
const { programmes } = columns(formerTeachersAllowance).at({ asOf: '2023-06-01' }).columns(batch);
export const tiers: Uint8Array | Uint16Array = programmes.allowance.tier.values;
export const sexes: readonly string[] | undefined = batch.columns.sex?.dictionary;
`;
  const files = (text: string) =>
    new Map([
      ['policy.ts', emitTypeScript(policy, { runtime: RUNTIME })],
      ['made.d.ts', emitColumns(policy, { runtime: RUNTIME }).types],
      ['use.ts', text],
    ]);
  expect(typeCheck(files(use))).toEqual([]);
  expect(typeCheck(files(use.replace('.allowance.', '.other.')))).not.toEqual([]);
  expect(typeCheck(files(use.replace('.sex?.', '.sax?.')))).not.toEqual([]);
});
