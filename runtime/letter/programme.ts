import type { DeadlineResult, ProgrammeDecision, RuleTrace } from '../decision.ts';
import { choiceText } from '../describe/programme.ts';
import type { Id } from '../types.ts';
import { failing, hitLine, holding, metAlready, openLines, withinTree } from './grounds.ts';
import { type Block, block, type LetterSection } from './letter.ts';
import { moneyBlocks } from './money.ts';
import { openBlocks } from './open.ts';
import { placeBlocks } from './places.ts';
import { dateText } from './spoken.ts';
import { called, type LetterVoice, reasonTexts } from './voice.ts';

const deadlineText = ({ id, due, state, late, cites }: DeadlineResult, voice: LetterVoice): string => {
  const { words, lang, nameOf } = voice;
  const text = words.deadline[state](nameOf(id), due === null ? null : dateText(due, lang));
  const result = words.late[late];
  return words.item(result === '' ? text : words.joined([text, result]), cites);
};

/** Exclusions and deadlines that decide against. */
function hits({ excluded, deadlines, hit }: ProgrammeDecision, voice: LetterVoice): readonly string[] {
  const rules = excluded.filter(({ id }) => hit.includes(id)).map((rule) => hitLine(rule, voice));
  const missed = deadlines.filter(({ id }) => hit.includes(id)).map((one) => deadlineText(one, voice));
  return [...rules, ...missed];
}

function changes(programme: ProgrammeDecision, voice: LetterVoice): readonly string[] {
  const rules = [programme.eligible, ...programme.excluded].flatMap(withinTree);
  const nameOf = (id: Id): string => {
    const rule = rules.find((one) => one.id === id);
    return rule === undefined ? voice.nameOf(id) : called(rule, voice);
  };
  return programme.wouldChange.map(({ rule, to }) => voice.words.change[to](nameOf(rule)));
}

/** Why: what was met, what failed, or what is open, whichever decides. */
function whyBlocks(programme: ProgrammeDecision, voice: LetterVoice): readonly Block[] {
  const { words } = voice;
  const { eligible, excluded, outcome } = programme;
  if (outcome === 'eligible') {
    const clear = excluded.length === 0 ? [] : [words.noExclusion];
    const met = holding(eligible, voice);
    return [
      ...block(words.heading.why, words.met, met),
      ...block(met.length === 0 ? words.heading.why : '', '', clear),
    ];
  }
  if (outcome === 'undetermined') return undecidedBlocks(programme, voice);
  const failed = eligible.truth === 'no' ? failing(eligible, voice) : [];
  return [
    ...block(words.heading.why, words.failed, failed),
    ...block(failed.length === 0 ? words.heading.why : '', words.hit, hits(programme, voice)),
    ...block(words.heading.change, words.changeLead, changes(programme, voice)),
  ];
}

const isOpen = (rule: RuleTrace): boolean => rule.truth === 'unknown' && rule.notApplicable !== true;

function undecidedBlocks(programme: ProgrammeDecision, voice: LetterVoice): readonly Block[] {
  const { words } = voice;
  const { eligible, excluded, deadlines } = programme;
  const open = [
    ...(isOpen(eligible) ? openLines(eligible, voice) : []),
    ...excluded.filter(isOpen).map((rule) => words.openExclusion(hitLine(rule, voice))),
    ...deadlines
      .filter(({ state, late }) => state === 'undetermined' && late !== 'record')
      .map((one) => deadlineText(one, voice)),
  ];
  const met = metAlready(eligible, voice);
  return [
    ...block(words.heading.why, words.unclear, open),
    ...block('', '', met.length === 0 ? [] : [words.metSoFar(words.list(met))]),
    ...openBlocks(programme, voice),
  ];
}

type Papers = ProgrammeDecision['documents'];

function paperBlocks({ documents }: ProgrammeDecision, voice: LetterVoice): readonly Block[] {
  const { words, plain, nameOf } = voice;
  if (documents.length === 0) return [];
  const wanted = documents.filter((one) => one.required !== 'no' && one.submitted !== 'yes');
  const open = wanted.filter(({ channel, required }) => channel !== undefined && required === 'unknown');
  const sure = wanted.filter(({ required, submitted }) => required === 'yes' && submitted === 'no');
  const unsure = wanted.filter((one) => !sure.includes(one) && !open.includes(one));
  const named = (papers: Papers) =>
    papers.map(({ id, form, copies, cites }) =>
      words.item(plain.words.paper(nameOf(id), form, copies), cites),
    );
  const channels = [...new Set(open.flatMap(({ channel }) => channel ?? []))];
  const held = documents.filter(({ form }) => form === 'held');
  const lists: readonly Block[] = [
    ...block(
      '',
      wanted.length === 0 ? '' : words.papersLead,
      wanted.length === 0 ? [words.papersDone] : named(sure),
    ),
    ...block('', words.papersUnsure, named(unsure)),
    ...channels.flatMap((channel) =>
      block('', words.papersBy(nameOf(channel)), named(open.filter((one) => one.channel === channel))),
    ),
    ...block(
      '',
      '',
      held.map(({ id, by, cites }) => words.item(plain.words.held(nameOf(id), by), cites)),
    ),
  ];
  const heading = wanted.length === 0 ? words.heading.papersComplete : words.heading.papers;
  return lists.map((one, i) => (i === 0 ? { ...one, heading } : one));
}

function dateBlocks({ deadlines }: ProgrammeDecision, voice: LetterVoice): readonly Block[] {
  const { words } = voice;
  const why = reasonTexts(
    deadlines.flatMap(({ reasons }) => reasons),
    voice,
  );
  const items = deadlines.map((one) => deadlineText(one, voice));
  return block(words.heading.dates, '', [
    ...items,
    ...(why.length === 0 ? [] : [words.dateOpen(words.reasons(why))]),
  ]);
}

function routeBlocks({ routes }: ProgrammeDecision, voice: LetterVoice): readonly Block[] {
  const { words, nameOf } = voice;
  const items = routes
    .filter(({ truth }) => truth === 'yes')
    .map(({ id, refer, cites }) =>
      words.item(words.refer(nameOf(id), refer === undefined ? undefined : nameOf(refer)), cites),
    );
  return block(words.heading.referral, '', items);
}

function choiceBlocks(id: Id, { choice }: ProgrammeDecision, voice: LetterVoice): readonly Block[] {
  if (choice === undefined) return [];
  const { words, plain } = voice;
  const text = words.item(choiceText(id, choice, plain), choice.cites);
  return block(words.heading.choice, '', [text, ...reasonTexts(choice.reasons, voice)]);
}

export function outcomeText(
  { outcome, selection, choice }: ProgrammeDecision,
  { words }: LetterVoice,
): string {
  const instead = outcome === 'eligible' && choice?.notPaid ? [words.paidInstead] : [];
  const place = outcome === 'eligible' && selection ? [words.place[selection.result]] : [];
  return words.joined([words.outcome[outcome], ...place, ...instead]);
}

/** One programme as a section of the letter. What an ineligible applicant cannot use is left to the annex. */
export function programmeSection(id: Id, programme: ProgrammeDecision, voice: LetterVoice): LetterSection {
  const { words, nameOf } = voice;
  const refused = programme.outcome === 'ineligible';
  const unpaid = refused || programme.selection?.result === 'notSelected' || programme.choice?.paid === 'no';
  return {
    title: words.section(nameOf(id), outcomeText(programme, voice)),
    verdict: words.verdict[programme.outcome](nameOf(id)),
    blocks: [
      ...whyBlocks(programme, voice),
      ...placeBlocks(programme, voice),
      ...(refused ? [] : choiceBlocks(id, programme, voice)),
      ...(unpaid ? [] : moneyBlocks(programme, voice)),
      ...(refused ? [] : paperBlocks(programme, voice)),
      ...(refused ? [] : dateBlocks(programme, voice)),
      ...(refused ? [] : routeBlocks(programme, voice)),
    ],
  };
}
