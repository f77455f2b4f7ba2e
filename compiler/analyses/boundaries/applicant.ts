import type { Decision } from '../../../runtime/decision.ts';
import type { Id } from '../../../runtime/types.ts';

export type Values = { readonly [id: Id]: unknown };

/** All that one decision is made from, under ids and as an input file would give it. */
export interface Applicant {
  readonly subject: Id;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly facts: Values;
  readonly parameters: Values;
  readonly circumstances: Values;
  /** Without one, nothing is said of procedures. */
  readonly events: Values;
}

/** How far a comparison is from its boundary, in steps of its type; negative below it. By the boundary's id. */
export type Distances = ReadonlyMap<string, number>;

/** An applicant decided, with the goals that were reached on the way. */
export interface Trial {
  readonly applicant: Applicant;
  readonly goals: ReadonlySet<string>;
  readonly distances: Distances;
  readonly decision: Decision;
}

/** Decides an applicant; null where the data does not fit the policy. */
export type Try = (applicant: Applicant) => Trial | null;
