import { civilDate } from '../dates.ts';
import type { DutyDecision, Selection } from '../decision.ts';
import type { AmountRules, Case, EventLog, SpanValue } from '../rules.ts';
import { doubt } from '../truth.ts';
import type { Id } from '../types.ts';
import type { Handle, Maybe, Row, Truth } from '../value.ts';
import { RecordChoice, unless } from './choice.ts';
import { decideDuty, dutyTruth } from './duties/duty.ts';
import { type ProgrammeState, readProgramme } from './programme-state.ts';
import type { Run } from './run.ts';
import { doneTruth, lateness, stepDue, stepTimes } from './step-times.ts';

/** Selections known so far, by programme: none while the register is still being read. */
export type KnownSelections = ReadonlyMap<Id, Selection>;

const ALWAYS: SpanValue = { lo: null, loIn: true, hi: null, hiIn: true };

/** One record being decided. Programmes and steps that rules refer to are worked out when first asked for, once. */
export class OpenRecord {
  readonly run: Run;
  readonly case: Case;
  /** `null`: no log of events was given. */
  readonly events: EventLog | null;
  readonly validity: SpanValue;
  readonly #states = new Map<Id, ProgrammeState>();
  readonly #choices = new Map<Id, RecordChoice>();
  readonly #duties = new Map<Id, DutyDecision>();
  readonly #selections: KnownSelections;
  #askedSelection = false;

  constructor(run: Run, facts: Row, events: EventLog | null, selections: KnownSelections, self: Handle) {
    this.run = run;
    this.events = events;
    this.#selections = selections;
    this.case = {
      asOf: run.asOf,
      parameters: this.#parameters(),
      circumstances: run.circumstances,
      facts,
      calendar: run.calendar,
      roundYear: civilDate(run.asOf).year,
      memo: new Map(),
      outcome: (of, state) => this.#outcome(of, state),
      stepTime: (step, part) => this.#stepTime(step, part),
      relations: run.populations.relations(self),
    };
    this.validity = run.index.implementation.inForce?.(this.case) ?? ALWAYS;
  }

  /** With 过渡 the record keeps the parameters of its own day, else they are those of the run. */
  #parameters(): Row {
    const { versionDays = [] } = this.run.index.implementation;
    const own =
      versionDays.find(({ subject }) => subject === this.run.subject.id) ??
      versionDays.find(({ subject }) => subject === undefined);
    return own === undefined ? this.run.parameters : this.run.parametersOn(() => own.day(this.case));
  }

  /** The record with the parameters of the decision date: what all records of a register share. */
  get shared(): Case {
    const { parameters } = this.run;
    return this.case.parameters === parameters ? this.case : { ...this.case, parameters, memo: new Map() };
  }

  programme(id: Id): ProgrammeState {
    const known = this.#states.get(id);
    if (known !== undefined) return known;
    const rules = this.run.index.programmes.get(id);
    if (rules === undefined) throw new RangeError(`no programme ${id}`);
    const state = readProgramme(rules, this.case);
    this.#states.set(id, state);
    return state;
  }

  /** The choice that a programme stands in. */
  choice(programme: Id): RecordChoice | undefined {
    const rules = this.run.index.choices.get(programme);
    if (rules === undefined) return undefined;
    const known = this.#choices.get(rules.id) ?? new RecordChoice(rules, this);
    this.#choices.set(rules.id, known);
    return known;
  }

  /** A programme's amounts, out of play where another programme is paid instead. */
  amounts({ rules }: ProgrammeState): readonly AmountRules[] {
    const unbeaten = this.choice(rules.id)?.unbeaten(rules.id) ?? true;
    return rules.amounts.map((amount) => unless(amount, unbeaten));
  }

  duty(id: Id): DutyDecision {
    const known = this.#duties.get(id);
    if (known !== undefined) return known;
    const rules = this.run.index.duties.get(id);
    if (rules === undefined) throw new RangeError(`no duty ${id}`);
    const decision = decideDuty(rules, this.case, this.run);
    this.#duties.set(id, decision);
    return decision;
  }

  /** Whether a rule asked who was selected. */
  get askedSelection(): boolean {
    return this.#askedSelection;
  }

  #outcome(of: Id, state: string): Truth {
    if (state === 'eligible') return this.programme(of).outcome;
    if (state === 'selected') return this.#selected(of);
    if (state === 'done') return doneTruth(this.run, this.case, this.events, of);
    if (state === 'late') return lateness(this.run, this.case, this.events, of);
    if (state === 'met' || state === 'breached') return dutyTruth(of, this.duty(of), state);
    throw new RangeError(`no state ${state} of ${of}`);
  }

  #selected(of: Id): Truth {
    const owner = this.run.index.stages.get(of)?.id;
    const state = this.programme(owner ?? of);
    if (owner === undefined && (state.rules.stages ?? []).length === 0) return state.outcome;
    this.#askedSelection = true;
    const stage = owner === undefined ? null : of;
    return selectedTruth(this.#selections.get(owner ?? of), stage, state);
  }

  #stepTime(step: Id, part: 'start' | 'end' | 'due'): Maybe<number> {
    if (part === 'due') return stepDue(this.run, this.case, this.events, step);
    return stepTimes(this.run, this.case, this.events, step)[part];
  }
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
