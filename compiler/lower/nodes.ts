import type { Festival } from '../../runtime/calendar/calendar.ts';
import type { Reason } from '../../runtime/decision.ts';
import type { Exact } from '../../runtime/exact.ts';
import type { Id, Type } from '../../runtime/types.ts';
import type { CalendarFn, TableMode } from '../ir/expressions.ts';

/**
 * The lowered form of an expression: first-order, without binders, sugar, units or calls. Dates are day numbers, months
 * year × 12 + month − 1, money fen; options are their ids. `at` names a node as the interpreter's reasons and open
 * conditions do, so that a backend can give the same ones.
 *
 * A node is about one record whose facts may each be known, absent (`null`) or unknown. What reads only the date,
 * parameters and circumstances is no node of a record: it stands in `Lowered.binds` and is read by `bind`.
 */
export type Node = Truth | Num | Text | Options;

interface Common<H extends Holds> {
  readonly holds: H;
  readonly at: Id;
}

export type Holds = 'truth' | 'number' | 'text' | 'options';

/** What can stand for a value of any kind, beside `if` and `table`. */
export type Read =
  | { readonly k: 'fact'; readonly input: number }
  | { readonly k: 'bind'; readonly bind: number }
  | { readonly k: 'let'; readonly local: number }
  /** A parameter or circumstance; only in `Lowered.binds`. */
  | { readonly k: 'given'; readonly given: Given }
  /** The notice does not say, or a named body has still to choose: open whatever the record. */
  | { readonly k: 'hole'; readonly reason: Reason }
  /** A keyed parameter read by what the record says; a key that was not given is open. */
  | { readonly k: 'lookup'; readonly of: Given; readonly keys: readonly Node[] };

export interface If<N> {
  readonly k: 'if';
  readonly c: Truth;
  readonly a: N;
  readonly b: N;
}

export interface Tabled<N> {
  readonly k: 'table';
  readonly table: Table<N>;
}

/** A condition: yes, no or open (strong Kleene). `当` and `例外` are written out as `any`, `all` and `not`. */
export type Truth = Common<'truth'> & (Read | If<Truth> | Tabled<Truth> | TruthKind);

type TruthKind =
  | { readonly k: 'lit'; readonly value: boolean }
  | { readonly k: 'not'; readonly a: Truth }
  | { readonly k: 'all' | 'any'; readonly parts: readonly Truth[] }
  | { readonly k: 'atLeast'; readonly n: number; readonly parts: readonly Truth[] }
  /** Both yes or both no. */
  | { readonly k: 'same'; readonly a: Truth; readonly b: Truth }
  | Compare
  | {
      readonly k: 'within';
      readonly a: Num;
      readonly lo?: Num;
      readonly loIn: boolean;
      readonly hi?: Num;
      readonly hiIn: boolean;
      /** The same as comparisons, for a record whose facts are known and where both ends are there. */
      readonly low?: Truth;
      readonly high?: Truth;
    }
  | { readonly k: 'sameText'; readonly a: Text; readonly b: Text }
  | { readonly k: 'sameOptions'; readonly a: Options; readonly b: Options }
  | { readonly k: 'memberIn'; readonly a: Text | Num; readonly set: Options }
  | { readonly k: 'memberAny' | 'memberAll'; readonly a: Options; readonly set: Options }
  /** Not legally absent; of options: not none of them. */
  | { readonly k: 'present'; readonly a: Node };

export interface Compare {
  readonly k: 'compare';
  readonly op: 'eq' | 'lt' | 'le';
  readonly a: Num;
  readonly b: Num;
  /** The same comparison as one of a single date fact with a day that is worked out when the policy is bound. */
  readonly cut?: CutOff;
}

/**
 * Of a fact that lies in the range of its input: yes where the fact is at most (`upTo`), or later than (`after`), the day
 * `than`: a `bind`, or an `if` between such by another fact of the record.
 */
export interface CutOff {
  readonly input: number;
  readonly sense: 'upTo' | 'after';
  readonly than: Num;
}

/** An exact number, a day, a month, a year, fen. */
export type Num = Common<'number'> & (Read | If<Num> | Tabled<Num> | NumKind);

type NumKind =
  | { readonly k: 'lit'; readonly value: Exact }
  | { readonly k: 'add' | 'subtract' | 'multiply' | 'divide'; readonly a: Num; readonly b: Num }
  /** Exact change of unit. */
  | { readonly k: 'convert'; readonly a: Num; readonly factor: Exact }
  | { readonly k: 'round'; readonly a: Num; readonly mode: 'up' | 'down' | 'half'; readonly to: Exact }
  /** A date moved by months (art. 202), days or working days. */
  | { readonly k: 'shift'; readonly by: 'month' | 'day' | 'workday'; readonly date: Num; readonly n: Num }
  /** `ofMonth`: the argument of `startOf`, `endOf`, `monthOf`, `yearOf`, `nextMonth` is a month. */
  | {
      readonly k: 'calendar';
      readonly fn: Exclude<CalendarFn, 'inYear' | 'festival'>;
      readonly args: readonly Num[];
      readonly ofMonth: boolean;
    }
  | { readonly k: 'inYear'; readonly year: Num; readonly day: Text }
  | { readonly k: 'festival'; readonly year: Num; readonly festival: Festival }
  /** Place of an option in its ordered enumeration. */
  | { readonly k: 'rank'; readonly of: Text; readonly order: readonly Id[] }
  | {
      readonly k: 'bands';
      readonly key: Num;
      readonly rows: readonly { readonly to?: Num; readonly rate: Num }[];
    }
  /** The day decided for, and the year it lies in; only in `Lowered.binds`. */
  | { readonly k: 'asOf' | 'yearNow' };

/** An option id, a text, a day of every year. */
export type Text = Common<'text'> &
  (Read | If<Text> | Tabled<Text> | { readonly k: 'lit'; readonly value: string });

/** Several options or texts; `list`: written as a list of values, whose members may be numbers. */
export type Options = Common<'options'> &
  (
    | Read
    | If<Options>
    | Tabled<Options>
    | { readonly k: 'lit'; readonly values: readonly (string | Exact)[]; readonly list: boolean }
  );

/** See `table` of the intermediate form. `keys` are looked at by the rows' tests; `when: null` is `其余`. */
export interface Table<N> {
  readonly id: Id;
  readonly keys: readonly Node[];
  readonly mode?: TableMode;
  readonly rows: readonly { readonly id: Id; readonly when: Truth | null; readonly value: N }[];
  /**
   * Where the rows compare one number with whole constants: the row of each whole number from `from` on, −1 where there is
   * none; smaller numbers go with the first, larger ones with the last. The key itself may still be a fraction.
   */
  readonly by?: { readonly key: Num; readonly from: number; readonly row: readonly number[] };
}

/** What a parameter or circumstance holds. */
export interface Given {
  readonly from: 'parameter' | 'circumstance';
  readonly id: Id;
  readonly type: Type;
}
