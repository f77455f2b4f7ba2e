import type { Reason, RuleTrace, TabledProgramme } from '../../runtime/decision.ts';
import { choiceText } from '../../runtime/describe/programme.ts';
import type { PolicyNames } from '../policy/names.ts';
import type { Texts } from '../texts/texts.ts';
import { selectionGrounds } from './selection.ts';

/** In one line, what the outcome of a programme rests on: conditions failed, exclusions hit, what is still open. */
export function groundsText(id: string, decision: TabledProgramme, names: PolicyNames, texts: Texts): string {
  const { grounds } = texts;
  if (decision.outcome !== 'ineligible') {
    const open =
      decision.outcome === 'eligible'
        ? settledText(decision, names, texts)
        : openText(decision.reasons, names, texts);
    const choice = decision.choice ? choiceText(id, decision.choice, names.voice) : '';
    return [open, selectionGrounds(decision, names), choice]
      .filter((part) => part !== '')
      .join(grounds.between);
  }
  const hit = decision.hit.map((id) => citedHit(id, decision, names, texts));
  const failed = decision.eligible.truth === 'no' ? failedLines(decision.eligible) : [];
  const parts = [
    ...(failed.length > 0 ? [grounds.notMet(failed.map((rule) => cited(rule, names, texts)))] : []),
    ...(hit.length > 0 ? [grounds.excluded(hit)] : []),
  ];
  return parts.join(texts.grounds.between);
}

/** Of an eligible one: what its tier and amounts still wait for. */
function settledText(decision: TabledProgramme, names: PolicyNames, texts: Texts): string {
  const open = [...(decision.tier?.reasons ?? []), ...decision.amounts.flatMap(({ reasons }) => reasons)];
  return openText(open, names, texts);
}

export function openText(reasons: readonly Reason[], names: PolicyNames, texts: Texts): string {
  const { words, nameOf } = names.voice;
  const said = reasons.map((reason) => words.reason(reason, nameOf));
  return [...new Set(said)].join(texts.grounds.between);
}

/** The lowest lines that make a conjunction fail; a failed alternative is named as a whole. */
export function failedLines(rule: RuleTrace): readonly RuleTrace[] {
  const failed = rule.op === 'all' ? rule.children.filter(({ truth }) => truth === 'no') : [];
  return failed.length > 0 ? failed.flatMap(failedLines) : [rule];
}

export const cited = (rule: RuleTrace, names: PolicyNames, { grounds }: Texts): string =>
  grounds.cited(names.label(rule.id), citesOf(rule));

/** A group without a clause of its own rests on those of its lines. */
const citesOf = (rule: RuleTrace): readonly string[] =>
  rule.cites.length > 0 ? rule.cites : [...new Set(rule.children.flatMap(citesOf))];

function citedHit(id: string, decision: TabledProgramme, names: PolicyNames, { grounds }: Texts): string {
  const all = [...decision.excluded, ...decision.deadlines];
  return grounds.cited(names.label(id), all.find((one) => one.id === id)?.cites ?? []);
}
