import type { ProgrammeDecision, Reason } from '../decision.ts';
import type { Block } from './letter.ts';
import { type LetterVoice, reasonTexts } from './voice.ts';

type Determination = Extract<Reason, { kind: 'determination' }>;

const withKey = (name: string, key: string | undefined): string =>
  key === undefined ? name : `${name} ${key}`;

/** One line for each body, with all that it has to determine. */
function determinations(reasons: readonly Reason[], { words, nameOf }: LetterVoice): readonly string[] {
  const found = reasons.filter((reason): reason is Determination => reason.kind === 'determination');
  const bodies = [...new Set(found.map(({ by }) => by))];
  return bodies.map((by) => {
    const what = found
      .filter((one) => one.by === by)
      .map(({ fact, parameter, what: other, key }) => {
        const id = fact ?? parameter ?? other;
        const name = id === undefined ? '' : withKey(nameOf(id), key);
        return name === words.decided(by) ? '' : name;
      });
    return words.determines(nameOf(by), words.list([...new Set(what)].filter((name) => name !== '')));
  });
}

/** The facts to ask for: a smallest set that settles the outcome, else all that are not known. */
function questions({ missing, reasons }: ProgrammeDecision, { words, nameOf, proofOf }: LetterVoice) {
  const unknown = reasons.flatMap((reason) => (reason.kind === 'missing' ? [reason.fact] : []));
  const determined = new Set(
    reasons.flatMap((reason) => (reason.kind === 'determination' && reason.fact ? [reason.fact] : [])),
  );
  const asked = (missing.length > 0 ? missing : unknown).filter((fact) => !determined.has(fact));
  return asked.map((fact) => {
    const proof = proofOf(fact);
    return proof === undefined ? nameOf(fact) : words.proof(nameOf(fact), proof);
  });
}

const ofKind = (reasons: readonly Reason[], ...kinds: readonly Reason['kind'][]): readonly Reason[] =>
  reasons.filter(({ kind }) => kinds.includes(kind));

/** What is still to be settled, by who can settle it. */
export function openBlocks(programme: ProgrammeDecision, voice: LetterVoice): readonly Block[] {
  const { words, nameOf } = voice;
  const { reasons } = programme;
  const set = reasons.flatMap((reason) =>
    reason.kind === 'parameter' ? [withKey(nameOf(reason.parameter), reason.key)] : [],
  );
  const silent = reasons.flatMap((reason) =>
    reason.kind === 'unspecified' || reason.kind === 'contradiction'
      ? [reason.text === '' ? words.quoted(nameOf(reason.at)) : reason.text]
      : [],
  );
  const groups: readonly (readonly [string, readonly string[]])[] = [
    [words.ask, questions(programme, voice)],
    [words.decides, determinations(reasons, voice)],
    [words.parameters, set],
    [words.silent, [...new Set(silent)]],
    [words.others, reasonTexts(ofKind(reasons, 'waiting', 'calendar', 'population', 'data'), voice)],
  ];
  return groups
    .filter(([, items]) => items.length > 0)
    .map(([lead, items], index) => ({ heading: index === 0 ? words.heading.open : '', lead, items }));
}
