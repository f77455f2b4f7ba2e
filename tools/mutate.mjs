/** `npm run mutate`: every mutant of every policy is noticed by a case or let live with a reason; takes a minute or two. */
import { ensureInstalled } from './bootstrap.mjs';
import { buildAll } from './build.mjs';
import { programs, runNode } from './run.mjs';

ensureInstalled();
await buildAll();
const paths = process.argv.slice(2);
process.exitCode = runNode(programs.bangfu, [
  'test',
  ...(paths.length > 0 ? paths : ['policies']),
  '--mutate',
  '--fail-under',
  '100',
]);
