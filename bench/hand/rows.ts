import { civilDate, dayNumber, parseDate } from '../../runtime/dates.ts';
import { type Applicant, AS_OF, type Decided, HOME, PARAMETERS } from '../rule/applicant.ts';

// The rule as a good programmer writes it by hand: one function over one applicant, early exits, ages counted from
// birthdays, nothing worked out that is not needed. This is the baseline of all ratios.

const asOf = parseDate(AS_OF) as number;
const today = civilDate(asOf);
const lastDay = parseDate(PARAMETERS.lastDay) as number;
const firstDayOfYear = dayNumber(PARAMETERS.firstYear, 1, 1);
const firstMonth = PARAMETERS.firstYear * 12;

/** Full years from a birthday to the decision date. */
function ageOf(birthDate: number): number {
  const { year, month, day } = civilDate(birthDate);
  const before = today.month < month || (today.month === month && today.day < day);
  return today.year - year - (before ? 1 : 0);
}

/** The month from which is paid: January of the first year, or the month after the required age is reached. */
function startOf(birthDate: number, requiredAge: number): number {
  const { year, month, day } = civilDate(birthDate);
  if (dayNumber(year + requiredAge, month, day) < firstDayOfYear) return firstMonth;
  return (year + requiredAge) * 12 + month;
}

export const refused = (reason: string): Decided => ({
  outcome: 'ineligible',
  tier: null,
  amount: null,
  from: null,
  reason,
});

export const isPublic = (kind: string): boolean =>
  kind === 'publicSchool' || kind === 'publicKindergarten' || kind === 'publicPreschool';

export function tierOf(terms: number): string {
  const years = Math.ceil(terms / 2);
  if (years >= 30) return 'allowance.tier.at least 30 years';
  if (years >= 20) return 'allowance.tier.20 years to 29 years';
  if (years >= 10) return 'allowance.tier.10 years to 19 years';
  return 'allowance.tier.1 year to 9 years';
}

export function amountOf(tier: string): number {
  switch (tier) {
    case 'allowance.tier.at least 30 years':
      return 90_000;
    case 'allowance.tier.20 years to 29 years':
      return 80_000;
    case 'allowance.tier.10 years to 19 years':
      return 70_000;
    default:
      return PARAMETERS.cityStandard * 100;
  }
}

export function decideNaive(a: Applicant): Decided {
  if (a.teacherType === 'minban' && a.plannedRetirement) return refused('allowance.offPost');
  if (a.criminalRecord) return refused('allowance.convicted');
  if (a.dismissed) return refused('allowance.dismissal');
  if (a.fraud) return refused('allowance.cheated');
  const requiredAge = a.sex === 'male' ? 60 : 55;
  if (ageOf(a.birthDate) < requiredAge) return refused('allowance.ageReached');
  if (a.province !== HOME) return refused('allowance.homeProvince');
  if (!isPublic(a.schoolKind)) return refused('allowance.publicPost');
  if (!a.teachingPost) return refused('allowance.taught');
  if (a.continuousTerms < 2) return refused('allowance.oneYear');
  if (a.hiredByState || a.hiredBySoe) return refused('allowance.notHired');
  if (a.yearCompletedOn > lastDay) return refused('allowance.inTime');
  const tier = tierOf(a.totalTerms);
  const from = startOf(a.birthDate, requiredAge);
  return { outcome: 'eligible', tier, amount: amountOf(tier), from, reason: null };
}
