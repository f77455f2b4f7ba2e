/**
 * `npm run prove:random`: what is proved of random edits, held against 10,000 applicants of each kind.
 * `BANGFU_PAIRS` (12) and `BANGFU_APPLICANTS` make it longer or shorter, `BANGFU_SEED` repeats one.
 */
import { ensureInstalled } from './bootstrap.mjs';
import { programs, runNode } from './run.mjs';

ensureInstalled();
process.env.BANGFU_SEED ??= String(Math.trunc(Math.random() * 2 ** 31));
process.env.BANGFU_PAIRS ??= '12';
process.env.BANGFU_APPLICANTS ??= '10000';
process.exitCode = runNode(programs.vitest, ['run', 'test/prove/random.test.ts', ...process.argv.slice(2)]);
