import {
  type Batch,
  cutStage,
  type PlacesGiven,
  type RankKey,
  type ResultColumns,
  recordAt,
  type StageColumns,
  textRanks,
} from '../../../runtime/columns/index.ts';
import { prepare } from '../../../runtime/evaluator/decide.ts';
import { isHole } from '../../../runtime/evaluator/holes.ts';
import { looksAtRegister, type Run } from '../../../runtime/evaluator/run.ts';
import type { Entry } from '../../../runtime/evaluator/selection/entry.ts';
import { ABSENT, type Place } from '../../../runtime/evaluator/selection/places.ts';
import { type GroupCache, rankingRecord } from '../../../runtime/evaluator/selection/record.ts';
import { inOrder } from '../../../runtime/evaluator/selection/select.ts';
import { rowOf } from '../../../runtime/input/known.ts';
import type { ProgrammeRules, StageRules } from '../../../runtime/rules.ts';
import type { Id } from '../../../runtime/types.ts';
import { recordId } from '../../../runtime/value.ts';
import { bytesFor, setBit } from '../../../runtime/columns/bits.ts';

const ELIGIBLE = 1;
const UNDETERMINED = 2;
const IN = 2;

/**
 * Gives the places of a programme. `null` where anything that ranks, groups or limits is open, where what the notice leaves
 * open makes a difference, or where rules look at other records: then only `decideAll` can say what is sure.
 */
export function selectOver(
  run: Run,
  rules: ProgrammeRules,
  batches: readonly Batch[],
  results: readonly ResultColumns[],
): PlacesGiven | null {
  const { stages = [] } = rules;
  if (looksAtRegister(run)) return null;
  const outcomes = results.map(({ programmes }) => programmes[rules.id]?.outcome ?? new Uint8Array(0));
  if (outcomes.some((outcome) => outcome.includes(UNDETERMINED))) return null;
  const entries = entriesOf(run, rules, batches, outcomes);
  if (entries === null) return null;
  const verdicts = new Map<Id, Uint8Array>();
  for (const stage of inOrder(stages)) {
    const earlier = stage.source === null ? undefined : verdicts.get(stage.source);
    const own = entries.map((all) => all?.[stages.indexOf(stage)]);
    const found = verdictsOf(stage, columnsOf(stage, own, earlier));
    if (found === null) return null;
    verdicts.set(stage.id, found);
  }
  const drawnFrom = new Set(stages.map((stage) => stage.source));
  const last = stages.flatMap(({ id }) => (drawnFrom.has(id) ? [] : [verdicts.get(id)]));
  const selected = Uint8Array.from(entries, (_, row) => (last.some((all) => all?.[row] === IN) ? 1 : 0));
  return { selected, stages: Object.fromEntries(verdicts) };
}

type Entries = readonly Entry[] | undefined;

/** What each eligible row brings to each stage; `null` where a rule asks who was selected. */
function entriesOf(
  run: Run,
  { stages = [] }: ProgrammeRules,
  batches: readonly Batch[],
  outcomes: readonly Uint8Array[],
): readonly Entries[] | null {
  const { meta } = run.index.implementation;
  const { facts } = run.subject;
  const groups: GroupCache = new Map();
  const found: Entries[] = [];
  for (const [at, batch] of batches.entries())
    for (let row = 0; row < batch.rows; row++) {
      if (outcomes[at]?.[row] !== ELIGIBLE) {
        found.push(undefined);
        continue;
      }
      const given = recordAt(meta, facts, batch, row);
      const own = { id: given[recordId] ?? null, row: rowOf(meta, facts, given) };
      const { record } = prepare(run, own, null);
      found.push(rankingRecord(stages, record, true, groups).stages);
      if (record.askedSelection) return null;
    }
  return found;
}

/** The verdicts that hold however what the notice leaves open is read; `null` where that makes a difference. */
function verdictsOf(
  { ties, refill, order }: StageRules,
  columns: Omit<StageColumns, 'ties' | 'refill'> | null,
): Uint8Array | null {
  if (columns === null) return null;
  const isTied = isHole(ties) || isHole(order);
  const readings = (isTied ? (['admit', 'refuse'] as const) : [ties]).flatMap((level) =>
    (isHole(refill) ? [false, true] : [refill]).map((moved) =>
      cutStage({ ...columns, ties: level, refill: moved }),
    ),
  );
  const [first, ...others] = readings;
  if (first === undefined) return null;
  return others.every((other) => first.every((verdict, row) => verdict === other[row])) ? first : null;
}

/** The stage over the whole register; `null` where something of a row in the pool is open. */
function columnsOf(
  stage: StageRules,
  entries: readonly (Entry | undefined)[],
  earlier: Uint8Array | undefined,
): Omit<StageColumns, 'ties' | 'refill'> | null {
  const order = isHole(stage.order) ? [] : stage.order;
  const isRanked = !isHole(stage.order);
  const rows = entries.length;
  const pool = new Uint8Array(rows);
  const must = new Uint8Array(rows);
  const group = new Int32Array(rows);
  const groups = new Map<string, number>();
  const places: number[] = [];
  for (const [row, entry] of entries.entries()) {
    if (entry === undefined || entry.only === 'no' || (earlier && earlier[row] !== IN)) continue;
    const known = entry.group.known;
    if (known === null || !isSettled(entry, isRanked)) return null;
    pool[row] = 1;
    must[row] = entry.must === 'yes' ? 1 : 0;
    const at = groups.get(known) ?? places.push(entry.places.min) - 1;
    groups.set(known, at);
    group[row] = at;
  }
  const standings = entries.map((entry, row) => (pool[row] === 1 ? entry?.standing.best : undefined));
  const keys = order.map(({ direction }, k) =>
    keyOf(
      standings.map((best) => best?.[k]),
      direction,
    ),
  );
  if (keys.some((key) => key === null)) return null;
  return { rows, pool, must, group, keys: keys.filter((key) => key !== null), places };
}

const isSettled = ({ only, must, standing, places }: Entry, isRanked: boolean): boolean =>
  only === 'yes' &&
  must !== 'unknown' &&
  places.min === places.max &&
  (!isRanked || standing.best === standing.worst);

/** One key of all rows as numbers; `null` for fractions. Rows that are not in the pool have none. */
function keyOf(of: readonly (Place | undefined)[], direction: RankKey['direction']): RankKey | null {
  const texts = [...new Set(of.filter((place) => typeof place === 'string'))];
  const ranks = textRanks(texts);
  const rankOf = new Map(texts.map((text, code) => [text, ranks[code] ?? 0]));
  const values = new Float64Array(of.length);
  const absent = new Uint8Array(bytesFor(of.length));
  for (const [row, place] of of.entries()) {
    if (place === undefined) continue;
    if (place === ABSENT) setBit(absent, row);
    else if (typeof place === 'number') values[row] = place;
    else if (typeof place === 'string') values[row] = rankOf.get(place) ?? 0;
    else return null;
  }
  return { values, absent, direction };
}
