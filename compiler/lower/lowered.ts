import type { Reason } from '../../runtime/decision.ts';
import type { Id, Per, Type } from '../../runtime/types.ts';
import type { Policy } from '../ir/policy.ts';
import type { Given, Node, Num, Table, Truth } from './nodes.ts';

/**
 * A policy staged and made first-order, for backends that decide many records fast: `compiler/emit/direct` (a row at a
 * time) and `compiler/emit/columns` (batches). Its meaning is the interpreter's.
 */
export interface Lowered {
  readonly policy: Policy;
  /** Worked out once for a date, parameters and circumstances; each may read those before it. */
  readonly binds: readonly Bind[];
  /** One a kind of record that has a straight programme. */
  readonly subjects: readonly LoweredSubject[];
  readonly programmes: readonly (Straight | Outside)[];
  /** Values written in the policy for parameters, earliest first, that hold where the binding gives none. */
  readonly versions: { readonly [parameter: Id]: readonly { readonly from: Num; readonly value: Node }[] };
  /** `未填则` of circumstances that are read. */
  readonly computed: { readonly [circumstance: Id]: Node };
}

export interface LoweredSubject {
  readonly id: Id;
  /** Facts that are read, in the order in which they are first read. */
  readonly inputs: readonly Input[];
  /** Definitions, keys of tables and tier tables: worked out at most once a record; each may read those before it. */
  readonly locals: readonly Local[];
}

/** A fact of the record, as the typed record holds it. */
export interface Input {
  readonly id: Id;
  readonly type: Type;
  /** `可无`: may be `null`. */
  readonly optional: boolean;
  /**
   * Numbers, days and months: what a record that is decided in plain integers may hold, both included: the declared range,
   * or one wide enough for any real record (dates from 1600 to 2399). Others are decided by exact arithmetic.
   */
  readonly range?: readonly [min: number, max: number];
  /** What is known of it while it is unknown. */
  readonly unknown: {
    readonly reason: Reason;
    readonly min?: string;
    readonly max?: string;
    readonly options?: readonly Id[];
    readonly mayBeAbsent: boolean;
  };
  /** `未填则`: takes the place of an unknown one. */
  readonly fallback?: Node;
}

export type Bind =
  /** A keyed parameter as a whole, for `lookup`. */
  | { readonly k: 'given'; readonly given: Given }
  | { readonly k: 'value'; readonly value: Node }
  /**
   * The last day `d` within `range` on which the date made from it by `steps` is at most (`inclusive`) or before the number
   * `bound`; the day before the range where there is none. The steps never decrease.
   */
  | {
      readonly k: 'cut';
      readonly steps: readonly CutStep[];
      readonly bound: Num;
      readonly inclusive: boolean;
      readonly range: readonly [min: number, max: number];
    };

/** What is done to a day, `n` being bound. */
export type CutStep =
  | { readonly k: 'shift'; readonly by: 'month' | 'day'; readonly n: Num }
  | {
      readonly k: 'calendar';
      readonly fn: 'startOf' | 'endOf' | 'monthOf' | 'yearOf' | 'nextMonth';
      readonly ofMonth: boolean;
    }
  | { readonly k: 'add'; readonly n: Num; readonly sign: 1 | -1 };

export interface Local {
  readonly name: string;
  readonly value: Node;
}

/** Why a programme is left to the general evaluator: 'not straight-line, because …'. */
export interface Outside {
  readonly id: Id;
  readonly subject: Id;
  readonly outside: { readonly zh: string; readonly en: string; readonly at: Id };
}

/** A programme that is decided in a straight line. */
export interface Straight {
  readonly id: Id;
  readonly subject: Id;
  /** Rules looked at first: any of them being yes excludes. */
  readonly excluded: readonly Line[];
  /** `rule` at the root; where it is `同时满足` its lines are the top-level conditions. */
  readonly eligible: Line;
  readonly tier?: LoweredTier;
  readonly amounts: readonly LoweredAmount[];
}

export interface LoweredTier {
  readonly table: Table<Node>;
  /** Of each row. */
  readonly cites: { readonly [row: Id]: readonly string[] };
  /** What the table comes to, where amounts and rules read it. */
  readonly value: Node;
}

/** A rule as decisions report it. `truth` is that of the whole line, 当 and 例外 included. */
export interface Line {
  readonly id: Id;
  readonly cites: readonly string[];
  readonly reads: readonly Id[];
  readonly benefit?: { readonly source?: string };
  readonly truth: Truth;
  readonly shape: LineShape;
}

export type LineShape =
  | { readonly k: 'condition' }
  | {
      readonly k: 'group';
      readonly op: 'all' | 'any' | 'none' | 'atLeast';
      readonly n?: number;
      readonly lines: readonly Line[];
    }
  /** `当`: `line` as it is without it. */
  | { readonly k: 'guard'; readonly when: Truth; readonly line: Line; readonly neutral: boolean }
  /** `例外`: what may lift `line`. */
  | {
      readonly k: 'except';
      readonly line: Line;
      readonly by: readonly { readonly id: Id; readonly truth: Truth }[];
      readonly neutral: boolean;
    };

export interface LoweredAmount {
  readonly id: Id;
  readonly cites: readonly string[];
  /** The tier table gives it. */
  readonly fromTier: boolean;
  readonly per: readonly Per[];
  /** Fen for one `per`, before bounds. */
  readonly base: Num;
  readonly when?: Truth;
  readonly cap?: Num;
  readonly floor?: Num;
  /** Whether the bounds hold for `base` by itself (no heads, no events). */
  readonly single: boolean;
  /** Whether there is nothing to it but base, bounds, first and last month. */
  readonly plain: boolean;
  /** First and last month, of amounts paid monthly. */
  readonly from?: Num;
  readonly to?: Num;
  readonly monthly: boolean;
}
