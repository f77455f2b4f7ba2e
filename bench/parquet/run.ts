import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** A run of a program. */
export interface Run {
  readonly milliseconds: number;
  /** Processor time of all threads, in milliseconds. */
  readonly cpu: number;
  /** Most resident memory, in bytes. */
  readonly memory: number;
}

export const POLICY = 'policies/15-former-teachers-allowance';

/** Rows of invented applicants, the same every time; made once. */
export function registerOf(rows: number): string {
  const path = `bench/build/register-${rows}.parquet`;
  if (!existsSync(path)) node(['tools/parquet-register.mjs', String(rows), path]);
  return path;
}

/** What the program says. Throws with what it complains of where it fails. */
export function node(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${args.join(' ')} failed: ${stderr.slice(-500)}`);
  return stdout;
}

const METER = `data:text/javascript,import { writeSync } from 'node:fs';
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeSync(1, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS * 1024 }));
});`;

/** Our command from its start to its end. */
export function decide(from: string, to: string): Run {
  const start = performance.now();
  const said = node([`--import=${METER}`, 'dist/bangfu.cjs', 'decide', POLICY, from, '--out', to]);
  return { milliseconds: performance.now() - start, ...(JSON.parse(said) as Omit<Run, 'milliseconds'>) };
}

const DUCKDB = 'bench/build/duckdb-parquet.mjs';

/** DuckDB's scan and write alone, without the start of its process. */
export const copy = (from: string, to: string, threads: number): Run =>
  JSON.parse(node([DUCKDB, 'copy', from, to, String(threads)])) as Run;

/** Decisions as DuckDB reads them. */
export const readBack = (path: string): readonly (readonly (string | number | null)[])[] =>
  JSON.parse(node([DUCKDB, 'read', path])) as (string | number | null)[][];
