import type { Table } from '../growth/measuring.ts';
import { shown } from '../growth/measuring.ts';
import { machine, type Start } from './machine.ts';
import type { Effort, Measured, Result } from './measure.ts';
import { targets } from './targets.ts';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  row(head),
  row(head.map((_, at) => (at === 0 ? '---' : '---:'))),
  ...rows.map(row),
];

const megabytes = (bytes: number): string => String(Math.round(bytes / 2 ** 20));

function line(result: Result): readonly string[] {
  const { name, note = '' } = result.contestant;
  if ('failed' in result) return [name, '–', '–', '–', '–', '–', result.failed.split('\n')[0] ?? ''];
  const { rows, nanoseconds, ratio, memory } = result;
  const around = `${shown(ratio.low)} to ${shown(ratio.high)}`;
  const cells = [
    shown(nanoseconds.median),
    shown(ratio.median),
    around,
    String(rows),
    megabytes(memory),
    note,
  ];
  return [name, ...cells];
}

const HEAD = ['', 'ns a decision', '× baseline', 'middle half', 'rows a pass', 'memory, MB', ''];

const section = ({ title, note, head, rows }: Table): string[] => [
  `### ${title}`,
  '',
  note,
  '',
  ...(head.length === 0 ? [] : [...table(head, rows), '']),
];

const apart: ReadonlySet<string> = new Set(['All nineteen notices, cold', 'Start-up', 'Size']);
const isGrowth = ({ title }: Table): boolean => !apart.has(title);

/** RESULTS.md. */
export function report(
  results: readonly Result[],
  tables: readonly Table[],
  effort: Effort,
  start: Start,
): string {
  const measured = results.filter((result): result is Measured => !('failed' in result));
  const lines = [
    '# Results',
    '',
    'Written by `npm run bench`; what is measured and how, in [README.md](README.md).',
    '',
    ...machine(start),
    '',
    '## One decision',
    '',
    `Every engine decided the same ${effort.rows} applicants (or as many of them as "rows a pass" says; those with more repeat them) and agreed with the interpreter row for row before it was timed: outcome, first reason, tier, amount, first month. Medians of ${effort.rounds} rounds, each next to one of the baseline; the middle half is that of the ratios.`,
    '',
    ...table(HEAD, results.map(line)),
    '',
    '## What was to be reached',
    '',
    ...table(['', 'wanted', 'found', ''], targets(measured, tables)),
    '',
    '## Growth',
    '',
    ...tables.filter(isGrowth).flatMap(section),
    '## Start-up and size',
    '',
    ...tables.filter((one) => !isGrowth(one)).flatMap(section),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
