import type { Template } from './template.ts';

/** A small policy that checks and tests cleanly, to be changed into one's own. */
export const en: Template = {
  'notice.policy': `notice sampleAllowance (示例生活补助)
  source "name and number of the notice"
  parameter monthlyRate (月标准): money                              decided by 县财政局   cite 3.1
  in force from 2025-01-01(incl) to 2029-12-31(incl)                 cite 5.1

subject applicant (申请人)
  birthDate (出生日期): date
  localHukou (本县户籍): boolean                                     proof 户口簿
  monthlyIncome (月均收入): money range 0 yuan
  otherAllowance (已领同类补助): boolean

programme allowance (生活补助)
  eligible all of
    ageReached (达到年龄): birthDate to now at least 60 years of age   cite 1.1
    isLocal (户籍在本县): localHukou                                 cite 1.2
    lowIncome (收入较低): monthlyIncome at most 2000 yuan            cite 1.3
  excluded
    twice (重复领取): otherAllowance                                 cite 2.1
  amount monthlyRate per person per month                            cite 3.1
`,
  'parameters.yaml': `# Values given at deployment. asOf is the default decision date.
asOf: 2025-06-30
parameters:
  monthlyRate: 300
`,
  'cases.yaml': `# Each case changes a few facts of the base and says what must come out. What is not named is not compared.
asOf: 2025-06-30
base:
  applicant: { birthDate: 1950-01-01, localHukou: true, monthlyIncome: 800, otherAllowance: false }
cases:
  - name: meets every condition
    clauses: [1.1, 1.2, 1.3, 3.1]
    expect:
      allowance: { outcome: eligible, amount: 300 }
  - name: on the sixtieth birthday
    clauses: [1.1]
    with: { birthDate: 1965-06-30 }
    expect:
      allowance: { outcome: eligible }
  - name: a day before the sixtieth birthday
    clauses: [1.1]
    with: { birthDate: 1965-07-01 }
    expect:
      allowance: { outcome: ineligible, false: [ageReached] }
  - name: income of exactly 2000 yuan
    clauses: [1.3]
    with: { monthlyIncome: 2000 }
    expect:
      allowance: { outcome: eligible }
  - name: income one fen above 2000 yuan
    clauses: [1.3]
    with: { monthlyIncome: 2000.01 }
    expect:
      allowance: { outcome: ineligible, false: [lowIncome] }
  - name: draws another allowance
    clauses: [2.1]
    with: { otherAllowance: true }
    expect:
      allowance: { outcome: ineligible, hit: [twice] }
  - name: registration not known yet
    clauses: [1.2]
    without: [localHukou]
    expect:
      allowance: { outcome: undetermined, missing: [localHukou] }
`,
  'clauses.yaml': `# Every clause of the notice: encoded by what, left to whom, or why not. See: bangfu trace
clauses:
  "1.1": { encoded: true }
  "1.2": { encoded: true }
  "1.3": { encoded: true }
  "2.1": { encoded: true }
  "3.1": { encoded: true }
  "4.1": { notEncoded: { kind: exhortation, why: "asks for attention, holds no test" } }
  "5.1": { encoded: true }
`,
};
