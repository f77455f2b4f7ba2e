import { civilDate, dayNumber, parseDate } from '../../runtime/dates.ts';
import { type Applicant, AS_OF, type Decided, HOME, PARAMETERS } from '../rule/applicant.ts';
import { amountOf, isPublic, refused, tierOf } from './rows.ts';

// The same function after a careful look: whoever is born on or before one day is old enough, whoever is born before
// another is paid from January of the first year on. Only the others' birthdays are taken apart.

const today = civilDate(parseDate(AS_OF) as number);
const lastDay = parseDate(PARAMETERS.lastDay) as number;
const firstMonth = PARAMETERS.firstYear * 12;

const bornBy = (requiredAge: number): number => dayNumber(today.year - requiredAge, today.month, today.day);
const bornBefore = (requiredAge: number): number => dayNumber(PARAMETERS.firstYear - requiredAge, 1, 1);
const [menBy, womenBy, menBefore, womenBefore] = [bornBy(60), bornBy(55), bornBefore(60), bornBefore(55)];

function startOf(birthDate: number, male: boolean): number {
  if (birthDate < (male ? menBefore : womenBefore)) return firstMonth;
  const { year, month } = civilDate(birthDate);
  return (year + (male ? 60 : 55)) * 12 + month;
}

export function decideByCutOffs(a: Applicant): Decided {
  if (a.teacherType === 'minban' && a.plannedRetirement) return refused('allowance.offPost');
  if (a.criminalRecord) return refused('allowance.convicted');
  if (a.dismissed) return refused('allowance.dismissal');
  if (a.fraud) return refused('allowance.cheated');
  const male = a.sex === 'male';
  if (a.birthDate > (male ? menBy : womenBy)) return refused('allowance.ageReached');
  if (a.province !== HOME) return refused('allowance.homeProvince');
  if (!isPublic(a.schoolKind)) return refused('allowance.publicPost');
  if (!a.teachingPost) return refused('allowance.taught');
  if (a.continuousTerms < 2) return refused('allowance.oneYear');
  if (a.hiredByState || a.hiredBySoe) return refused('allowance.notHired');
  if (a.yearCompletedOn > lastDay) return refused('allowance.inTime');
  const tier = tierOf(a.totalTerms);
  return {
    outcome: 'eligible',
    tier,
    amount: amountOf(tier),
    from: startOf(a.birthDate, male),
    reason: null,
  };
}
