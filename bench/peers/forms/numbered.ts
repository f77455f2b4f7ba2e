import { civilDate } from '../../../runtime/dates.ts';
import { type Applicant, PARAMETERS, TIER_AMOUNTS } from '../../rule/applicant.ts';

/**
 * Days as the number yyyymmdd: an age is then one addition, the month two divisions. The cheapest form for engines that
 * have no dates, or slow ones.
 */
export const numbered = (day: number): number => {
  const { year, month, day: inMonth } = civilDate(day);
  return year * 10_000 + month * 100 + inMonth;
};

/** An applicant as engines over JSON take it. */
export type NumberedApplicant = { readonly [fact in keyof Applicant]: string | number | boolean };

export const numberedApplicant = (applicant: Applicant): NumberedApplicant => ({
  ...applicant,
  birthDate: numbered(applicant.birthDate),
  yearCompletedOn: numbered(applicant.yearCompletedOn),
});

export const TODAY = 20_230_601;
export const LAST_DAY = 19_930_327;
export const FIRST_DAY = 20_190_101;
export const FIRST_MONTH = PARAMETERS.firstYear * 12;
export const [, OVER_30 = 0, TO_29 = 0, TO_19 = 0, TO_9 = 0] = TIER_AMOUNTS;
