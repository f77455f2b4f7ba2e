import type { Decision } from '../../../runtime/decision.ts';
import type { Id } from '../../../runtime/types.ts';

export type Values = { readonly [id: Id]: unknown };

/** The records of other kinds that an applicant is decided among. The search leaves them alone. */
export interface Companions {
  /** By kind, as the evaluator is bound with them. */
  readonly records: { readonly [kind: Id]: unknown };
  /** As the case wrote them. */
  readonly written: Values;
  /** What tells them from others: whole registers are not compared. */
  readonly toJSON: () => unknown;
}

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
  readonly companions?: Companions;
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
