/** `npm run check:imports`: holds every folder of source to the import rules. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './bootstrap.mjs';
import { programs, runNode } from './run.mjs';

const folders = [
  'runtime',
  'grammar',
  'compiler',
  'bulk',
  'cli',
  'editor',
  'studio',
  'bench',
  'examples',
  'test',
];
export const sourceFolders = folders.filter((folder) => existsSync(join(root, folder)));

export function checkImports() {
  return runNode(programs.depcruise, ['--config', '.dependency-cruiser.cjs', ...sourceFolders]);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = checkImports();
