import type { Reason, TruthName } from '../../decision.ts';
import { ANYWHERE, type Standing } from './places.ts';

/** Number of places of a group; `max` null is open. */
export interface Places {
  readonly min: number;
  readonly max: number | null;
  /** Why the bounds differ. */
  readonly reasons: readonly Reason[];
}

/** The group a row competes in; `known: null` with the groups it may still belong to, `null` for any. */
export type Membership =
  | { readonly known: string; readonly printed: readonly string[] }
  | { readonly known: null; readonly options: readonly string[] | null };

/** All that a stage needs of a row: small, so that a register of a million rows fits in memory. */
export interface Entry {
  /** Passes the filter of the stage. */
  readonly only: TruthName;
  /** Passes `须`. */
  readonly must: TruthName;
  readonly group: Membership;
  readonly standing: Standing;
  readonly places: Places;
  /** Why its own place, group or tests are open. */
  readonly reasons: readonly Reason[];
}

/** A row in the pool of a stage: whether its source lets it in is settled by then. */
export interface Candidate extends Entry {
  readonly member: TruthName;
}

export const isSure = (row: Candidate): boolean => row.member === 'yes';
export const isPossible = (row: Candidate): boolean => row.member !== 'no';
/** Still something open about it that may move others. */
export const isOpen = (row: Candidate): boolean =>
  row.member === 'unknown' ||
  (row.member === 'yes' &&
    (row.must === 'unknown' ||
      row.group.known === null ||
      (row.standing !== ANYWHERE && row.standing.best !== row.standing.worst)));
