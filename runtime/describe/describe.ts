import type { Decision } from '../decision.ts';
import type { PolicyMeta } from '../types.ts';
import { dutyParts } from './duty.ts';
import { procedurePart } from './procedure.ts';
import { type Part, programmeParts } from './programme.ts';
import { voiceOf } from './voice.ts';
import type { Lang } from './words.ts';

/** A section of a description: one programme, or the duties, the procedures and the notes on the data. */
export interface Section {
  readonly title: string;
  readonly parts: readonly Part[];
}

export interface Description {
  readonly title: string;
  /** Date decided for, version, whether the policy is in force. */
  readonly about: readonly string[];
  readonly sections: readonly Section[];
}

/** Twelve digits tell versions apart; the decision itself keeps the whole. */
const shortVersion = (version: string): string => version.replace(/^.*:/, '').slice(0, 12);

/** A decision in plain words, in sections, for people: the data are in the decision. */
export function describe(decision: Decision, meta: PolicyMeta, lang: Lang): Description {
  const voice = voiceOf(meta, lang);
  const { words, nameOf } = voice;
  const programmes = Object.entries(decision.programmes).map(([id, programme]) => ({
    title: words.programme(nameOf(id), words.outcome[programme.outcome]),
    parts: programmeParts(id, programme, voice),
  }));
  const procedures = Object.values(decision.procedures).map((procedure) => procedurePart(procedure, voice));
  const warnings = decision.warnings.map((warning) => ({ depth: 1, text: words.warning(warning, nameOf) }));
  const notes = [
    ...dutyParts(decision.duties ?? {}, voice),
    ...procedures.filter((part) => part.lines.length > 0),
    ...(warnings.length === 0 ? [] : [{ heading: words.heading.warnings, lines: warnings }]),
  ];
  return {
    title: words.title(nameOf(decision.policy)),
    about: [
      words.decidedFor(decision.asOf, shortVersion(decision.version)),
      words.inForce[decision.inForce],
      ...(meta.source === undefined ? [] : [meta.source]),
    ],
    sections: [...programmes, ...(notes.length === 0 ? [] : [{ title: '', parts: notes }])],
  };
}

const partText = ({ heading, lines }: Part): string =>
  [heading, ...lines.map(({ depth, text }) => '  '.repeat(depth) + text)]
    .map((line) => `  ${line}`)
    .join('\n');

/** The description as a text that a clerk can hand to the applicant. Ends with a line break. */
export function describeText(decision: Decision, meta: PolicyMeta, lang: Lang): string {
  const { title, about, sections } = describe(decision, meta, lang);
  const body = sections.map((section) =>
    [...(section.title === '' ? [] : [section.title]), ...section.parts.map(partText)].join('\n'),
  );
  return `${[[title, ...about].join('\n'), ...body].join('\n\n')}\n`;
}
