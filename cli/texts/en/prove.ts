import type { OutsideWhy, Verdict } from '../../../compiler/index.ts';
import type { prove as chinese } from '../zh/prove.ts';
import { list } from './lists.ts';

const words: { readonly [verdict in Verdict]: string } = {
  proved: 'proved',
  refuted: 'refuted',
  open: 'open: the notice does not say',
  notAnalysed: 'not analysed',
  undecided: 'not decided in the time given',
  fault: 'a fault of this program: solver and interpreter disagree',
};

const outside: { readonly [why in OutsideWhy]: string } = {
  population: 'it looks at all records',
  procedure: 'it looks at the dates of procedure steps',
  duty: 'it looks at whether a duty is met',
  product: 'a product of two numbers that vary',
  quotient: 'a division by a number that varies',
  varyingWorkdays: 'a number of working days, or a lunar date, that varies',
  yearlyDay: 'a day of the year that varies',
  keyedFact: 'a fact looked up by a key',
  severalKeys: 'a parameter looked up by several keys',
  reference: "it looks at another's record",
  distinct: 'the number of different values of this type',
  years: 'a date that may lie outside the years 1 to 9999',
  fractionOfPeriod: 'a number of days or months that may not be whole',
  payments: 'number and sum of payments by event',
  pauses: 'a period that leaves days out',
  type: 'a value of this type',
};

const at = (line: number, cites: readonly string[]): string =>
  `(line ${line}${cites.length > 0 ? `, ${list(cites)}` : ''})`;

export const prove: typeof chinese = {
  prove: {
    badData: (path) => `parameters.yaml, or the base of cases.yaml, beside ${path} does not fit the policy:`,
    questions: {
      tier: (name) => `everyone eligible for “${name}” has a tier`,
      reachable: (name) => `somebody can be eligible for “${name}”`,
      rows: (name) => `no two rows of “${name}” apply together`,
      exceptions: (name) => `no two exceptions of “${name}” apply together`,
      useful: (name) => `the exceptions of “${name}” can help somebody`,
    },
    verdict: (verdict, { vacuous, expected, seconds }) => {
      if (verdict === 'undecided') return `not decided in ${seconds} s`;
      if (verdict === 'proved' && vacuous) return 'proved, but nobody meets its premise';
      if (verdict === 'refuted' && expected) return 'refuted, for the reason that the policy or a case gives';
      return words[verdict];
    },
    outside,
    unasked: {
      periods: (named) => `not analysed, because judged period by period against a log of dates: ${named}`,
      current: (named) =>
        `not analysed, because it reads no log of dates and is judged for the current period only: ${named}`,
      once: (named) => `not analysed, because a duty is judged with its last days and exceptions: ${named}`,
      steps: (named) => `not analysed, because a step hangs on the dates of others: ${named}`,
    },
    because: (why, line, cites) => `not analysed, because ${why} ${at(line, cites)}`,
    place: (line, cites) => ` ${at(line, cites)}`,
    tried: (count) =>
      `${count} applicants at and beside boundaries were tried instead: what fails is shown, and it is no proof`,
    record: (number, changed) =>
      `${number > 0 ? `applicant ${number}` : 'such an applicant'}: ${changed === 0 ? 'the base record of the cases itself' : 'beside the base record of the cases'}`,
    asCase: 'ready for cases.yaml:',
    asOf: 'decision date',
    yes: 'yes',
    no: 'no',
    nothing: 'none',
    empty: '(empty)',
    separator: ', ',
    yuan: (value) => `${value} yuan`,
    scope: (lists) =>
      `Proofs cover: complete records, dates from 1900 to 2100, parameters as parameters.yaml has them (any value where it has none)${lists > 0 ? `, lists of up to ${lists}` : ''}`,
    summary: (counts) =>
      [...counts].map(([verdict, count]) => `${words[verdict]}: ${count}`).join('; ') || 'nothing to prove',
  },
};
