/** Bundles the bench into bench/build/, where engines find their packages in bench/node_modules. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../tools/bootstrap.mjs';
import { programs, runNode } from '../tools/run.mjs';

const bench = join(root, 'bench');
const files = (folder) =>
  readdirSync(join(bench, folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(bench, folder, name));

const shared = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  outExtension: { '.js': '.mjs' },
};

/** Each engine is one file without shared parts, so that none loads another's code. */
export async function buildBench() {
  const entryPoints = [...files('engines'), ...files('peers'), join(bench, 'main.ts')];
  const bundle = { ...shared, outdir: 'bench/build', entryNames: '[name]', packages: 'external' };
  await build({ ...bundle, entryPoints });
  await build({
    ...bundle,
    entryPoints: { growth: join(bench, 'growth/main.ts'), 'bulk-worker': join(root, 'bulk/worker.ts') },
  });
  const written = runNode(programs.bangfu, ['build', 'bench/rule', '--out', 'bench/build/generated']);
  if (written !== 0) process.exit(written);
  await build({
    ...shared,
    entryPoints: [join(bench, 'build/generated/teacherAllowance.ts')],
    outdir: 'bench/build/generated',
    alias: { 'bangfu/runtime': join(root, 'runtime/index.ts') },
  });
}
