import type { Expr, TableRow } from '../../ir/expressions.ts';
import type { Policy } from '../../ir/policy.ts';
import type { Change } from '../change.ts';
import type { Keys } from '../keys.ts';
import { type Entry, match } from '../match.ts';
import type { Text } from '../text.ts';
import {
  change,
  clauseChange,
  expressionChange,
  inside,
  type Place,
  settingChange,
  type Versions,
} from '../versions.ts';
import { label, said, side, text } from '../words.ts';

type Table = Expr & { readonly k: 'table' };

/** What changed among the rows of a table: a row is known by its cases, then by what it gives, then by its place. */
export function tableChanges(v: Versions, place: Place, before: Table, after: Table): readonly Change[] {
  const keysOf = (keys: Keys, table: Table): string => keys.written(table.keys);
  if (keysOf(v.old, before) !== keysOf(v.fresh, after)) {
    const [a, b] = [keyWords(v.before, before), keyWords(v.after, after)];
    return [change('tierKeyChanged', place, side(a, before.origin), side(b, after.origin))];
  }
  const mode = [modeWords(before), modeWords(after)] as const;
  const { both, removed, added } = matchRows(v, before, after);
  return [
    ...settingChange('tableModeChanged', place, ...mode, { before: before.origin, after: after.origin }),
    ...orderChanges(v, place, { before, after, both }),
    ...both.flatMap(([a, b]) => rowChanges(v, place, a, b)),
    ...removed.map((row) =>
      change('rowRemoved', rowPlace(v.before, place, row), rowSide(v.before, row), null),
    ),
    ...added.map((row) => change('rowAdded', rowPlace(v.after, place, row), null, rowSide(v.after, row))),
  ];
}

const modeWords = ({ mode }: Table): Text =>
  mode === 'first' ? text('依次', 'the first that holds') : text('各行互不重叠', 'the one that holds');

/** Order decides only where the first row that holds is taken. */
function orderChanges(
  v: Versions,
  place: Place,
  { before, after, both }: { readonly before: Table; readonly after: Table; readonly both: Rows['both'] },
): readonly Change[] {
  if (before.mode !== 'first' || after.mode !== 'first') return [];
  const old = before.rows.flatMap((row) => both.find(([a]) => a === row)?.[1] ?? []);
  const fresh = after.rows.filter((row) => both.some(([, b]) => b === row));
  if (old.every((row, i) => row === fresh[i])) return [];
  const listed = (policy: Policy, rows: readonly TableRow[]): Text => {
    const names = rows.map(({ id }) => label(policy, id));
    return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') };
  };
  return [
    change(
      'rowsReordered',
      place,
      side(listed(v.before, before.rows), before.origin),
      side(listed(v.after, after.rows), after.origin),
    ),
  ];
}

function keyWords(policy: Versions['before'], table: Table) {
  const words = table.keys.map((key) => said(policy, key));
  return { zh: words.map((w) => w.zh).join(', '), en: words.map((w) => w.en).join(', ') };
}

const rowPlace = (policy: Versions['before'], place: Place, row: TableRow): Place =>
  inside(place, label(policy, row.id), row.id);

const rowSide = (policy: Versions['before'], row: TableRow) => side(said(policy, row.then), row.origin);

interface Rows {
  readonly both: readonly (readonly [TableRow, TableRow])[];
  readonly removed: readonly TableRow[];
  readonly added: readonly TableRow[];
}

function matchRows(v: Versions, before: Table, after: Table): Rows {
  const byCases = match(entries(before.rows, v.old, 'cases'), entries(after.rows, v.fresh, 'cases'));
  const byValue = match(entries(byCases.removed, v.old, 'then'), entries(byCases.added, v.fresh, 'then'));
  const both = [...byCases.both, ...byValue.both].map((pair) => [pair.before, pair.after] as const);
  return { both, removed: byValue.removed, added: byValue.added };
}

/** The id of a row is made of its cases: what is compared first stands for it. */
function entries(rows: readonly TableRow[], keys: Keys, by: 'cases' | 'then'): readonly Entry<TableRow>[] {
  return rows.map((row) => {
    const key = keys.written(row[by]);
    return { id: key, item: row, key };
  });
}

function rowChanges(v: Versions, place: Place, a: TableRow, b: TableRow): readonly Change[] {
  const at = rowPlace(v.after, place, b);
  const moved = v.old.written(a.cases) !== v.fresh.written(b.cases);
  const name = (policy: Versions['before'], row: TableRow) => side(label(policy, row.id), row.origin);
  return [
    ...(moved ? [change('rowBoundaryMoved', at, name(v.before, a), name(v.after, b))] : []),
    ...expressionChange('rowValueChanged', at, a.then, b.then, v),
    ...clauseChange(at, a.origin, b.origin),
  ];
}
