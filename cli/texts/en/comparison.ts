import type { Aside } from '../../../compiler/index.ts';
import type { TruthName } from '../../../runtime/decision.ts';
import type { comparison as chinese } from '../zh/comparison.ts';
import { list } from './lists.ts';

const asides: { readonly [aside in Aside]: string } = {
  ranking: 'places',
  routes: 'routes',
  documents: 'documents',
  deadlines: 'deadlines that are only recorded',
  shares: 'shares',
  grants: 'other grants',
  inForce: 'the term in force',
};

const truths: { readonly [truth in TruthName]: string } = { yes: 'yes', no: 'no', unknown: 'undetermined' };

const parts = { from: 'first month', to: 'last month', on: 'date of payment' };

export const comparison: typeof chinese = {
  title: 'Compared over all applicants (proof)',
  kinds: {
    becomesEligible: 'become eligible',
    becomesIneligible: 'become ineligible',
    moreMoney: 'get more money',
    lessMoney: 'get less money',
    otherUnit: 'paid for another unit',
    preferred: 'of several benefits, now this one is paid',
    passedOver: 'of several benefits, now another is paid',
    otherTier: 'other tier, same money',
    otherDates: 'other first or last month, or other date of payment',
    opened: 'become undetermined',
    settledIn: 'undetermined before, now eligible',
    settledOut: 'undetermined before, now ineligible',
    moneyOpened: 'the amount becomes undetermined',
    moneySettled: 'the amount was undetermined and is settled',
    choiceOpened: 'which of several benefits is paid becomes undetermined',
    choiceSettled: 'which of several benefits is paid was undetermined and is settled',
    ifEligible: 'undetermined in both; other tier, money or months if eligible',
  },
  same: 'means the same, nothing to compare: eligibility, tier, money and months unchanged for everybody',
  unchanged: 'proved: eligibility, tier, money and months unchanged for everybody',
  flip: (name, was, is) =>
    was === null
      ? `new "${name}": ${is === null ? '' : truths[is]}`
      : is === null
        ? `dropped "${name}": ${truths[was]}`
        : `"${name}": ${truths[was]} → ${truths[is]}`,
  by: 'by',
  where: 'all of them',
  range: (min, max) =>
    min === max
      ? (min ?? '')
      : max === null
        ? `from ${min}`
        : min === null
          ? `up to ${max}`
          : `${min} to ${max}`,
  notReached: (end) => `${end} (not included)`,
  has: (options) => `with ${options}`,
  lacks: (options) => `without ${options}`,
  or: ' or ',
  aside: (which) => `changed and not compared: ${list(which.map((one) => asides[one]))}`,
  shift: (part, said) => `${parts[part]} ${said}`,
  later: (by) => `${by} later`,
  earlier: (by) => `${by} earlier`,
  set: 'where there was none',
  dropped: 'no more',
  others: 'other',
  monthCount: (count) => `${count} ${count === '1' ? 'month' : 'months'}`,
  dayCount: (count) => `${count} ${count === '1' ? 'day' : 'days'}`,
  total: (sum) => `${sum} in all`,
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
  notChosen: 'another one is paid instead',
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
    total: (name) =>
      `"${name}" is a product of two numbers that vary, and heads, payments or bounds have changed`,
    subject: (name) => `"${name}" is for another kind of record`,
  },
  many: 'there are too many different ways to list them all',
  doubt: 'whether something is open here is more than proofs can say',
  tried: (count) =>
    `${count} applicants on the boundaries were decided by both versions, all alike (no proof)`,
  first: (count) =>
    `${count} applicants on the boundaries were decided by both versions; some differ (perhaps not all)`,
  narrowed: (names) =>
    `only records that both versions can read; values allowed have changed for: ${list(names)}`,
  ranking: 'places: eligibility is compared, ranking is not analysed',
  scope:
    'compared: complete records, with the same decision date, each version with the parameters given to it; eligibility, tiers, money, months; not routes, documents, shares, other grants, nor what may come of what is open in both',
  lists: (count) => `lists of up to ${count} items`,
};
