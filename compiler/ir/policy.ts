import type {
  EnumMeta,
  FactMeta,
  Id,
  Name,
  ParameterMeta,
  Per,
  Type,
  UnitMeta,
} from '../../runtime/types.ts';
import type { DateSpan, Expr, Origin, Source, TableMode } from './expressions.ts';

/** Version of this format; raised when the meaning of a field changes. */
export const IR_VERSION = 1;

/**
 * A checked policy without sugar and without a surface language: plain JSON.
 * Pointwise nodes (`Expr`) need one record; set nodes (`Stage`) need a register.
 */
export interface Policy {
  readonly ir: typeof IR_VERSION;
  readonly id: Id;
  readonly source?: string;
  readonly names: { readonly [id: Id]: Name };
  readonly units: readonly UnitMeta[];
  readonly enums: readonly EnumMeta[];
  readonly parameters: readonly Parameter[];
  readonly circumstances: readonly Fact[];
  readonly subjects: readonly Subject[];
  readonly definitions: readonly Definition[];
  readonly programmes: readonly Programme[];
  readonly choices?: readonly Choice[];
  readonly procedures: readonly Procedure[];
  readonly duties: readonly Duty[];
  readonly assertions: readonly Assertion[];
  /** `施行`: the days on which the policy is in force. */
  readonly inForce?: DateSpan & { readonly origin: Origin };
  readonly transitions: readonly Transition[];
}

export interface Fact extends FactMeta {
  readonly origin: Origin;
  /** `未填则`. */
  readonly fallback?: Expr;
}

export interface Subject {
  readonly id: Id;
  readonly origin: Origin;
  readonly facts: readonly Fact[];
}

export interface Parameter extends ParameterMeta {
  readonly origin: Origin;
  /** Effective-dated values written in the policy itself, earliest first; the binding may replace them. */
  readonly rows: readonly { readonly from: Expr; readonly value: Expr; readonly origin: Origin }[];
}

/** Pure function of one record of `subject` (of the circumstances alone where there is none). Acyclic. */
export interface Definition {
  readonly id: Id;
  readonly subject?: Id;
  readonly type: Type;
  readonly body: Expr;
  readonly origin: Origin;
}

export interface Programme {
  readonly id: Id;
  readonly subject: Id;
  readonly origin: Origin;
  /** `rule` at the root. */
  readonly eligible: Expr;
  /** One `rule` each; any of them being yes excludes. */
  readonly excluded: readonly Expr[];
  /** A `table`; its rows give money (`rate`), an option, a text or a hole. */
  readonly tier?: Tier;
  readonly amounts: readonly Amount[];
  readonly grants: readonly Grant[];
  readonly routes: readonly Route[];
  /** Set nodes: absent for a programme without 名额, which is then a pure function of one record. */
  readonly select?: readonly Stage[];
  readonly documents?: Documents;
  readonly deadlines: readonly Deadline[];
  readonly shares?: Shares;
}

export interface Tier {
  readonly table: Expr & { readonly k: 'table' };
  readonly origin: Origin;
}

/** Money that the programme pays. */
export interface Amount {
  readonly id: Id;
  readonly origin: Origin;
  /** Money for one `per`; `tierOf` where the tier table gives it. */
  readonly base: Expr;
  readonly per: readonly Per[];
  /** `× 人数`: how many heads, where `per` alone does not say. */
  readonly heads?: Expr;
  readonly when?: Expr;
  readonly cap?: Expr;
  readonly floor?: Expr;
  /** One payment an element, dated by `source.time`. `first`: only the earliest (of each key). */
  readonly events?: { readonly source: Source; readonly first: boolean; readonly by: readonly Expr[] };
  readonly pay: Pay;
}

/**
 * When it is paid. Monthly amounts: from the month `from` to the month `to` (absent: it runs on).
 * Others: `on` is a date or a month, or with `yearly` an expression over `roundYear`, once in each year in force.
 */
export interface Pay {
  readonly from?: Expr;
  readonly to?: Expr;
  readonly on?: Expr;
  readonly yearly: boolean;
  readonly origin?: Origin;
}

/** `给予`: a benefit that is not money. */
export interface Grant {
  readonly id: Id;
  readonly when?: Expr;
  readonly origin: Origin;
}

/** `分流`: the first item, or every item, that is yes. */
export interface Route {
  readonly id: Id;
  readonly mode: 'first' | 'all';
  readonly origin: Origin;
  readonly items: readonly {
    readonly id: Id;
    readonly when: Expr;
    readonly refer?: string;
    readonly origin: Origin;
  }[];
}

/**
 * `择一`, `不得重复`: of several programmes for one kind of record one is paid: the highest (of equal ones the first
 * named), the first named, or it is not said which. No programme stands in two. Compared amounts are of one period.
 */
export interface Choice {
  readonly id: Id;
  readonly origin: Origin;
  readonly by: 'highest' | 'inOrder' | 'unspecified';
  readonly members: readonly ChoiceMember[];
}

/** A programme, or what another notice pays: money that the record says, absent where the applicant does not get it. */
export type ChoiceMember =
  | { readonly programme: Id }
  | { readonly benefit: Id; readonly source?: string; readonly amount: Expr };

/** A hole in a place where a rule was expected. */
export interface Hole {
  readonly k: 'hole';
  readonly id: Id;
  readonly why: 'unspecified' | 'determination';
  readonly by?: string;
  readonly text?: string;
}

/** `名额`: pool → filter → partition → rank → cut → test → refill. */
export interface Stage {
  readonly id: Id;
  readonly origin: Origin;
  /** The eligible of the programme, or who passed an earlier stage of it. */
  readonly source: { readonly k: 'eligible' } | { readonly k: 'stage'; readonly stage: Id };
  readonly only?: Expr;
  readonly groupBy: readonly Expr[];
  readonly order: readonly { readonly key: Expr; readonly direction: 'ascending' | 'descending' }[] | Hole;
  /** Number of places; several limits bind together. Read only parameters, circumstances and group keys. */
  readonly limits: readonly Expr[];
  /** When limits differ: the smaller, or open between them (`不一致`). */
  readonly clash: 'least' | 'first' | 'second' | Hole;
  readonly ties: 'admit' | 'refuse' | Hole;
  readonly must?: Expr;
  readonly refill: boolean | Hole;
}

/** `材料 以 F 计`. */
export interface Documents {
  readonly fact: Id;
  readonly origin: Origin;
  readonly items: readonly {
    readonly id: Id;
    /** Options of the fact that say it was handed in: any one of them. */
    readonly options: readonly Id[];
    /** `held`: an authority (`by`) has it, nobody hands it in. */
    readonly form: 'original' | 'copy' | 'both' | 'held';
    readonly copies: number;
    readonly by?: string;
    /** Only for those who choose this way: `enumeration.option`; `when` asks it too. */
    readonly channel?: Id;
    readonly when?: Expr;
    readonly origin: Origin;
  }[];
}

/** `期限` of a programme: a date of the applicant's that must lie in a span. */
export interface Deadline {
  readonly id: Id;
  readonly origin: Origin;
  readonly date: Expr;
  readonly span: DateSpan;
  /** As in `Due`. */
  readonly pauses?: readonly DateSpan[];
  readonly when?: Expr;
  readonly late: 'forfeit' | 'refuse' | 'record';
}

/** `分担`: rows of a table over the keys; parts add up to 1 or are holes. */
export interface Shares {
  readonly origin: Origin;
  readonly keys: readonly Expr[];
  readonly mode?: TableMode;
  readonly rows: readonly {
    readonly id: Id;
    readonly origin: Origin;
    readonly cases: readonly (Expr | null)[];
    readonly parts: readonly { readonly payer: string; readonly share: Expr }[] | Hole;
  }[];
}

export interface Procedure {
  readonly id: Id;
  readonly subject?: Id;
  readonly origin: Origin;
  readonly steps: readonly Step[];
}

/** A dated event. Its dates come from the event log under its id, or from a fact (`以 F 计`). */
export interface Step {
  readonly id: Id;
  readonly origin: Origin;
  readonly actor?: string;
  readonly when?: Expr;
  /** `前提`. */
  readonly needs?: Expr;
  readonly countedBy?: Id;
  /** `历时 5 个工作日 以上`: shortest length. */
  readonly lasts?: Expr;
  readonly due: readonly Due[];
  readonly planned?: DateSpan;
  /** `期间`: the step lies inside. */
  readonly during?: DateSpan;
  readonly late: 'forfeit' | 'refuse' | 'record';
}

/** Last day of a step. `round`: first = the year in force begins, later = the years after. Bounds may read `roundYear` and `stepTime`. */
export interface Due {
  readonly id: Id;
  readonly origin: Origin;
  readonly round?: 'first' | 'later';
  readonly span: DateSpan;
  /** `不计`: both ends given; the days of `span` in them do not count, so that its last day moves on. */
  readonly pauses?: readonly DateSpan[];
}

/** How often a duty falls: calendar periods for a count of 1, else consecutive blocks from the start of `during`. */
export interface Every {
  readonly count: number;
  readonly unit: 'day' | 'week' | 'tenDays' | 'month' | 'quarter' | 'halfYear' | 'year';
}

/**
 * What somebody must do (`义务`) or reach (`指标`). With `every` it is judged period by period against dated lists,
 * without it at the decision date, or on `measuredOn`. Unknown `during` with `every`: undetermined, never guessed.
 */
export interface Duty {
  readonly id: Id;
  readonly kind: 'duty' | 'target';
  readonly subject?: Id;
  readonly origin: Origin;
  readonly every?: Every;
  /** Whether `must` reads a dated list; one that does not is judged for the current period only. */
  readonly reads: 'log' | 'state';
  readonly during?: DateSpan;
  readonly measuredOn?: Expr;
  /** `当`: while no, not applicable. */
  readonly when?: Expr;
  /** `rule`. */
  readonly must: Expr;
  /** `例外`: a `rule` each; any of them being yes excuses. */
  readonly excused: readonly Expr[];
  /** `期限`: last days; before them an unmet duty is not yet due. */
  readonly due: readonly Due[];
}

export interface Assertion {
  readonly id: Id;
  readonly origin: Origin;
  readonly subject?: Id;
  /** `容许`: why the author expects it to be refuted. */
  readonly accepted?: string;
  /** `当`: where the claim is made at all. */
  readonly when?: Expr;
  readonly claim:
    | { readonly k: 'always'; readonly that: Expr }
    | { readonly k: 'implies'; readonly when: Expr; readonly then: Expr }
    | { readonly k: 'monotone'; readonly of: Expr; readonly by: Expr; readonly direction: 1 | -1 };
}

/**
 * `过渡`: the day whose version of the effective-dated parameters a record keeps; without one the decision date. The
 * checker has written it into whatever is in force for a time only. At most one for each kind of record, and one for
 * those of every kind (from the circumstances).
 */
export interface Transition {
  readonly subject?: Id;
  readonly day: Expr;
  readonly origin: Origin;
}
