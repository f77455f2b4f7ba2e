import type { DataWarning, Decision, ProcedureState } from '../../runtime/decision.ts';
import type { RegisterSummary } from '../../runtime/register-summary.ts';
import type { RowProblem } from '../decide/entry.ts';

/** One record decided. Also what `explain --format json` prints. */
export interface DecidedRow {
  /** Line of a text file, row of a sheet. */
  readonly row: number;
  /** As the data name the record; left out where they do not. */
  readonly id?: string;
  readonly decision: Decision;
}

/** A record that could not be read; the others are decided all the same. */
export interface UnreadRow {
  readonly row: number;
  readonly id?: string;
  readonly problems: readonly RowProblem[];
}

/** Totals of a run. `rows` are those decided; money in fen. */
export interface RunSummary extends RegisterSummary {
  /** Rows that could not be read. */
  readonly unreadable: number;
}

/** `decide --format json`. */
export interface DecisionsDocument {
  readonly schema: 'bangfu.decisions/1';
  readonly entries: readonly (DecidedRow | UnreadRow)[];
  readonly summary: RunSummary;
}

/** The last line of `decide --format ndjson`. */
export interface TotalsLine {
  readonly schema: 'bangfu.decisions/1';
  readonly summary: RunSummary;
}

/** A line of `decide --format ndjson`. */
export type DecisionsLine = DecidedRow | UnreadRow | TotalsLine;

/** `timeline --format json`. */
export interface TimelineDocument {
  readonly schema: 'bangfu.timeline/1';
  readonly procedures: { readonly [id: string]: ProcedureState };
  readonly warnings: readonly DataWarning[];
}
