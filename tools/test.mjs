/**
 * `npm test`: install if needed, then everything that must hold: the bundles build, the types, lint and
 * import rules hold, every test passes. All of it runs even when one part fails, so one run tells the whole
 * state. Arguments go to vitest: `npm test -- runtime/money`.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root } from './bootstrap.mjs';
import { checkImports } from './check-imports.mjs';
import { programs, runNode } from './run.mjs';
import { closingLine, readTally } from './tally.mjs';

ensureInstalled();

const report = 'build/test-results.json';
mkdirSync(join(root, 'build'), { recursive: true });
rmSync(join(root, report), { force: true });

const checks = [
  ['build', () => runNode('tools/build.mjs', [])],
  // The example app imports the module of its policy: it has to be there before imports are checked.
  ['policies', () => runNode(programs.bangfu, ['build', 'policies', '--out', 'build/policies'])],
  ['types', () => runNode(programs.tsc, ['-b'])],
  ['lint', () => runNode(programs.biome, ['lint', '--error-on-warnings', '.'])],
  ['form', () => runNode(programs.biome, ['format', '.'])],
  ['imports', checkImports],
  ['tests', () => runVitest(process.argv.slice(2))],
];

function runVitest(args) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return runNode(programs.vitest, ['run', ...reporters, ...args]);
}

const failedChecks = checks.filter(([name, run]) => {
  console.log(`\n── ${name}`);
  return run() !== 0;
});

const tally = readTally(join(root, report));
if (failedChecks.length > 0) console.log(`\nDid not hold: ${failedChecks.map(([name]) => name).join(', ')}`);
if (tally.passed + tally.failed === 0) console.log('\nNo test ran.');
console.log(`\n${closingLine(tally)}`);
process.exitCode = failedChecks.length > 0 || tally.failed > 0 || tally.passed === 0 ? 1 : 0;
