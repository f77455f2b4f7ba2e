import type { Reason } from './decision.ts';
import type { TableRead } from './rules.ts';
import { all, any, none, reasonsOf, truthOf } from './truth.ts';
import { hull, isDoubt, isUnknown, mergeReasons, reasonsOfValue, unknownOf } from './unknown.ts';
import type { Id } from './types.ts';
import type { Truth, Value } from './value.ts';

/** A row of a table; `when: null` is `其余`, the row for all that no other row holds. It comes last. */
export interface TableRow {
  readonly id: Id;
  readonly when: (() => Truth) | null;
  readonly value: () => Value;
}

interface Tested {
  readonly row: TableRow;
  readonly truth: Truth;
}

const noRow = (at: Id): Reason => ({ kind: 'unspecified', at, text: '没有适用的行 / no row applies' });

const surely = (row: TableRow): TableRead => {
  const value = row.value();
  return { row: row.id, possible: [row.id], value, reasons: [] };
};

const testRows = (rows: readonly TableRow[]): readonly Tested[] => {
  const tests: Truth[] = [];
  return rows.map((row) => {
    const truth = row.when === null ? none(...tests) : row.when();
    tests.push(truth);
    return { row, truth };
  });
};

const isCondition = (value: Value): value is Truth => typeof value === 'boolean' || isDoubt(value);

/** Conditions are joined by logic, so that what is left names the rows it hangs on; other values by their hull. */
const joinValues = (
  at: Id,
  open: readonly Tested[],
  values: readonly Value[],
  reasons: readonly Reason[],
) => {
  if (!values.some(isCondition)) return hull(values, reasons);
  const truths = values.map((value, i) => truthOf(value, `${at}.${i}`));
  if (truths.every((t) => t === truths[0])) return truths[0] ?? null;
  return any(...open.map(({ truth }, i) => all(truth, truths[i] ?? false)), all(...truths));
};

/**
 * Reads a table whose rows do not overlap. One row surely applies: it and its value. Several may: all of them, with
 * the hull of their values. None: unknown, because the notice gives no row. `keys` are the values looked at: where one
 * may be absent and there is no `其余`, "no row" stays possible and the value is wholly open.
 */
export const readTable = (at: Id, keys: readonly Value[], rows: readonly TableRow[]): TableRead => {
  const tested = testRows(rows);
  const sure = tested.find(({ truth }) => truth === true);
  if (sure !== undefined) return surely(sure.row);
  const open = tested.filter(({ truth }) => truth !== false);
  const possible = open.map(({ row }) => row.id);
  const reasons = mergeReasons(...open.map(({ truth }) => reasonsOf(truth)));
  if (open.length === 0) {
    const why = [...keys.flatMap(reasonsOfValue), noRow(at)];
    return { row: null, possible, value: unknownOf(why), reasons: why };
  }
  const mayMiss =
    keys.some((key) => isUnknown(key) && key.mayBeAbsent) && rows.every((row) => row.when !== null);
  const values = open.map(({ row }) => row.value());
  const value = mayMiss ? unknownOf(reasons, { mayBeAbsent: true }) : joinValues(at, open, values, reasons);
  return { row: null, possible, value, reasons };
};
