import type { DataWarning, Decision, Payment, ProcedureState, Selection } from './decision.ts';
import type { Description } from './describe/describe.ts';
import type { RegisterSummary } from './register-summary.ts';
import type { Implementation } from './rules.ts';
import type { PolicyMeta } from './types.ts';
import type { ReadRecord } from './value.ts';

export type { RegisterSummary } from './register-summary.ts';

/** What is the same for all records of a run. Dates are `YYYY-MM-DD`. */
export interface Binding {
  readonly asOf: string;
  /** By English or Chinese name. Keyed ones: an object from key to value. Effective-dated: a list of `{ from, value }`. */
  readonly parameters?: { readonly [name: string]: unknown };
  readonly circumstances?: { readonly [name: string]: unknown };
  /**
   * Records of other kinds by kind (English or Chinese name): `[{ id, … }, …]`, or `{ items, complete: false }` where there
   * may be more. A kind left out is unknown, never empty. In a register (`decideAll`, `selector`) its own rows are the
   * population of their kind, unless one is given here. `id` (编号) is what other records call a record.
   */
  readonly populations?: { readonly [kind: string]: unknown };
  /** Kind of record decided; needed where the policy has several. */
  readonly subject?: string;
}

/** Dates of what has happened so far, by step: a date, or `{ start, end }`. */
export interface Events {
  readonly [step: string]: string | { readonly start?: string | null; readonly end?: string | null } | null;
}

/** Reads a register row by row for its selections: first every row is observed, then any can be decided, by its place. */
export interface Selector<Facts = { readonly [fact: string]: unknown }> {
  /**
   * Keeps of a row only what selection needs, so that a register of a million rows fits in memory; all of it where rules
   * look at the other records of its kind. Throws `InputErrors`.
   */
  observe(facts: Facts): void;
  /** A row that cannot be read: there is a record of which nothing is known, so the population is not complete. */
  pass(): void;
  /** After the last row. Time n log n. */
  finish(): SelectedRegister<Facts>;
}

/** A register whose selections are made. Rows are counted from 0, in the order in which they were observed. */
export interface SelectedRegister<Facts = { readonly [fact: string]: unknown }> {
  readonly rows: number;
  /** By programme; programmes without 名额 are not in it. */
  selections(row: number): { readonly [programme: string]: Selection };
  /** Decides a row, given again, with its selections. `events` are what has happened to it. */
  decide(row: number, facts: Facts, events?: Events): Decision;
}

/** A decision and what it says, section by section. */
export interface Explanation {
  readonly decision: Decision;
  readonly zh: Description;
  readonly en: Description;
}

/** A policy with date, parameters and circumstances fixed. */
export interface BoundPolicy<Facts = { readonly [fact: string]: unknown }> {
  readonly meta: PolicyMeta;
  /** Whether a programme selects (名额), or rules look at the other records of the register: it must then be read twice, see `selector`. */
  readonly selects: boolean;
  /** Throws `InputErrors` naming each place in the data that is wrong. Selection is left open: it needs the register. */
  decide(facts: Facts, events?: Events): Decision;
  /** Reads a record once, for `decideRead` and for deciders. Throws `InputErrors` as `decide` does. */
  read(facts: Facts): ReadRecord;
  /** As `decide`, of a record that was read already. */
  decideRead(record: ReadRecord): Decision;
  /** The decision with its reasons in words, in both languages, as a clerk hands it to the applicant. Throws as `decide` does. */
  explain(facts: Facts, events?: Events): Explanation;
  /** Decides a register, selection included, the same whatever the order of the rows. */
  decideAll(rows: readonly Facts[]): {
    readonly decisions: readonly Decision[];
    readonly summary: RegisterSummary;
  };
  /** For registers too large to keep: `decideAll` in two passes over the rows. */
  selector(): Selector<Facts>;
  /** Payments between two days (`2019-01-31`) or months (`2019-01`), both included, earliest first. */
  payments(facts: Facts, period: { readonly from: string; readonly to: string }): readonly Payment[];
  timeline(
    events: Events,
    facts?: Facts,
  ): {
    readonly procedures: { readonly [id: string]: ProcedureState };
    readonly warnings: readonly DataWarning[];
  };
  /** Truth of each assertion for one record. */
  check(facts: Facts): readonly { readonly id: string; readonly truth: 'yes' | 'no' | 'unknown' }[];
}

/** A policy ready to run: compiled or interpreted, the same interface. */
export interface Evaluator<Facts = { readonly [fact: string]: unknown }> {
  readonly meta: PolicyMeta;
  /** The rules that it was made of: other ways of deciding are made of the same. */
  readonly implementation: Implementation;
  /** Throws `InputErrors` for parameters or circumstances that do not fit. */
  bind(binding: Binding): BoundPolicy<Facts>;
}
