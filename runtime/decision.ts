import type { Id, Per } from './types.ts';

/** Why something is not settled. Only `missing` asks the applicant anything. */
export type Reason =
  | { readonly kind: 'missing'; readonly fact: Id }
  /** A finding or a choice that a named body has still to make. */
  | {
      readonly kind: 'determination';
      readonly by: string;
      readonly fact?: Id;
      readonly parameter?: Id;
      readonly key?: string;
      readonly what?: Id;
    }
  /** A parameter, or one key of it, was not bound and nobody is named to set it. */
  | { readonly kind: 'parameter'; readonly parameter: Id; readonly key?: string }
  | { readonly kind: 'waiting'; readonly step: Id; readonly until: string | null }
  /** The notice does not say (`未规定`). */
  | { readonly kind: 'unspecified'; readonly at: Id; readonly text: string }
  | { readonly kind: 'contradiction'; readonly at: Id; readonly text: string }
  /** Holidays are published for the days up to `through` only (and, with `from`, not for the days before it). */
  | { readonly kind: 'calendar'; readonly through: string; readonly from?: string }
  /** Ranks are known only over the whole register; counts over records of a kind only when all of them were given. */
  | { readonly kind: 'population'; readonly stage: Id }
  | { readonly kind: 'population'; readonly subject: Id }
  | { readonly kind: 'data'; readonly problem: DataProblem; readonly at: Id };

/**
 * `noSuchDay`: the calendar has no such day (or it lies outside the years 1 to 9999). `notWhole`: a count of days or months is no whole number.
 * `noSuchRecord`: a reference names no record that was given; `at` is `kind[id]`.
 */
export type DataProblem = 'divisionByZero' | 'notUnique' | 'noSuchDay' | 'notWhole' | 'noSuchRecord';

export type TruthName = 'yes' | 'no' | 'unknown';
export type Outcome = 'eligible' | 'ineligible' | 'undetermined';

/** Exact range; equal bounds are an exact value; `null` is open. Money is in fen. Fractions (ratios) are written `a/b`. */
export interface Range {
  readonly min: number | string | null;
  readonly max: number | string | null;
}

/** What a rule came to and what it rests on. */
export interface RuleTrace {
  readonly id: Id;
  readonly op: 'all' | 'any' | 'none' | 'atLeast' | 'condition';
  readonly n?: number;
  readonly truth: TruthName;
  readonly cites: readonly string[];
  /** Facts, circumstances and parameters that the rule reads, definitions followed. */
  readonly facts: readonly Id[];
  readonly reasons: readonly Reason[];
  /** `当` was false: the rule is out of play. */
  readonly notApplicable?: true;
  /** The `例外` that lifted it. */
  readonly liftedBy?: Id;
  /** `不得重复`: the exclusion is another benefit, which the applicant may have already. */
  readonly benefit?: OtherBenefit;
  readonly children: readonly RuleTrace[];
}

/** A benefit of another notice. */
export interface OtherBenefit {
  readonly source?: string;
}

/** `择一`, `不得重复` between programmes: whether this one is paid, and why not. Absent for the ineligible. */
export interface ChoiceResult {
  readonly id: Id;
  /** `highest`: the highest amount, of equal ones the first named. `inOrder`: the first named. `unspecified`: not said. */
  readonly by: 'highest' | 'inOrder' | 'unspecified';
  readonly paid: TruthName;
  /** `paid` pays more (`lower`), pays the same and is named first (`equal`), or comes first (`later`). */
  readonly notPaid?: { readonly kind: 'lower' | 'equal' | 'later'; readonly paid: Id };
  /** All that are chosen between, in the notice's order; `amount` is what each comes to by itself, where amounts are compared. */
  readonly between: readonly {
    readonly id: Id;
    readonly entitled: TruthName;
    readonly amount?: Range;
    readonly source?: string;
  }[];
  readonly cites: readonly string[];
  readonly reasons: readonly Reason[];
}

export interface TierResult {
  /** The row that applies; `null` while it is not settled or no row applies. */
  readonly row: Id | null;
  /** Rows that may still apply, in the notice's order. */
  readonly possible: readonly Id[];
  readonly cites: readonly string[];
  readonly reasons: readonly Reason[];
}

export interface AmountResult {
  readonly id: Id;
  readonly cites: readonly string[];
  /** Fen for each `per`. */
  readonly amount: Range;
  /** The value that it rests on is legally absent (`可无`): that is why nothing is paid, or with `perhaps` may not be. */
  readonly absent?: 'yes' | 'perhaps';
  readonly per: readonly Per[];
  /** First and last month (`2019-01`), for amounts paid monthly; `last` is null while it runs on. */
  readonly from?: string | null;
  readonly to?: string | null;
  /** `to` is null because the last month is not settled, not because it runs on. */
  readonly toOpen?: true;
  /** Dates or months on which it is paid, for events and stated dates. */
  readonly on?: readonly string[];
  /** Number of payments, for events. */
  readonly times?: Range;
  /** Sum over the events and the heads, of an amount that counts them. */
  readonly total?: Range;
  readonly reasons: readonly Reason[];
}

export interface RouteResult {
  readonly id: Id;
  readonly truth: TruthName;
  readonly refer?: string;
  readonly cites: readonly string[];
  readonly reasons: readonly Reason[];
}

export interface DocumentResult {
  readonly id: Id;
  /** `held`: an authority has it; it is never required. */
  readonly form: 'original' | 'copy' | 'both' | 'held';
  readonly copies: number;
  /** Who has one that is `held`. */
  readonly by?: string;
  /** Only for those who choose this way, `enumeration.option`: while the way is not known, each way has its own list. */
  readonly channel?: Id;
  /** Whether this applicant must hand it in. */
  readonly required: TruthName;
  readonly submitted: TruthName;
  readonly cites: readonly string[];
}

export interface DeadlineResult {
  readonly id: Id;
  /** Last day, `YYYY-MM-DD`, holidays moved (Civil Code art. 203); null when not settled. */
  readonly due: string | null;
  readonly state: 'met' | 'missed' | 'open' | 'undetermined';
  /** As in `StepDue`. */
  readonly paused?: number;
  readonly late: 'forfeit' | 'refuse' | 'record';
  readonly cites: readonly string[];
  readonly reasons: readonly Reason[];
}

export interface ShareResult {
  readonly payer: string;
  readonly share: Range;
}

export interface StageResult {
  readonly id: Id;
  readonly result: 'in' | 'out' | 'undetermined' | 'notInPool';
  readonly cites: readonly string[];
  /** Values of the grouping keys, as printed. */
  readonly group: readonly string[];
  /** Places in the group. */
  readonly places: Range;
  /** Best and worst rank still possible, 1 first. */
  readonly rank: { readonly best: number; readonly worst: number } | null;
  /** Sort keys of the last one surely in, as printed; null when there is none. */
  readonly cutOff: readonly string[] | null;
  readonly reasons: readonly Reason[];
}

export interface Selection {
  readonly result: 'selected' | 'notSelected' | 'undetermined';
  readonly stages: readonly StageResult[];
}

/** Rules whose truth would have to change for the outcome to become eligible: one smallest set. */
export interface WouldChange {
  readonly rule: Id;
  readonly to: 'yes' | 'no';
}

export interface ProgrammeDecision {
  /** Of eligibility less exclusions and forfeits, before any selection. */
  readonly outcome: Outcome;
  readonly eligible: RuleTrace;
  readonly excluded: readonly RuleTrace[];
  /** Ids of the exclusions, and of the deadlines that forfeit, that are hit. */
  readonly hit: readonly Id[];
  readonly selection?: Selection;
  readonly tier?: TierResult;
  readonly choice?: ChoiceResult;
  /** What is paid: nothing where a choice went to another benefit, and nothing possible while it is open. */
  readonly amounts: readonly AmountResult[];
  readonly grants: readonly {
    readonly id: Id;
    readonly truth: TruthName;
    readonly cites: readonly string[];
    readonly reasons: readonly Reason[];
  }[];
  readonly routes: readonly RouteResult[];
  readonly documents: readonly DocumentResult[];
  readonly deadlines: readonly DeadlineResult[];
  readonly shares: readonly ShareResult[];
  readonly shareReasons: readonly Reason[];
  /** A smallest set of facts that settles the outcome whatever they turn out to be; empty unless undetermined. */
  readonly missing: readonly Id[];
  /** Everything that keeps the outcome open, each kind apart. */
  readonly reasons: readonly Reason[];
  readonly wouldChange: readonly WouldChange[];
}

/** What tables and totals say of a programme. */
export type TabledProgramme = Pick<
  ProgrammeDecision,
  | 'outcome'
  | 'eligible'
  | 'excluded'
  | 'hit'
  | 'selection'
  | 'tier'
  | 'choice'
  | 'amounts'
  | 'deadlines'
  | 'shares'
  | 'shareReasons'
  | 'reasons'
>;

/** What tables and totals say of a decision: of programmes and duties, without papers, ways and procedures. */
export interface TabledDecision {
  readonly programmes: { readonly [id: Id]: TabledProgramme };
  readonly duties?: { readonly [id: Id]: DutyDecision };
}

/** One day (or month) of payment. */
export interface Payment {
  readonly programme: Id;
  readonly amountId: Id;
  /** `2019-01` or `2019-01-05`. */
  readonly on: string;
  readonly amount: Range;
}

export interface StepDue {
  readonly id: Id;
  readonly due: string | null;
  readonly state: 'met' | 'missed' | 'open' | 'undetermined';
  /** True for the one that binds: the earliest. */
  readonly binds: boolean;
  /** Days of the period that do not count (`不计`), as far as they are known; working days where it is counted in them. */
  readonly paused?: number;
  readonly cites: readonly string[];
  readonly reasons: readonly Reason[];
}

export interface StepState {
  readonly id: Id;
  readonly actor?: string;
  readonly state: 'done' | 'late' | 'open' | 'overdue' | 'waiting' | 'undetermined' | 'notApplicable';
  readonly start: string | null;
  readonly end: string | null;
  /** The dates between which it is planned or confined, where stated. */
  readonly planned?: string;
  readonly due: readonly StepDue[];
  /** Steps that must be done first and are not. */
  readonly waitsFor: readonly Id[];
  readonly next: boolean;
  readonly cites: readonly string[];
  readonly reasons: readonly Reason[];
}

export interface ProcedureState {
  readonly id: Id;
  readonly steps: readonly StepState[];
}

/** `notDue`: not met, but there is still time. `notApplicable`: 当 is no, 例外 excuses, or the period is not a whole one. */
export type DutyState = 'met' | 'breached' | 'notDue' | 'notApplicable' | 'undetermined';

/**
 * One period, or the part of it that lies in the term (`期间`). Of a duty that falls every day or
 * week, those in a row with the same state and reasons are one entry.
 */
export interface DutyPeriod {
  readonly from: string;
  readonly to: string;
  readonly state: DutyState;
  readonly reasons: readonly Reason[];
}

/** A duty or a target, judged. */
export interface DutyDecision {
  readonly kind: 'duty' | 'target';
  /** Breached as soon as one period is; else undetermined if one is; else met if one is. */
  readonly state: DutyState;
  readonly cites: readonly string[];
  /** The rule as it stands at the decision date (for periodic duties in the current, else the last, period). */
  readonly must: RuleTrace;
  /** The `例外` that excuses. */
  readonly excusedBy: readonly Id[];
  /** Earliest first; for duties that fall again and again. */
  readonly periods: readonly DutyPeriod[];
  readonly due: readonly StepDue[];
  readonly reasons: readonly Reason[];
}

/** Something odd in the data that did not stop the decision. */
export interface DataWarning {
  readonly path: string;
  readonly problem:
    | 'afterDecisionDate'
    | 'differsFromComputed'
    | 'dueDatesContradict'
    | 'outsideValidity'
    | 'shorterThanRequired'
    | 'beforePeriod';
  readonly detail: string;
}

/** The same shape from every backend. */
export interface Decision {
  readonly schema: 'bangfu.decision/1';
  readonly policy: Id;
  readonly version: string;
  readonly calendar: { readonly name: string; readonly version: string; readonly through: string };
  readonly asOf: string;
  readonly parameters: { readonly [id: Id]: unknown };
  readonly circumstances: { readonly [id: Id]: unknown };
  readonly subject: Id;
  readonly inForce: TruthName;
  readonly programmes: { readonly [id: Id]: ProgrammeDecision };
  readonly procedures: { readonly [id: Id]: ProcedureState };
  /** Absent where the policy has none for this kind of record. */
  readonly duties?: { readonly [id: Id]: DutyDecision };
  readonly warnings: readonly DataWarning[];
}
