import type { DataWarning, Decision, ProcedureState, Selection } from '../decision.ts';
import { printDate } from '../dates.ts';
import { within } from '../compare.ts';
import type { EventLog, ProgrammeRules } from '../rules.ts';
import { truthName } from '../truth.ts';
import type { Id } from '../types.ts';
import type { Handle } from '../value.ts';
import { lateEvents, overruledEvents } from './events-input.ts';
import { afterDecision, differing, fillFallbacks, givenOverFallbacks } from './facts.ts';
import { runProcedure } from './procedure.ts';
import { decideProgramme, validityWarnings } from './programme.ts';
import { type KnownSelections, OpenRecord } from './record.ts';
import type { GivenRow } from './relations/given.ts';
import { dutiesOf, proceduresOf, programmesOf, type Run } from './run.ts';
import { type GroupCache, type RankingRecord, rankingRecord } from './selection/record.ts';
import { openSelection } from './selection/select.ts';

/** A record ready to be decided: facts filled in, oddities of its data noted. */
export interface Prepared {
  readonly record: OpenRecord;
  readonly warnings: readonly DataWarning[];
}

/** Makes the row its own: facts that were not given are filled in. `self`: the record among those of the register. */
export function prepare(
  run: Run,
  { id, row: facts }: GivenRow,
  events: EventLog | null,
  selections: KnownSelections = new Map(),
  self: Handle = { record: run.subject.id, id },
): Prepared {
  const { fallbacks } = run.index.implementation;
  const given = givenOverFallbacks(facts, run.computed);
  const record = new OpenRecord(run, facts, events, selections, self);
  fillFallbacks(facts, fallbacks, record.case);
  const warnings = [
    ...run.warnings,
    ...afterDecision(facts, run.datedLists, run.asOf),
    ...differing(given, fallbacks, record.case),
    ...lateEvents(events ?? {}, run.asOf),
    ...overruledEvents(run, events ?? {}, facts),
  ];
  return { record, warnings };
}

/** Programmes that select, in the order of the file. */
export const selectingProgrammes = (run: Run): readonly ProgrammeRules[] =>
  programmesOf(run).filter((programme) => (programme.stages ?? []).length > 0);

/** What selection needs of the record, for each programme of `selecting`. */
export const rankingsOf = (
  record: OpenRecord,
  selecting: readonly ProgrammeRules[],
  cache: GroupCache,
): readonly RankingRecord[] =>
  selecting.map(({ id, stages = [] }) => rankingRecord(stages, record, record.programme(id).outcome, cache));

/** Selection as far as one record can tell. */
export function openSelections(record: OpenRecord): KnownSelections {
  const selecting = selectingProgrammes(record.run);
  const rankings = rankingsOf(record, selecting, new Map());
  return new Map(
    selecting.flatMap(({ id, stages = [] }, at) => {
      const ranking = rankings[at];
      return ranking === undefined ? [] : [[id, openSelection(stages, ranking)] as const];
    }),
  );
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
  const duties = dutiesOf(run);
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
    ...(duties.length > 0 && { duties: Object.fromEntries(duties.map(({ id }) => [id, record.duty(id)])) }),
    warnings: [
      ...warnings,
      ...states.flatMap((state) => validityWarnings(state, record)),
      ...timeline.warnings,
    ],
  };
}
