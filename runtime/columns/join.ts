import type { Id } from '../types.ts';
import { allocate } from './memory.ts';
import {
  type AmountColumns,
  type IdColumn,
  OPEN,
  type ProgrammeColumns,
  type ResultColumns,
  type ResultNumbers,
} from './results.ts';

/** What was decided of the rows of a slice, the first of which is row `from` of all. */
export interface SliceResults {
  readonly from: number;
  readonly rows: number;
  readonly programmes: { readonly [programme: Id]: SliceOfProgramme };
}

interface SliceOfProgramme {
  readonly byRow: number;
  readonly reasons: IdColumn['ids'];
  readonly tiers: IdColumn['ids'] | null;
  /** Columns of the slice; `null` where they are slices of the room that was given. */
  readonly columns: ProgrammeColumns | null;
}

/** What of a slice's results does not lie in the room that it was given. */
export function sliceResults(from: number, room: ResultColumns, results: ResultColumns): SliceResults {
  const programmes = Object.entries(results.programmes).map(([id, of]) => {
    const into = room.programmes[id];
    const { byRow, reason, tier } = of;
    const own = { byRow, reasons: reason.ids, tiers: tier?.ids ?? null };
    return [id, { ...own, columns: into && liesIn(into, of) ? null : of }] as const;
  });
  return { from, rows: results.rows, programmes: Object.fromEntries(programmes) };
}

/** Whether the columns are the very arrays of the room. */
function liesIn(room: ProgrammeColumns, of: ProgrammeColumns): boolean {
  const amounts = Object.entries(of.amounts).every(([id, { min, max, from, to }]) => {
    const into = room.amounts[id];
    return into && min === into.min && max === into.min && from === into.from && to === into.to;
  });
  return (
    amounts &&
    of.outcome === room.outcome &&
    of.reason.values === room.reason.values &&
    of.tier?.values === room.tier?.values
  );
}

/**
 * The results of all rows: what lies in the room already stays, the rest is copied in. An amount that needs doubles, or a
 * greatest that is not the least, in one slice, gets new arrays for all rows.
 */
export function joined(room: ResultColumns, slices: readonly SliceResults[]): ResultColumns {
  const programmes = Object.entries(room.programmes).map(([id, into]) => {
    const own = slices.flatMap(({ from, rows, programmes: all }) => {
      const of = all[id];
      return of ? [{ from, rows, of }] : [];
    });
    return [id, joinedProgramme(into, own)] as const;
  });
  return { rows: room.rows, programmes: Object.fromEntries(programmes) };
}

interface Slice {
  readonly from: number;
  readonly rows: number;
  readonly of: SliceOfProgramme;
}

function joinedProgramme(room: ProgrammeColumns, slices: readonly Slice[]): ProgrammeColumns {
  for (const { from, of } of slices) if (of.columns) copyIds(room, of.columns, from);
  const amounts = Object.entries(room.amounts).map(([id, amount]) => {
    const own = slices.flatMap(({ from, of }) => {
      const moved = of.columns?.amounts[id];
      return moved ? [{ from, moved }] : [];
    });
    return [id, joinedAmount(amount, own)] as const;
  });
  return {
    outcome: room.outcome,
    reason: joinedIds(room.reason, slices, ({ reasons }) => reasons),
    ...(room.tier && { tier: joinedIds(room.tier, slices, ({ tiers }) => tiers ?? [null]) }),
    amounts: Object.fromEntries(amounts),
    byRow: slices.reduce((sum, { of }) => sum + of.byRow, 0),
  };
}

function copyIds(room: ProgrammeColumns, { outcome, reason, tier }: ProgrammeColumns, from: number): void {
  room.outcome.set(outcome, from);
  room.reason.values.set(reason.values, from);
  if (tier) room.tier?.values.set(tier.values, from);
}

/** Slices that met other ids, or met them in another order, have their codes changed. */
function joinedIds(
  { values }: IdColumn,
  slices: readonly Slice[],
  idsOf: (of: SliceOfProgramme) => IdColumn['ids'],
): IdColumn {
  const ids: (Id | null)[] = [];
  for (const { from, rows, of } of slices) {
    const places = idsOf(of).map((id) => {
      const known = ids.indexOf(id);
      return known >= 0 ? known : ids.push(id) - 1;
    });
    if (places.every((place, code) => place === code)) continue;
    for (let row = from; row < from + rows; row++) values[row] = places[values[row] ?? 0] ?? 0;
  }
  return { values, ids: ids.length === 0 ? [null] : ids };
}

interface Moved {
  readonly from: number;
  readonly moved: AmountColumns;
}

function joinedAmount(room: AmountColumns, slices: readonly Moved[]): AmountColumns {
  const needsDoubles = slices.some(
    ({ moved: { min, max } }) => min instanceof Float64Array || max instanceof Float64Array,
  );
  const min = needsDoubles && room.min instanceof Int32Array ? doubled(room.min) : room.min;
  const isSplit = slices.some(({ moved }) => moved.max !== moved.min);
  const max = isSplit ? copied(min) : min;
  for (const { from, moved } of slices) {
    put(min, moved.min, from);
    if (isSplit) put(max, moved.max, from);
    if (moved.from) room.from?.set(moved.from, from);
    if (moved.to) room.to?.set(moved.to, from);
  }
  return { ...room, min, max };
}

const copied = (of: ResultNumbers): ResultNumbers => {
  const bytes = allocate(of.byteLength, 'shared');
  const copy = of instanceof Float64Array ? new Float64Array(bytes) : new Int32Array(bytes);
  copy.set(of);
  return copy;
};

const doubled = (of: Int32Array): Float64Array => {
  const wide = new Float64Array(allocate(of.length * 8, 'shared'));
  put(wide, of, 0);
  return wide;
};

/** In a column of doubles another code says that an end is open. */
function put(into: ResultNumbers, values: ResultNumbers, from: number): void {
  into.set(values, from);
  if (!(into instanceof Float64Array && values instanceof Int32Array)) return;
  for (const [row, value] of values.entries()) if (value === OPEN) into[from + row] = Number.NaN;
}
