import type { Reason, RuleTrace } from '../decision.ts';
import type { Voice } from './voice.ts';
import type { NameOf } from './words.ts';

/** A line of text and how deep it stands. */
export interface Line {
  readonly depth: number;
  readonly text: string;
}

/** What a rule is called: by its label, or by the facts it looks at. */
export function ruleName(
  rule: Pick<RuleTrace, 'id' | 'facts' | 'benefit'>,
  { nameOf, words, isNamed }: Voice,
): string {
  if (rule.benefit) return words.benefit(nameOf(rule.id), rule.benefit.source);
  return isNamed(rule.id) ? nameOf(rule.id) : words.unnamed(rule.facts.map(nameOf));
}

function state(rule: RuleTrace, { words, nameOf }: Voice): string {
  if (rule.notApplicable) return words.notApplicable;
  return rule.liftedBy === undefined ? words.truth[rule.truth] : words.liftedBy(nameOf(rule.liftedBy));
}

/** Why a line without lines below it is open; groups say it through their lines. */
function why(rule: RuleTrace, voice: Voice): string {
  if (rule.truth !== 'unknown' || rule.children.length > 0) return '';
  const { words, nameOf } = voice;
  const name = ruleName(rule, voice);
  return words.because(rule.reasons.map((reason) => words.reason(withoutName(reason, name, nameOf), nameOf)));
}

/** A line that somebody has to decide has just been named. */
function withoutName(reason: Reason, name: string, nameOf: NameOf): Reason {
  if (reason.kind !== 'determination' || reason.what === undefined || nameOf(reason.what) !== name)
    return reason;
  return { kind: reason.kind, by: reason.by };
}

/** A rule with the lines below it, each with its truth and clause. */
export function ruleLines(rule: RuleTrace, voice: Voice, depth: number): readonly Line[] {
  const { words } = voice;
  const group = rule.op === 'condition' ? null : words.group(rule.op, rule.n ?? 1);
  // A group without a label is called by how it joins its lines.
  const named = group === null || voice.isNamed(rule.id);
  const name = named ? ruleName(rule, voice) : group;
  const joined = named && group !== null ? ` · ${group}` : '';
  const cites = rule.cites.length === 0 ? '' : words.cites(rule.cites);
  const text = words.mark(`${name}${joined}${cites}${why(rule, voice)}`, state(rule, voice));
  return [{ depth, text }, ...rule.children.flatMap((child) => ruleLines(child, voice, depth + 1))];
}
