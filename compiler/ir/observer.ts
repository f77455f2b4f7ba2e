import type { TableRead } from '../../runtime/rules.ts';
import type { Id } from '../../runtime/types.ts';
import type { Value } from '../../runtime/value.ts';
import type { Expr } from './expressions.ts';

/** What a bound or a cut did where it made a difference, or would have. */
export type Turn = 'capped' | 'uncapped' | 'floored' | 'unfloored' | 'tie' | 'refill';

/** Told what a policy's parts come to while the reference interpreter decides. Without one the interpreter does no work for it. */
export interface Observer {
  /**
   * A node came to a value; nodes inside it were told before. Conditions come as truths. A definition is told once a record,
   * what stands inside an aggregate once an element, a periodic duty once a period.
   */
  readonly node: (e: Expr, value: Value) => void;
  /** A table was read. */
  readonly table: (read: TableRead) => void;
  /** An amount was held to its bounds, or a stage of a selection cut. */
  readonly turn: (of: Id, what: Turn) => void;
}
