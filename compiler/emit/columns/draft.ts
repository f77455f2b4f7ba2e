import type { KernelAmount } from './amounts.ts';
import type { RowCode } from './code.ts';
import type { Layout } from './layout.ts';
import type { Lines } from './lines.ts';
import type { ColumnsProgramme } from './programme.ts';

/** How large loops may grow. */
export interface Limits {
  /**
   * Rows that are worked on at a time, a multiple of eight; fewer where there are many inputs. What is kept of them stays in the nearer caches, and copying them
   * in and out takes few calls: 4,096 rows took 0.85 of the time of 1,024, and 8,192 no less.
   */
  readonly chunk: number;
  /** Lines that one loop tells apart; one bit a line in a word of 32. */
  readonly lines: number;
  /** Statements of one loop: V8 leaves larger functions slow. */
  readonly statements: number;
}

export const LIMITS: Limits = { chunk: 4096, lines: 32, statements: 400 };

/** A programme while its kernel is written. */
export interface Draft {
  readonly programme: ColumnsProgramme;
  readonly deciding: ColumnsProgramme['lines'];
  readonly lines: Lines;
  readonly layout: Layout;
  /** Begins the text of a row. */
  readonly newCode: () => RowCode;
  /** The text that `lines` were looked through with. */
  readonly code: RowCode;
  readonly limits: Limits;
}

/** The body of a function of `given` that gives a `Step`. */
export interface KernelText {
  readonly text: string;
  readonly amounts: readonly KernelAmount[];
  /** Statements of the largest function. */
  readonly size: number;
}
