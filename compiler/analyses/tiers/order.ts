import { compareExact, exact, times } from '../../../runtime/exact.ts';
import type { Exact } from '../../../runtime/value.ts';
import type { Expr, TableRow } from '../../ir/expressions.ts';
import type { Policy } from '../../ir/policy.ts';
import { unitOf } from '../../ir/units.ts';
import { keyOf, withKeys } from '../../possible/index.ts';
import type { Table } from './table.ts';

/** A row with the place of its values along one quantity. */
export interface Placed {
  readonly row: TableRow;
  /** Lowest value; null for a row without lower end. */
  readonly from: Low | null;
}

export interface Low {
  readonly at: Exact;
  /** Only values beyond it. */
  readonly beyond: boolean;
}

/** Rows in rising order of one quantity that are alike in all else. */
export interface Rising {
  /** What rises: equal for expressions that say the same. */
  readonly of: string;
  readonly rows: readonly Placed[];
}

/** What one row says of the quantity, and what else it asks. */
interface Said {
  readonly of: string;
  readonly low: Low | null;
  readonly high: Low | null;
  readonly others: string;
}

/**
 * The rows in rising order of a quantity (a number, an option of an ordered choice, the time since a date), those together that
 * ask for the same in everything else; empty where that cannot be said.
 */
export function rising(table: Table, policy: Policy): readonly Rising[] {
  const groups = new Map<string, { of: string; rows: Placed[]; reached: Low | null }>();
  for (const row of table.rows) {
    for (const said of quantities(table, row, policy)) {
      const key = `${said.of} ${said.others}`;
      const group = groups.get(key) ?? { of: said.of, rows: [], reached: null };
      const isUpTo = said.low === null && table.mode === 'first';
      group.rows.push({ row, from: isUpTo ? group.reached : said.low });
      if (isUpTo && said.high) group.reached = { at: said.high.at, beyond: !said.high.beyond };
      groups.set(key, group);
    }
  }
  const rest = table.mode === 'first' && table.rows.at(-1);
  if (rest && groups.size === 1 && rest.cases.every((c) => c === null))
    for (const group of groups.values()) placeRest(group, rest, table.rows.length - 1);
  return [...groups.values()].map(({ of, rows }) => ({ of, rows: [...rows].sort(byPlace) }));
}

/** `其余` lies below where all others begin somewhere, and above where all end somewhere. */
function placeRest(group: { rows: Placed[]; reached: Low | null }, row: TableRow, others: number): void {
  if (group.rows.length !== others) return;
  if (group.rows.every(({ from }) => from !== null)) group.rows.push({ row, from: null });
  else if (group.reached) group.rows.push({ row, from: group.reached });
}

function quantities(table: Table, { cases }: TableRow, policy: Policy): readonly Said[] {
  const tests = cases.flatMap((test) => (test ? parts(withKeys(test, table.keys)) : []));
  const bounds = tests.map((test) => ({ test, said: bound(test, policy) }));
  return [...new Set(bounds.flatMap(({ said }) => said?.of ?? []))].map((of) => {
    const mine = bounds.filter(({ said }) => said?.of === of);
    const lows = mine.flatMap(({ said }) => said?.low ?? []);
    const others = bounds.filter(({ said }) => said?.of !== of).map(({ test }) => keyOf(test));
    return {
      of,
      low: lows.reduce<Low | null>((a, b) => (a === null || higher(a, b) < 0 ? b : a), null),
      high: mine.flatMap(({ said }) => said?.high ?? [])[0] ?? null,
      others: [...others].sort().join(' '),
    };
  });
}

const parts = (test: Expr): readonly Expr[] =>
  test.k === 'all' ? test.parts.flatMap(parts) : test.k === 'rule' ? parts(test.body) : [test];

/** A comparison of a quantity with a constant. */
function bound(test: Expr, policy: Policy): Omit<Said, 'others'> | null {
  if (test.k !== 'cmp') return null;
  const since = elapsed(test, policy);
  if (since) return since;
  const [left, right] = [constant(test.a, policy), constant(test.b, policy)];
  if ((left === null) === (right === null)) return null;
  const beyond = test.op === 'lt';
  if (left !== null) {
    const at = { at: left, beyond };
    return { of: keyOf(test.b), low: at, high: test.op === 'eq' ? at : null };
  }
  const at = { at: right ?? 0, beyond };
  return { of: keyOf(test.a), low: test.op === 'eq' ? at : null, high: at };
}

/** `D 至今 满 60 周岁`: the time since D, in the base of its unit. */
function elapsed(test: Expr & { k: 'cmp' }, policy: Policy): Omit<Said, 'others'> | null {
  const [date, isLow] =
    test.b.k === 'asOf' ? [test.a, true] : test.a.k === 'asOf' ? [test.b, false] : [null, false];
  if (date?.k !== 'addPeriod' || date.sign < 0 || test.op === 'eq') return null;
  if (date.n.k !== 'lit' || typeof date.n.value !== 'string') return null;
  const unit = unitOf(date.n.type, policy.units);
  const at = { at: times(exact(date.n.value), exact(unit.factor)), beyond: test.op === 'lt' };
  const of = `${keyOf(date.date)} ${unit.base}`;
  return isLow ? { of, low: at, high: null } : { of, low: null, high: at };
}

const numeric = new Set(['int', 'qty', 'money', 'ratio', 'year', 'rate']);

function constant(e: Expr, policy: Policy): Exact | null {
  if (e.k !== 'lit' || typeof e.value !== 'string') return null;
  const { type } = e;
  if (type.t !== 'enum') return numeric.has(type.t) ? exact(e.value) : null;
  const options = policy.enums.find(({ id, ordered }) => id === type.enum && ordered)?.options ?? [];
  const at = options.indexOf(e.value);
  return at < 0 ? null : at;
}

function byPlace(a: Placed, b: Placed): number {
  if (a.from === null || b.from === null) return a.from === b.from ? 0 : a.from === null ? -1 : 1;
  return higher(a.from, b.from);
}

function higher(a: Low, b: Low): number {
  return compareExact(a.at, b.at) || Number(a.beyond) - Number(b.beyond);
}
