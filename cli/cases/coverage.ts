import type { Policy } from '../../compiler/index.ts';
import type { Decision, RuleTrace } from '../../runtime/decision.ts';
import type { Id } from '../../runtime/types.ts';
import { flatten } from './compare.ts';

export type CoveredKind = 'rule' | 'row' | 'step' | 'duty';

/** What the cases made of one rule, tier row, step or duty. A rule should be seen to hold and to fail, a duty to be met and breached. */
export interface Covered {
  readonly kind: CoveredKind;
  readonly id: Id;
  readonly seen: readonly string[];
  readonly missing: readonly string[];
}

const wanted: { readonly [kind in CoveredKind]: readonly string[] } = {
  rule: ['yes', 'no'],
  row: ['taken'],
  step: ['done', 'open', 'overdue'],
  duty: ['met', 'breached'],
};

/** Everything in the policy that decisions speak of, with what the given decisions said of it. */
export function coverage(policy: Policy, decisions: readonly Decision[]): readonly Covered[] {
  const seen = new Map<string, Set<string>>();
  const note = (kind: CoveredKind, id: Id, what: string | null): void => {
    const key = `${kind} ${id}`;
    const before = seen.get(key) ?? new Set<string>();
    if (what !== null) before.add(what);
    seen.set(key, before);
  };
  declare(policy, note);
  for (const decision of decisions) observe(decision, note);
  return [...seen].map(([key, found]) => {
    const [kind = 'rule', ...rest] = key.split(' ');
    return covered(kind as CoveredKind, rest.join(' '), found);
  });
}

type Note = (kind: CoveredKind, id: Id, what: string | null) => void;

/** Rows, steps and duties no case may ever have met; rules show up with the first decision. */
function declare(policy: Policy, note: Note): void {
  for (const { tier } of policy.programmes)
    for (const row of tier?.table.rows ?? []) note('row', row.id, null);
  for (const { steps } of policy.procedures) for (const step of steps) note('step', step.id, null);
  for (const { id } of policy.duties) note('duty', id, null);
}

function observe(decision: Decision, note: Note): void {
  for (const programme of Object.values(decision.programmes)) {
    const rules: readonly RuleTrace[] = [programme.eligible, ...programme.excluded].flatMap(flatten);
    for (const rule of rules) note('rule', rule.id, rule.notApplicable ? null : rule.truth);
    if (programme.tier?.row) note('row', programme.tier.row, 'taken');
  }
  for (const { steps } of Object.values(decision.procedures))
    for (const { id, state } of steps) note('step', id, state);
  for (const [id, duty] of Object.entries(decision.duties ?? {}))
    for (const { state } of [duty, ...duty.periods]) note('duty', id, state);
}

function covered(kind: CoveredKind, id: Id, found: ReadonlySet<string>): Covered {
  const missing = wanted[kind].filter((one) => !found.has(one));
  return { kind, id, seen: [...found].sort(), missing };
}
