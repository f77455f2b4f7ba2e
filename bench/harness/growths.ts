import { spawnSync } from 'node:child_process';
import type { Table } from '../growth/measuring.ts';
import { shown } from '../growth/measuring.ts';
import { sizes } from './sizes.ts';
import { median } from './statistics.ts';

const failed = (title: string, why: string): Table => ({
  title,
  note: `Not measured: ${why}`,
  head: [],
  rows: [],
});

function growth(name: string): Table {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bench/build/growth.mjs', name], {
    encoding: 'utf8',
    maxBuffer: 2 ** 24,
  });
  return status === 0 ? (JSON.parse(stdout) as Table) : failed(name, stderr.trim().slice(-300));
}

const POLICY = 'policies/15-former-teachers-allowance';
const COMMANDS: readonly (readonly [string, readonly string[]])[] = [
  ['`node -e 0`', ['-e', '0']],
  ['`bangfu --version`', ['dist/bangfu.cjs', '--version']],
  [`\`bangfu check ${POLICY}\``, ['dist/bangfu.cjs', 'check', POLICY]],
  ['`bangfu check policies` (all nineteen)', ['dist/bangfu.cjs', 'check', 'policies']],
];

function run(args: readonly string[]): number {
  const started = performance.now();
  const { status } = spawnSync(process.execPath, args);
  if (status !== 0) throw new Error(`${args.join(' ')} failed`);
  return performance.now() - started;
}

/** Commands from start to end, in turn, so that all see the same machine. */
function startUp(): Table {
  const taken = COMMANDS.map((): number[] => []);
  for (let round = 0; round < 11; round++) {
    COMMANDS.forEach(([, args], at) => {
      taken[at]?.push(run(args));
    });
  }
  const medians = taken.map(median);
  const rows = COMMANDS.map(([name], at) => {
    const took = medians[at] ?? Number.NaN;
    return [name, shown(took), shown(took / (medians[0] ?? Number.NaN))];
  });
  const note = 'From the start of the process to its end, median of eleven rounds.';
  return { title: 'Start-up', note, head: ['command', 'ms', '× `node -e 0`'], rows };
}

/** All notices compiled in a process that has compiled nothing yet, several times. */
function cold(): Table {
  const taken = Array.from({ length: 7 }, () => Number(growth('cold').rows[0]?.[1] ?? Number.NaN));
  return {
    title: 'All nineteen notices, cold',
    note: 'Milliseconds in the compiler, from their texts to their findings, in a fresh process without compiled code of an earlier run (the command line has that); seven processes.',
    head: ['', 'median, ms', 'least, ms'],
    rows: [['nineteen notices', shown(median(taken)), shown(Math.min(...taken))]],
  };
}

/** How cost grows, what is shipped weighs, and how long commands take. */
export async function growths(): Promise<Table[]> {
  const tables = ['rows', 'rules', 'pairs', 'tiers', 'lists', 'places', 'policies', 'lines', 'keystroke'].map(
    growth,
  );
  return [...tables, cold(), startUp(), await sizes()];
}
