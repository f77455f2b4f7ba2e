import type { DutyState, Range } from './decision.ts';
import type { Per } from './types.ts';

/** Places of one group of a stage, and who has them. */
export interface GroupSummary {
  /** Values of the grouping keys as printed; empty where the stage does not group, or the group of a row is not settled. */
  readonly group: readonly string[];
  readonly places: Range;
  /** Places that nobody has: those that nobody can take any more, up to those that are not taken yet. */
  readonly free: Range;
  /** Rows that surely have a place: the places used. */
  readonly in: number;
  /** Rows that may have one. */
  readonly undetermined: number;
  readonly out: number;
}

/**
 * Money of one rate, added up over the rows that get it: fen, least and most. One that is not settled (undetermined, or its
 * selection is) adds nothing to the least and all that it may get to the most. Never rounded: shares may give `a/b`.
 */
export interface RateSummary {
  /** What it is for each of: a row's heads are used up by adding the rows, so month, year, once, event … are left. */
  readonly per: readonly Per[];
  /** The events of each row are added up too. */
  readonly overEvents?: true;
  readonly amount: Range;
  readonly byAmount: { readonly [amount: string]: Range };
  /** By tier row; those without a settled one under `''`. Left out where the programme has no tiers. */
  readonly byTier?: { readonly [row: string]: Range };
  /** By who pays; under `''` where the shares are open. Left out where the policy does not share the cost. */
  readonly byPayer?: { readonly [payer: string]: Range };
  /** By the stage that gave the place, or may give it, and group. Left out where the programme does not select. */
  readonly byStage?: { readonly [stage: string]: readonly GroupMoney[] };
}

export interface GroupMoney {
  readonly group: readonly string[];
  readonly amount: Range;
}

export interface ProgrammeSummary {
  readonly eligible: number;
  readonly ineligible: number;
  readonly undetermined: number;
  readonly selected?: number;
  readonly notSelected?: number;
  readonly selectionUndetermined?: number;
  /** Applicants who are not ineligible by tier row; those without a settled one under `''`. */
  readonly byTier: { readonly [row: string]: number };
  /** By stage; left out where the programme does not select. */
  readonly stages?: { readonly [stage: string]: readonly GroupSummary[] };
  /** A rate each: money a month is never added to money a year. */
  readonly money: readonly RateSummary[];
}

/** Totals over a register; the order of its rows changes nothing. */
export interface RegisterSummary {
  readonly rows: number;
  readonly programmes: { readonly [id: string]: ProgrammeSummary };
  /** Rows by state, of each duty and target; left out where there are none. */
  readonly duties?: { readonly [id: string]: { readonly [state in DutyState]?: number } };
}
