// A counter's answer to one applicant, by the compiled policy of notice 15.
// `bangfu build policies --out build/policies` makes the module that is imported here.
import { type Applicant, formerTeachersAllowance } from '../../build/policies/formerTeachersAllowance.ts';

const policy = formerTeachersAllowance.bind({
  asOf: '2023-06-01',
  parameters: {
    firstYear: 2019,
    minbanLastDay: '1993-03-27',
    daikeLastDay: '2008-08-31',
    firstDayCounts: true,
    cityStandard1to9: { 梅州市: 350, 广州市: 600 },
  },
});

const nameOf = (id: string): string => policy.meta.names[id]?.zh ?? id;
const yuan = (fen: number | string | null): string => (fen === null ? '未定' : `${Number(fen) / 100} 元`);

/** What to tell the applicant, in one line. */
export function answer(applicant: Applicant): string {
  const { outcome, amounts, hit, missing, wouldChange, reasons } =
    policy.decide(applicant).programmes.allowance;
  if (outcome === 'eligible') {
    const [amount] = amounts;
    return `符合：每月 ${yuan(amount?.amount.min ?? null)}，从 ${amount?.from} 起发`;
  }
  if (outcome === 'ineligible') {
    const why = [...hit, ...wouldChange.filter(({ to }) => to === 'yes').map(({ rule }) => rule)];
    return `不符合：${why.map(nameOf).join('、')}`;
  }
  if (missing.length > 0) return `还须填报：${missing.map(nameOf).join('、')}`;
  const open = reasons.map((reason) => (reason.kind === 'unspecified' ? reason.text : reason.kind));
  return `无法决定：${open.join('；')}`;
}

/** A complete record; what is not known is left out of a real one. */
export const example: Applicant = {
  sex: 'male',
  birthDate: '1955-03-02',
  deathDate: null,
  hukouProvince: '广东省',
  hukouCity: '梅州市',
  hukouCounty: '兴宁市',
  teacherType: 'minban',
  schoolKind: 'publicPrimarySecondary',
  schoolProvince: '广东省',
  teachingPost: true,
  longestContinuousTerms: 30,
  continuousYearCompletedOn: '1976-07-15',
  totalTerms: 44,
  hiredIntoEstablishment: false,
  hiredAsSoeRegular: false,
  inPlannedOffPostRetirement: false,
  criminalRecord: false,
  dismissedForViolation: false,
  onFrozenRoster: true,
  fraudConfirmed: false,
};

console.log(answer(example));
