import type { Range } from '../decision.ts';
import type { Per } from '../types.ts';
import { reasonEn, warningEn } from './reasons-en.ts';
import type { Words } from './words.ts';
import { yuan } from './yuan.ts';

const PER: { readonly [per in Per]: string } = {
  person: 'per person',
  household: 'per household',
  item: 'each',
  once: 'once',
  day: 'per day',
  week: 'per week',
  tenDays: 'per ten days',
  month: 'per month',
  quarter: 'per quarter',
  halfYear: 'per half-year',
  year: 'per year',
  event: 'each time',
};

const range = (low: string | null, high: string | null): string => {
  if (low === null && high === null) return 'not settled';
  if (low === null) return `at most ${high}`;
  if (high === null) return `at least ${low}`;
  return low === high ? low : `${low}–${high}`;
};

function money({ min, max }: Range): string {
  const [low, high] = [yuan(min), yuan(max)];
  return low === null && high === null ? 'an amount not settled' : `${range(low, high)} yuan`;
}

const count = (end: Range['min']): string | null => (end === null ? null : String(end));

export const en: Words = {
  outcome: { eligible: 'eligible', ineligible: 'not eligible', undetermined: 'cannot be determined yet' },
  truth: { yes: 'yes', no: 'no', unknown: 'unknown' },
  heading: {
    why: 'Rule by rule',
    exclusions: 'Exclusions',
    selection: 'Places',
    amount: 'Tier and amount',
    choice: 'Choice',
    grants: 'Other benefits',
    shares: 'Who pays',
    routes: 'Referred to',
    documents: 'Documents',
    deadlines: 'Deadlines',
    open: 'What is missing',
    change: 'What would change it',
    procedures: 'Progress',
    duty: 'Duties',
    target: 'Targets',
    warnings: 'Notes on the data',
  },
  title: (policy) => policy,
  decidedFor: (date, version) => `Decided for ${date}, policy version ${version}`,
  inForce: {
    yes: 'The policy is in force',
    no: 'The policy is not in force on that day',
    unknown: 'It is not known whether the policy is in force',
  },
  programme: (name, outcome) => `${name}: ${outcome}`,
  group: (op, n) => ({ all: 'all of', any: 'any of', none: 'none of', atLeast: `at least ${n} of` })[op],
  unnamed: (facts) => (facts.length === 0 ? 'this line' : `about ${facts.join(', ')}`),
  cites: (cites) => ` (${cites.length > 1 ? 'clauses' : 'clause'} ${cites.join(', ')})`,
  mark: (text, truth) => `[${truth}] ${text}`,
  notApplicable: 'not applicable',
  liftedBy: (exception) => `waived by the exception "${exception}"`,
  noExclusion: 'none applies',
  money,
  rate: (amount, per) => [amount, ...per.map((each) => PER[each])].join(' '),
  times: (amount, { min, max }) =>
    max === null && min === 0
      ? `${amount} × an unknown number of times`
      : `${amount} × ${range(count(min), count(max))}`,
  total: (amount) => `${amount} in all`,
  absent: {
    yes: 'what it rests on does not exist, so there is no amount',
    perhaps: 'what it rests on may not exist',
  },
  months: (from, to, settled) => {
    const start = from === undefined ? '' : from === null ? 'first month not settled' : `from ${from}`;
    const end = to !== null ? `to ${to}` : settled ? 'without end' : 'last month not settled';
    return [start, end].filter((part) => part !== '').join(', ');
  },
  on: (dates) => `paid on ${dates.join(', ')}`,
  tier: (row, possible) =>
    row !== null
      ? `tier: ${row}`
      : possible.length === 0
        ? 'no tier applies'
        : `possible tiers: ${possible.join(', ')}`,
  choice: (by, others, outcome) =>
    `${{ highest: 'the highest', inOrder: 'the first', unspecified: 'only one' }[by]} of this and ${others} is paid: ${outcome}`,
  paid: { yes: 'this one', no: 'not this one', unknown: 'which one is not known yet' },
  notPaid: (kind, paid) =>
    `"${paid}" and not this one, because it ${{ lower: 'pays more', equal: 'pays the same and is named first', later: 'comes first' }[kind]}`,
  benefit: (name, source) =>
    `already receives "${name}"${source === undefined ? '' : ` (${source})`}: no double benefit`,
  worth: (name, amount, source) => {
    const about = [amount, source].filter((part) => part !== null && part !== undefined);
    return `"${name}"${about.length === 0 ? '' : ` (${about.join(', ')})`}`;
  },
  share: (payer, share) => `${payer} ${share}`,
  selected: {
    selected: 'selected',
    notSelected: 'not selected',
    undetermined: 'selection cannot be determined yet',
  },
  stage: (stage, result) => `${stage}: ${result}`,
  stageResult: {
    in: 'within the places',
    out: 'beyond the places',
    undetermined: 'cannot be determined yet',
    notInPool: 'not ranked',
  },
  rank: (best, worst) => (best === worst ? `rank ${best}` : `rank between ${best} and ${worst}`),
  places: ({ min, max }) => `places: ${range(count(min), count(max))}`,
  cutOff: (keys) => `last one in: ${keys.join(', ')}`,
  refer: (to) => `to ${to}`,
  paper: (name, form, copies) =>
    `${name}${{ original: ', original', copy: ', copy', both: ', original and copy', held: '' }[form]}${copies === 1 ? '' : ` × ${copies}`}`,
  byChannel: (paper, channel) => `${paper} (if by ${channel})`,
  held: (paper, by) => `${paper}: need not be handed in${by === undefined ? '' : `, ${by} has it`}`,
  paperState: { missing: 'not handed in', unsure: 'not known whether handed in' },
  allPapers: 'all required documents are in',
  deadline: (name, due) => (due === null ? name : `${name}: last day ${due}`),
  deadlineState: {
    met: 'met',
    missed: 'missed',
    open: 'still open',
    undetermined: 'cannot be determined yet',
  },
  late: { forfeit: 'late means forfeited', refuse: 'late means refused', record: '' },
  ask: (facts) => `Ask the applicant for: ${facts.join(', ')}`,
  reason: reasonEn,
  because: (reasons) => ` (${reasons.join('; ')})`,
  change: (rule, to) => `"${rule}" would have to be ${to}`,
  step: (name, state, actor) => `${name}${actor === undefined ? '' : ` (${actor})`}: ${state}`,
  stepState: {
    done: 'done',
    late: 'done late',
    open: 'open',
    overdue: 'overdue',
    waiting: 'waiting',
    undetermined: 'cannot be determined yet',
    notApplicable: 'not applicable',
  },
  due: (date) => `due ${date}`,
  done: (start, end) => (start === end || start === null ? `${end}` : `${start} to ${end ?? 'now'}`),
  waitsFor: (steps) => `first needs ${steps.join(', ')}`,
  next: 'next',
  dutyState: {
    met: 'met',
    breached: 'breached',
    notDue: 'not due yet',
    notApplicable: 'not applicable',
    undetermined: 'cannot be determined yet',
  },
  periods: (state, named, more) => `${state}: ${named.join(', ')}${more === 0 ? '' : ` and ${more} more`}`,
  fromTo: (from, to) => `${from} to ${to}`,
  excusedBy: (exception) => `excused by "${exception}"`,
  warning: warningEn,
  list: (items) => items.join(', '),
};
