import { civilDate } from '../../runtime/dates.ts';
import type { Applicant } from './applicant.ts';
import { HOME, SCHOOL_KINDS } from './applicant.ts';

const yyyymmdd = (day: number): number => {
  const { year, month, day: inMonth } = civilDate(day);
  return year * 10_000 + month * 100 + inMonth;
};

/** The register as columns of numbers and truths, for engines in other languages (`peers/openfisca.py`). */
export const peerColumns = (applicants: readonly Applicant[]): { readonly [column: string]: unknown[] } => ({
  isMale: applicants.map(({ sex }) => sex === 'male'),
  isMinban: applicants.map(({ teacherType }) => teacherType === 'minban'),
  isHome: applicants.map(({ province }) => province === HOME),
  birthDate: applicants.map(({ birthDate }) => yyyymmdd(birthDate)),
  schoolKind: applicants.map(({ schoolKind }) => SCHOOL_KINDS.indexOf(schoolKind)),
  continuousTerms: applicants.map(({ continuousTerms }) => continuousTerms),
  totalTerms: applicants.map(({ totalTerms }) => totalTerms),
  yearCompletedOn: applicants.map(({ yearCompletedOn }) => yyyymmdd(yearCompletedOn)),
  teachingPost: applicants.map(({ teachingPost }) => teachingPost),
  hiredByState: applicants.map(({ hiredByState }) => hiredByState),
  hiredBySoe: applicants.map(({ hiredBySoe }) => hiredBySoe),
  plannedRetirement: applicants.map(({ plannedRetirement }) => plannedRetirement),
  criminalRecord: applicants.map(({ criminalRecord }) => criminalRecord),
  dismissed: applicants.map(({ dismissed }) => dismissed),
  fraud: applicants.map(({ fraud }) => fraud),
});
