import type { ReadRecord } from '../../runtime/index.ts';
import type { Applicant } from './applicant.ts';

const FACTS: readonly (keyof Applicant & string)[] = [
  'sex',
  'birthDate',
  'province',
  'schoolKind',
  'teacherType',
  'teachingPost',
  'continuousTerms',
  'totalTerms',
  'yearCompletedOn',
  'hiredByState',
  'hiredBySoe',
  'plannedRetirement',
  'criminalRecord',
  'dismissed',
  'fraud',
];

/** The record without one fact, another one from birthday to birthday; all records keep one shape. */
export const withOneUnknown = (applicant: Applicant): ReadRecord => ({
  ...applicant,
  [FACTS[Math.abs(applicant.birthDate) % FACTS.length] as string]: undefined,
});
