import { compareExact, exact } from '../../../runtime/exact.ts';
import type { Exact } from '../../../runtime/value.ts';
import type { Expr, TableRow } from '../../ir/expressions.ts';
import type { Table } from './table.ts';

/** A row with the place of its values along one key. */
export interface Placed {
  readonly row: TableRow;
  /** Lowest value; null for a row without lower end. */
  readonly from: Low | null;
}

interface Low {
  readonly at: Exact;
  /** Only values beyond it. */
  readonly beyond: boolean;
}

/** The rows in rising order of their one numeric key, those that share the cases of all other keys; empty where that cannot be said. */
export function rising(table: Table): readonly (readonly Placed[])[] {
  const numeric = table.keys.findIndex((key) =>
    ['int', 'qty', 'money', 'ratio', 'year', 'rate'].includes(key.type.t),
  );
  if (numeric < 0) return [];
  const groups = new Map<string, Placed[]>();
  for (const row of table.rows) {
    const test = row.cases[numeric];
    const from = test ? lowest(test) : undefined;
    if (from === undefined) continue;
    const others = row.cases.filter((_, i) => i !== numeric);
    const key = JSON.stringify(others, (name, value: unknown) =>
      name === 'id' || name === 'origin' ? undefined : value,
    );
    groups.set(key, [...(groups.get(key) ?? []), { row, from }]);
  }
  return [...groups.values()].map((rows) => rows.sort(byPlace));
}

function byPlace(a: Placed, b: Placed): number {
  if (a.from === null || b.from === null) return a.from === b.from ? 0 : a.from === null ? -1 : 1;
  return higher(a.from, b.from);
}

function higher(a: Low, b: Low): number {
  return compareExact(a.at, b.at) || Number(a.beyond) - Number(b.beyond);
}

/** Lowest value of a test on the row's key by constants; undefined for any other. */
function lowest(test: Expr): Low | null | undefined {
  if (test.k === 'all') {
    const ends = test.parts.map(lowest);
    if (ends.some((end) => end === undefined)) return undefined;
    const known = ends.filter((end) => end !== null && end !== undefined);
    return known.reduce<Low | null>((a, b) => (a === null || higher(a, b) < 0 ? b : a), null);
  }
  if (test.k !== 'cmp') return undefined;
  const value = (e: Expr, beyond: boolean): Low | undefined =>
    e.k === 'lit' && typeof e.value === 'string' ? { at: exact(e.value), beyond } : undefined;
  if (test.b.k === 'bound') return value(test.a, test.op === 'lt');
  if (test.a.k !== 'bound') return undefined;
  const upper = value(test.b, false);
  return test.op === 'eq' || !upper ? upper : null;
}
