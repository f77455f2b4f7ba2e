/** Name that stays the same in decisions, generated code and the interchange form of a policy. */
export type Id = string;

/** Dimensions of a rate: `每人每月`. */
export type Per =
  | 'person'
  | 'household'
  | 'item'
  | 'once'
  | 'day'
  | 'week'
  | 'tenDays'
  | 'month'
  | 'quarter'
  | 'halfYear'
  | 'year'
  | 'event';

/** The type of a value. Money counts fen; a quantity counts its own unit. */
export type Type =
  | { readonly t: 'bool' | 'int' | 'money' | 'ratio' | 'date' | 'month' | 'year' | 'yearlyDay' | 'text' }
  | { readonly t: 'qty'; readonly unit: Id }
  | { readonly t: 'rate'; readonly of: Type; readonly per: readonly Per[] }
  | { readonly t: 'enum' | 'set'; readonly enum: Id }
  | { readonly t: 'list'; readonly of: Type }
  /** One element of a list of records, with its fields. */
  | { readonly t: 'record'; readonly fields: readonly FactMeta[] }
  | { readonly t: 'ref'; readonly subject: Id }
  | { readonly t: 'keyed'; readonly key: Type; readonly of: Type };

/** A fact, a circumstance or a field of a record, as input readers and typed clients need it. */
export interface FactMeta {
  readonly id: Id;
  readonly type: Type;
  /** `可无`: `null` says "there is none"; a missing key says "not known". */
  readonly optional: boolean;
  /** Bounds, both included, as exact numbers of the type's own unit (fen for money). */
  readonly min?: string;
  readonly max?: string;
  /** The same by another fact beside it (`从 0 至 应种儿童数`), of the same type. */
  readonly minFact?: Id;
  readonly maxFact?: Id;
  /** `凭`: the paper that proves it. */
  readonly proof?: string;
  /** `由 X 认定`: who finds it. A missing one is then a pending determination. */
  readonly determiner?: string;
}

export interface ParameterMeta {
  readonly id: Id;
  readonly type: Type;
  /** Bounds of each value, as of a fact. */
  readonly min?: string;
  readonly max?: string;
  /** `由 X 确定`: who sets it. */
  readonly determiner?: string;
}

export interface EnumMeta {
  readonly id: Id;
  readonly options: readonly Id[];
  readonly ordered: boolean;
  /** `等`: input may give `other`. */
  readonly open: boolean;
}

/** `1 of this unit = factor of base`; two units compare only when they share a base. `factor` is an exact fraction. */
export interface UnitMeta {
  readonly id: Id;
  readonly base: Id;
  readonly factor: string;
}

export interface SubjectMeta {
  readonly id: Id;
  readonly facts: readonly FactMeta[];
}

export interface Name {
  readonly zh?: string;
  readonly en?: string;
}

/** What a reader of inputs or of decisions must know of a policy without its rules. Plain JSON. */
export interface PolicyMeta {
  readonly id: Id;
  /** Names of everything that has an id: programmes, rules, rows, steps, facts, options, parameters, actors. Facts are named by their bare id; options by `enum.option`. */
  readonly names: { readonly [id: Id]: Name };
  /** Hash of the policy's content, independent of layout and surface language. */
  readonly version: string;
  readonly source?: string;
  readonly subjects: readonly SubjectMeta[];
  /** Kinds of record that rules look at as a population or through a reference; absent where there is none. */
  readonly populations?: readonly Id[];
  readonly circumstances: readonly FactMeta[];
  readonly parameters: readonly ParameterMeta[];
  readonly enums: readonly EnumMeta[];
  readonly units: readonly UnitMeta[];
}
