import type { Decision } from '../decision.ts';
import type { Lang } from '../describe/words.ts';
import type { PolicyMeta } from '../types.ts';
import { annexTables } from './annex.ts';
import type { Letter, LetterSection } from './letter.ts';
import { outcomeText, programmeSection } from './programme.ts';
import { dutySection, procedureSection } from './progress.ts';
import { capital, dateText, datesIn } from './spoken.ts';
import { type LetterVoice, letterVoice } from './voice.ts';

const shortVersion = (version: string): string => version.replace(/^.*:/, '').slice(0, 12);

function aboutOf(decision: Decision, meta: PolicyMeta, { words, nameOf, lang }: LetterVoice) {
  const { label } = words;
  const rows = [
    { label: label.policy, value: capital(nameOf(decision.policy)) },
    ...(meta.source === undefined ? [] : [{ label: label.source, value: meta.source }]),
    { label: label.asOf, value: dateText(decision.asOf, lang) },
    { label: label.version, value: shortVersion(decision.version) },
  ];
  return decision.inForce === 'yes'
    ? rows
    : [...rows, { label: label.inForce, value: words.inForce[decision.inForce] }];
}

function noteSection(decision: Decision, { words, plain, nameOf, lang }: LetterVoice): LetterSection | null {
  const items = decision.warnings.map((warning) => datesIn(plain.words.warning(warning, nameOf), lang));
  if (items.length === 0) return null;
  return { title: words.heading.notes, verdict: '', blocks: [{ heading: '', lead: '', items }] };
}

function sectionsOf(decision: Decision, voice: LetterVoice): readonly LetterSection[] {
  const found = [
    ...Object.entries(decision.programmes).map(([id, programme]) => programmeSection(id, programme, voice)),
    dutySection(decision.duties ?? {}, voice),
    ...Object.values(decision.procedures).map((procedure) => procedureSection(procedure, voice)),
    noteSection(decision, voice),
  ].filter((section) => section !== null);
  return found.map((section, index) => ({
    ...section,
    title: voice.words.ordinal(index + 1) + capital(section.title),
  }));
}

/** Items and sentences begin with a capital where the language has them. */
const written = (section: LetterSection, { words }: LetterVoice): LetterSection => ({
  ...section,
  blocks: section.blocks.map((block) => ({
    ...block,
    items: block.items.map((item) => words.stop(capital(item))),
  })),
});

/**
 * The reasoned notice of one decision, for the person it is about: the outcome of each programme with the rules that
 * decided it and their clauses, the amount, what to hand in and by when. `id` is what the office calls the person by; it
 * may be empty.
 */
export function writeLetter(decision: Decision, meta: PolicyMeta, lang: Lang, id: string): Letter {
  const voice = letterVoice(meta, lang, decision.subject);
  const { words, nameOf } = voice;
  const policy = capital(nameOf(decision.policy));
  const programmes = Object.entries(decision.programmes);
  return {
    lang,
    title: words.title,
    policy,
    addressee: words.addressee(nameOf(decision.subject), id),
    about: aboutOf(decision, meta, voice),
    opening: words.opening(policy, dateText(decision.asOf, lang)),
    summary:
      programmes.length < 2
        ? []
        : programmes.map(([name, one]) => capital(words.section(nameOf(name), outcomeText(one, voice)))),
    sections: sectionsOf(decision, voice).map((section) => written(section, voice)),
    closing: [words.closing],
    signature: words.signature,
    annex: { title: words.annex, columns: words.columns, tables: annexTables(decision, voice) },
  };
}
