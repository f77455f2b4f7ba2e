import { dayNumber } from '../../runtime/dates.ts';
import { type Applicant, HOME, SCHOOL_KINDS } from './applicant.ts';

/** Chance that is the same everywhere: whole numbers from 0 to below 2³² (Mulberry32). */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

const ELSEWHERE = ['湖南省', '广西壮族自治区', '江西省', '福建省'];
const FIRST_BIRTH = dayNumber(1940, 1, 1);
const LAST_BIRTH = dayNumber(1972, 12, 31);
const FIRST_YEAR_END = dayNumber(1966, 1, 1);
const LAST_YEAR_END = dayNumber(1996, 12, 31);

/**
 * The applicants that every engine decides: the same for the same seed. About half are eligible; each rule decides some
 * of the others, and birthdays stand on both sides of every edge, the last of February among them.
 */
export function register(rows: number, seed = 15): Applicant[] {
  const next = chance(seed);
  const below = (n: number): number => next() % n;
  const percent = (n: number): boolean => below(100) < n;
  const between = (low: number, high: number): number => low + below(high - low + 1);
  const pick = <T>(of: readonly T[]): T => of[below(of.length)] as T;
  const applicant = (): Applicant => ({
    sex: percent(50) ? 'male' : 'female',
    birthDate: between(FIRST_BIRTH, LAST_BIRTH),
    province: percent(93) ? HOME : pick(ELSEWHERE),
    schoolKind: percent(80) ? 'publicSchool' : pick(SCHOOL_KINDS),
    teacherType: percent(60) ? 'minban' : 'daike',
    teachingPost: percent(96),
    continuousTerms: percent(4) ? below(2) : between(2, 40),
    totalTerms: between(1, 80),
    yearCompletedOn: between(FIRST_YEAR_END, LAST_YEAR_END),
    hiredByState: percent(3),
    hiredBySoe: percent(3),
    plannedRetirement: percent(5),
    criminalRecord: percent(2),
    dismissed: percent(2),
    fraud: percent(1),
  });
  return Array.from({ length: rows }, applicant);
}
