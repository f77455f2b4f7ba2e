import type {
  Decision,
  DutyDecision,
  Payment,
  ProcedureState,
  ProgrammeDecision,
  TierResult,
  WouldChange,
} from './decision.ts';
import type { BoundPolicy, Evaluator, RegisterSummary } from './evaluator.ts';
import type { ReadRecord } from './value.ts';

// The same evaluator with the names of one policy in its types, so that an editor completes them. Types only.

/** `2022-12-31`, Beijing time. */
export type IsoDate = string;
/** `2022-12`. */
export type IsoMonth = string;
/** `03-31`, a day of every year. */
export type YearlyDay = string;
/** Yuan, as a number with at most two decimals or as text: `1234.5`, `"1234.50"`. */
export type Yuan = number | string;
/** A number that need not be whole: `0.5`, `"1/2"`, a ratio also as `"20%"`. */
export type Quantity = number | string;
/** A list that may not be all: others may come to light. */
export interface PartialList<T> {
  readonly items: readonly T[];
  readonly complete: boolean;
}
export type Listed<T> = readonly T[] | PartialList<T>;
/** A value that changes in time, earliest first. */
export type Dated<T> = T | readonly { readonly from: IsoDate; readonly value: T }[];

/** Names of one policy, as its generated module lists them. */
export interface PolicyTypes {
  /** Facts by kind of record. */
  readonly subjects: object;
  readonly parameters: object;
  readonly circumstances: object;
  readonly programmes: { readonly [id: string]: ProgrammeTypes };
  readonly procedures: { readonly [id: string]: { readonly subject: string; readonly steps: string } };
  /** `subject: string`: of every kind of record. */
  readonly duties: { readonly [id: string]: { readonly subject: string } };
}

export interface ProgrammeTypes {
  readonly subject: string;
  readonly rules: string;
  /** Exclusions, and deadlines that forfeit. */
  readonly hits: string;
  readonly tiers: string;
}

type Kind<T extends PolicyTypes> = keyof T['subjects'] & string;
type Facts<T extends PolicyTypes, S extends Kind<T>> = T['subjects'][S];

export interface TypedBinding<T extends PolicyTypes, S extends Kind<T>> {
  readonly asOf: IsoDate;
  readonly parameters?: T['parameters'];
  readonly circumstances?: T['circumstances'];
  /** Needed where the policy has several kinds of record. */
  readonly subject?: S;
  /** Records of other kinds; a kind left out is unknown, never empty. */
  readonly populations?: { readonly [K in Kind<T>]?: Listed<T['subjects'][K]> };
}

/** An element of a list, a key of a keyed fact: `visits[1].date`, `grades.2021`. */
type PlaceIn<Fact extends string> = `${Fact}[${string}` | `${Fact}.${string}`;

/** `missing` names facts of the record and of the policy's circumstances. */
export interface TypedProgramme<P extends ProgrammeTypes, Fact extends string>
  extends Omit<ProgrammeDecision, 'hit' | 'tier' | 'missing' | 'wouldChange'> {
  readonly hit: readonly P['hits'][];
  readonly tier?: Omit<TierResult, 'row' | 'possible'> & {
    readonly row: P['tiers'] | null;
    readonly possible: readonly P['tiers'][];
  };
  readonly missing: readonly (Fact | PlaceIn<Fact>)[];
  readonly wouldChange: readonly (Omit<WouldChange, 'rule'> & { readonly rule: P['rules'] })[];
}

type FactName<T extends PolicyTypes, S extends Kind<T>> = (keyof Facts<T, S> | keyof T['circumstances']) &
  string;

export interface TypedDecision<T extends PolicyTypes, S extends Kind<T>>
  extends Omit<Decision, 'programmes' | 'procedures' | 'duties' | 'subject'> {
  readonly subject: S;
  readonly programmes: {
    readonly [P in keyof T['programmes'] as T['programmes'][P]['subject'] extends S
      ? P
      : never]: TypedProgramme<T['programmes'][P], FactName<T, S>>;
  };
  /** Those of this kind of record; without events, those that facts date a step of. */
  readonly procedures: { readonly [P in keyof T['procedures']]?: ProcedureState };
  /** Absent where the policy has none for this kind of record. */
  readonly duties?: {
    readonly [D in keyof T['duties'] as S extends T['duties'][D]['subject'] ? D : never]: DutyDecision;
  };
}

/** Events so far, by step. */
export type TypedEvents<T extends PolicyTypes> = {
  readonly [Step in T['procedures'][keyof T['procedures']]['steps']]?:
    | IsoDate
    | { readonly start?: IsoDate | null; readonly end?: IsoDate | null }
    | null;
};

export interface TypedPolicy<T extends PolicyTypes, S extends Kind<T>>
  extends Omit<BoundPolicy, 'decide' | 'read' | 'decideAll' | 'payments' | 'timeline' | 'check'> {
  decide(facts: Facts<T, S>, events?: TypedEvents<T>): TypedDecision<T, S>;
  read(facts: Facts<T, S>): ReadRecord;
  decideAll(rows: readonly Facts<T, S>[]): {
    readonly decisions: readonly TypedDecision<T, S>[];
    readonly summary: RegisterSummary;
  };
  payments(facts: Facts<T, S>, period: { readonly from: IsoDate; readonly to: IsoDate }): readonly Payment[];
  timeline(events: TypedEvents<T>, facts?: Facts<T, S>): ReturnType<BoundPolicy['timeline']>;
  check(facts: Facts<T, S>): ReturnType<BoundPolicy['check']>;
}

export interface TypedEvaluator<T extends PolicyTypes> extends Pick<Evaluator, 'meta' | 'implementation'> {
  bind<S extends Kind<T>>(binding: TypedBinding<T, S>): TypedPolicy<T, S>;
}

/** An evaluator seen through the names of its policy; `T` is what the generated module says of it. */
export function typed<T extends PolicyTypes>(evaluator: Evaluator): TypedEvaluator<T> {
  return evaluator as unknown as TypedEvaluator<T>;
}
