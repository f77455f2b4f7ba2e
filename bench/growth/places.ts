import { cutStage, type StageColumns, STAGE_VERDICTS } from '../../runtime/columns/index.ts';
import { milliseconds, shown, type Table } from './measuring.ts';

const GROUPS = 50;
/** One in so many of each group has a place. */
const PLACES = 10;
const IN = STAGE_VERDICTS.indexOf('in');

/** A stage in 50 groups, ranked by two keys, of which the first has few values; four in five are in the pool. */
function stageOf(rows: number): StageColumns {
  let state = 20_250_601;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const filled = <T extends Int32Array | Uint8Array>(array: T, value: () => number): T => {
    for (let row = 0; row < rows; row++) array[row] = value();
    return array;
  };
  return {
    rows,
    pool: filled(new Uint8Array(rows), () => (random(5) > 0 ? 1 : 0)),
    group: filled(new Int32Array(rows), () => random(GROUPS)),
    keys: [
      { values: filled(new Int32Array(rows), () => random(40)), direction: 'descending' },
      { values: filled(new Int32Array(rows), () => random(1_000_000)), direction: 'ascending' },
    ],
    places: Array.from({ length: GROUPS }, () => Math.ceil(rows / GROUPS / PLACES)),
    ties: 'admit',
    refill: false,
  };
}

/** By hand: each group's rows in order, as many as there are places, and those level with the last. */
function sorted({ rows, pool, group, keys, places }: StageColumns): Uint8Array {
  const members: number[][] = places.map(() => []);
  for (let row = 0; row < rows; row++) if (pool[row] === 1) members[group?.[row] ?? 0]?.push(row);
  const [first, second] = keys.map(({ values }) => values);
  if (first === undefined || second === undefined) throw new Error('two keys');
  const before = (a: number, b: number): number =>
    (first[b] as number) - (first[a] as number) || (second[a] as number) - (second[b] as number);
  const isIn = new Uint8Array(rows);
  for (const [at, own] of members.entries()) {
    own.sort(before);
    const last = own[(places[at] ?? 0) - 1];
    for (const row of own) if (last === undefined || before(row, last) <= 0) isIn[row] = 1;
  }
  return isIn;
}

/** How the cost of places (名额) grows with the register. */
export function byPlaces(): Table {
  const rows = [10_000, 100_000, 1_000_000].map((size) => {
    const stage = stageOf(size);
    const cut = cutStage(stage);
    const all = sorted(stage);
    if (cut.some((verdict, row) => (verdict === IN) !== (all[row] === 1)))
      throw new Error(`${size} rows: selecting and sorting differ`);
    const each = [() => cutStage(stage), () => sorted(stage)].map(
      (work) => (milliseconds(work, 1_000) * 1e6) / size,
    );
    const [own = Number.NaN, full = Number.NaN] = each;
    return [String(size), shown(own), shown(full), shown(full / own)];
  });
  const note = `Nanoseconds a row of a stage of 名额 in ${GROUPS} groups with a place for one in ${PLACES}, ranked by two keys: whoever stands at the cut is found without sorting, beside sorting every group. Both let in the same rows.`;
  const head = ['rows', 'selecting', 'sorting, by hand', 'sorting to selecting'];
  return { title: 'Places', note, head, rows };
}
