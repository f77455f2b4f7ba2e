import { availableParallelism } from 'node:os';
import { shown, type Table } from '../growth/measuring.ts';
import { median } from '../harness/statistics.ts';
import { agree } from './agree.ts';
import { copy, decide, type Run, registerOf } from './run.ts';

export const PARQUET = 'Parquet to Parquet';

const megabytes = (bytes: number): string => String(Math.round(bytes / 2 ** 20));

interface Pair {
  readonly ours: Run;
  readonly theirs: Run;
}

/** In turn, so that both see the same machine. */
function pairs(rows: number, rounds: number, threads: number): readonly Pair[] {
  const from = registerOf(rows);
  return Array.from({ length: rounds }, () => ({
    theirs: copy(from, 'bench/build/copied.parquet', threads),
    ours: decide(from, 'bench/build/decided.parquet'),
  }));
}

function line(rows: number, rounds: number, threads: number): readonly string[] {
  const all = pairs(rows, rounds, threads);
  const of = (value: (pair: Pair) => number): number => median(all.map(value));
  const rate = (value: (pair: Pair) => Run): string =>
    shown(of((pair) => rows / (value(pair).milliseconds / 1000)));
  return [
    String(rows),
    rate(({ ours }) => ours),
    rate(({ theirs }) => theirs),
    shown(of(({ ours, theirs }) => theirs.milliseconds / ours.milliseconds)),
    shown(of(({ ours, theirs }) => theirs.cpu / ours.cpu)),
    megabytes(of(({ ours }) => ours.memory)),
    megabytes(of(({ theirs }) => theirs.memory)),
  ];
}

const HEAD = [
  'rows',
  'Bangfu, rows a second',
  'DuckDB, rows a second',
  'Bangfu to DuckDB',
  'the same by processor time',
  'Bangfu, resident memory, MB',
  'DuckDB, resident memory, MB',
];

/**
 * Our command decides a register of notice 15 from Parquet to Parquet beside DuckDB's own scan and write of all its columns, after
 * DuckDB has read what we wrote as the interpreter decides it. `short`: that it runs and agrees.
 */
export function parquetToParquet(short: boolean): Table {
  agree();
  const threads = Math.min(2, availableParallelism());
  const sizes = short
    ? ([[300_000, 1]] as const)
    : ([
        [1_000_000, 5],
        [10_000_000, 3],
      ] as const);
  const rows = sizes.map(([size, rounds]) => line(size, rounds, threads));
  const note = `Notice 15 over 29 columns, one applicant in ten with a fact not known; 14 columns of decisions. Ours is the whole command on ${threads} threads, start and compiling too; DuckDB's is COPY of the same columns on ${threads} threads, without its start and without deciding anything.`;
  return { title: PARQUET, note, head: HEAD, rows };
}
