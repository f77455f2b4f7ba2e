import type { Reason } from './decision.ts';
import type { TableRead } from './rules.ts';
import { all, any, doubt, none, reasonsOf, truthOf } from './truth.ts';
import { hull, isDoubt, isUnknown, mergeReasons, reasonsOfValue, unknownOf } from './unknown.ts';
import type { Id } from './types.ts';
import type { Truth, Value } from './value.ts';

/** A row of a table; `when: null` is `其余`, the row for all that no other row holds. It comes last. */
export interface TableRow {
  readonly id: Id;
  readonly when: (() => Truth) | null;
  readonly value: () => Value;
}

/** `exclusive`: no two rows can hold together. `checked`: two that do contradict each other. `first`: the first that holds. */
export type TableMode = 'exclusive' | 'checked' | 'first';

interface Tested {
  readonly row: TableRow;
  readonly truth: Truth;
}

const noRow = (at: Id): Reason => ({ kind: 'unspecified', at, text: '没有适用的行 / no row applies' });

const severalRows = (at: Id): Reason => ({
  kind: 'contradiction',
  at,
  text: '不止一行适用 / more than one row applies',
});

const surely = (row: TableRow): TableRead => {
  const value = row.value();
  return { row: row.id, possible: [row.id], value, reasons: [] };
};

const testRows = (rows: readonly TableRow[], mode: TableMode): readonly Tested[] => {
  const tests: Truth[] = [];
  return rows.map((row) => {
    const own = row.when?.() ?? true;
    const truth = row.when === null || mode === 'first' ? all(none(...tests), own) : own;
    tests.push(own);
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
  isChecked: boolean,
) => {
  if (!values.some(isCondition)) return hull(values, reasons);
  const truths = values.map((value, i) => truthOf(value, `${at}.${i}`));
  if (truths.every((t) => t === truths[0])) return truths[0] ?? null;
  if (isChecked) return doubt(at, mergeReasons(reasons, ...truths.map(reasonsOf)));
  return any(...open.map(({ truth }, i) => all(truth, truths[i] ?? false)), all(...truths));
};

/** The row that surely applies alone. */
const settled = (tested: readonly Tested[], mode: TableMode): TableRow | undefined => {
  const sure = tested.find(({ truth }) => truth === true);
  const isAlone = mode !== 'checked' || tested.every((one) => one === sure || one.truth === false);
  return isAlone ? sure?.row : undefined;
};

/**
 * Reads a table. One row surely applies: it and its value. Several may: all of them, with the hull of their values.
 * None: unknown, because the notice gives no row; two that surely do, where that was not ruled out: unknown, because it
 * contradicts itself. `keys` are the values looked at: where one may be absent and there is no `其余`, "no row" stays
 * possible and the value is wholly open.
 */
export const readTable = (
  at: Id,
  keys: readonly Value[],
  rows: readonly TableRow[],
  mode: TableMode = 'exclusive',
): TableRead => {
  const tested = testRows(rows, mode);
  const only = settled(tested, mode);
  if (only !== undefined) return surely(only);
  const open = tested.filter(({ truth }) => truth !== false);
  const possible = open.map(({ row }) => row.id);
  const isTwice = tested.filter(({ truth }) => truth === true).length > 1;
  const reasons = mergeReasons(
    isTwice ? [severalRows(at)] : [],
    ...open.map(({ truth }) => reasonsOf(truth)),
  );
  if (open.length === 0) {
    const why = [...keys.flatMap(reasonsOfValue), noRow(at)];
    return { row: null, possible, value: unknownOf(why), reasons: why };
  }
  const isSure = tested.some(({ truth }) => truth === true);
  const mayMiss =
    !isSure &&
    keys.some((key) => isUnknown(key) && key.mayBeAbsent) &&
    rows.every((row) => row.when !== null);
  const values = open.map(({ row }) => row.value());
  const value = mayMiss
    ? unknownOf(reasons, { mayBeAbsent: true })
    : joinValues(at, open, values, reasons, mode === 'checked');
  return { row: null, possible, value, reasons };
};
