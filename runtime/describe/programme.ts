import type {
  ChoiceResult,
  DeadlineResult,
  ProgrammeDecision,
  Reason,
  RuleTrace,
  StageResult,
} from '../decision.ts';
import type { Id } from '../types.ts';
import { amountLines, shareLines } from './money.ts';
import { type Line, ruleLines, ruleName } from './rules.ts';
import type { Voice } from './voice.ts';

/** A headed part of a description. */
export interface Part {
  readonly heading: string;
  readonly lines: readonly Line[];
}

const plain = (text: string): Line => ({ depth: 1, text });
const textOf = (reasons: readonly Reason[], { words, nameOf }: Voice): readonly string[] =>
  reasons.map((reason) => words.reason(reason, nameOf));
const because = (reasons: readonly Reason[], voice: Voice): string =>
  reasons.length === 0 ? '' : voice.words.because(textOf(reasons, voice));

/** Exclusions that apply or may apply; those that do not are not listed. */
function exclusionLines(decision: ProgrammeDecision, voice: Voice): readonly Line[] {
  if (decision.excluded.length === 0) return [];
  const applying = decision.excluded.filter((rule) => rule.truth !== 'no');
  if (applying.length === 0) return [plain(voice.words.noExclusion)];
  return applying.flatMap((rule) => ruleLines(rule, voice, 1));
}

function stageText(stage: StageResult, voice: Voice): string {
  const { words, nameOf, keyOf } = voice;
  const parts = [words.stage(nameOf(stage.id), words.stageResult[stage.result])];
  if (stage.group.length > 0) parts.push(stage.group.map(keyOf).join(' '));
  if (stage.rank !== null) parts.push(words.rank(stage.rank.best, stage.rank.worst));
  parts.push(words.places(stage.places));
  if (stage.cutOff !== null && stage.cutOff.length > 0) parts.push(words.cutOff(stage.cutOff));
  const cites = stage.cites.length === 0 ? '' : words.cites(stage.cites);
  return words.list(parts) + cites + because(stage.reasons, voice);
}

function selectionLines({ selection }: ProgrammeDecision, voice: Voice): readonly Line[] {
  if (selection === undefined) return [];
  const stages = selection.stages.map((stage) => plain(stageText(stage, voice)));
  return [plain(voice.words.selected[selection.result]), ...stages];
}

function choiceLines(id: Id, { choice }: ProgrammeDecision, voice: Voice): readonly Line[] {
  if (choice === undefined) return [];
  const cites = choice.cites.length === 0 ? '' : voice.words.cites(choice.cites);
  return [plain(choiceText(id, choice, voice) + cites + because(choice.reasons, voice))];
}

/** The others that are chosen between, what they come to, and which is paid. */
export function choiceText(id: Id, choice: ChoiceResult, { words, nameOf }: Voice): string {
  const { by, between, paid, notPaid } = choice;
  const others = between.filter((one) => one.id !== id && one.entitled !== 'no');
  const all = others.length > 0 ? others : between.filter((one) => one.id !== id);
  const named = all.map((one) =>
    words.worth(nameOf(one.id), one.amount === undefined ? null : words.money(one.amount), one.source),
  );
  const outcome = notPaid ? words.notPaid(notPaid.kind, nameOf(notPaid.paid)) : words.paid[paid];
  return words.choice(by, words.list(named), outcome);
}

function grantLines({ grants }: ProgrammeDecision, { words, nameOf }: Voice): readonly Line[] {
  return grants
    .filter((grant) => grant.truth !== 'no')
    .map(({ id, truth }) => plain(words.mark(nameOf(id), words.truth[truth])));
}

function routeLines({ routes }: ProgrammeDecision, voice: Voice): readonly Line[] {
  const { words, nameOf } = voice;
  return routes
    .filter((route) => route.truth !== 'no')
    .map((route) => {
      const parts = [nameOf(route.id), ...(route.refer === undefined ? [] : [words.refer(route.refer)])];
      return plain(words.mark(words.list(parts), words.truth[route.truth]) + because(route.reasons, voice));
    });
}

/** Papers still to be handed in; while the channel is not known, those of each. */
function documentLines({ documents }: ProgrammeDecision, { words, nameOf }: Voice): readonly Line[] {
  if (documents.length === 0) return [];
  const held = documents.filter(({ form }) => form === 'held');
  const wanted = documents.filter((one) => one.required !== 'no' && one.submitted !== 'yes');
  const lines = wanted.map(({ id, form, copies, required, submitted, channel }) => {
    const missing = required === 'yes' && submitted === 'no';
    const paper = words.paper(nameOf(id), form, copies);
    const shown =
      channel === undefined || required === 'yes' ? paper : words.byChannel(paper, nameOf(channel));
    return plain(words.mark(shown, words.paperState[missing ? 'missing' : 'unsure']));
  });
  return [
    ...(wanted.length === 0 ? [plain(words.allPapers)] : lines),
    ...held.map(({ id, by }) => plain(words.held(nameOf(id), by))),
  ];
}

function deadlineText(deadline: DeadlineResult, voice: Voice): string {
  const { words, nameOf } = voice;
  const late = words.late[deadline.late];
  const parts = [
    words.deadline(nameOf(deadline.id), deadline.due),
    words.deadlineState[deadline.state],
    ...(late === '' ? [] : [late]),
  ];
  const cites = deadline.cites.length === 0 ? '' : words.cites(deadline.cites);
  return words.list(parts) + cites + because(deadline.reasons, voice);
}

/** What to ask the applicant for, and what others have to settle. */
function openLines(decision: ProgrammeDecision, voice: Voice): readonly Line[] {
  const { words, nameOf } = voice;
  const asked = decision.missing.length === 0 ? [] : [words.ask(decision.missing.map(nameOf))];
  const others = decision.reasons.filter((reason) => reason.kind !== 'missing');
  return [...asked, ...textOf(others, voice)].map(plain);
}

function allRules(rule: RuleTrace): readonly RuleTrace[] {
  return [rule, ...rule.children.flatMap(allRules)];
}

function changeLines(decision: ProgrammeDecision, voice: Voice): readonly Line[] {
  const rules = [decision.eligible, ...decision.excluded].flatMap(allRules);
  const called = (id: Id): string => {
    const rule = rules.find((one) => one.id === id);
    return rule === undefined ? voice.nameOf(id) : ruleName(rule, voice);
  };
  return decision.wouldChange.map(({ rule, to }) => plain(voice.words.change(called(rule), to)));
}

/** One programme: why, what is paid, what is missing, what would change it. Parts with nothing to say are left out. */
export function programmeParts(id: Id, decision: ProgrammeDecision, voice: Voice): readonly Part[] {
  const { heading } = voice.words;
  const parts: readonly Part[] = [
    { heading: heading.why, lines: ruleLines(decision.eligible, voice, 1) },
    { heading: heading.exclusions, lines: exclusionLines(decision, voice) },
    { heading: heading.selection, lines: selectionLines(decision, voice) },
    { heading: heading.choice, lines: choiceLines(id, decision, voice) },
    { heading: heading.amount, lines: amountLines(decision, voice) },
    { heading: heading.grants, lines: grantLines(decision, voice) },
    { heading: heading.shares, lines: shareLines(decision, voice) },
    { heading: heading.routes, lines: routeLines(decision, voice) },
    { heading: heading.documents, lines: documentLines(decision, voice) },
    { heading: heading.deadlines, lines: decision.deadlines.map((one) => plain(deadlineText(one, voice))) },
    { heading: heading.open, lines: openLines(decision, voice) },
    { heading: heading.change, lines: changeLines(decision, voice) },
  ];
  return parts.filter((part) => part.lines.length > 0);
}
