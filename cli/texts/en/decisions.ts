import type { PlaceCounts } from '../shapes.ts';
import { list, many } from './lists.ts';

const figure = (count: number): string => count.toLocaleString('en');

export const decisions = {
  outcome: { eligible: 'eligible', ineligible: 'ineligible', undetermined: 'undetermined' },
  selection: { selected: 'selected', notSelected: 'not selected', undetermined: 'selection open' },
  truth: { yes: 'yes', no: 'no', unknown: 'unknown' },
  per: {
    person: ' per person',
    household: ' per household',
    item: ' per item',
    once: ' once',
    day: ' per day',
    week: ' per week',
    tenDays: ' per ten days',
    month: ' per month',
    quarter: ' per quarter',
    halfYear: ' per half year',
    year: ' per year',
    event: ' per event',
  },
  possibleTiers: (count: number) => `${count} rows possible`,
  columns: {
    sheet: 'decisions',
    row: 'row',
    id: 'id',
    programme: 'programme',
    outcome: 'outcome',
    selection: 'selection',
    stage: 'stage',
    rank: 'rank',
    rankBest: 'best rank',
    rankWorst: 'worst rank',
    places: 'places',
    cutOff: 'last one in',
    tier: 'tier',
    tierShort: 'tier',
    amount: 'amount (yuan)',
    amountMin: 'least amount (yuan)',
    amountMax: 'greatest amount (yuan)',
    per: 'per',
    from: 'from',
    to: 'to',
    grounds: 'grounds',
  },
  grounds: {
    between: '; ',
    cited: (label: string, cites: readonly string[]) =>
      cites.length > 0 ? `${label} (${list(cites)})` : label,
    notMet: (labels: readonly string[]) => `not met: ${list(labels)}`,
    excluded: (labels: readonly string[]) => `excluded: ${list(labels)}`,
  },
  summary: {
    rows: (rows: number, unreadable: number) =>
      `${many(rows, 'record')} decided${unreadable > 0 ? `, ${many(unreadable, 'row')} unreadable` : ''}`,
    programme: (name: string, eligible: number, ineligible: number, undetermined: number) =>
      `${name}: ${figure(eligible)} eligible, ${figure(ineligible)} ineligible, ${figure(undetermined)} undetermined`,
    duty: (name: string, counts: string) => `${name}: ${counts}`,
    people: (name: string, count: number) => `${name}: ${figure(count)}`,
    tiers: 'tiers: ',
    noTier: 'no settled tier',
    money: (amount: string, per: string) => `to be paid ${amount}${per}`,
    overEvents: ' over all events',
    byAmount: 'of which: ',
    byTier: 'by tier: ',
    byPayer: 'by payer: ',
    noPayer: 'shares open',
    byStage: (stage: string) => `by ${stage}: `,
    group: (stage: string, group: string) => (group ? `${stage} (${group})` : stage),
    noGroup: 'group open',
    places: (name: string, places: string, free: string, { used, open, out }: PlaceCounts) =>
      `${name}: ${places} in all, used ${figure(used)}, free ${free}; ${figure(open)} open, ${figure(out)} out`,
    moreGroups: (count: number) => `… and ${figure(count)} more groups; --format json lists them all`,
  },
  totals: {
    sheet: 'totals',
    kind: 'of',
    name: 'name',
    count: 'count',
    min: 'least (yuan)',
    max: 'greatest (yuan)',
    placesMin: 'least places',
    placesMax: 'greatest places',
    all: 'all',
    money: 'to be paid',
    free: 'free places',
    amount: 'to be paid, by amount',
    payer: 'to be paid, by payer',
    stage: 'to be paid, by stage',
  },
  decide: {
    progress: (rows: number) => `${figure(rows)} decided`,
    problem: (place: string, column: string, message: string) =>
      `${place}${column ? `, "${column}"` : ''}: ${message}`,
    moreProblems: (count: number) => `… and ${figure(count)} more problems; --format ndjson lists them all`,
    parametersFrom: (path: string) => `Parameters from ${path}`,
    asOfToday: (date: string) => `No decision date given: deciding for today, ${date}`,
    xlsxNeedsOut: 'XLSX is a binary file: say with --out where to write it.',
    noSubjects: (subjects: readonly string[]) =>
      `This policy has several kinds of record; choose with --subject: ${list(subjects)}.`,
    noSuchSubject: (name: string, subjects: readonly string[]) =>
      `There is no "${name}"; it can be: ${list(subjects)}.`,
    needsData: 'Give a file with the applicants.',
    badBinding: 'Wrong parameters, circumstances or date:',
    unknownSetting: (name: string, near: string | undefined) =>
      `The policy has no parameter or circumstance "${name}"${near ? `; did you mean "${near}"?` : '.'}`,
    noOne: (who: string) => `The file holds nobody with the id "${who}".`,
    severalOnes: (who: string) => `The file holds several with the id "${who}"; choose with --row.`,
    lettersProgress: (count: number) => `${figure(count)} written`,
    letters: (count: number, path: string) => `${many(count, 'letter')} written: ${path}`,
    noRow: (row: number, count: number) =>
      `The file holds ${many(count, 'applicant')}; there is no number ${row}.`,
    severalRows: (path: string) =>
      `"${path}" holds several applicants; choose with --row or --who. For a letter to each, give --format letter, html or docx, and --out with a file or folder.`,
    rowUnreadable: 'This row cannot be read:',
  },
};
