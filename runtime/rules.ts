import type { WorkCalendar } from './calendar/calendar.ts';
import type { OtherBenefit, Reason, RuleTrace } from './decision.ts';
import type { Id, Per, PolicyMeta, Type } from './types.ts';
import type { Exact, Handle, List, Maybe, Row, Truth, Value } from './value.ts';
import type { Window } from './windows.ts';

/** Day numbers of what has happened so far, by step id. A single dated event has the same start and end. */
export interface EventLog {
  readonly [step: Id]: { readonly start: number | null; readonly end: number | null };
}

/** Records of one kind, in an order that does not depend on the order in which they were given. */
export interface Population {
  readonly subject: Id;
  readonly records: List<Handle>;
  readonly find: (id: string) => Handle | undefined;
  /** Whether this very record is one of them. */
  readonly has: (handle: Handle) => boolean;
  /**
   * Places of the records whose fact (of list facts: a field of one of their elements) has the value, or may have it.
   * Found by an index that is made once for all records that ask. Values as `settledKey` writes them.
   */
  readonly placesWith: (fact: Id, field: Id | undefined, value: string) => readonly number[];
}

/** The other records that a rule may look at. */
export interface Relations {
  /** The record being decided; `null` in the circumstances. */
  readonly self: Handle | null;
  readonly population: (subject: Id) => Population;
  /** The record as rules see it, on the day and in the period that are being judged. */
  readonly open: (handle: Handle, from: Case) => Case;
}

/** All that a rule may look at. Made by the evaluator for each record. */
export interface Case {
  /** Day number decided for. */
  readonly asOf: number;
  readonly parameters: Row;
  readonly circumstances: Row;
  readonly facts: Row;
  readonly calendar: WorkCalendar;
  /** Year of the round a procedure is in; also the year asked about by yearly payments. */
  readonly roundYear: Maybe<number>;
  /** Day numbers, both included, of the period that a duty is judged for. */
  readonly period?: Window;
  /** Definitions already evaluated for this record. */
  readonly memo: Map<Id, Value>;
  /** State of a programme, stage or step of the same policy. */
  readonly outcome: (of: Id, state: string) => Truth;
  readonly stepTime: (step: Id, part: 'start' | 'end' | 'due') => Maybe<number>;
  readonly relations: Relations;
}

/** What is fixed about a rule, whatever the record. */
export interface RuleMeta {
  readonly id: Id;
  readonly cites: readonly string[];
  /** Facts, circumstances and parameters read, definitions followed; sorted. */
  readonly reads: readonly Id[];
  /** `不得重复`: the rule is that this other benefit is not received. */
  readonly benefit?: OtherBenefit;
}

/** A rule with its truth for one record. */
export interface RuleNode {
  readonly meta: RuleMeta;
  readonly op: 'all' | 'any' | 'none' | 'atLeast' | 'condition';
  readonly n?: number | undefined;
  readonly truth: Truth;
  readonly children: readonly RuleNode[];
  readonly notApplicable?: true | undefined;
  readonly liftedBy?: Id | undefined;
  /** As decisions report it, where it is the same for every record. */
  readonly trace?: RuleTrace | undefined;
}

/** A span of dates as day numbers (or months, or years); an absent (`null`) end is open. */
export interface SpanValue {
  readonly lo: Maybe<Exact>;
  readonly loIn: boolean;
  readonly hi: Maybe<Exact>;
  readonly hiIn: boolean;
}

/** A table read: rows that may still apply, the one that surely does, and the value (hull of the possible rows' values). */
export interface TableRead {
  readonly row: Id | null;
  readonly possible: readonly Id[];
  readonly value: Value;
  /** Why more than one row is possible, or none. */
  readonly reasons: readonly Reason[];
}

export interface AmountRules {
  readonly id: Id;
  readonly cites: readonly string[];
  /** The tier table gives it: the row that applies is cited too. */
  readonly fromTier?: true;
  readonly per: readonly Per[];
  readonly base: (c: Case) => Maybe<Exact>;
  readonly heads?: (c: Case) => Maybe<Exact>;
  readonly when?: (c: Case) => Truth;
  readonly cap?: (c: Case) => Maybe<Exact>;
  readonly floor?: (c: Case) => Maybe<Exact>;
  /**
   * Dates of the events that pay, already filtered, in the order given; the evaluator keeps those in force and, with `first`,
   * the earliest. An element whose filter is open is an `Unknown` that may be absent. Unknown list → `complete: false` or Unknown.
   * `by`: for each date its key as text (null: not known); `first` then keeps the earliest of each key.
   */
  readonly events?: {
    readonly first: boolean;
    readonly dates: (c: Case) => Maybe<List<Maybe<number>>>;
    readonly by?: (c: Case) => readonly (string | null)[];
  };
  readonly payFrom?: (c: Case) => Maybe<number>;
  readonly payTo?: (c: Case) => Maybe<number>;
  /** Day number, or month number when `onIsMonth`. */
  readonly payOn?: (c: Case) => Maybe<number>;
  readonly onIsMonth?: boolean;
  readonly yearly?: boolean;
  /** Told which bound held a settled amount back, and which did not: for measuring what cases try. */
  readonly watch?: (turn: 'capped' | 'uncapped' | 'floored' | 'unfloored') => void;
}

export type HoleRules = { readonly hole: readonly Reason[] };

export interface StageRules {
  readonly id: Id;
  readonly cites: readonly string[];
  /** `null` = the eligible. */
  readonly source: Id | null;
  readonly only?: (c: Case) => Truth;
  readonly groupBy: readonly ((c: Case) => Value)[];
  /** How group keys are printed; left out: numbers and texts as they are. */
  readonly groupTypes?: readonly Type[];
  /** Keys of an ordered enumeration come as places in it (`rank`), so that they compare as numbers. `type` says how to print. */
  readonly order:
    | readonly {
        readonly key: (c: Case) => Value;
        readonly direction: 'ascending' | 'descending';
        readonly type?: Type;
      }[]
    | HoleRules;
  readonly limits: readonly ((c: Case) => Maybe<Exact>)[];
  readonly clash: 'least' | 'first' | 'second' | HoleRules;
  readonly ties: 'admit' | 'refuse' | HoleRules;
  readonly must?: (c: Case) => Truth;
  readonly refill: boolean | HoleRules;
  /** Told where a tie, or whoever fails `须`, makes a difference at the cut: for measuring what cases try. */
  readonly watch?: (turn: 'tie' | 'refill') => void;
}

export interface DocumentRules {
  readonly id: Id;
  readonly cites: readonly string[];
  readonly form: 'original' | 'copy' | 'both' | 'held';
  readonly copies: number;
  /** Who has one that is `held`. */
  readonly by?: string;
  /** Only for those who choose this way, `enumeration.option`; `required` asks it too. */
  readonly channel?: Id;
  readonly required?: (c: Case) => Truth;
  readonly submitted: (c: Case) => Truth;
}

export interface DeadlineRules {
  readonly id: Id;
  readonly cites: readonly string[];
  readonly date: (c: Case) => Maybe<number>;
  readonly span: (c: Case) => SpanValue;
  readonly when?: (c: Case) => Truth;
  /** The last day is counted from another date, so that art. 203 moves it off a day of rest. */
  readonly counted?: boolean;
  /** Days that the period does not count (`不计`), which moves its last day on; see `pausedPeriod`. */
  readonly pauses?: readonly ((c: Case) => SpanValue)[];
  /** It is counted in working days. */
  readonly workdays?: boolean;
  readonly late: 'forfeit' | 'refuse' | 'record';
}

export interface ProgrammeRules {
  readonly id: Id;
  readonly subject: Id;
  readonly eligible: (c: Case) => RuleNode;
  readonly excluded: readonly ((c: Case) => RuleNode)[];
  readonly tier?: {
    readonly cites: { readonly [row: Id]: readonly string[] };
    readonly read: (c: Case) => TableRead;
  };
  readonly amounts: readonly AmountRules[];
  readonly grants: readonly {
    readonly id: Id;
    readonly cites: readonly string[];
    readonly when?: (c: Case) => Truth;
  }[];
  readonly routes: readonly {
    readonly id: Id;
    readonly mode: 'first' | 'all';
    readonly items: readonly {
      readonly id: Id;
      readonly cites: readonly string[];
      readonly refer?: string;
      readonly when: (c: Case) => Truth;
    }[];
  }[];
  readonly stages?: readonly StageRules[];
  readonly documents: readonly DocumentRules[];
  readonly deadlines: readonly DeadlineRules[];
  /** Shares of the row that applies; `null` payers while the row is open. */
  readonly shares?: (c: Case) => {
    readonly parts: readonly { readonly payer: string; readonly share: Maybe<Exact> }[];
    readonly reasons: readonly Reason[];
  };
}

/** See `Choice` of the intermediate form. */
export interface ChoiceRules {
  readonly id: Id;
  readonly cites: readonly string[];
  readonly by: 'highest' | 'inOrder' | 'unspecified';
  /** In the notice's order. What another notice pays is given by the record; absent: the applicant does not get it. */
  readonly members: readonly (
    | { readonly programme: Id }
    | { readonly benefit: Id; readonly source?: string; readonly amount: (c: Case) => Maybe<Exact> }
  )[];
}

export interface StepRules {
  readonly id: Id;
  readonly cites: readonly string[];
  readonly actor?: string;
  readonly when?: (c: Case) => Truth;
  readonly needs?: (c: Case) => Truth;
  /** Steps named in `needs`, for "waits for". */
  readonly needsSteps: readonly Id[];
  readonly countedBy?: Id;
  /** Earliest end for a given start, from the shortest length. */
  readonly earliestEnd?: (c: Case, start: number) => Maybe<number>;
  readonly due: readonly {
    readonly id: Id;
    readonly cites: readonly string[];
    readonly round?: 'first' | 'later';
    readonly span: (c: Case) => SpanValue;
    /** As in `DeadlineRules`; one that reads the time of a step is counted anyway. */
    readonly counted?: boolean;
    /** As in `DeadlineRules`. */
    readonly pauses?: readonly ((c: Case) => SpanValue)[];
    readonly workdays?: boolean;
  }[];
  readonly planned?: (c: Case) => SpanValue;
  readonly during?: (c: Case) => SpanValue;
  readonly late: 'forfeit' | 'refuse' | 'record';
}

/** See `Duty` of the intermediate form. */
export interface DutyRules {
  readonly id: Id;
  readonly kind: 'duty' | 'target';
  readonly subject?: Id;
  readonly cites: readonly string[];
  readonly every?: {
    readonly count: number;
    readonly unit: 'day' | 'week' | 'tenDays' | 'month' | 'quarter' | 'halfYear' | 'year';
  };
  readonly reads: 'log' | 'state';
  readonly during?: (c: Case) => SpanValue;
  readonly measuredOn?: (c: Case) => Maybe<number>;
  readonly when?: (c: Case) => Truth;
  /** Reads `c.period` when the duty is periodic. */
  readonly must: (c: Case) => RuleNode;
  readonly excused: readonly ((c: Case) => RuleNode)[];
  readonly due: StepRules['due'];
  /** Dates that `must` asks for (`上报日期 存在`): for a last day (`due`) it is met only if they are not later. */
  readonly doneOn?: readonly ((c: Case) => Maybe<number>)[];
}

export interface ProcedureRules {
  readonly id: Id;
  readonly subject?: Id;
  readonly steps: readonly StepRules[];
}

/** What an evaluator is made of: by the interpreter from the intermediate form, or by generated code as source. */
export interface Implementation {
  readonly meta: PolicyMeta;
  /** Computed values of facts that were not given (`未填则`), by fact id. */
  readonly fallbacks: { readonly [fact: Id]: (c: Case) => Value };
  /** Effective-dated values written in the policy, earliest first. */
  readonly parameterRows: {
    readonly [parameter: Id]: readonly {
      readonly from: (c: Case) => Maybe<number>;
      readonly value: (c: Case) => Value;
    }[];
  };
  readonly inForce?: (c: Case) => SpanValue;
  /** `过渡`: the day whose effective-dated parameters a record keeps, by kind of record; see `Transition` of the intermediate form. */
  readonly versionDays?: readonly {
    readonly subject?: Id;
    readonly day: (c: Case) => Maybe<number>;
  }[];
  readonly programmes: readonly ProgrammeRules[];
  readonly choices?: readonly ChoiceRules[];
  readonly procedures: readonly ProcedureRules[];
  readonly duties?: readonly DutyRules[];
  readonly assertions: readonly {
    readonly id: Id;
    readonly cites: readonly string[];
    /** Kind of record that it is about; of every kind where left out. */
    readonly subject?: Id;
    readonly holds: (c: Case) => Truth;
  }[];
}
