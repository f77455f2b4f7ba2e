/**
 * `npm run measure:register`: decides a million rows (the example register over and over) with the built command
 * and says time and greatest memory. Memory must not grow with the register: over 300 MB it fails.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root } from './bootstrap.mjs';
import { programs } from './run.mjs';

const rows = Number(process.argv[2] ?? 1_000_000);
const ceiling = 300 * 1024;
const policy = 'policies/15-former-teachers-allowance';
const sample = 'examples/register-15/applicants.csv';
const register = 'build/measure/register.csv';
const meter = `data:text/javascript,import { writeSync } from 'node:fs';
process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));`;

async function writeRegister() {
  mkdirSync(join(root, 'build/measure'), { recursive: true });
  const [header, ...lines] = readFileSync(join(root, sample), 'utf8').trim().split(/\r?\n/);
  const stream = createWriteStream(join(root, register));
  stream.write(`${header}\n`);
  for (let at = 0; at < rows; at++) {
    if (!stream.write(`${lines[at % lines.length]}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
}

async function measure(format) {
  const started = process.hrtime.bigint();
  const args = [`--import=${meter}`, programs.bangfu, 'decide', policy, register, '--format', format];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit', 'pipe'] });
  let said = '';
  child.stdio[3].on('data', (chunk) => {
    said += chunk;
  });
  const [status] = await once(child, 'close');
  const seconds = Number((process.hrtime.bigint() - started) / 1_000_000n) / 1000;
  const kilobytes = Number(said);
  console.log(`${format}: ${rows} rows, ${seconds.toFixed(1)} s, ${Math.round(kilobytes / 1024)} MB`);
  return status === 0 && kilobytes > 0 && kilobytes < ceiling;
}

ensureInstalled();
await writeRegister();
const fine = [];
for (const format of ['csv', 'ndjson']) fine.push(await measure(format));
process.exitCode = fine.every(Boolean) ? 0 : 1;
