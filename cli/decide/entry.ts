import type { Decision } from '../../runtime/decision.ts';

/** What is wrong with one row, for people; `column` where one is to blame. */
export interface RowProblem {
  readonly column?: string;
  readonly found?: string;
  /** What should stand there, or what is wrong, in the user's language. */
  readonly message: string;
}

/** One applicant decided, or one row that could not be read. */
export type Entry =
  | { readonly kind: 'decided'; readonly row: number; readonly id: string; readonly decision: Decision }
  | { readonly kind: 'unread'; readonly row: number; readonly id: string; readonly problems: readonly RowProblem[] };
