import type { KernelAmount } from './amounts.ts';
import type { RowCode } from './code.ts';
import type { Layout } from './layout.ts';
import type { Lines } from './lines.ts';
import type { ColumnsProgramme } from './programme.ts';

/** How large one loop may grow: V8 leaves larger functions slow. */
export interface Limits {
  /** Lines that one loop tells apart; one bit a line in a word of 32. */
  readonly lines: number;
  readonly statements: number;
}

export const LIMITS: Limits = { lines: 32, statements: 400 };

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
