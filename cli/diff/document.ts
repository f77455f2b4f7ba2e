import type {
  Breakdown,
  Change,
  Comparison,
  Ends,
  Pair,
  PartState,
  PopulationDiff,
  Region,
} from '../../compiler/index.ts';
import type { AmountResult, ProgrammeDecision } from '../../runtime/decision.ts';
import type { Id } from '../../runtime/types.ts';
import type { Curve } from './curves.ts';

/** The same in both languages. */
type Words = Change['place'];

/** `diff --format json`. Money in fen; texts in both languages. */
export interface DiffDocument {
  readonly schema: 'bangfu.diff/1';
  readonly policies: readonly PolicyDiff[];
}

export interface PolicyDiff {
  /** Its id, of the newer version; left out where neither compiles. */
  readonly policy?: Id;
  /** `broken`: one of the versions does not compile, so that they cannot be compared. */
  readonly state: 'same' | 'changed' | 'added' | 'removed' | 'broken';
  readonly before: VersionEntry | null;
  readonly after: VersionEntry | null;
  readonly changes: readonly ChangeEntry[];
  readonly parts: readonly PartState[];
  /** With `--population`. */
  readonly population?: PopulationEntry;
  /** With `--prove`. */
  readonly proof?: ProofEntry;
}

export interface VersionEntry {
  /** A file, or `REV:path`. */
  readonly path: string;
  /** Hash of what it says; `null` where it does not compile. */
  readonly version: string | null;
  readonly errors: number;
}

export interface ChangeEntry {
  readonly kind: Change['kind'];
  /** Id of what changed, in the new version where it is there. */
  readonly at: Id;
  /** Programme, procedure, duty, definition or fact that it belongs to. */
  readonly owner: Id;
  readonly app: Change['app'];
  /** `false`: no decision can differ by it. */
  readonly decides: boolean;
  readonly title: Words;
  readonly place: Words;
  readonly before: SideEntry | null;
  readonly after: SideEntry | null;
  /** How far a figure or a date moved. */
  readonly by?: Words;
  /** The whole of it in a sentence. */
  readonly text: Words;
}

export interface SideEntry {
  readonly text: Words;
  readonly line?: number;
  readonly cites?: readonly string[];
}

export interface PopulationEntry extends PopulationDiff {
  readonly path: string;
  readonly asOf: string;
  /** Months whose payments are added up, both included. */
  readonly period: { readonly from: string; readonly to: string };
  /** Rows that could not be read. */
  readonly unread: number;
  readonly breakdowns: readonly Breakdown[];
  readonly curves: readonly Curve[];
}

export interface ProofEntry {
  readonly programmes: readonly ComparisonEntry[];
}

export interface ComparisonEntry extends Omit<Comparison, 'regions' | 'because' | 'tried'> {
  readonly regions: readonly RegionEntry[];
  /** Why it is not decided. */
  readonly because: readonly (Exclude<Because, { readonly k: 'outside' }> | OutsideEntry)[];
  /** Applicants on the boundaries decided by both versions in place of a proof. */
  readonly tried?: {
    readonly count: number;
    readonly found: readonly (PairEntry & { readonly kind: Region['kind'] })[];
  };
}

type Because = Comparison['because'][number];
type Outside = Extract<Because, { readonly k: 'outside' }>;

/** Something that proofs do not reach, with its place. */
export type OutsideEntry = Outside['outside'] & Pick<Outside, 'k' | 'version'>;

export interface RegionEntry extends Omit<Region, 'amount' | 'dates' | 'witness'> {
  readonly amount?: Omit<NonNullable<Region['amount']>, keyof Ends> & EndsEntry;
  readonly dates?: Omit<NonNullable<Region['dates']>, 'by'> & { readonly by?: EndsEntry };
  readonly witness: PairEntry;
}

/** The least and the most; `null` where nothing bounds it. `exact`: these ends are reached. */
export interface EndsEntry {
  readonly min: number | string | null;
  readonly max: number | string | null;
  readonly exact: Ends['exact'];
}

/** One record as `decide` reads it, once for each version, and what that version decides. */
export interface PairEntry {
  readonly changed: Pair['changed'];
  readonly before: DecidedPair;
  readonly after: DecidedPair;
}

export interface DecidedPair {
  readonly binding: object;
  readonly facts: object;
  readonly decision: {
    readonly outcome: ProgrammeDecision['outcome'];
    readonly tier?: Id | null;
    readonly amounts: readonly PaidEntry[];
  };
}

export interface PaidEntry extends Pick<AmountResult, 'id' | 'amount' | 'per'> {
  readonly from?: AmountResult['from'];
  readonly to?: AmountResult['to'];
  readonly on?: AmountResult['on'];
}
