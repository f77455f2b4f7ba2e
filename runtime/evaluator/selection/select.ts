import type { Reason, Selection, TruthName } from '../../decision.ts';
import type { StageRules } from '../../rules.ts';
import type { Type } from '../../types.ts';
import { isHole } from '../holes.ts';
import { printValue } from '../print.ts';
import type { Candidate } from './entry.ts';
import { ABSENT, type Place } from './places.ts';
import type { RankingRecord } from './record.ts';
import { type RankedStage, runStage, type StageRun, type StageVerdict } from './stage.ts';

const FROM_VERDICT: { readonly [verdict in StageVerdict]: TruthName } = {
  in: 'yes',
  out: 'no',
  notInPool: 'no',
  undetermined: 'unknown',
};

const both = (a: TruthName, b: TruthName): TruthName =>
  a === 'no' || b === 'no' ? 'no' : a === 'yes' && b === 'yes' ? 'yes' : 'unknown';

const printPlace = (place: Place, type: Type | undefined): string =>
  typeof place === 'symbol' ? (place === ABSENT ? '' : '?') : printValue(place, type);

function shapeOf(stage: StageRules): RankedStage {
  const order = isHole(stage.order) ? [] : stage.order;
  return {
    id: stage.id,
    cites: stage.cites,
    unordered: isHole(stage.order),
    directions: order.map((key) => key.direction),
    ties: stage.ties,
    ...(stage.must === undefined ? {} : { refill: stage.refill }),
    ...(stage.watch === undefined ? {} : { watch: stage.watch }),
    printKeys: (keys) => keys.map((key, k) => printPlace(key, order[k]?.type)),
  };
}

/** Each stage after the one it draws from. */
export function inOrder(stages: readonly StageRules[]): readonly StageRules[] {
  const done: StageRules[] = [];
  const visit = (stage: StageRules): void => {
    if (done.includes(stage)) return;
    const source = stages.find((other) => other.id === stage.source);
    if (source !== undefined) visit(source);
    done.push(stage);
  };
  stages.forEach(visit);
  return done;
}

interface Source {
  readonly member: (index: number) => TruthName;
  readonly reasons: (index: number) => readonly Reason[];
}

function candidate(record: RankingRecord, at: number, index: number, source: Source): Candidate {
  const entry = record.stages[at];
  if (entry === undefined) throw new RangeError(`no stage ${at}`);
  const member = both(source.member(index), entry.only);
  const reasons =
    source.member(index) === 'unknown' ? [...source.reasons(index), ...entry.reasons] : entry.reasons;
  return { ...entry, member, reasons };
}

/** Runs all stages of a programme over a register. The answer gives the selection of one row when asked. */
export function selectProgramme(
  stages: readonly StageRules[],
  records: readonly RankingRecord[],
): (index: number) => Selection {
  const runs = new Map<string, StageRun>();
  const eligible: Source = {
    member: (index) => records[index]?.eligible ?? 'no',
    reasons: (index) => records[index]?.reasons ?? [],
  };
  for (const stage of inOrder(stages)) {
    const earlier = stage.source === null ? undefined : runs.get(stage.source);
    const source: Source =
      earlier === undefined
        ? eligible
        : {
            member: (index) => FROM_VERDICT[earlier.verdict(index)],
            reasons: (index) => earlier.result(index).reasons,
          };
    const at = stages.indexOf(stage);
    const rows = records.map((record, index) => candidate(record, at, index, source));
    runs.set(stage.id, runStage(rows, shapeOf(stage)));
  }
  const drawnFrom = new Set(stages.map((stage) => stage.source));
  const last = stages.filter((stage) => !drawnFrom.has(stage.id));
  return (index) => ({
    result: outcomeOf(last.map((stage) => runs.get(stage.id)?.verdict(index) ?? 'undetermined')),
    stages: stages.flatMap((stage) => runs.get(stage.id)?.result(index) ?? []),
  });
}

/** Selected by any of the stages that no other stage draws from. */
function outcomeOf(verdicts: readonly StageVerdict[]): Selection['result'] {
  if (verdicts.includes('in')) return 'selected';
  return verdicts.includes('undetermined') ? 'undetermined' : 'notSelected';
}

/** Selection while the register is not known: settled only for who is surely not in the pool. */
export function openSelection(stages: readonly StageRules[], record: RankingRecord): Selection {
  const results = stages.map((stage, at) => openStage(stage, record, at));
  const verdicts = results.map((stage) => stage.result);
  return { result: outcomeOf(verdicts), stages: results };
}

function openStage(stage: StageRules, record: RankingRecord, at: number): Selection['stages'][number] {
  const entry = record.stages[at];
  const out = record.eligible === 'no' || entry?.only === 'no';
  return {
    id: stage.id,
    result: out ? 'notInPool' : 'undetermined',
    cites: stage.cites,
    group: entry?.group.known == null ? [] : entry.group.printed,
    places: { min: entry?.places.min ?? null, max: entry?.places.max ?? null },
    rank: null,
    cutOff: null,
    reasons: out ? [] : [{ kind: 'population', stage: stage.id }],
  };
}
