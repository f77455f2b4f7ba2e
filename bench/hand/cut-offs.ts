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
  const tier = tierOf(a.totalTerms);
  if (a.teacherType === 'minban' && a.plannedRetirement) return refused('allowance.offPost', tier);
  if (a.criminalRecord) return refused('allowance.convicted', tier);
  if (a.dismissed) return refused('allowance.dismissal', tier);
  if (a.fraud) return refused('allowance.cheated', tier);
  const male = a.sex === 'male';
  if (a.birthDate > (male ? menBy : womenBy)) return refused('allowance.ageReached', tier);
  if (a.province !== HOME) return refused('allowance.homeProvince', tier);
  if (!isPublic(a.schoolKind)) return refused('allowance.publicPost', tier);
  if (!a.teachingPost) return refused('allowance.taught', tier);
  if (a.continuousTerms < 2) return refused('allowance.oneYear', tier);
  if (a.hiredByState || a.hiredBySoe) return refused('allowance.notHired', tier);
  if (a.yearCompletedOn > lastDay) return refused('allowance.inTime', tier);
  return { outcome: 'eligible', tier, amount: amountOf(tier), from: startOf(a.birthDate, male), reason: null };
}
