import type { ProgrammeDecision } from '../../../runtime/decision.ts';
import type { Exact } from '../../../runtime/exact.ts';
import type { Id } from '../../../runtime/types.ts';
import type { Outside } from '../encode/scope.ts';
import type { Applicant } from '../search/setting.ts';

/** How a decision about one complete record differs between two versions. Asked in this order. */
export const differenceKinds = [
  'becomesEligible',
  'becomesIneligible',
  'moreMoney',
  'lessMoney',
  'otherTier',
  'otherDates',
  'opened',
  'settledIn',
  'settledOut',
  /** Eligible in both; the amount is settled in the old version only, or in the new one only. */
  'moneyOpened',
  'moneySettled',
  /** The outcome is open in both, and what would be paid differs. */
  'ifEligible',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** Everybody who fares differently in one way. */
export interface Region {
  readonly kind: DifferenceKind;
  /** Rows of the tier table before and after, where it is told by them; `null`: no row for certain. */
  readonly rows?: { readonly before: Id | null; readonly after: Id | null };
  readonly amount?: {
    readonly id: Id;
    readonly per: readonly string[];
    /** Least and most difference, fen for each `per`; `null`: without bound, or not found in time. */
    readonly min: Exact | null;
    readonly max: Exact | null;
    /** `false`: somebody may fare a little further. */
    readonly exact: boolean;
  };
  readonly witness: Pair;
  /** Whether there surely is none that differs in fewer places from where the search began. */
  readonly smallest: boolean;
}

/** One applicant as both versions read and decide it. */
export interface Pair {
  readonly before: Applicant;
  readonly after: Applicant;
  /** Keys (of the new version, where it has them) of what differs from where the search began. */
  readonly changed: readonly string[];
  readonly was: ProgrammeDecision;
  readonly is: ProgrammeDecision;
}

/** Why something is not decided. */
export type Undecided =
  | { readonly k: 'outside'; readonly version: 'before' | 'after'; readonly outside: Outside }
  | { readonly k: 'time'; readonly kind: DifferenceKind | 'rest' }
  /** `fact`, `enum`: declared in two ways that no record fits both. `per`: paid for another unit. `total`: heads, events
   * or days of payment changed. `choice`: paid only if no other benefit is. `subject`: another kind of record. */
  | {
      readonly k: 'incomparable';
      readonly what: 'fact' | 'enum' | 'per' | 'total' | 'choice' | 'subject';
      readonly id: Id;
    }
  /** Too many kinds of difference to list them all. */
  | { readonly k: 'many' }
  /** What the solver holds for open, the interpreter settles. */
  | { readonly k: 'doubt' };

/**
 * - `same`: both versions mean the same; nothing was asked.
 * - `compared`: the regions are all there is; everybody else surely fares the same.
 * - `undecided`: the regions are certain, what lies outside them is not.
 * - `fault`: solver and interpreter do not agree: a fault of ours.
 */
export interface Comparison {
  readonly programme: Id;
  readonly state: 'same' | 'compared' | 'undecided' | 'fault';
  readonly regions: readonly Region[];
  readonly because: readonly Undecided[];
  /** Records near boundaries, decided by both versions, in place of a proof; and the first that differs. */
  readonly tried?: number;
  readonly first?: Pair;
  /** Facts whose declared values differ: only values that both versions accept are looked at. */
  readonly narrowed: readonly Id[];
  /** `名额`: who is chosen among the eligible is not looked at. */
  readonly ranking: boolean;
  /** Longest list looked at, where lists are read. */
  readonly lists?: number;
  readonly detail?: string;
}
