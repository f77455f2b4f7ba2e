import { figure } from '../figure.ts';
import type { diff as chinese } from '../zh/diff.ts';
import { comparison } from './comparison.ts';

const people = (count: number): string => (count === 1 ? '1 applicant' : `${figure(count)} applicants`);

export const diff: typeof chinese = {
  heading: (before, after) => `${before} → ${after}`,
  nothing: 'none',
  colon: ': ',
  noPairs: 'No policy file has changed.',
  state: {
    same: 'means the same',
    changed: 'changed',
    added: 'new policy',
    removed: 'policy removed',
    broken: 'has errors and cannot be compared',
  },
  counts: (changes, decisive, breaking) =>
    `${changes} change${changes === 1 ? '' : 's'}: ${decisive} may change decisions, ${breaking} break${breaking === 1 ? 's' : ''} apps`,
  decisive: 'Changes that decide',
  silent: 'Changes that decide nothing',
  breaking: 'breaks apps',
  clause: (cites) => `clause ${cites}`,
  line: (before, after) =>
    before === undefined || before === after
      ? `line ${after}`
      : after === undefined
        ? `old line ${before}`
        : `line ${before} → ${after}`,
  untouched: (names) => `Mean the same: ${names.join(', ')}`,
  touched: (names) => `Decisions may differ: ${names.join(', ')}`,
  columns: {
    change: 'change',
    clause: 'clause',
    line: 'line',
    app: 'apps',
    count: 'how many',
    money: 'money',
    who: 'who',
  },
  app: { breaking: 'break', compatible: 'compatible', invisible: 'untouched' },
  summary: (policies, changed) =>
    `${policies} ${policies === 1 ? 'policy' : 'policies'} compared, ${changed} changed`,
  groups: {
    winner: 'better off',
    loser: 'worse off',
    mixed: 'better and worse',
    opened: 'newly undetermined',
    other: 'otherwise changed',
    unchanged: 'unchanged',
  },
  effects: {
    becomesEligible: 'become eligible',
    becomesIneligible: 'become ineligible',
    selected: 'selected because others rank lower',
    dropped: 'dropped because others rank higher',
    opened: 'become undetermined',
    settledIn: 'settled as eligible',
    settledOut: 'settled as ineligible',
    moreMoney: 'get more money',
    lessMoney: 'get less money',
    otherMoney: 'get other money, more or less is open',
    moneyIfEligible: 'other money, if eligible',
    otherTier: 'other tier',
    otherDates: 'paid at other dates',
    otherRoute: 'other route',
    otherPapers: 'other documents',
    otherDeadline: 'other deadline',
    otherGrant: 'other grants',
    otherDuty: 'other state of a duty',
    begins: 'new programme, gained',
    ends: 'programme ended, lost',
  },
  pageTitle: 'Review of a policy change',
  judgement: {
    title: 'Judgement of the reviewer',
    hint: 'Write here; it prints',
    agree: 'Decision',
    name: 'Reviewer',
    date: 'Date',
  },
  chart: {
    title: (programme, fact) => `${programme}: amount over ${fact}`,
    caption: (title, who) => `${title} (everything else as with ${who})`,
    money: (per) => `yuan${per}`,
    before: 'before',
    after: 'after',
    own: (who) => `${who} as they are`,
  },
  population: {
    asOf: (date) => `decided for ${date}`,
    title: (path, rows) => `Decided over ${path}, ${people(rows)}`,
    people,
    per: 'per person',
    by: (amount, per) => `in all ${amount}${per}`,
    who: (ids, more) => `${ids.join(', ')}${more > 0 ? ` and ${figure(more)} more` : ''}`,
    row: (row) => `row ${row}`,
    months: (from, to) => `To be paid ${from} to ${to}`,
    month: 'month',
    before: 'before',
    after: 'after',
    difference: 'difference',
    andOpen: (count) => ` (and ${figure(count)} open)`,
    total: 'total',
    unread: (rows) => `${rows} row${rows === 1 ? '' : 's'} could not be read and are not counted`,
  },
  git: (said) => `git says: ${said}`,
  nothingThere: (argument) =>
    `"${argument}" is neither a file or folder nor REV:path (like HEAD:policies/notice.policy).`,
  notInRevision: (argument) => `"${argument}": there is no such file in that revision.`,
  fileAgainstFolder: 'One side is a file, the other a folder; give two files or two folders.',
  noRepository: (argument) =>
    `"${argument}" needs a git repository; outside of one give two files: bangfu diff OLD NEW.`,
  noRevision: (revision) =>
    `The repository has no revision "${revision}"; write it like HEAD, HEAD~1, main or a commit.`,
  noRevisionShallow: (revision) =>
    `This repository holds the last commits only (a shallow clone), not "${revision}"; fetch all of it: git fetch --unshallow, in CI fetch-depth: 0 or GIT_DEPTH: 0.`,
  noMergeBase: (a, b) =>
    `"${a}" and "${b}" have no history in common, so "..." cannot be used; use "${a}..${b}".`,
  noMergeBaseShallow: (a, b) =>
    `This repository holds the last commits only (a shallow clone), not the one where "${a}" and "${b}" parted; fetch all of it: git fetch --unshallow, in CI fetch-depth: 0 or GIT_DEPTH: 0.`,
  beforeOf: (path) => `${path} (before)`,
  afterOf: (path) => `${path} (after)`,
  usedAsNow: 'Files that it uses are read as they are now; their own changes are told by bangfu diff REV.',
  onlyLibraries:
    'Only files that policies use have changed; bangfu diff REV, such as bangfu diff HEAD, tells what they do to the policies.',
  comparison,
  breakdown: {
    titles: {
      fact: (name) => `By ${name}`,
      tier: (name) => `${name}: by tier`,
      payer: (name) => `${name}: by payer`,
    },
    columns: {
      fact: '',
      rows: 'people',
      winner: 'gain',
      loser: 'lose',
      eligibleBefore: 'eligible before',
      eligibleAfter: 'eligible after',
    },
    unknown: { fact: 'not given', tier: 'not settled', payer: 'not stated' },
    per: (from, to) => `Money is what is due from ${from} to ${to}`,
  },
  oneRegister: (given) =>
    `${'--population takes one register (records of other kinds as KIND=FILE); given: '}${given.join(', ')}`,
  noSuchFact: (name, known) => `"${name}" is no fact of the register; there are: ${known.join(', ')}.`,
  populationNeedsOne: (count) =>
    `--population decides one policy at a time, and ${count} have changed; name one by OLD NEW or REV:path.`,
  populationNeedsBoth: '--population needs both versions, without errors.',
  failNeedsPopulation: '--fail-on lose needs a register, --population FILE, or --prove.',
  notAFailure: (value) =>
    `"--fail-on" cannot be "${value}"; it can be lose, breaking, undecided (several with commas).`,
  notAPeriod: (value) => `"--period" is written FROM..TO, like 2025-01..2025-12; found "${value}".`,
};
