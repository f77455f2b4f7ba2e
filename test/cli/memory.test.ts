import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { expect, test } from 'vitest';
import { command, Folder } from './harness.ts';
import { allowance, parameters, quota } from './policies.ts';

const megabyte = 1024;
const folder = new Folder({
  'notice.policy': allowance,
  'parameters.yaml': parameters,
  'quota/notice.policy': quota,
});

/**
 * Says the process's greatest memory, in kilobytes, on file descriptor 3 when it ends. On Linux `maxRSS` begins with what the
 * process that started it had, which is the whole of the tests; the high-water mark of `/proc` is its own.
 */
const meter = `import { existsSync, readFileSync, writeSync } from 'node:fs';
const own = () => existsSync('/proc/self/status') && /VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
process.on('exit', () => writeSync(3, String(own() || process.resourceUsage().maxRSS)));`;

async function writeRows(
  name: string,
  header: string,
  count: number,
  row: (at: number) => string,
): Promise<void> {
  const stream = createWriteStream(folder.at(name));
  stream.write(`${header}\n`);
  for (let at = 0; at < count; at++) if (!stream.write(`${row(at)}\n`)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'close');
}

interface Measured {
  readonly status: number | null;
  readonly lines: number;
  readonly kilobytes: number;
}

/** With so small a heap, a run that kept its rows would end in an allocation failure. */
function measure(args: readonly string[], heap: number): Promise<Measured> {
  const options = [
    `--max-old-space-size=${heap}`,
    `--import=data:text/javascript,${encodeURIComponent(meter)}`,
  ];
  const child = spawn(process.execPath, [...options, command, ...args], {
    cwd: folder.path,
    stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
  });
  let lines = 0;
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    lines += chunk.reduce((count, byte) => count + (byte === 0x0a ? 1 : 0), 0);
  });
  child.stdio[3]?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return new Promise((done) =>
    child.on('close', (status) => done({ status, lines, kilobytes: Number(said) })),
  );
}

test('a hundred thousand rows fit where one thousand do', async () => {
  const row = (at: number) => `A${at},19${40 + (at % 50)}-01-05,${at % 7 ? '是' : '否'},${at % 4000}.5`;
  await writeRows('people.csv', '编号,出生日期,本县户籍,月均收入', 100_000, row);
  const { status, lines, kilobytes } = await measure(
    ['decide', 'notice.policy', 'people.csv', '--format', 'csv'],
    64,
  );
  expect({ status, lines }).toEqual({ status: 0, lines: 100_001 });
  expect(kilobytes).toBeGreaterThan(20 * megabyte);
  expect(kilobytes).toBeLessThan(400 * megabyte);
});

test('ranking remembers a little of each row, not the row', async () => {
  await writeRows('quota.csv', '医疗费用,在岗', 50_000, (at) => `${(at * 7919) % 50_000},是`);
  const { status, lines, kilobytes } = await measure(
    ['decide', 'quota', 'quota.csv', '--as-of', '2025-01-01', '--format', 'csv'],
    160,
  );
  expect({ status, lines }).toEqual({ status: 0, lines: 50_001 });
  expect(kilobytes).toBeLessThan(350 * megabyte);
});
