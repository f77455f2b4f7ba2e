import type { DataWarning, Decision, ProcedureState, Selection } from '../decision.ts';
import { printDate } from '../dates.ts';
import { within } from '../compare.ts';
import type { EventLog } from '../rules.ts';
import { truthName } from '../truth.ts';
import type { Id } from '../types.ts';
import type { Row } from '../value.ts';
import { lateEvents } from './events-input.ts';
import { afterDecision, differing, fillFallbacks, givenOverFallbacks } from './facts.ts';
import { runProcedure } from './procedure.ts';
import { decideProgramme, validityWarnings } from './programme.ts';
import { type KnownSelections, OpenRecord } from './record.ts';
import { proceduresOf, programmesOf, type Run } from './run.ts';
import { type PlacesCache, type RankingRecord, rankingRecord } from './selection/record.ts';
import { openSelection } from './selection/select.ts';

/** A record ready to be decided: facts filled in, oddities of its data noted. */
export interface Prepared {
  readonly record: OpenRecord;
  readonly warnings: readonly DataWarning[];
}

/** Makes `facts` its own: facts that were not given are filled in. */
export function prepare(
  run: Run,
  facts: Row,
  events: EventLog | null,
  selections: KnownSelections = new Map(),
): Prepared {
  const { fallbacks } = run.index.implementation;
  const given = givenOverFallbacks(facts, run.computed);
  const record = new OpenRecord(run, facts, events, selections);
  fillFallbacks(facts, fallbacks, record.case);
  const warnings = [
    ...run.warnings,
    ...afterDecision(facts, run.datedLists, run.asOf),
    ...differing(given, fallbacks, record.case),
    ...lateEvents(events ?? {}, run.asOf),
  ];
  return { record, warnings };
}

/** What selection needs of the record, by programme; programmes without 名额 are left out. */
export function rankingsOf(record: OpenRecord, cache: PlacesCache): ReadonlyMap<Id, RankingRecord> {
  const selecting = programmesOf(record.run).filter((programme) => (programme.stages ?? []).length > 0);
  return new Map(
    selecting.map(({ id, stages = [] }) => [
      id,
      rankingRecord(stages, record.case, record.programme(id).outcome, cache),
    ]),
  );
}

/** Selection as far as one record can tell. */
export function openSelections(
  record: OpenRecord,
  rankings: ReadonlyMap<Id, RankingRecord>,
): KnownSelections {
  const stagesOf = (id: Id) => record.run.index.programmes.get(id)?.stages ?? [];
  return new Map([...rankings].map(([id, ranking]) => [id, openSelection(stagesOf(id), ranking)]));
}

export function timelineOf(record: OpenRecord): {
  readonly procedures: { readonly [id: Id]: ProcedureState };
  readonly warnings: readonly DataWarning[];
} {
  const runs = proceduresOf(record.run).map((procedure) => runProcedure(procedure, record));
  return {
    procedures: Object.fromEntries(runs.map(({ state }) => [state.id, state])),
    warnings: runs.flatMap((one) => one.warnings),
  };
}

/** The whole decision about one record. `selections`: of its programmes, by the register or by itself alone. */
export function decisionOf({ record, warnings }: Prepared, selections: KnownSelections): Decision {
  const { run, validity } = record;
  const { meta } = run.index.implementation;
  const states = programmesOf(run).map((programme) => record.programme(programme.id));
  // Without a log of events there is nothing to say of procedures.
  const timeline = record.events === null ? { procedures: {}, warnings: [] } : timelineOf(record);
  const selectionOf = (id: Id): Selection | undefined => selections.get(id);
  return {
    schema: 'bangfu.decision/1',
    policy: meta.id,
    version: meta.version,
    calendar: {
      name: run.calendar.name,
      version: run.calendar.version,
      through: run.calendar.through,
    },
    asOf: printDate(run.asOf),
    parameters: run.given.parameters,
    circumstances: run.given.circumstances,
    subject: run.subject.id,
    inForce: truthName(within(run.asOf, validity, 'inForce')),
    programmes: Object.fromEntries(
      states.map((state) => [state.rules.id, decideProgramme(state, record, selectionOf(state.rules.id))]),
    ),
    procedures: timeline.procedures,
    warnings: [
      ...warnings,
      ...states.flatMap((state) => validityWarnings(state, record)),
      ...timeline.warnings,
    ],
  };
}
