/**
 * Bundles what is shipped into dist/:
 *   bangfu.cjs      starts the command line: picks one of the bundles in cli/ and has V8 compile it, from the
 *                   cache of an earlier run where there is one. Packages are bundled, since loading chevrotain
 *                   from node_modules alone costs 200 ms; the heavy ones stay outside and load in the command
 *                   that needs them.
 *   index.js        the compiler, for programs; runtime/index.js what compiled policies import. Both are
 *                   built for browsers, so that a Node module that slipped in fails the build.
 *   types/          declarations, written by the type checker.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root } from './bootstrap.mjs';
import { thirdPartyNotices } from './notices.mjs';
import { programs, runNode } from './run.mjs';

const heavy = ['ts-morph', 'typescript', 'exceljs', 'docx', 'z3-solver', 'tinypool'];

const shared = {
  absWorkingDir: root,
  bundle: true,
  sourcemap: true,
  minify: false,
  external: heavy,
  metafile: true,
  logLevel: 'warning',
};

const modules = { ...shared, format: 'esm', splitting: true, platform: 'browser', target: 'es2022' };

const libraries = [
  {
    ...modules,
    entryPoints: { index: 'compiler/index.ts' },
    outdir: 'dist',
    chunkNames: 'compiler/[name]-[hash]',
  },
  {
    ...modules,
    entryPoints: {
      index: 'runtime/index.ts',
      direct: 'runtime/direct/index.ts',
      columns: 'compiler/emit/columns/generated.ts',
    },
    outdir: 'dist/runtime',
  },
  {
    ...modules,
    platform: 'node',
    target: 'node20',
    entryPoints: { index: 'bulk/index.ts', worker: 'bulk/worker.ts' },
    outdir: 'dist/bulk',
    chunkNames: '[name]-[hash]',
  },
  {
    ...modules,
    platform: 'node',
    target: 'node20',
    sourcemap: false,
    entryPoints: { worker: 'cli/brief/groups/worker.ts' },
    outdir: 'dist/cli',
    outExtension: { '.js': '.mjs' },
    chunkNames: '[name]-[hash]',
  },
];

/**
 * Loads a module of Node when the first of its functions is called, where a package would load it at the start: commander starts
 * programs for commands that are files of their own, and there are none.
 */
function lazily(module, importer, names) {
  const loads = names.map((name) => `${name}: (...args) => require('${module}').${name}(...args)`);
  return {
    name: `lazily ${module}`,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${module}$`) }, (args) =>
        importer.test(args.importer) ? { path: module, namespace: 'lazily' } : { external: true },
      );
      build.onLoad({ filter: /./, namespace: 'lazily' }, () => ({
        contents: `module.exports = { ${loads.join(', ')} };`,
      }));
    },
  };
}

/**
 * Leaves out what is loaded by import(), for a bundle that uses none of it. Were it there, esbuild would keep every module that it
 * reaches, whole, in case it is asked for.
 */
const nothingLoadedLater = {
  name: 'nothing loaded later',
  setup(build) {
    build.onResolve({ filter: /./ }, ({ kind }) => (kind === 'dynamic-import' ? { external: true } : null));
  },
};

/**
 * One script each, a function of what `cli/launch/start.ts` hands in, so that V8's code cache can hold it whole.
 * Names stay as they are: a report of a fault gives the function it happened in.
 */
const commandLine = {
  ...shared,
  plugins: [lazily('node:child_process', /commander/, ['spawn'])],
  format: 'cjs',
  entryPoints: { none: 'cli/bundles/none.ts', rest: 'cli/bundles/rest.ts' },
  outdir: 'dist/cli',
  entryNames: '[name]-[hash]',
  outExtension: { '.js': '.cjs' },
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  sourcemap: false,
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  // A script compiled by hand has no import(); require() does as well for the heavy packages.
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': 'bangfuUrl' },
  banner: { js: '(function (require, __filename, bangfuUrl) {' },
  footer: { js: '})' },
  write: false,
};

const checkCommand = {
  ...commandLine,
  plugins: [...commandLine.plugins, nothingLoadedLater],
  entryPoints: { check: 'cli/bundles/check.ts' },
};

const launcher = {
  ...shared,
  format: 'cjs',
  entryPoints: { bangfu: 'cli/launch/start.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  platform: 'node',
  target: 'node20',
  sourcemap: false,
};

const chunkFolders = ['cli', 'compiler', 'runtime', 'bulk'];

export async function buildAll() {
  const esbuild = await import('esbuild');
  const build = (options) => esbuild.build(options).catch(() => process.exit(1)); // esbuild said why
  const bundles = [await build(commandLine), await build(checkCommand)];
  requireAllAtOnce(bundles[1]);
  const names = writeBundles(bundles.flatMap(({ outputFiles }) => outputFiles));
  const results = [...bundles, await build({ ...launcher, define: { BUNDLES: JSON.stringify(names) } })];
  for (const library of libraries) results.push(await build(library));
  requireShebang(join(root, 'dist', 'bangfu.cjs'));
  const inputs = results.flatMap((result) => Object.keys(result.metafile.inputs));
  writeFileSync(join(root, 'dist', 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(root, inputs));
  removeStale(results.flatMap((result) => Object.keys(result.metafile.outputs)));
}

/**
 * In ASCII alone, so that the text is read without decoding and takes one byte a character. esbuild leaves other
 * characters in regular expressions only, where an escape means the same. Gives the file name of each bundle.
 */
function writeBundles(files) {
  mkdirSync(join(root, 'dist', 'cli'), { recursive: true });
  const escaped = (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
  for (const { path, text } of files) writeFileSync(path, text.replace(/[\u0080-\uffff]/g, escaped));
  const names = files.map(({ path }) => basename(path));
  return Object.fromEntries(names.map((name) => [name.slice(0, name.indexOf('-')), name]));
}

function requireAllAtOnce({ metafile }) {
  const late = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  const missing = late.filter((path) => path.startsWith('.'));
  if (missing.length === 0) return;
  console.error(`The bundle for check has no way to load ${missing.join(', ')}: import it at the top.`);
  process.exit(1);
}

function requireShebang(path) {
  if (readFileSync(path, 'utf8').startsWith('#!/usr/bin/env node\n')) return;
  console.error(
    'cli/launch/start.ts must begin with #!/usr/bin/env node, or the installed command does not run.',
  );
  process.exit(1);
}

/** Old bundles go last, so that a command that is just starting never finds half a dist. */
function removeStale(outputs) {
  const fresh = new Set(outputs.map((path) => join(root, path)));
  for (const folder of chunkFolders.map((name) => join(root, 'dist', name))) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder))
      if (!fresh.has(join(folder, name))) rmSync(join(folder, name), { recursive: true });
  }
}

/** The first run of a command leaves its compiled code behind; let that not be the user's. */
function fillCodeCache() {
  for (const args of [['--help'], ['check', join(root, 'policies')]])
    spawnSync(process.execPath, [join(root, programs.bangfu), ...args], { stdio: 'ignore' });
}

function writeDeclarations() {
  const status = runNode(programs.tsc, ['-b', 'tsconfig/compiler.json', 'tsconfig/bulk.json']);
  if (status !== 0) process.exit(status);
  for (const part of ['runtime', 'grammar', 'compiler', 'bulk']) {
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
  fillCodeCache();
  writeDeclarations();
}
