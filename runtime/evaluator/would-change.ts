import type { WouldChange } from '../decision.ts';
import type { RuleNode } from '../rules.ts';

/** Conditions to turn, in the order of the file; `null` where no change of conditions leads there. */
export type Changes = readonly WouldChange[] | null;

/** All of the sets together. */
export const together = (sets: readonly Changes[]): Changes => {
  const found: WouldChange[] = [];
  for (const set of sets) {
    if (set === null) return null;
    found.push(...set);
  }
  return found;
};

/** The `n` smallest sets, earlier ones first among equals, in the order of the file. */
function smallest(sets: readonly Changes[], n: number): Changes {
  if (n <= 0) return [];
  const ranked = sets
    .map((set, at) => ({ set, at }))
    .filter((entry) => entry.set !== null)
    .sort((a, b) => (a.set?.length ?? 0) - (b.set?.length ?? 0) || a.at - b.at)
    .slice(0, n)
    .sort((a, b) => a.at - b.at);
  return ranked.length < n ? null : together(ranked.map((entry) => entry.set));
}

/** The first of the smallest. */
function leastOf(children: readonly RuleNode[], wanted: boolean): Changes {
  let least: Changes = null;
  for (const child of children) {
    const set = changesFor(child, wanted);
    if (set !== null && (least === null || set.length < least.length)) least = set;
  }
  return least;
}

/** Among `children`, at least `n` must come to `wanted`. */
function enough(children: readonly RuleNode[], n: number, wanted: boolean): Changes {
  if (n === children.length) return every(children, wanted);
  if (n === 1) return leastOf(children, wanted);
  return smallest(
    children.map((child) => changesFor(child, wanted)),
    n,
  );
}

/** All of the children, of which most need no change. */
function every(children: readonly RuleNode[], wanted: boolean): Changes {
  let found: WouldChange[] | null = null;
  for (const child of children) {
    const set = changesFor(child, wanted);
    if (set === null) return null;
    if (set.length === 0) continue;
    if (found === null) found = [...set];
    else found.push(...set);
  }
  return found ?? NONE;
}

const NONE: readonly never[] = [];

function byGroup(rule: RuleNode, wanted: boolean): Changes {
  const { children } = rule;
  if (rule.op === 'all') return enough(children, wanted ? children.length : 1, wanted);
  if (rule.op === 'any') return enough(children, wanted ? 1 : children.length, wanted);
  if (rule.op === 'none') return enough(children, wanted ? children.length : 1, !wanted);
  const n = rule.n ?? 1;
  return wanted ? enough(children, n, true) : enough(children, children.length - n + 1, false);
}

/**
 * One smallest set of conditions that would have to come out otherwise for the rule to be `wanted`.
 * A rule that is out of play or lifted is turned as a whole.
 */
export function changesFor(rule: RuleNode, wanted: boolean): Changes {
  if (rule.truth === wanted) return NONE;
  const turned: Changes = [{ rule: rule.meta.id, to: wanted ? 'yes' : 'no' }];
  if (rule.op === 'condition' || rule.notApplicable || rule.liftedBy !== undefined) return turned;
  return byGroup(rule, wanted);
}
