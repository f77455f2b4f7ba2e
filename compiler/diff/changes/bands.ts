import type { BandRow, Expr } from '../../ir/expressions.ts';
import type { Change } from '../change.ts';
import { change, clauseChange, expressionChange, inside, type Place, type Versions } from '../versions.ts';
import { label, said, side, text } from '../words.ts';

type Bands = Expr & { readonly k: 'bands' };

/** `分段`: bands are known by where they end; between others that are known, by their place. */
export function bandChanges(v: Versions, place: Place, a: Bands, b: Bands): readonly Change[] {
  const { both, removed, added } = matchBands(v, a.rows, b.rows);
  return [
    ...expressionChange('bandKeyChanged', place, a.key, b.key, v),
    ...both.flatMap(([x, y]) => bandChange(v, inside(place, label(v.after, y.id), y.id), x, y)),
    ...removed.map((row) =>
      change('bandRemoved', inside(place, label(v.before, row.id), row.id), rate(v.before, row), null),
    ),
    ...added.map((row) =>
      change('bandAdded', inside(place, label(v.after, row.id), row.id), null, rate(v.after, row)),
    ),
  ];
}

const rate = (policy: Versions['before'], row: BandRow) => side(said(policy, row.rate), row.origin);

function bandChange(v: Versions, here: Place, a: BandRow, b: BandRow): readonly Change[] {
  const open = side(text('以上各数', 'and more'));
  return [
    ...expressionChange('bandBoundaryMoved', here, a.to, b.to, v).map((found) => ({
      ...found,
      before: found.before ?? open,
      after: found.after ?? open,
    })),
    ...expressionChange('bandRateChanged', here, a.rate, b.rate, v),
    ...clauseChange(here, a.origin, b.origin),
  ];
}

interface Matched {
  readonly both: readonly (readonly [BandRow, BandRow])[];
  readonly removed: readonly BandRow[];
  readonly added: readonly BandRow[];
}

function matchBands(v: Versions, before: readonly BandRow[], after: readonly BandRow[]): Matched {
  const end = (row: BandRow): unknown => row.to ?? null;
  const twins = before.map((a) => after.find((b) => v.old.written(end(a)) === v.fresh.written(end(b))));
  const left = before.filter((_, i) => !twins[i]);
  const open = after.filter((b) => !twins.includes(b));
  const moved = left.length === open.length ? left.map((a, i) => [a, open[i]] as const) : [];
  const known = before.map((a, i) => [a, twins[i]] as const);
  const both = [...known, ...moved].flatMap(([a, b]) => (b ? [[a, b] as const] : []));
  const sorted = [...both].sort(([, x], [, y]) => after.indexOf(x) - after.indexOf(y));
  return moved.length > 0
    ? { both: sorted, removed: [], added: [] }
    : { both: sorted, removed: left, added: open };
}
