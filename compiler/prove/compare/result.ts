import type { ProgrammeDecision, TruthName } from '../../../runtime/decision.ts';
import type { Exact } from '../../../runtime/exact.ts';
import type { Id } from '../../../runtime/types.ts';
import type { Outside } from '../encode/scope.ts';
import type { Applicant } from '../search/setting.ts';

/** How a decision about one complete record differs between two versions, in the order in which it is told. */
export const differenceKinds = [
  'becomesEligible',
  'becomesIneligible',
  'moreMoney',
  'lessMoney',
  /** Paid in both versions, for another unit: not more and not less. */
  'otherUnit',
  /** `择一`: eligible in both; paid in the new version only, or in the old one only; the money apart. */
  'preferred',
  'passedOver',
  /** Another row of the tier table, where no amount differs nor is open. */
  'otherTier',
  'otherDates',
  'opened',
  'settledIn',
  'settledOut',
  /** Eligible in both; the amount is settled in the old version only, or in the new one only. */
  'moneyOpened',
  'moneySettled',
  /** Eligible in both; which of several benefits is paid is settled in the old version only, or in the new one only. */
  'choiceOpened',
  'choiceSettled',
  /** The outcome is open in both, and what would be paid differs. */
  'ifEligible',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** Least and most; `null`: without bound, or not found in time. */
export interface Ends {
  readonly min: Exact | null;
  readonly max: Exact | null;
  /** `false`: somebody may fare a little further. */
  readonly exact: boolean;
}

/** Everybody who fares differently in one way. */
export interface Region {
  readonly kind: DifferenceKind;
  /** Lines of the notice that decide otherwise: `null` where a version has no such line. */
  readonly by: readonly Flip[];
  /** What holds of everybody here, as far as the changed lines read it; not all that holds. */
  readonly where: readonly Within[];
  /** Rows of the tier table before and after, where it is told by them; `null`: no row for certain. */
  readonly rows?: { readonly before: Id | null; readonly after: Id | null };
  /** Difference in fen: of one payment to one head (`each`), or of all that one record gets. */
  readonly amount?: Ends & {
    readonly id: Id;
    readonly per: readonly string[];
    readonly of: 'each' | 'total';
  };
  readonly dates?: Shift;
  readonly witness: Pair;
  /** Whether there surely is none that differs in fewer places from where the search began. */
  readonly smallest: boolean;
}

export interface Flip {
  readonly id: Id;
  readonly was: TruthName | null;
  readonly is: TruthName | null;
}

/** What a fact may be, as an application hands it in: no end means none was found. Key as in `Applicant.raw`. */
export interface Within {
  readonly key: string;
  readonly min?: unknown;
  readonly max?: unknown;
  /** The end itself is not reached. */
  readonly above?: true;
  readonly below?: true;
  readonly among?: readonly unknown[];
  readonly has?: readonly unknown[];
  readonly lacks?: readonly unknown[];
}

/** First month, last month or date of payment: put off, brought forward, set where there was none, or dropped. */
export interface Shift {
  readonly amount: Id;
  readonly part: 'from' | 'to' | 'on';
  readonly way: 'later' | 'earlier' | 'set' | 'dropped' | 'others';
  readonly unit?: 'month' | 'day';
  /** How far, counted forwards; absent where one of both is. */
  readonly by?: Ends;
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
  /**
   * `fact`: declared in two ways that no record fits both. `subject`: another kind of record. `total`: heads, events or
   * bounds changed of an amount that is a product of numbers that vary.
   */
  | { readonly k: 'incomparable'; readonly what: 'fact' | 'subject' | 'total'; readonly id: Id }
  /** Too many kinds of difference to list them all. */
  | { readonly k: 'many' }
  /** What the solver holds for open, the interpreter settles. */
  | { readonly k: 'doubt' };

/** What of a programme is not looked at here. */
export const asides = ['ranking', 'routes', 'documents', 'deadlines', 'shares', 'grants', 'inForce'] as const;
export type Aside = (typeof asides)[number];

/** Records near boundaries, decided by both versions in place of a proof, and the first of each way to differ. */
export interface Tried {
  readonly count: number;
  readonly found: readonly { readonly kind: DifferenceKind; readonly pair: Pair }[];
}

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
  readonly tried?: Tried;
  /** Changed in meaning, and not compared. */
  readonly aside: readonly Aside[];
  /** Facts whose declared values differ: only values that both versions accept are looked at. */
  readonly narrowed: readonly Id[];
  /** `名额`: who is chosen among the eligible is not looked at. */
  readonly ranking: boolean;
  /** Longest list looked at, where lists are read. */
  readonly lists?: number;
  readonly detail?: string;
}
