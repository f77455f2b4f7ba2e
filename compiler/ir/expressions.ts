import type { Id, Type } from '../../runtime/types.ts';
import type { Span } from '../source/source.ts';

/** Where a node comes from. `label` is the id under which names are found; cites are clause ids as written. */
export interface Origin {
  readonly span: Span;
  /** One-based line in its file. */
  readonly line: number;
  /** The file, seen from the policy's folder, where that is not the policy's own. */
  readonly file?: string;
  readonly cites: readonly string[];
}

export interface Base {
  readonly id: Id;
  readonly type: Type;
  readonly origin: Origin;
}

/** Pointwise expressions: everything that one record, the parameters and the date decide. Conditions are three-valued. */
export type Expr = Base & ExprKind;

export type ExprKind =
  /**
   * A constant, read by `type`: bool `true`; int, qty, ratio exact fraction `"3/2"`; money fen `"80000"`; rate the money inside;
   * date `"2022-12-31"`; month `"2022-12"`; year `"2022"`; yearlyDay `"03-31"`; enum option id; text itself; set literal option ids or texts.
   */
  | { readonly k: 'lit'; readonly value: string | boolean | readonly string[] }
  | { readonly k: 'fact'; readonly fact: Id; readonly of: 'subject' | 'circumstances' }
  /** `more`: the further keys of a parameter keyed by several, in its order. */
  | { readonly k: 'param'; readonly param: Id; readonly key?: Expr; readonly more?: readonly Expr[] }
  | { readonly k: 'def'; readonly def: Id }
  /** The date decided for. */
  | { readonly k: 'asOf' }
  /** The year of the round a procedure is in. */
  | { readonly k: 'roundYear' }
  /** First or last day of the period that a duty is judged for (`当日`, `当期`); only inside a periodic duty. */
  | { readonly k: 'period'; readonly part: 'start' | 'end' }
  /**
   * What a binder around this place stands for, counted outwards from 0 (de Bruijn). An aggregate binds one thing, the element,
   * in `source.where`, `map` and `test` (not in `source.of`, `atLeast`, `atMost`). A table of n keys binds n things in the rows' `cases`
   * (not in `keys` nor `then`): 0 the first key … n − 1 the last. Inside an aggregate inside a case the keys are hence 1 … n.
   */
  | { readonly k: 'bound'; readonly index: number }
  | { readonly k: 'field'; readonly of: Expr; readonly field: Id }
  /** `本人`: the record being decided, as a reference. */
  | { readonly k: 'self' }
  /**
   * `帮扶人 的 单位`: `body` read of the record that the reference `record` names. Inside `body` facts, definitions and
   * outcomes are that record's, and no binder around this place is in reach. Absent of an absent reference.
   */
  | { readonly k: 'ofRecord'; readonly record: Expr; readonly body: Expr }
  | {
      readonly k: 'hole';
      readonly why: 'unspecified' | 'determination';
      readonly by?: string;
      readonly text?: string;
    }
  | { readonly k: 'arith'; readonly op: '+' | '-' | '*' | '/'; readonly a: Expr; readonly b: Expr }
  /** `date ± n` where `n` is a quantity of time; its unit says whether by months (art. 202), days or working days. */
  | { readonly k: 'addPeriod'; readonly date: Expr; readonly n: Expr; readonly sign: 1 | -1 }
  /** To a multiple of `to` (exact fraction in the type's own unit). */
  | { readonly k: 'round'; readonly a: Expr; readonly mode: 'up' | 'down' | 'half'; readonly to: string }
  /** Exact change of unit within one dimension; the target is `type`. */
  | { readonly k: 'convert'; readonly a: Expr }
  | { readonly k: 'if'; readonly c: Expr; readonly a: Expr; readonly b: Expr }
  | { readonly k: 'calendar'; readonly fn: CalendarFn; readonly args: readonly Expr[] }
  | { readonly k: 'cmp'; readonly op: 'eq' | 'lt' | 'le'; readonly a: Expr; readonly b: Expr }
  /** `a` (date, month or year) inside the span; an absent end of the span is open. */
  | { readonly k: 'within'; readonly a: Expr; readonly span: DateSpan }
  /** `in`: a is an element of set; `any`/`all`: the set a holds one / each of set. */
  | { readonly k: 'member'; readonly a: Expr; readonly set: Expr; readonly mode: 'in' | 'any' | 'all' }
  /** Not legally absent; for lists and sets: not empty. */
  | { readonly k: 'present'; readonly a: Expr }
  | { readonly k: 'not'; readonly a: Expr }
  | { readonly k: 'all' | 'any'; readonly parts: readonly Expr[] }
  | { readonly k: 'atLeast'; readonly n: number; readonly parts: readonly Expr[] }
  /** `当`: while `when` is no the value is `neutral`; unknown is Kleene's `非 when 或 then` (or its dual). */
  | { readonly k: 'guard'; readonly when: Expr; readonly then: Expr; readonly neutral: boolean }
  /** `例外`: one of `by` being yes lifts the rule, which then is `neutral` (waived condition: yes; lifted exclusion: no). */
  | { readonly k: 'except'; readonly rule: Expr; readonly by: readonly Expr[]; readonly neutral: boolean }
  /** A labelled or listed line: leaves the truth as it is and appears in the reasons. `benefit`: `不得重复` with this one. */
  | { readonly k: 'rule'; readonly body: Expr; readonly benefit?: { readonly source?: string } }
  /**
   * Keys are evaluated once; `bound` says how the rows' cases name them. A table without keys has rows that are conditions
   * themselves. Without `mode` no two rows can hold together, which the checker has proved.
   */
  | {
      readonly k: 'table';
      readonly keys: readonly Expr[];
      readonly rows: readonly TableRow[];
      readonly mode?: TableMode;
    }
  /** `分段 按 key`: each row gives what is paid for the part of the key that lies inside it; the sum of these. */
  | { readonly k: 'bands'; readonly key: Expr; readonly rows: readonly BandRow[] }
  | {
      readonly k: 'aggregate';
      readonly op: AggregateOp;
      readonly source: Source;
      readonly map?: Expr;
      readonly test?: Expr;
      readonly atLeast?: Expr;
      readonly atMost?: Expr;
    }
  | {
      readonly k: 'outcome';
      readonly of: Id;
      readonly state: 'eligible' | 'selected' | 'late' | 'done' | 'met' | 'breached';
    }
  | { readonly k: 'stepTime'; readonly step: Id; readonly part: 'start' | 'end' | 'due' }
  /** The money or grade that the programme's tier table gives. */
  | { readonly k: 'tierOf'; readonly programme: Id };

/**
 * `startOf`/`endOf` a month or a year (the argument's type says which) give its first or last day; `monthOf`, `yearOf`, `nextMonth` of a date or month;
 * `date(year, month, day)` and `month(year, month)` from numbers, refused (unknown with a data reason) where there is no such day;
 * `inYear(year, yearlyDay)`; `lunar(year, month, day)`; `festival(year, name)` with name one of spring, newYearsEve, dragonBoat, midAutumn, doubleNinth;
 * `weekday(date)` 1 = Monday.
 */
export type CalendarFn =
  | 'startOf'
  | 'endOf'
  | 'monthOf'
  | 'yearOf'
  | 'nextMonth'
  | 'date'
  | 'month'
  | 'inYear'
  | 'lunar'
  | 'festival'
  | 'weekday';

/** `exists`/`none`: some / no element passes (with `atLeast`/`atMost`: their number is in range). `every`: all pass. */
export type AggregateOp = 'exists' | 'none' | 'every' | 'count' | 'distinct' | 'sum' | 'min' | 'max' | 'only';

export interface DateSpan {
  readonly lo?: Expr;
  readonly loIn: boolean;
  readonly hi?: Expr;
  readonly hiIn: boolean;
}

/** `checked`: rows that may hold together; where two do the notice contradicts itself. `first` (`依次`): the first that holds. */
export type TableMode = 'checked' | 'first';

/** From the end of the row below (zero for the first) up to `to`; the last has no end. `rate` times the part is of the node's type. */
export interface BandRow {
  readonly id: Id;
  readonly origin: Origin;
  readonly to?: Expr;
  readonly rate: Expr;
}

/** One row; `cases` has one test a key (one condition where there is no key), `null` for `其余` (then of every key, and the row comes last). */
export interface TableRow {
  readonly id: Id;
  readonly origin: Origin;
  readonly cases: readonly (Expr | null)[];
  readonly then: Expr;
}

/** What an aggregate goes through; `where` and the aggregate's `map`, `test` see the element as `bound` 0. */
export type Source = ListSource | PopulationSource;

/** Elements of a list, in the order given; or of a fact keyed by years or months (`按 年份`). */
export interface ListSource extends Dated {
  readonly k: 'list';
  readonly of: Expr;
  readonly where?: Expr;
  /**
   * `of` is keyed: an element is a record of the key (a field `year` or `month`) and its value (`KEYED_VALUE`). With a
   * span every key in it is an element, an absent one with an unknown value; without, those given, and there may be more.
   */
  readonly keyed?: { readonly key: 'year' | 'month'; readonly span?: DateSpan };
}

/**
 * `全体 K`: the records of a kind; the element is a reference. A relational operator: an equality in `where` between a fact
 * of the element and something known beforehand (`matchingOf`) finds its elements by an index, not by looking at all.
 */
export interface PopulationSource extends Dated {
  readonly k: 'population';
  readonly subject: Id;
  readonly where?: Expr;
}

interface Dated {
  /** Field or fact that dates an element; for lists of dates the element itself. Elements after the decision date are set aside. */
  readonly time?: Id | 'self';
  /**
   * While a period of a duty is judged, only elements dated within it; otherwise without effect. Set in periodic duties unless
   * the filter itself speaks of the period, and in the definitions of a policy that has such duties.
   */
  readonly windowed?: true;
}
