import type { comparison as chinese } from '../zh/comparison.ts';
import { list } from './lists.ts';

export const comparison: typeof chinese = {
  title: 'Compared over all applicants (proof)',
  kinds: {
    becomesEligible: 'become eligible',
    becomesIneligible: 'become ineligible',
    moreMoney: 'get more money',
    lessMoney: 'get less money',
    otherTier: 'other tier, same money',
    otherDates: 'other first or last month, or other date of payment',
    opened: 'become undetermined',
    settledIn: 'undetermined before, now eligible',
    settledOut: 'undetermined before, now ineligible',
    moneyOpened: 'the amount becomes undetermined',
    moneySettled: 'the amount was undetermined and is settled',
    ifEligible: 'undetermined in both; other tier, money or months if eligible',
  },
  same: 'means the same, nothing to compare: unchanged for everybody',
  unchanged: 'proved: unchanged for everybody',
  rest: 'everybody else: proved unchanged',
  undecided: 'not decided whether others are affected',
  undecidedAll: 'not decided',
  fault: 'a fault of this program: solver and interpreter do not agree',
  tier: (before, after) => (before === after ? `tier ${before}` : `tier ${before} → ${after}`),
  noTier: '(none)',
  witness: (changed) =>
    changed === 0
      ? 'such an applicant: the base record of the cases'
      : 'such an applicant, beside the base record of the cases',
  decided: (before, after) => `before: ${before}; after: ${after}`,
  months: (from, to) =>
    ` (${from === null ? '' : `from ${from}`}${to === null ? '' : `${from === null ? '' : ' '}to ${to}`})`,
  perFirst: false,
  between: (min, max) => `${min} to ${max}`,
  atLeast: (min) => `${min} or more`,
  atMost: (max) => `${max} or less`,
  someMoney: 'by any sum',
  about: ' (about)',
  because: (why) => `because ${why}`,
  version: { before: 'old version', after: 'new version' },
  outside: (version, why, line) => `${version}, line ${line}: ${why}`,
  time: 'there was no answer in time (--timeout gives more)',
  incomparable: {
    fact: (name) => `"${name}" is of another type: no record fits both versions`,
    enum: (name) => `the options of "${name}" are in another order`,
    per: (name) => `"${name}" is paid for another unit`,
    total: (name) => `payments of "${name}" by event or by year have changed`,
    choice: (name) => `"${name}": only one of several programmes is paid`,
    subject: (name) => `"${name}" is for another kind of record`,
  },
  many: 'there are too many different ways to list them all',
  doubt: 'whether something is open here is more than proofs can say',
  tried: (count) =>
    `${count} applicants on the boundaries were decided by both versions, all alike (no proof)`,
  first: (count) => `of applicants on the boundaries, decided by both versions, number ${count} differs`,
  narrowed: (names) =>
    `only records that both versions can read; values allowed have changed for: ${list(names)}`,
  ranking: 'places: eligibility is compared, ranking is not analysed',
  scope:
    'compared: complete records, with the same decision date and parameters; eligibility, tiers, money, months; not routes, documents, shares, other grants, nor what may come of what is open in both',
  lists: (count) => `lists of up to ${count} items`,
};
