import type { Reason, RuleTrace } from '../decision.ts';
import { ruleName } from '../describe/rules.ts';
import { type Voice, voiceOf } from '../describe/voice.ts';
import type { Lang, NameOf } from '../describe/words.ts';
import type { Id, PolicyMeta } from '../types.ts';
import { en } from './en.ts';
import { datesIn, inWords } from './spoken.ts';
import type { LetterWords } from './words.ts';
import { zh } from './zh.ts';

/** A letter's language, with one policy's names in words. */
export interface LetterVoice {
  readonly lang: Lang;
  readonly words: LetterWords;
  /** The words of descriptions, for amounts and reasons. */
  readonly plain: Voice;
  readonly nameOf: NameOf;
  /** `凭`: the paper that proves a fact. */
  readonly proofOf: (fact: Id) => string | undefined;
}

const WORDS: { readonly [lang in Lang]: LetterWords } = { zh, en };

export function letterVoice(meta: PolicyMeta, lang: Lang, subject: Id): LetterVoice {
  const words = WORDS[lang];
  const described = voiceOf(meta, lang);
  const nameOf: NameOf = (id) => {
    const name = described.nameOf(id);
    return lang === 'en' ? inWords(name) : name;
  };
  const facts = meta.subjects.find(({ id }) => id === subject)?.facts ?? [];
  const proofs = new Map(facts.map(({ id, proof }) => [id, proof]));
  return {
    lang,
    words,
    plain: {
      ...described,
      nameOf,
      words: { ...described.words, periods: (_, named, more) => words.periods(named, more) },
    },
    nameOf,
    proofOf: (fact) => proofs.get(fact),
  };
}

/** Beyond this many facts a condition is not called by what it looks at. */
const MOST_FACTS = 3;

/** What a rule is called. The only condition of a programme has no label and is called by what it looks at. */
export function called(
  rule: Pick<RuleTrace, 'id' | 'facts' | 'op'>,
  { plain, words, nameOf }: LetterVoice,
): string {
  if (rule.op !== 'condition' || !rule.id.endsWith('.eligible') || rule.facts.length === 0)
    return ruleName(rule, plain);
  return rule.facts.length > MOST_FACTS
    ? words.whole
    : words.about(words.list(rule.facts.map((fact) => words.quoted(nameOf(fact)))));
}

/** Why something is open, as a part of a sentence. */
export function reasonText(reason: Reason, { words, plain, nameOf, lang }: LetterVoice): string {
  const dated = (text: string): string => datesIn(text, lang);
  switch (reason.kind) {
    case 'waiting':
      return words.waiting(nameOf(reason.step), reason.until === null ? null : dated(reason.until));
    case 'calendar':
      return words.calendar(dated(reason.through));
    case 'population':
      return 'subject' in reason ? plain.words.reason(reason, nameOf) : words.population;
    default:
      return dated(plain.words.reason(reason, nameOf));
  }
}

export const reasonTexts = (reasons: readonly Reason[], voice: LetterVoice): readonly string[] => [
  ...new Set(reasons.map((reason) => reasonText(reason, voice))),
];
