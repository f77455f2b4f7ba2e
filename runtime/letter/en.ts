import type { LetterWords } from './words.ts';

/** What has quotation marks of its own takes no others. */
const quoted = (name: string): string => (name.includes('“') ? name : `“${name}”`);
const dueText = (due: string | null): string => (due === null ? '' : `; the last day is ${due}`);

export const en: LetterWords = {
  title: 'Notice of decision',
  addressee: (subject, id) => (id === '' ? `To the ${subject}:` : `To the ${subject} (no. ${id}):`),
  label: {
    policy: 'Policy',
    source: 'Source',
    asOf: 'Decided for',
    version: 'Policy version',
    inForce: 'Validity',
  },
  inForce: {
    yes: 'in force on that day',
    no: 'not in force on that day',
    unknown: 'not known whether in force on that day',
  },
  opening: (policy, date) =>
    `Under the policy “${policy}”, and on what was known for ${date}, we have decided as follows.`,
  ordinal: (n) => `${n}. `,
  outcome: {
    eligible: 'conditions met',
    ineligible: 'conditions not met',
    undetermined: 'not yet determined',
  },
  section: (name, outcome) => `${name}: ${outcome}`,
  verdict: {
    eligible: (programme) => `The conditions for “${programme}” are met.`,
    ineligible: (programme) => `The conditions for “${programme}” are not met.`,
    undetermined: (programme) =>
      `It cannot be determined yet whether the conditions for “${programme}” are met. This is not a refusal: the decision follows when what is listed below is settled.`,
  },
  selected: {
    selected: 'A place was won.',
    notSelected: 'Places are limited and go by the ranking laid down; no place was won.',
    undetermined:
      'Places are limited: whether one is won is known only when all applicants are ranked together.',
  },
  rankedOpen:
    'All applicants have been ranked together; whether a place is won is open until what is listed here is settled.',
  cutOff: (keys) => `the last one in had ${keys.join(', ')}`,
  openItem: (item, why) => `${item}: ${why}`,
  othersOpen: 'facts of other applicants are still open',
  rank: (best, worst, places) =>
    `${best === worst ? `Rank ${best}` : `Rank between ${best} and ${worst}`}${places === '' ? '' : `; places: ${places}`}`,
  places: ({ min, max }) =>
    min === null ? '' : min === max ? String(min) : `${min} to ${max ?? 'not settled'}`,
  heading: {
    why: 'Reasons',
    open: 'What is still to be settled',
    change: 'What would change the result',
    places: 'Places',
    amount: 'Amount and payment',
    papers: 'Documents still to hand in',
    papersComplete: 'Documents',
    dates: 'Deadlines',
    notes: 'Notes on the data',
    referral: 'What follows',
    grants: 'Benefits',
    choice: 'Choice',
  },
  paidInstead: 'another benefit is paid instead',
  met: 'All of these conditions are met:',
  failed: 'These conditions are not met:',
  hit: 'These grounds for exclusion apply:',
  metSoFar: (names) => `Conditions met already: ${names}.`,
  unclear: 'Not settled yet:',
  openExclusion: (name) => `Whether this ground for exclusion applies: ${name}`,
  noExclusion: 'No ground for exclusion applies.',
  item: (name, cites) =>
    cites.length === 0 ? name : `${name} (${cites.length > 1 ? 'clauses' : 'clause'} ${cites.join(', ')})`,
  by: (name, inner) => `${name}: met through ${inner}`,
  lifted: (name, exception) => `${name}: not asked for, by the exception “${exception}”`,
  noneOf: (name, inner, count) =>
    count === 1 ? `${name}: ${inner} is not met` : `${name}: none of ${inner} is met`,
  whole: 'the rule on who is eligible',
  noAmount: 'the amount is not settled yet',
  about: (facts) => `the rule on ${facts}`,
  tooFew: (name, n, inner) => `${name}: at least ${n} are needed; not met are ${inner}`,
  lacking: (name, lacked) => `${name} (lacking ${lacked})`,
  unwanted: (name) => `“${name}” ought not to be the case, and is`,
  quoted,
  ask: 'Please tell us:',
  proof: (fact, paper) => `${fact} (proof: ${paper})`,
  decides: 'To be determined by others:',
  decided: (by) => `decided by ${by}`,
  determines: (by, what) => (what === '' ? `by ${by}` : `by ${by}: ${what}`),
  parameters: 'These values have not been set yet:',
  silent: 'The notice does not say, or contradicts itself; the issuing body has to interpret it:',
  others: 'Besides:',
  waiting: (step, until) =>
    until === null ? `“${step}” has to be done first` : `“${step}” has to be done first, until ${until}`,
  calendar: (through) =>
    `holidays and lunar dates are published only through ${through}; later dates cannot be computed yet`,
  population: 'it depends on the other applicants: all must be ranked together',
  changeLead: 'The result would be that the conditions are met, if matters stood like this:',
  change: {
    yes: (rule) => `“${rule}” is met`,
    no: (rule) => `“${rule}” is not the case`,
  },
  ifEligible: 'Should the conditions turn out to be met, this is what applies.',
  tier: (row) => `Tier: ${row}`,
  tiers: (rows) => `The tier is not settled; possible are: ${rows}`,
  amount: (name, money) => `${name}: ${money}`,
  months: (from, to, settled) => {
    const start = from === undefined ? '' : from === null ? 'first month not settled' : `paid from ${from}`;
    const end = to !== null ? `to ${to}` : settled ? 'no last month laid down' : 'last month not settled';
    return [start, end].filter((part) => part !== '').join(', ');
  },
  noneYet: 'none due yet on the records held',
  amountOpen: (why) => `Amount or months are not fully settled: ${why}`,
  payers: (shares) => `The cost is borne by ${shares}.`,
  payer: (name, share) => `${name} (${share})`,
  grants: 'Granted are:',
  perhaps: (name) => `${name}, if it turns out to apply`,
  refer: (name, to) => (to === undefined ? name : `${name}, referred to ${to}`),
  dateOpen: (why) => `The deadlines are not fully settled: ${why}`,
  papersLead: 'Please hand in:',
  papersUnsure: 'There is no record of whether these were received; please hand in what has not been:',
  papersBy: (channel) => `If you choose “${channel}”, please hand in:`,
  papersDone: 'All documents required have been handed in.',
  deadline: {
    met: (name, due) => `${name}: in time${dueText(due)}`,
    missed: (name, due) => `${name}: missed${dueText(due)}`,
    open: (name, due) => `${name}: still open${dueText(due)}`,
    undetermined: (name, due) => `${name}: not known whether in time${dueText(due)}`,
  },
  late: { forfeit: 'being late counts as giving up', refuse: 'late applications are refused', record: '' },
  procedure: (name) => `Procedure: ${name}`,
  steps: {
    done: 'Done:',
    next: 'To be done now:',
    later: 'To follow, in this order:',
    ended: 'All steps have been done.',
  },
  step: (name, actor) => (actor === undefined ? name : `${name} (by ${actor})`),
  stepNote: {
    done: '',
    late: 'done late',
    open: '',
    overdue: 'overdue',
    waiting: '',
    undetermined: 'progress not known',
    notApplicable: '',
  },
  due: (date) => `due ${date}`,
  after: (steps) => `after ${steps}`,
  duties: 'Duties and targets',
  duty: {
    breached: 'Not met:',
    undetermined: 'Not yet known whether met:',
    notDue: 'Not due yet:',
    met: 'Met:',
    notApplicable: 'Not applicable in this period:',
  },
  closing:
    'If anything this decision rests on is wrong or has changed, please contact the office below and bring what proves it. The annex shows the decision rule by rule.',
  signature: ['Office (seal):', 'Contact and telephone:', 'Date:'],
  annex: 'Annex: rule by rule',
  columns: ['Condition', 'Clauses', 'Result', 'Note'],
  exclusions: 'Grounds for exclusion',
  joined: (parts) => parts.filter((part) => part !== '').join(', '),
  reasons: (reasons) => reasons.join('; '),
  periods: (named, more) => `concerns ${named.join(', ')}${more === 0 ? '' : ` and ${more} more`}`,
  on: (dates) => `paid: ${dates.join(', ')}`,
  place: { selected: 'a place won', notSelected: 'no place won', undetermined: 'place not settled yet' },
  list: (items) => items.join(', '),
  stop: (text) => (/[.:!?]$/.test(text) ? text : `${text}.`),
};
