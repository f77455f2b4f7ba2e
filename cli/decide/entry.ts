import type { Decision, TabledDecision } from '../../runtime/decision.ts';
import { describeInputError, InputErrors } from '../../runtime/input/errors.ts';
import type { Language } from '../console/language.ts';

/** What is wrong with one row. `message` is a sentence in the user's language that names the place in the row. */
export interface RowProblem {
  /** The column or the path within the record, as written; empty for the row as a whole. */
  readonly path: string;
  readonly problem: string;
  readonly found?: string;
  readonly message: string;
}

/** One applicant decided, or one row that could not be read. */
export type Entry = DecidedEntry | UnreadEntry;

export interface DecidedEntry {
  readonly kind: 'decided';
  readonly row: number;
  readonly id: string;
  /** As read, for what else is asked about the same record. */
  readonly facts: { readonly [fact: string]: unknown };
  readonly decision: Decision;
}

/** The same with no more of the decision than tables and totals say. */
export type TabledEntry = Tabled | UnreadEntry;

export interface Tabled {
  readonly kind: 'decided';
  readonly row: number;
  readonly id: string;
  readonly decision: TabledDecision;
}

export interface UnreadEntry {
  readonly kind: 'unread';
  readonly row: number;
  readonly id: string;
  readonly problems: readonly RowProblem[];
}

/** The places that the runtime found wrong in one record; anything else it throws is a fault of ours. */
export function problemsIn(error: unknown, language: Language): readonly RowProblem[] {
  if (!(error instanceof InputErrors)) throw error;
  return error.errors.map((one) => ({
    path: one.path,
    problem: one.problem,
    found: one.found,
    message: describeInputError(one, language),
  }));
}
