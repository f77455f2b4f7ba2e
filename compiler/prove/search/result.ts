import type { Reason } from '../../../runtime/decision.ts';
import type { Outside } from '../encode/scope.ts';
import type { Question } from './question.ts';
import type { Applicant } from './setting.ts';

/**
 * - `proved`: it holds of every complete record. `vacuous`: because it speaks of none.
 * - `refuted`: not of the records shown, as the interpreter says too; of something that somebody should reach: of none.
 * - `open`: of no record is it false, but of the one shown the notice leaves it open.
 * - `notAnalysed`: it hangs on something that proofs do not reach (`beyond`).
 * - `undecided`: no answer within the time.
 * - `fault`: solver and interpreter do not agree, or the solver said something strange: a fault of ours.
 */
export type Verdict = 'proved' | 'refuted' | 'open' | 'notAnalysed' | 'undecided' | 'fault';

export interface Finding {
  readonly question: Question;
  readonly verdict: Verdict;
  readonly vacuous?: true;
  /** The record that shows it, or the two that are compared. */
  readonly records: readonly Witness[];
  /** Whether there surely is none that differs in fewer places from where the search began. */
  readonly smallest: boolean;
  /** Why it is open. */
  readonly reasons: readonly Reason[];
  readonly beyond: readonly Outside[];
  /** Longest list looked at, where it reads lists. */
  readonly lists?: number;
  /** Records near boundaries that the interpreter was asked about in place of a proof. */
  readonly tried?: number;
  readonly detail?: string;
}

export interface Witness extends Applicant {
  /** Keys of the values that differ from where the search began: facts by id, `asOf`, `circumstances.…`, `parameters.…`. */
  readonly changed: readonly string[];
}
