export type TraceProblem =
  | { readonly why: 'unaccounted' | 'notCited'; readonly clause: string }
  | { readonly why: 'noSuchName'; readonly clause: string; readonly name: string }
  | { readonly why: 'notListed'; readonly clause: string; readonly line: number }
  | { readonly why: 'caseNamesUnlisted'; readonly clause: string; readonly case: string };

export interface TraceCounts {
  readonly clauses: number;
  readonly encoded: number;
  readonly determination: number;
  readonly notEncoded: number;
  readonly unaccounted: number;
  readonly tested: number;
  readonly problems: number;
}

/** People of one group of a stage. */
export interface PlaceCounts {
  readonly used: number;
  readonly open: number;
  readonly out: number;
}

/** Numbers of mutants, and the share of them noticed or excused. */
export interface MutationScore {
  readonly mutants: number;
  readonly killed: number;
  readonly excused: number;
  readonly survived: number;
  /** Of the survived: those for which no applicant was found whom they decide otherwise. */
  readonly alike: number;
  readonly broken: number;
  /** Proved to decide every complete record as the policy does. */
  readonly same: number;
  readonly percent: number;
}
