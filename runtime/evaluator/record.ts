import { civilDate } from '../dates.ts';
import type { Selection } from '../decision.ts';
import type { Case, EventLog, SpanValue } from '../rules.ts';
import { doubt } from '../truth.ts';
import type { Id } from '../types.ts';
import type { Maybe, Row, Truth } from '../value.ts';
import { type ProgrammeState, readProgramme } from './programme-state.ts';
import type { Run } from './run.ts';
import { doneTruth, lateness, stepDue, stepTimes } from './step-times.ts';

/** Selections known so far, by programme: none while the register is still being read. */
export type KnownSelections = ReadonlyMap<Id, Selection>;

/** One record being decided. Programmes and steps that rules refer to are worked out when first asked for, once. */
export interface OpenRecord {
  readonly run: Run;
  readonly case: Case;
  /** `null`: no log of events was given. */
  readonly events: EventLog | null;
  readonly validity: SpanValue;
  readonly programme: (id: Id) => ProgrammeState;
  /** Whether a rule asked who was selected. */
  readonly askedSelection: () => boolean;
}

const ALWAYS: SpanValue = { lo: null, loIn: true, hi: null, hiIn: true };

/** Opens a record: facts read, fallbacks not yet filled in. */
export function openRecord(
  run: Run,
  facts: Row,
  events: EventLog | null,
  selections: KnownSelections = new Map(),
): OpenRecord {
  const states = new Map<Id, ProgrammeState>();
  let asked = false;
  const programme = (id: Id): ProgrammeState => {
    const known = states.get(id);
    if (known !== undefined) return known;
    const rules = run.index.programmes.get(id);
    if (rules === undefined) throw new RangeError(`no programme ${id}`);
    const state = readProgramme(rules, c);
    states.set(id, state);
    return state;
  };
  const selected = (of: Id): Truth => {
    const stage = run.index.stages.get(of);
    const owner = stage?.id ?? of;
    const state = programme(owner);
    if (stage === undefined && (state.rules.stages ?? []).length === 0) return state.outcome;
    asked = true;
    return selectedTruth(selections.get(owner), stage === undefined ? null : of, state);
  };
  const outcome = (of: Id, state: string): Truth => {
    if (state === 'eligible') return programme(of).outcome;
    if (state === 'selected') return selected(of);
    if (state === 'done') return doneTruth(run, c, events, of);
    if (state === 'late') return lateness(run, c, events, of);
    throw new RangeError(`no state ${state} of ${of}`);
  };
  const stepTime = (step: Id, part: 'start' | 'end' | 'due'): Maybe<number> =>
    part === 'due' ? stepDue(run, c, events, step) : stepTimes(run, c, events, step)[part];
  const c: Case = {
    asOf: run.asOf,
    parameters: run.parameters,
    circumstances: run.circumstances,
    facts,
    calendar: run.calendar,
    roundYear: civilDate(run.asOf).year,
    memo: new Map(),
    outcome,
    stepTime,
  };
  const validity = run.index.implementation.inForce?.(c) ?? ALWAYS;
  return { run, case: c, events, validity, programme, askedSelection: () => asked };
}

/** Past the quota, or past one stage of it. */
function selectedTruth(selection: Selection | undefined, stage: Id | null, state: ProgrammeState): Truth {
  if (state.outcome === false) return false;
  const results = selection?.stages.filter((one) => stage === null || one.id === stage) ?? [];
  const result = stage === null ? selection?.result : results[0]?.result;
  if (result === 'selected' || result === 'in') return true;
  if (result === 'notSelected' || result === 'out' || result === 'notInPool') return false;
  const stages = (state.rules.stages ?? []).filter((one) => stage === null || one.id === stage);
  const reasons =
    selection === undefined
      ? stages.map((one) => ({ kind: 'population', stage: one.id }) as const)
      : results.flatMap((one) => one.reasons);
  return doubt(`selected ${stage ?? state.rules.id}`, reasons);
}
