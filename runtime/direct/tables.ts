import type { TableMode } from '../tables.ts';
import { isUnknown, unknownOf } from '../unknown.ts';
import type { Value } from '../value.ts';
import { type Bits, notB } from './bits.ts';
import { hullB } from './values.ts';

// Tables in bits: the same rows and values as ../tables.ts reads, without reasons.

/** The truth that each row applies takes the place of its test. `rest`: the last row is `其余` and has no test of its own. */
function applies(mode: TableMode, rest: boolean, rows: Bits[]): Bits[] {
  let none = 3;
  for (let i = 0; i < rows.length; i++) {
    const own = rows[i] ?? 0;
    if (mode === 'first') rows[i] = none & own;
    none &= notB(own);
  }
  if (rest) rows.push(none);
  return rows;
}

/** The place of the row that surely applies alone, or −1. */
function settledRow(mode: TableMode, rows: readonly Bits[]): number {
  const sure = rows.indexOf(3);
  if (sure < 0 || mode !== 'checked') return sure;
  for (let i = 0; i < rows.length; i++) if (i !== sure && rows[i] !== 0) return -1;
  return sure;
}

/** `tests` is written over. */
export const rowB = (mode: TableMode, rest: boolean, tests: Bits[]): number =>
  settledRow(mode, applies(mode, rest, tests));

/** Whether the key may prove absent, so that no row applies. */
const mayMiss = (rest: boolean, rows: readonly Bits[], keys: () => readonly Value[]): boolean =>
  !rest && !rows.includes(3) && keys().some((key) => isUnknown(key) && key.mayBeAbsent);

/** The value of the row that applies, or the hull of those that may. `tests` is written over. */
export function tableB(
  mode: TableMode,
  rest: boolean,
  tests: Bits[],
  values: (row: number) => Value,
  keys: () => readonly Value[],
): Value {
  const rows = applies(mode, rest, tests);
  const row = settledRow(mode, rows);
  if (row >= 0) return values(row);
  const open: Value[] = [];
  for (let i = 0; i < rows.length; i++) if (rows[i] !== 0) open.push(values(i));
  if (open.length === 0) return unknownOf([]);
  return mayMiss(rest, rows, keys) ? unknownOf([], { mayBeAbsent: true }) : hullB(open);
}

/** The same of conditions. */
export function truthTableB(
  mode: TableMode,
  rest: boolean,
  tests: Bits[],
  values: (row: number) => Bits,
  keys: () => readonly Value[],
): Bits {
  const rows = applies(mode, rest, tests);
  const row = settledRow(mode, rows);
  if (row >= 0) return values(row);
  const places = rows.flatMap((truth, i) => (truth === 0 ? [] : [i]));
  const truths = places.map(values);
  if (truths.length === 0 || mayMiss(rest, rows, keys)) return 1;
  if (truths.every((truth) => truth !== 1 && truth === truths[0])) return truths[0] ?? 1;
  if (mode === 'checked') return 1;
  const any = places.reduce((found, i) => found | ((rows[i] ?? 0) & values(i)), 0);
  return any | truths.reduce((found, truth) => found & truth, 3);
}
