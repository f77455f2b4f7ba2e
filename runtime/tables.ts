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

const noRow = (at: Id): Reason => ({ kind: 'unspecified', at, text: '没有适用的行 / no row applies' });

const severalRows = (at: Id): Reason => ({
  kind: 'contradiction',
  at,
  text: '不止一行适用 / more than one row applies',
});

/** The truth that each row applies: one that goes by the rows before it only where none of them holds. */
const testRows = (
  count: number,
  rest: boolean,
  when: (row: number) => Truth,
  mode: TableMode,
): readonly Truth[] => {
  const truths: Truth[] = [];
  const before: Truth[] = [];
  for (let i = 0; i < count; i++) {
    const isRest = rest && i === count - 1;
    const own = isRest || when(i);
    truths.push(isRest || mode === 'first' ? all(none(...before), own) : own);
    before.push(own);
  }
  return truths;
};

const isCondition = (value: Value): value is Truth => typeof value === 'boolean' || isDoubt(value);

/** Conditions are joined by logic, so that what is left names the rows it hangs on; other values by their hull. */
const joinValues = (
  at: Id,
  open: readonly Truth[],
  values: readonly Value[],
  reasons: readonly Reason[],
  isChecked: boolean,
) => {
  if (!values.some(isCondition)) return hull(values, reasons);
  const truths = values.map((value, i) => truthOf(value, `${at}.${i}`));
  if (truths.every((t) => t === truths[0])) return truths[0] ?? null;
  if (isChecked) return doubt(at, mergeReasons(reasons, ...truths.map(reasonsOf)));
  return any(...open.map((truth, i) => all(truth, truths[i] ?? false)), all(...truths));
};

/** The place of the row that surely applies alone, or −1. */
const settled = (truths: readonly Truth[], mode: TableMode): number => {
  const sure = truths.indexOf(true);
  const isAlone = mode !== 'checked' || truths.every((truth, i) => i === sure || truth === false);
  return isAlone ? sure : -1;
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
): TableRead =>
  readRows(
    at,
    () => keys,
    rows.map(({ id }) => id),
    rows.at(-1)?.when === null,
    (i) => rows[i]?.when?.() ?? true,
    (i) => rows[i]?.value() ?? null,
    mode,
  );

/** The same by the places of the rows. `rest`: the last row is `其余` and has no test of its own. */
export const readRows = (
  at: Id,
  keys: () => readonly Value[],
  rows: readonly Id[],
  rest: boolean,
  when: (row: number) => Truth,
  valueAt: (row: number) => Value,
  mode: TableMode = 'exclusive',
): TableRead => {
  const truths = testRows(rows.length, rest, when, mode);
  const only = settled(truths, mode);
  const name = rows[only];
  if (name !== undefined) return { row: name, possible: [name], value: valueAt(only), reasons: [] };
  const places = [...rows.keys()].filter((i) => truths[i] !== false);
  const open = places.map((i) => truths[i] ?? false);
  const possible = places.map((i) => rows[i] ?? '');
  const isTwice = truths.filter((truth) => truth === true).length > 1;
  const reasons = mergeReasons(isTwice ? [severalRows(at)] : [], ...open.map(reasonsOf));
  if (open.length === 0) {
    const why = [...keys().flatMap(reasonsOfValue), noRow(at)];
    return { row: null, possible, value: unknownOf(why), reasons: why };
  }
  const mayMiss = !rest && !truths.includes(true) && keys().some((key) => isUnknown(key) && key.mayBeAbsent);
  const values = places.map(valueAt);
  const value = mayMiss
    ? unknownOf(reasons, { mayBeAbsent: true })
    : joinValues(at, open, values, reasons, mode === 'checked');
  return { row: null, possible, value, reasons };
};
