/**
 * `npm run docs`: writes what is made from the source: of docs/ the keywords from grammar/keywords,
 * the diagnostics from the compiler's catalogue, the schema of what is written as JSON from its types; the parser's table of lookahead
 * from the grammar. With --check it writes nothing and fails if a page is stale.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root } from './bootstrap.mjs';
import { withChangeKinds } from './pages/change-kinds.mjs';
import { diagnosticsPage } from './pages/diagnostics.mjs';
import { keywordsPage } from './pages/keywords.mjs';
import { lookaheadModule } from './pages/lookahead.mjs';
import { outputSchemas } from './pages/output-schemas.mjs';

ensureInstalled();

/** What `contents` exports of the source, bundled for this run: Node 20 does not read TypeScript. */
async function load(contents) {
  const { build } = await import('esbuild');
  const outfile = join(root, 'build', `docs-${process.pid}-${contents.length}.mjs`);
  await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    outfile,
    external: ['ts-morph', 'typescript'],
    logLevel: 'warning',
  });
  try {
    return await import(pathToFileURL(outfile));
  } finally {
    rmSync(outfile);
  }
}

/** Writes what is stale, or says so. */
function hold(pages) {
  for (const [path, text] of Object.entries(pages)) {
    const file = join(root, path);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    if (process.argv.includes('--check')) {
      console.error(`${path} is out of date: run npm run docs`);
      process.exitCode = 1;
    } else {
      writeFileSync(file, text);
      console.log(`${path} written`);
    }
  }
}

// First, since what makes the other pages reads policies with it.
const lookahead = await load("export { foundLookahead } from './grammar/parser/lookahead-found.ts';");
hold({ 'grammar/parser/lookahead-table.ts': lookaheadModule(lookahead) });

const kit = await load(
  "export * from './compiler/testkit.ts';\nexport { changeKinds, referenceOf } from './compiler/index.ts';\n",
);
hold({
  'docs/keywords.md': keywordsPage(kit),
  'docs/diagnostics.md': diagnosticsPage(kit),
  'docs/diff.md': withChangeKinds(readFileSync(join(root, 'docs/diff.md'), 'utf8'), kit.changeKinds),
  ...outputSchemas(root),
});
