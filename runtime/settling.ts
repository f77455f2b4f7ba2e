import type { Reason } from './decision.ts';
import type { Id } from './types.ts';
import type { Formula } from './value.ts';

/** Above this many open conditions, or once the search has taken this many steps, all missing facts are returned. */
const MOST_ATOMS = 16;
const MOST_STEPS = 100_000;

/** Open conditions by key, each with the facts that settle it; `null` when asking facts cannot. */
type Atoms = Map<string, readonly Id[] | null>;

const partsOf = (formula: Formula): readonly Formula[] =>
  formula.op === 'atom' ? [] : formula.op === 'not' ? [formula.part] : formula.parts;

/** The fact that a reason waits for: from the applicant, or from the body that finds it. */
const factOf = (reason: Reason): Id | undefined =>
  reason.kind === 'missing' || reason.kind === 'determination' ? reason.fact : undefined;

/** Facts that only the applicant or the records can give. */
const asked = (formula: Formula): ReadonlySet<Id> => {
  if (formula.op !== 'atom') return new Set(partsOf(formula).flatMap((part) => [...asked(part)]));
  return new Set(formula.reasons.flatMap((reason) => (reason.kind === 'missing' ? [reason.fact] : [])));
};

const atomsOf = (formula: Formula, found: Atoms = new Map()): Atoms => {
  if (formula.op === 'atom' && !found.has(formula.key)) {
    const facts = formula.reasons.flatMap((reason) => factOf(reason) ?? []);
    const askable = facts.length > 0 && facts.length === formula.reasons.length;
    found.set(formula.key, askable ? facts : null);
  }
  for (const part of partsOf(formula)) atomsOf(part, found);
  return found;
};

/** Missing facts of the conditions that asking settles, in the order of their first appearance. */
const factsOf = (atoms: Atoms): readonly Id[] => [
  ...new Set([...atoms.values()].flatMap((facts) => facts ?? [])),
];

const occurrences = (formula: Formula): number =>
  formula.op === 'atom' ? 1 : partsOf(formula).reduce((sum, part) => sum + occurrences(part), 0);

/** Strong Kleene value; `null` is open. */
const evaluate = (formula: Formula, known: ReadonlyMap<string, boolean>): boolean | null => {
  if (formula.op === 'atom') return known.get(formula.key) ?? null;
  if (formula.op === 'not') {
    const part = evaluate(formula.part, known);
    return part === null ? null : !part;
  }
  const enough = formula.op === 'atLeast' ? formula.n : formula.op === 'and' ? formula.parts.length : 1;
  let yes = 0;
  let still = formula.parts.length;
  for (const part of formula.parts) {
    const value = evaluate(part, known);
    if (value === true) yes += 1;
    if (value === false) still -= 1;
    if (yes >= enough) return true;
    if (still < enough) return false;
  }
  return null;
};

class TooLong extends Error {}

/** Whether a set of facts is enough: whatever the answers, no other fact would settle what they leave open. */
const judge = (formula: Formula, atoms: Atoms): ((facts: readonly Id[]) => boolean) => {
  let steps = 0;
  const known = new Map<string, boolean>();
  /** From the `i`th key on: some answers settle the outcome, though the first `asked` keys did not. */
  const gains = (keys: readonly string[], asked: number, i: number): boolean => {
    steps += 1;
    if (steps > MOST_STEPS) throw new TooLong();
    if (evaluate(formula, known) !== null) return i > asked;
    const key = keys[i];
    if (key === undefined) return false;
    const found = [true, false].some((value) => {
      known.set(key, value);
      return gains(keys, asked, i + 1);
    });
    known.delete(key);
    return found;
  };
  return (facts) => {
    const isAsked = (needed: readonly Id[] | null) => needed?.every((fact) => facts.includes(fact)) ?? false;
    const asked = [...atoms].filter(([, needed]) => isAsked(needed)).map(([key]) => key);
    const others = [...atoms].filter(([, needed]) => needed !== null && !isAsked(needed)).map(([key]) => key);
    return !gains([...asked, ...others], asked.length, 0);
  };
};

/** Subsets of `size` elements, in the order of the elements. */
function* subsets<T>(of: readonly T[], size: number, from = 0): Generator<readonly T[]> {
  if (size === 0) yield [];
  for (let i = from; size > 0 && i < of.length; i += 1) {
    for (const rest of subsets(of, size - 1, i + 1)) yield [of[i] as T, ...rest];
  }
}

const smallest = (facts: readonly Id[], isEnough: (facts: readonly Id[]) => boolean): readonly Id[] => {
  const needed = facts.filter((fact) => !isEnough(facts.filter((other) => other !== fact)));
  const spare = facts.filter((fact) => !needed.includes(fact));
  for (let size = 0; size < spare.length; size += 1) {
    for (const more of subsets(spare, size)) {
      const chosen = facts.filter((fact) => needed.includes(fact) || more.includes(fact));
      if (isEnough(chosen)) return chosen;
    }
  }
  return facts;
};

/**
 * The missing facts of a smallest set that settles the outcome whatever they turn out to be. Facts that a body has
 * still to find count as coming: they may belong to the set but are not asked for here. Where facts alone cannot
 * settle it (the notice is silent, a parameter is not set), a smallest set after which no other fact would settle more. Conditions of one key are one; a condition is settled once all the facts it waits for are known.
 * In the order of first appearance; the first of several smallest ones. Beyond 16 open conditions or 100,000 steps:
 * all missing facts of conditions that facts can settle, which is enough but perhaps not smallest.
 */
export const settling = (formula: Formula): readonly Id[] => {
  const askable = asked(formula);
  return smallestSet(formula).filter((fact) => askable.has(fact));
};

const smallestSet = (formula: Formula): readonly Id[] => {
  const atoms = atomsOf(formula);
  const facts = factsOf(atoms);
  // Where each condition stands once and facts settle it, the outcome can come to hang on any one of them.
  const isReadOnce =
    occurrences(formula) === atoms.size && [...atoms.values()].every((needed) => needed !== null);
  if (isReadOnce || atoms.size > MOST_ATOMS) return facts;
  try {
    return smallest(facts, judge(formula, atoms));
  } catch (error) {
    if (error instanceof TooLong) return facts;
    throw error;
  }
};
