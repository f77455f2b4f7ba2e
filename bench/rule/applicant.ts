import type { ReadRecord } from '../../runtime/index.ts';

/**
 * One applicant of `notice.policy`, as a typed record: days are numbers from 1970-01-01 on. A `type`, since it has to
 * be a record of values by fact id as well.
 */
export type Applicant = {
  readonly sex: 'male' | 'female';
  readonly birthDate: number;
  readonly province: string;
  readonly schoolKind: (typeof SCHOOL_KINDS)[number];
  readonly teacherType: 'minban' | 'daike';
  readonly teachingPost: boolean;
  /** Terms, half years. */
  readonly continuousTerms: number;
  readonly totalTerms: number;
  readonly yearCompletedOn: number;
  readonly hiredByState: boolean;
  readonly hiredBySoe: boolean;
  readonly plannedRetirement: boolean;
  readonly criminalRecord: boolean;
  readonly dismissed: boolean;
  readonly fraud: boolean;
} & ReadRecord;

export const SCHOOL_KINDS = [
  'publicSchool',
  'publicKindergarten',
  'publicPreschool',
  'privateSchool',
  'otherSchool',
] as const;

export const HOME = '广东省';

/** What the rule is bound to in every run. */
export const AS_OF = '2023-06-01';
export const PARAMETERS = { firstYear: 2019, lastDay: '1993-03-27', cityStandard: 500 } as const;

/** What a rule came to, as a row engine hands it out; months are year × 12 + month − 1. */
export interface Decided {
  readonly outcome: 'eligible' | 'ineligible' | 'undetermined';
  /** `null` for the ineligible. */
  readonly tier: string | null;
  /** Fen a month; the least while it is open. */
  readonly amount: number | null;
  readonly from: number | null;
  /** The first rule that decides. */
  readonly reason: string | null;
}

const programme = 'allowance';

/** Rules in the order in which the first that decides is looked for; 0: none. */
export const REASONS: readonly (string | null)[] = [
  null,
  ...['offPost', 'convicted', 'dismissal', 'cheated'].map((rule) => `${programme}.${rule}`),
  ...['ageReached', 'homeProvince', 'publicPost', 'taught', 'oneYear', 'notHired', 'inTime'].map(
    (rule) => `${programme}.${rule}`,
  ),
];

export const TIERS: readonly (string | null)[] = [
  null,
  `${programme}.tier.at least 30 years`,
  `${programme}.tier.20 years to 29 years`,
  `${programme}.tier.10 years to 19 years`,
  `${programme}.tier.1 year to 9 years`,
];

/** Fen a month, by place in `TIERS`. */
export const TIER_AMOUNTS: readonly number[] = [0, 90_000, 80_000, 70_000, PARAMETERS.cityStandard * 100];

/** Service years, by term: two terms are a year, one left over counts as one. */
export const yearsOf = (terms: number): number => (terms + 1) >> 1;

/** Place in `TIERS`. */
export const tierOf = (years: number): number => (years >= 30 ? 1 : years >= 20 ? 2 : years >= 10 ? 3 : 4);
