/**
 * Bundles what is shipped into dist/:
 *   bangfu.mjs      the command line. Packages are bundled, since loading chevrotain from node_modules alone
 *                   costs 200 ms; the heavy ones stay outside and load in the command that needs them.
 *   index.js        the compiler, for programs; runtime/index.js what compiled policies import. Both are
 *                   built for browsers, so that a Node module that slipped in fails the build.
 *   types/          declarations, written by the type checker.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root } from './bootstrap.mjs';
import { thirdPartyNotices } from './notices.mjs';
import { programs, runNode } from './run.mjs';

const heavy = ['ts-morph', 'typescript', 'exceljs', 'docx', 'z3-solver'];

const shared = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  splitting: true,
  sourcemap: true,
  minify: false,
  external: heavy,
  metafile: true,
  logLevel: 'warning',
};

/** Packages written for require() need one when they are bundled into an ES module. */
const requireBanner =
  "import { createRequire as bangfuCreateRequire } from 'node:module';\n" +
  'const require = bangfuCreateRequire(import.meta.url);';

const chunkFolders = ['cli', 'compiler'];

const bundles = [
  {
    entryPoints: { bangfu: 'cli/main.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    chunkNames: 'cli/[name]-[hash]',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    banner: { js: requireBanner },
  },
  {
    entryPoints: { index: 'compiler/index.ts' },
    outdir: 'dist',
    chunkNames: 'compiler/[name]-[hash]',
    platform: 'browser',
    target: 'es2022',
  },
  {
    entryPoints: { index: 'runtime/index.ts' },
    outdir: 'dist/runtime',
    platform: 'browser',
    target: 'es2022',
  },
];

export async function buildAll() {
  const { build } = await import('esbuild');
  const results = [];
  for (const bundle of bundles) {
    results.push(await build({ ...shared, ...bundle }).catch(() => process.exit(1))); // esbuild said why
  }
  requireShebang(join(root, 'dist', 'bangfu.mjs'));
  const inputs = results.flatMap((result) => Object.keys(result.metafile.inputs));
  writeFileSync(join(root, 'dist', 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(root, inputs));
  removeStaleChunks(results.flatMap((result) => Object.keys(result.metafile.outputs)));
}

function requireShebang(path) {
  if (readFileSync(path, 'utf8').startsWith('#!/usr/bin/env node\n')) return;
  console.error('cli/main.ts must begin with #!/usr/bin/env node, or the installed command does not run.');
  process.exit(1);
}

/** Old chunks go last, so that a command that is just starting never finds half a dist. */
function removeStaleChunks(outputs) {
  const fresh = new Set(outputs.map((path) => join(root, path)));
  for (const folder of chunkFolders.map((name) => join(root, 'dist', name))) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder)) if (!fresh.has(join(folder, name))) rmSync(join(folder, name));
  }
}

function writeDeclarations() {
  const status = runNode(programs.tsc, ['-b', 'tsconfig/compiler.json']);
  if (status !== 0) process.exit(status);
  for (const part of ['runtime', 'grammar', 'compiler']) {
    const from = join(root, 'build/types', part);
    if (!existsSync(from)) continue;
    const to = join(root, 'dist/types', part);
    rmSync(to, { recursive: true, force: true });
    mkdirSync(to, { recursive: true });
    cpSync(from, to, { recursive: true, filter: (path) => !path.endsWith('.test.d.ts') });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureInstalled();
  await buildAll();
  writeDeclarations();
}
