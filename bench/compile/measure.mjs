/**
 * Measures how the time to check a policy grows with its length: `node bench/compile/measure.mjs [lines…]`. Each length in a
 * process of its own, beside `node -e 0`; needs `npm run build`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { policyOf } from './policy.mjs';

const bangfu = fileURLToPath(new URL('../../dist/bangfu.cjs', import.meta.url));
const ROUNDS = 3;

const given = process.argv.slice(2).map(Number);
const lengths = given.length > 0 ? given : [1000, 5000, 20_000, 100_000];

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

function timed(args) {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${args.join(' ')}: ${status} ${stderr}`);
    return performance.now() - start;
  });
  return median(times);
}

const folder = mkdtempSync(join(tmpdir(), 'bangfu-bench-'));
try {
  const start = timed(['-e', '0']);
  console.log(`node -e 0: ${start.toFixed(0)} ms`);
  for (const lines of lengths) {
    const path = join(folder, `${lines}.policy`);
    writeFileSync(path, policyOf(lines));
    const took = timed([bangfu, 'check', path]);
    const each = ((took - start) / lines) * 1000;
    console.log(
      `${lines} lines: ${took.toFixed(0)} ms, ${(took / start).toFixed(1)} × node -e 0, ${each.toFixed(0)} µs a line`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
