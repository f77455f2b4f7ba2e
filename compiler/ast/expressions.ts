import type { Span } from '../source/source.ts';
import type { Word } from './names.ts';
import type { RateWord } from './rates.ts';

/**
 * Everything that may stand in the body of a line. Operators keep the shape the author
 * gave them; synonyms are folded into one form (`至少 3 元` and `3 元 以上` are one node).
 */
export type Expression =
  | NumberLiteral
  | TextLiteral
  | DateLiteral
  | YearlyDayLiteral
  | TailDate
  | MonthPart
  | LunarDay
  | Everyday
  | NameReference
  | Member
  | SetLiteral
  | Arithmetic
  | Rounded
  | Converted
  | Elapsed
  | Conditional
  | Test
  | Not
  | Junction
  | Exists
  | Every
  | Aggregate
  | Group
  | Amount
  | Hole
  | Bracketed
  | SpanExpression
  | Implication
  | Monotone
  | ShareList
  | Periodic
  | TextRow;

interface Base {
  readonly span: Span;
}

/** `30000 元`, `20%`, `60 周岁`, `1/2`. `value` is an exact decimal or fraction in ASCII: `-1.5`, `1/2`; 万 and 亿 are multiplied in. */
export interface NumberLiteral extends Base {
  readonly kind: 'number';
  readonly value: string;
  readonly percent: boolean;
  readonly unit?: UnitWord;
}

/** A built-in unit by its id, or a declared one by its name. `word` is what was written (周岁 and 年 are both `year`). */
export type UnitWord =
  | { readonly kind: 'builtin'; readonly id: BuiltinUnit; readonly span: Span }
  | { readonly kind: 'declared'; readonly name: Word; readonly span: Span };

export type BuiltinUnit =
  | 'yuan'
  | 'year'
  | 'yearOfAge'
  | 'halfYear'
  | 'quarter'
  | 'month'
  | 'tenDays'
  | 'week'
  | 'day'
  | 'workday'
  | 'hour'
  | 'minute'
  | 'person'
  | 'household'
  | 'item'
  | 'time'
  | 'thing'
  | 'issue'
  | 'article'
  | 'case'
  | 'copy'
  | 'point'
  | 'kilometre'
  | 'squareMetre'
  | 'mu';

export interface TextLiteral extends Base {
  readonly kind: 'text';
  readonly value: string;
}

/** `2022-12-31`; `2022-12` has no day. Checked to be a real date by the checker, not here. */
export interface DateLiteral extends Base {
  readonly kind: 'date';
  readonly year: number;
  readonly month: number;
  readonly day?: number;
}

/** `03-31`: a day of every year. */
export interface YearlyDayLiteral extends Base {
  readonly kind: 'yearlyDay';
  readonly month: number;
  readonly day: number;
}

/** `首年-01-21`, `年度-10`: a year with a tail glued to it. */
export interface TailDate extends Base {
  readonly kind: 'tailDate';
  readonly year: Expression;
  readonly month: number;
  readonly day?: number;
}

/** `10 月底`, `年度-10 月中旬`, `10 月`: part of a month, as a span; with no year it is yearly. */
export interface MonthPart extends Base {
  readonly kind: 'monthPart';
  readonly year?: Expression;
  readonly month: number;
  readonly part: 'whole' | 'first' | 'middle' | 'last' | 'end';
}

/** `农历 九月初九`: lunar month 1–12 and day 1–30. */
export interface LunarDay extends Base {
  readonly kind: 'lunarDay';
  readonly month: number;
  readonly day: number;
}

/** `每年 03-31`: the yearly day inside, read in the year in question. */
export interface Everyday extends Base {
  readonly kind: 'everyYear';
  readonly day: Expression;
}

/** A declared name, an option, a festival, or a predeclared word such as 本年. Which one, the resolver says. */
export interface NameReference extends Base {
  readonly kind: 'name';
  readonly name: Word;
}

/** `X 的 F` / `X's F`. */
export interface Member extends Base {
  readonly kind: 'member';
  readonly of: Expression;
  readonly field: Word;
}

export interface SetLiteral extends Base {
  readonly kind: 'set';
  readonly items: readonly Expression[];
}

export interface Arithmetic extends Base {
  readonly kind: 'arithmetic';
  readonly op: '+' | '-' | '*' | '/';
  readonly left: Expression;
  readonly right: Expression;
}

/** `进位 舍去 四舍五入`, optionally `到 元`. */
export interface Rounded extends Base {
  readonly kind: 'rounded';
  readonly of: Expression;
  readonly mode: 'up' | 'down' | 'half';
  readonly to?: NumberLiteral;
}

/** `X 折合 年`. */
export interface Converted extends Base {
  readonly kind: 'converted';
  readonly of: Expression;
  readonly unit: UnitWord;
}

/** `X 至今`. */
export interface Elapsed extends Base {
  readonly kind: 'elapsed';
  readonly since: Expression;
}

/** `若 c 则 a 否则 b`. */
export interface Conditional extends Base {
  readonly kind: 'if';
  readonly when: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

/** A comparison; without a subject in table rows and filters, where the key or the element is meant. */
export interface Test extends Base {
  readonly kind: 'test';
  readonly subject?: Expression;
  readonly predicate: Predicate;
}

export type Predicate =
  /** `ge` 以上 不低于 满 · `gt` 超过 · `le` 以下 不高于 不超过 · `lt` 低于 不满 · `eq` 恰. */
  | {
      readonly kind: 'bound';
      readonly op: 'ge' | 'gt' | 'le' | 'lt' | 'eq';
      readonly value: Expression;
      readonly span: Span;
    }
  /** `a 至 b`, both included; `超过 a 至 b` without a. */
  | {
      readonly kind: 'range';
      readonly from: Expression;
      readonly fromExcluded?: true;
      readonly to: Expression;
      readonly span: Span;
    }
  | { readonly kind: 'within'; readonly negated: boolean; readonly in: Expression; readonly span: Span }
  | { readonly kind: 'is'; readonly negated: boolean; readonly value: Expression; readonly span: Span }
  | { readonly kind: 'oneOf'; readonly negated: boolean; readonly set: Expression; readonly span: Span }
  | {
      readonly kind: 'contains';
      readonly mode: 'one' | 'not' | 'any' | 'all';
      readonly value: Expression;
      readonly span: Span;
    }
  | { readonly kind: 'exists'; readonly negated: boolean; readonly span: Span }
  | { readonly kind: 'state'; readonly state: State; readonly span: Span };

/** 符合 不符合 入选 逾期 完成 履行 违反. */
export type State = 'eligible' | 'ineligible' | 'selected' | 'late' | 'done' | 'met' | 'breached';

export interface Not extends Base {
  readonly kind: 'not';
  readonly of: Expression;
}

/** `且` or `或`; one operator a node, two or more parts, never mixed. */
export interface Junction extends Base {
  readonly kind: 'junction';
  readonly op: 'and' | 'or';
  readonly parts: readonly Expression[];
}

/** `有 2 次 以上 L 其中 c`, `没有 L 在 S`. */
export interface Exists extends Base {
  readonly kind: 'exists';
  readonly negated: boolean;
  readonly bound?: Predicate;
  readonly list: ListExpression;
  readonly predicate?: Predicate;
}

/** `全部 L (在 S) 均 c`. */
export interface Every extends Base {
  readonly kind: 'every';
  readonly list: ListExpression;
  readonly predicate?: Predicate;
  readonly satisfies: Expression;
}

export type AggregateOp =
  | 'sum'
  | 'max'
  | 'min'
  | 'earliest'
  | 'latest'
  | 'distinct'
  | 'persons'
  | 'households'
  | 'times'
  | 'items'
  | 'only';

export interface Aggregate extends Base {
  readonly kind: 'aggregate';
  readonly op: AggregateOp;
  readonly list: ListExpression;
}

/** `全体 K 的 F 其中 c`. */
export interface ListExpression {
  readonly span: Span;
  readonly population: boolean;
  readonly name: Word;
  readonly fields: readonly Word[];
  readonly where?: Expression;
}

/** `同时满足 满足其一 均不满足 满足 N 项 以上`: the parts are the child lines of the statement. */
export interface Group extends Base {
  readonly kind: 'group';
  readonly op: 'all' | 'any' | 'none' | 'atLeast';
  readonly count?: Expression;
}

/** `每人每月 900 元 × 人数 每次 L 其中 c`; with no rate words the programme's own rule applies. */
export interface Amount extends Base {
  readonly kind: 'amount';
  readonly rate: readonly RateWord[];
  readonly value: Expression;
  readonly events?: {
    readonly mode: 'each' | 'first';
    readonly list: ListExpression;
    readonly by?: readonly Word[];
  };
}

/** `未规定 "why"`, or `由 X 确定` as a whole body. */
export interface Hole extends Base {
  readonly kind: 'hole';
  readonly why: 'unspecified' | 'determination';
  readonly text?: string;
  readonly by?: Word;
}

/** Brackets that the author wrote; kept so that the formatter can keep those that matter. */
export interface Bracketed extends Base {
  readonly kind: 'bracketed';
  readonly of: Expression;
}

/** Half-lines, windows and periods of dates: what may follow 在. */
export type SpanExpression = Base & {
  readonly kind: 'span';
  readonly shape: /** `D 前(含)` `D 后(不含)`. */
    | {
        readonly kind: 'half';
        readonly at: Expression;
        readonly side: 'before' | 'after';
        readonly included: boolean;
      }
    /** `自 A(含) 至 B(含)`; marks default to included. `days` is `自 A(含) 5 年`. */
    | {
        readonly kind: 'between';
        readonly from?: Expression;
        readonly fromIncluded: boolean;
        readonly to?: Expression;
        readonly toIncluded: boolean;
        readonly marked: boolean;
      }
    | {
        readonly kind: 'lasting';
        readonly from: Expression;
        readonly fromIncluded: boolean;
        readonly length: Expression;
      }
    /** `D 后 5 个工作日 内`, `D 前 12 个月 内`. */
    | {
        readonly kind: 'window';
        readonly at: Expression;
        readonly side: 'before' | 'after';
        readonly length: Expression;
      }
    /** `近 2 年 内`, `截至 D 近 3 年 内`. */
    | { readonly kind: 'last'; readonly upTo?: Expression; readonly length: Expression }
    /** `年度 内`, `2022-12 内`, `公示 的 期间`. */
    | { readonly kind: 'whole'; readonly of: Expression };
};

/** `凡 c 则 d`, in assertions. */
export interface Implication extends Base {
  readonly kind: 'implies';
  readonly when: Expression;
  readonly then: Expression;
}

/** `X 随 Y 不减` / `不增`, in assertions. */
export interface Monotone extends Base {
  readonly kind: 'monotone';
  readonly of: Expression;
  readonly by: Expression;
  readonly direction: 'notDecreasing' | 'notIncreasing';
}

/** `省 50%, 市 50%`. */
export interface ShareList extends Base {
  readonly kind: 'shares';
  readonly parts: readonly { readonly span: Span; readonly payer: Word; readonly share: NumberLiteral }[];
}

/** `每月 有 1 次 以上 L`, `每 2 个月 …`: a duty's body judged period by period. */
export interface Periodic extends Base {
  readonly kind: 'periodic';
  readonly every: { readonly count: number; readonly unit: BuiltinUnit };
  readonly body: Expression;
}

/** What is asked of a document; `held`: an authority has it, so that nobody hands it in. */
export type PaperForm = 'original' | 'copy' | 'both' | 'held';

/** A document form: `原件` / `复印件 3 份` / `免交`. */
export interface TextRow extends Base {
  readonly kind: 'paper';
  readonly form: PaperForm;
  readonly copies?: number;
}
