import type { Table } from '../growth/measuring.ts';
import { shown } from '../growth/measuring.ts';
import { PARQUET } from '../parquet/index.ts';
import type { Measured } from './measure.ts';

type Line = readonly [what: string, wanted: string, found: string, reached: string];

const verdict = (value: number, reached: (value: number) => boolean): string =>
  Number.isNaN(value) ? 'not measured' : reached(value) ? 'reached' : 'missed';

const atMost = (what: string, value: number, limit: number, unit = ''): Line => [
  what,
  `at most ${limit}${unit}`,
  Number.isNaN(value) ? '–' : `${shown(value)}${unit}`,
  verdict(value, (found) => found <= limit),
];

const atLeast = (what: string, value: number, limit: number, unit = ''): Line => [
  what,
  `at least ${limit}${unit}`,
  Number.isNaN(value) ? '–' : `${shown(value)}${unit}`,
  verdict(value, (found) => found >= limit),
];

/** Ratios of medians over the shared baseline, so that two engines compare as of one run. */
export function targets(measured: readonly Measured[], tables: readonly Table[]): Line[] {
  const ratio = (id: string): number =>
    measured.find(({ contestant }) => contestant.id === id)?.ratio.median ?? Number.NaN;
  const nanoseconds = (id: string): number =>
    measured.find(({ contestant }) => contestant.id === id)?.nanoseconds.median ?? Number.NaN;
  const cell = (title: string, row: number, column: number): number =>
    Number(tables.find((table) => table.title === title)?.rows[row]?.[column] ?? Number.NaN);
  const duck = Math.min(
    ...['duckdb', 'duckdb-sums', 'duckdb-dates'].map(ratio).filter((one) => !Number.isNaN(one)),
  );
  const memory = cell(PARQUET, 1, 5) / cell(PARQUET, 0, 5);
  return [
    atMost('decider, complete records, to the naive row loop by hand', ratio('decider'), 0.6, ' ×'),
    atMost('decider, one fact not known, to the same', ratio('decider-unknown'), 3, ' ×'),
    atMost('columns on one thread, to columns by hand', ratio('bulk') / ratio('hand-columns'), 1.3, ' ×'),
    atLeast('columns on two threads, to one', ratio('bulk') / ratio('bulk-two'), 1.8, ' ×'),
    atLeast("columns on one thread, to DuckDB's fastest form", duck / ratio('bulk'), 5, ' ×'),
    [
      'columns on one thread, to OpenFisca (100 × or its figure beside ours)',
      '–',
      `${shown(ratio('openfisca') / ratio('bulk'))} × (${shown(nanoseconds('openfisca'))} ns against ${shown(nanoseconds('bulk'))} ns)`,
      'said',
    ],
    atMost('`explain`, a decision', nanoseconds('decider-explain') / 1000, 5, ' µs'),
    atLeast('`explain`, to publicodes', ratio('publicodes') / ratio('decider-explain'), 50, ' ×'),
    atLeast(
      "10,000,000 rows of Parquet to Parquet, to DuckDB's own scan and write",
      cell(PARQUET, 1, 3),
      0.5,
      ' ×',
    ),
    atMost('resident memory at 10,000,000 of them, to that at 1,000,000', memory, 1.25, ' ×'),
    atMost(
      'decider of notice 15 with all that it imports, minified and gzipped',
      cell('Size', 0, 2),
      8,
      ' kB',
    ),
    atMost('`bangfu check` of notice 15, to `node -e 0`', cell('Start-up', 2, 2), 2.5, ' ×'),
    atMost(
      'all nineteen notices, time in the compiler',
      cell('All nineteen notices, cold', 0, 1),
      300,
      ' ms',
    ),
    atMost('one keystroke in 5,000 lines, in a definition', cell('One keystroke', 0, 1), 20, ' ms'),
    atMost('one keystroke in 5,000 lines, in a block of 170 duties', cell('One keystroke', 4, 1), 20, ' ms'),
  ];
}
