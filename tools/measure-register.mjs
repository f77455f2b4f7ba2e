/**
 * `npm run measure:register`: decides a million rows (the example register over and over; in brief from Parquet, invented
 * ones) with the built command and says time and greatest memory. Memory must not grow with the register: over 300 MB
 * it fails; row groups of Parquet take more, but no more the more there are of them.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root } from './bootstrap.mjs';
import { writeParquetRegister } from './parquet-register.mjs';
import { programs } from './run.mjs';

const rows = Number(process.argv[2] ?? 1_000_000);
const ceiling = 300 * 1024;
const parquetCeiling = 700 * 1024;
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

async function measure(title, from, most, ...more) {
  const started = process.hrtime.bigint();
  const args = [`--import=${meter}`, programs.bangfu, 'decide', policy, from, ...more];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit', 'pipe'] });
  let said = '';
  child.stdio[3].on('data', (chunk) => {
    said += chunk;
  });
  const [status] = await once(child, 'close');
  const seconds = Number((process.hrtime.bigint() - started) / 1_000_000n) / 1000;
  const kilobytes = Number(said);
  console.log(`${title}: ${rows} rows, ${seconds.toFixed(1)} s, ${Math.round(kilobytes / 1024)} MB`);
  return status === 0 && kilobytes > 0 && kilobytes < most;
}

ensureInstalled();
await writeRegister();
const parquet = 'build/measure/register.parquet';
writeParquetRegister(join(root, parquet), rows);
const fine = [
  await measure('csv', register, ceiling, '--format', 'csv'),
  await measure('ndjson', register, ceiling, '--format', 'ndjson'),
  await measure('csv, brief', register, parquetCeiling, '--format', 'csv', '--brief'),
  await measure('parquet to parquet', parquet, parquetCeiling, '--out', 'build/measure/decisions.parquet'),
];
process.exitCode = fine.every(Boolean) ? 0 : 1;
