import { bitAt } from './bits.ts';
import type { Bits } from './columns.ts';
import { nthValue } from './nth.ts';

/** What rows are ranked by, most important key first. Every key is known: see `StageColumns`. */
export interface RankKey {
  /** Texts as their places among the texts of the column in the order of code units (`textRanks`), yes as 1, no as 0. */
  readonly values: Float64Array | Int32Array | Uint8Array | Uint16Array;
  /** Rows without one (`可无`): they come last in either direction. */
  readonly absent?: Bits;
  readonly direction: 'ascending' | 'descending';
}

/** A stage of 名额 over a register of which everything that it looks at is known, and which the notice leaves in no doubt. */
export interface StageColumns {
  readonly rows: number;
  /** 1 where the row is in the pool: its source lets it in and it passes the filter. */
  readonly pool: Uint8Array;
  /** 1 where it passes `须`; left out: there is none. */
  readonly must?: Uint8Array;
  /** The group of each row, from 0; left out: all are in one. */
  readonly group?: Int32Array;
  readonly keys: readonly RankKey[];
  /** Places by group. */
  readonly places: readonly number[];
  readonly ties: 'admit' | 'refuse';
  readonly refill: boolean;
}

/** Codes of a stage's verdicts. */
export const STAGE_VERDICTS = ['notInPool', 'out', 'in'] as const;
const [NOT_IN_POOL, OUT, IN] = [0, 1, 2];

/** Rank of each text of a dictionary among them, so that numbers compare as the texts do. */
export function textRanks(dictionary: readonly string[]): Int32Array {
  const ranks = new Int32Array(dictionary.length);
  const inOrder = dictionary
    .map((_, code) => code)
    .sort((a, b) => compareTexts(dictionary[a], dictionary[b]));
  for (const [rank, code] of inOrder.entries()) ranks[code] = rank;
  return ranks;
}

const compareTexts = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0);

/** The rows of each group side by side; `from[g]` to `from[g + 1]` are those of group g. */
interface Grouped {
  readonly rows: Int32Array;
  readonly from: Int32Array;
}

/** Who competes for the places: the pool, or where others move up those of it who pass. */
const competes = ({ pool, must, refill }: StageColumns, row: number): boolean =>
  pool[row] === 1 && !(refill && must?.[row] === 0);

function grouped(stage: StageColumns): Grouped {
  const { group, places } = stage;
  const from = new Int32Array(places.length + 1);
  for (let row = 0; row < stage.rows; row++) {
    if (!competes(stage, row)) continue;
    const after = (group?.[row] ?? 0) + 1;
    from[after] = (from[after] ?? 0) + 1;
  }
  for (let g = 1; g < from.length; g++) from[g] = (from[g] ?? 0) + (from[g - 1] ?? 0);
  const next = from.slice();
  const rows = new Int32Array(from[places.length] ?? 0);
  for (let row = 0; row < stage.rows; row++) {
    if (!competes(stage, row)) continue;
    const g = group?.[row] ?? 0;
    const at = next[g] ?? 0;
    rows[at] = row;
    next[g] = at + 1;
  }
  return { rows, from };
}

/** Keys as numbers of which the least ranks first, for the rows of a range. */
function fillKeys(key: RankKey, rows: Int32Array, from: number, to: number, into: Float64Array): void {
  const sign = key.direction === 'ascending' ? 1 : -1;
  const { values, absent } = key;
  for (let i = from; i < to; i++) into[i] = sign * (values[rows[i] ?? 0] ?? 0);
  if (absent === undefined) return;
  for (let i = from; i < to; i++) if (bitAt(absent, rows[i] ?? 0)) into[i] = Number.POSITIVE_INFINITY;
}

/** Room for the keys of rows: as they stand beside the rows, and to be moved about. */
interface Room {
  readonly beside: Float64Array;
  readonly moved: Float64Array;
}

/**
 * Lets in the rows of one group. The key that stands at the cut settles all but those level with it, whom the next key
 * settles among themselves; those level in all keys come in or stay out together (并列).
 */
function cutGroup(
  { keys, places, ties }: StageColumns,
  { rows, from }: Grouped,
  group: number,
  room: Room,
  letIn: (row: number) => void,
): void {
  const start = from[group] ?? 0;
  let end = from[group + 1] ?? 0;
  let free = places[group] ?? 0;
  const inRange = (): void => {
    for (let i = start; i < end; i++) letIn(rows[i] ?? 0);
  };
  if (free <= 0) return;
  if (end - start <= free) {
    inRange();
    return;
  }
  for (const key of keys) {
    fillKeys(key, rows, start, end, room.beside);
    room.moved.set(room.beside.subarray(start, end), start);
    const cut = nthValue(room.moved, start, end, ties === 'admit' ? free - 1 : free);
    let level = start;
    for (let i = start; i < end; i++) {
      const value = room.beside[i] ?? 0;
      if (value < cut) {
        letIn(rows[i] ?? 0);
        free -= 1;
      } else if (value === cut) rows[level++] = rows[i] ?? 0;
    }
    end = level;
  }
  if (ties === 'admit') inRange();
}

/**
 * The verdict of each row, as its place in `STAGE_VERDICTS`. Finds whoever stands at the cut without sorting: time linear
 * in the rows. The same as ranking them all, whatever their order.
 */
export function cutStage(stage: StageColumns): Uint8Array {
  const { pool, must, rows } = stage;
  const verdicts = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) verdicts[row] = pool[row] === 1 ? OUT : NOT_IN_POOL;
  const groups = grouped(stage);
  const size = groups.rows.length;
  const room = { beside: new Float64Array(size), moved: new Float64Array(size) };
  const letIn = (row: number): void => {
    if (must?.[row] !== 0) verdicts[row] = IN;
  };
  for (let g = 0; g < stage.places.length; g++) cutGroup(stage, groups, g, room, letIn);
  return verdicts;
}
