import type { Node, Num, Table, Truth } from './nodes.ts';

/** Beyond this many whole numbers between the first and the last bound no row is listed for each. */
const MOST = 2048;

/** Lists the row of each whole number where the rows compare one number with whole constants; see `Table.by`. */
export function withRows(table: Table<Node>): Table<Node> {
  const [key, ...others] = table.keys;
  if (key?.holds !== 'number' || others.length > 0) return table;
  const bounds = boundsOf(key, table);
  if (!bounds || bounds.length === 0) return table;
  const [from, to] = [Math.min(...bounds) - 1, Math.max(...bounds) + 1];
  if (to - from > MOST) return table;
  const row = Array.from({ length: to - from + 1 }, (_, i) => rowAt(from + i, key, table));
  return { ...table, by: { key, from, row } };
}

/** The constants that the rows compare the key with; `null` where a row asks for anything else. */
function boundsOf(key: Num, { rows }: Table<Node>): readonly number[] | null {
  const found: number[] = [];
  const walk = (test: Truth): boolean => {
    switch (test.k) {
      case 'all':
      case 'any':
        return test.parts.every(walk);
      case 'not':
        return walk(test.a);
      case 'compare':
        return [test.a, test.b].every((side) => isSame(side, key) || isWhole(side));
      case 'within':
        return isSame(test.a, key) && [test.lo, test.hi].every((end) => !end || isWhole(end));
      default:
        return false;
    }
  };
  const isWhole = (side: Num): boolean => {
    if (side.k !== 'lit' || typeof side.value !== 'number') return false;
    found.push(side.value);
    return true;
  };
  return rows.every(({ when }) => when === null || walk(when)) ? found : null;
}

/** Locals and facts are the same where they are of one place. */
const isSame = (a: Num, b: Num): boolean =>
  (a.k === 'let' && b.k === 'let' && a.local === b.local) ||
  (a.k === 'fact' && b.k === 'fact' && a.input === b.input);

function rowAt(n: number, key: Num, table: Table<Node>): number {
  const value = (side: Num): number =>
    isSame(side, key) ? n : Number(side.k === 'lit' ? side.value : Number.NaN);
  const holds = (test: Truth): boolean => {
    switch (test.k) {
      case 'all':
        return test.parts.every(holds);
      case 'any':
        return test.parts.some(holds);
      case 'not':
        return !holds(test.a);
      case 'compare': {
        const [a, b] = [value(test.a), value(test.b)];
        return test.op === 'eq' ? a === b : test.op === 'lt' ? a < b : a <= b;
      }
      case 'within': {
        const { lo, hi } = test;
        const above = !lo || (test.loIn ? value(lo) <= n : value(lo) < n);
        return above && (!hi || (test.hiIn ? n <= value(hi) : n < value(hi)));
      }
      default:
        return false;
    }
  };
  const places = table.rows.flatMap(({ when }, i) => (when !== null && holds(when) ? [i] : []));
  const [first, ...more] = places;
  if (first === undefined) return table.rows.findIndex(({ when }) => when === null);
  return table.mode === 'checked' && more.length > 0 ? -1 : first;
}
