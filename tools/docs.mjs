/**
 * `npm run docs`: writes the pages of docs/ that are made from the source: the keywords from grammar/keywords,
 * the diagnostics from the compiler's catalogue, the schema of what is written as JSON from its types. With --check it writes nothing and fails if a page is stale.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root } from './bootstrap.mjs';
import { decisionSchema } from './pages/decision-schema.mjs';
import { diagnosticsPage } from './pages/diagnostics.mjs';
import { keywordsPage } from './pages/keywords.mjs';

ensureInstalled();

/** The compiler and its test kit, bundled for this run: Node 20 does not read TypeScript. */
async function loadKit() {
  const { build } = await import('esbuild');
  const outfile = join(root, 'build', `docs-${process.pid}.mjs`);
  const contents = "export * from './compiler/testkit.ts';\nexport { examine } from './compiler/index.ts';\n";
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

const kit = await loadKit();
const pages = {
  'docs/keywords.md': keywordsPage(kit),
  'docs/diagnostics.md': diagnosticsPage(kit),
  'docs/decision.schema.json': decisionSchema(root),
};
const stale = Object.entries(pages).filter(([path, text]) => {
  const file = join(root, path);
  return !existsSync(file) || readFileSync(file, 'utf8') !== text;
});

if (process.argv.includes('--check')) {
  for (const [path] of stale) console.error(`${path} is out of date: run npm run docs`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [path, text] of stale) {
    writeFileSync(join(root, path), text);
    console.log(`${path} written`);
  }
}
