/** `npm start`: install if needed, bundle the command line, then do the main job. */
import { ensureInstalled } from './bootstrap.mjs';
import { buildAll } from './build.mjs';
import { mainJob } from './main-job.mjs';
import { programs, runNode } from './run.mjs';

ensureInstalled();
await buildAll();

for (const args of mainJob) {
  console.log(`\n$ bangfu ${args.join(' ')}`);
  const status = runNode(programs.bangfu, args);
  if (status !== 0) process.exit(status);
}
