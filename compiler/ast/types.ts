import type { Span } from '../source/source.ts';
import type { Expression } from './expressions.ts';
import type { DeclaredName, Word } from './names.ts';
import type { RateWord } from './rates.ts';

export type { RateWord };

/** What follows the colon of a fact or a parameter. */
export interface TypeNode {
  readonly span: Span;
  readonly base: TypeBase;
  /** `每人每月` after 金额. */
  readonly rate: readonly RateWord[];
  /** `从 a 至 b`; either bound may be missing. */
  readonly from?: Expression;
  readonly to?: Expression;
  /** `按 年份`: keyed fact or parameter; the names of key facts or key types. */
  readonly by: readonly Word[];
  /** `等`: an open enumeration. */
  readonly open: boolean;
  /** `可无`: may be legally absent. */
  readonly optional: boolean;
  /** `T 列表` with a scalar T. */
  readonly list: boolean;
}

export type BuiltinType =
  | 'boolean'
  | 'integer'
  | 'money'
  | 'ratio'
  | 'date'
  | 'month'
  | 'year'
  | 'period'
  | 'text';

export type TypeBase =
  | { readonly kind: 'builtin'; readonly name: BuiltinType }
  /** A unit (`学期`, `人`), or the name of a subject: a reference to its record. */
  | { readonly kind: 'named'; readonly name: Word }
  /** `A (a) | B (b)`, or ordered `A < B`; `单选` and `多选` may give the options on the lines below. */
  | {
      readonly kind: 'options';
      readonly choice: 'one' | 'many';
      readonly ordered: boolean;
      readonly options: readonly DeclaredName[];
    }
  /** `列表` with field lines below: a list of records; the fields are the statement's children. */
  | { readonly kind: 'records' }
  /**
   * `同 X | extra (e)`: the type of fact X, or one of the enumeration X, with further options. `多选 同 X` and `单选 同 X`
   * say how many are chosen and take the further options on the lines below.
   */
  | {
      readonly kind: 'sameAs';
      readonly of: Word;
      readonly extra: readonly DeclaredName[];
      readonly choice?: 'one' | 'many';
    };
