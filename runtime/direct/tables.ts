import type { TableMode } from '../tables.ts';
import { isUnknown, unknownOf } from '../unknown.ts';
import { hullB } from './values.ts';
import type { Value } from '../value.ts';
import { type Bits, notB } from './bits.ts';

// Tables in bits: the same rows and values as ../tables.ts reads, without reasons.

/** The truth that each row applies. `rest`: the last row is `其余` and has no test of its own. */
function applies(mode: TableMode, rest: boolean, tests: readonly Bits[]): readonly Bits[] {
  let none = 3;
  const rows = tests.map((own) => {
    const truth = mode === 'first' ? none & own : own;
    none &= notB(own);
    return truth;
  });
  return rest ? [...rows, none] : rows;
}

/** The place of the row that surely applies alone, or −1. */
function settledRow(mode: TableMode, rows: readonly Bits[]): number {
  const sure = rows.indexOf(3);
  if (sure < 0 || mode !== 'checked') return sure;
  return rows.every((truth, i) => i === sure || truth === 0) ? sure : -1;
}

export const rowB = (mode: TableMode, rest: boolean, tests: readonly Bits[]): number =>
  settledRow(mode, applies(mode, rest, tests));

/** The value of the row that applies, or the hull of those that may. */
export function tableB(
  mode: TableMode,
  rest: boolean,
  tests: readonly Bits[],
  values: (row: number) => Value,
  keys: readonly Value[],
): Value {
  const rows = applies(mode, rest, tests);
  const row = settledRow(mode, rows);
  if (row >= 0) return values(row);
  const open = rows.flatMap((truth, i) => (truth === 0 ? [] : [values(i)]));
  const mayMiss = !rest && !rows.includes(3) && keys.some((key) => isUnknown(key) && key.mayBeAbsent);
  if (open.length === 0) return unknownOf([]);
  return mayMiss ? unknownOf([], { mayBeAbsent: true }) : hullB(open);
}

/** The same of conditions. */
export function truthTableB(
  mode: TableMode,
  rest: boolean,
  tests: readonly Bits[],
  values: (row: number) => Bits,
  keys: readonly Value[],
): Bits {
  const rows = applies(mode, rest, tests);
  const row = settledRow(mode, rows);
  if (row >= 0) return values(row);
  const places = rows.flatMap((truth, i) => (truth === 0 ? [] : [i]));
  const truths = places.map(values);
  const mayMiss = !rest && !rows.includes(3) && keys.some((key) => isUnknown(key) && key.mayBeAbsent);
  if (truths.length === 0 || mayMiss) return 1;
  if (truths.every((truth) => truth !== 1 && truth === truths[0])) return truths[0] ?? 1;
  if (mode === 'checked') return 1;
  const any = places.reduce((found, i) => found | ((rows[i] ?? 0) & values(i)), 0);
  return any | truths.reduce((found, truth) => found & truth, 3);
}
