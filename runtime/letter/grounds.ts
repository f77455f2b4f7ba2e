import type { RuleTrace } from '../decision.ts';
import { called, type LetterVoice } from './voice.ts';

const inPlay = (rule: RuleTrace): boolean => rule.notApplicable !== true;
const those = (rule: RuleTrace, truth: RuleTrace['truth']): readonly RuleTrace[] =>
  rule.children.filter((child) => inPlay(child) && child.truth === truth);

const named = (rule: RuleTrace, voice: LetterVoice): string =>
  voice.words.item(called(rule, voice), rule.cites);

const quotedAll = (rules: readonly RuleTrace[], voice: LetterVoice): string =>
  voice.words.list(rules.map((rule) => voice.words.quoted(called(rule, voice))));

/** The clauses of a choice are those of the lines that it came true through, where it has none of its own. */
const citesOf = (rule: RuleTrace, through: readonly RuleTrace[]): readonly string[] =>
  rule.cites.length > 0 ? rule.cites : [...new Set(through.flatMap(({ cites }) => cites))];

/** What makes a rule true, a line for each condition that had to be met. */
export function holding(rule: RuleTrace, voice: LetterVoice, top = true): readonly string[] {
  const { words, plain } = voice;
  if (!inPlay(rule)) return [];
  if (rule.liftedBy !== undefined) return [words.lifted(called(rule, voice), voice.nameOf(rule.liftedBy))];
  const open = top || !plain.isNamed(rule.id);
  if (rule.op === 'all' && open) return rule.children.flatMap((child) => holding(child, voice, false));
  if (rule.op === 'condition' || rule.op === 'all' || rule.op === 'none') return [named(rule, voice)];
  const through = those(rule, 'yes');
  const text = words.by(called(rule, voice), quotedAll(through, voice));
  return [words.item(text, citesOf(rule, through))];
}

/** The ways of a choice, each with what it lacked where that is only a part of it. */
function ways(failed: readonly RuleTrace[], voice: LetterVoice): string {
  const { words } = voice;
  const texts = failed.map((rule) => {
    const name = words.quoted(called(rule, voice));
    const lacked = rule.op === 'all' ? those(rule, 'no') : [];
    const partly = lacked.length > 0 && lacked.length < rule.children.filter(inPlay).length;
    return partly ? words.lacking(name, quotedAll(lacked, voice)) : name;
  });
  return words.list(texts);
}

/** What makes a rule false: the lines that failed, those of a group under it. */
export function failing(rule: RuleTrace, voice: LetterVoice): readonly string[] {
  const { words } = voice;
  const failed = those(rule, 'no');
  const name = called(rule, voice);
  switch (rule.op) {
    case 'condition':
      return [named(rule, voice)];
    case 'all':
      return failed.flatMap((child) => failing(child, voice));
    case 'any':
      return [words.item(words.noneOf(name, ways(failed, voice), failed.length), citesOf(rule, failed))];
    case 'atLeast':
      return [words.item(words.tooFew(name, rule.n ?? 1, quotedAll(failed, voice)), citesOf(rule, failed))];
    case 'none':
      return those(rule, 'yes').map((child) =>
        words.item(words.unwanted(called(child, voice)), citesOf(child, [rule])),
      );
  }
}

/** What keeps a rule open. */
export function openLines(rule: RuleTrace, voice: LetterVoice): readonly string[] {
  if (rule.op === 'all' && rule.children.length > 0)
    return those(rule, 'unknown').flatMap((child) => openLines(child, voice));
  return [named(rule, voice)];
}

/** Names of the conditions of an open programme that are met already. */
export const metAlready = (rule: RuleTrace, voice: LetterVoice): readonly string[] =>
  rule.op === 'all' ? those(rule, 'yes').map((child) => called(child, voice)) : [];

/** Ways in which an exclusion applies. */
export const hitLine = (rule: RuleTrace, voice: LetterVoice): string => {
  const through = those(rule, 'yes');
  const shown = rule.op === 'any' && through.length > 0;
  const name = called(rule, voice);
  return voice.words.item(
    shown ? voice.words.by(name, quotedAll(through, voice)) : name,
    citesOf(rule, through),
  );
};

export const withinTree = (rule: RuleTrace): readonly RuleTrace[] => [
  rule,
  ...rule.children.flatMap(withinTree),
];
