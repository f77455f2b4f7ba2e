import type { Decision, RuleTrace } from '../decision.ts';
import type { AnnexRow, AnnexTable } from './letter.ts';
import { capital } from './spoken.ts';
import { called, type LetterVoice, reasonTexts } from './voice.ts';

function resultOf(rule: RuleTrace, { plain, nameOf }: LetterVoice): string {
  if (rule.notApplicable) return plain.words.notApplicable;
  return rule.liftedBy === undefined
    ? plain.words.truth[rule.truth]
    : plain.words.liftedBy(nameOf(rule.liftedBy));
}

/** A rule and the lines below it. */
function rows(rule: RuleTrace, voice: LetterVoice, depth: number): readonly AnnexRow[] {
  const { plain, words } = voice;
  const group = rule.op === 'condition' ? null : plain.words.group(rule.op, rule.n ?? 1);
  const isNamed = group === null || plain.isNamed(rule.id);
  const name = isNamed ? called(rule, voice) : group;
  const why = rule.truth === 'unknown' && rule.children.length === 0 ? reasonTexts(rule.reasons, voice) : [];
  const row: AnnexRow = {
    depth,
    rule: capital(isNamed && group !== null ? `${name} · ${group}` : name),
    clauses: words.list(rule.cites),
    result: resultOf(rule, voice),
    truth: rule.notApplicable ? 'none' : rule.truth,
    note: words.reasons(why),
  };
  return [row, ...rule.children.flatMap((child) => rows(child, voice, depth + 1))];
}

const heading = (rule: string): AnnexRow => ({
  depth: 0,
  rule,
  clauses: '',
  result: '',
  truth: 'none',
  note: '',
});

/** Every rule of every programme and duty. */
export function annexTables(decision: Decision, voice: LetterVoice): readonly AnnexTable[] {
  const { words, nameOf } = voice;
  const programmes = Object.entries(decision.programmes).map(([id, { eligible, excluded }]) => ({
    title: capital(nameOf(id)),
    rows: [
      ...rows(eligible, voice, 0),
      ...(excluded.length === 0 ? [] : [heading(words.exclusions)]),
      ...excluded.flatMap((rule) => rows(rule, voice, 1)),
    ],
  }));
  const duties = Object.entries(decision.duties ?? {}).flatMap(([id, { must, state, cites, reasons }]) => {
    const row: AnnexRow = {
      ...heading(capital(nameOf(id))),
      clauses: words.list(cites),
      result: voice.plain.words.dutyState[state],
      truth: state === 'breached' ? 'no' : state === 'met' ? 'yes' : 'none',
      note: words.reasons(reasonTexts(reasons, voice)),
    };
    return [row, ...must.children.flatMap((child) => rows(child, voice, 1))];
  });
  return [...programmes, ...(duties.length === 0 ? [] : [{ title: words.duties, rows: duties }])];
}
