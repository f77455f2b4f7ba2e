/** `npm run agree`: the agreement of the backends on 10,000 records of every policy and 1,000 cohorts of those that select; takes half an hour on two cores. */
import { ensureInstalled } from './bootstrap.mjs';
import { programs, runNode } from './run.mjs';

ensureInstalled();
process.env.BANGFU_SEED ??= String(Math.trunc(Math.random() * 2 ** 31));
process.env.BANGFU_RECORDS ??= '10000';
process.exitCode = runNode(programs.vitest, ['run', 'test/agree', ...process.argv.slice(2)]);
